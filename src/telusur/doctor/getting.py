"""How to get what is missing, on the system that this is."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Literal

from telusur.words import say

System = Literal["apt", "dnf", "brew", "winget", ""]

_COMMANDS: dict[str, dict[System, str]] = {
    "libreoffice": {
        "apt": "sudo apt install libreoffice-writer",
        "dnf": "sudo dnf install libreoffice-writer",
        "brew": "brew install --cask libreoffice",
        "winget": "winget install TheDocumentFoundation.LibreOffice",
    },
    "tesseract": {
        "apt": "sudo apt install tesseract-ocr tesseract-ocr-ind",
        "dnf": "sudo dnf install tesseract tesseract-langpack-ind",
        "brew": "brew install tesseract tesseract-lang",
        "winget": "winget install UB-Mannheim.TesseractOCR",
    },
    "git": {
        "apt": "sudo apt install git",
        "dnf": "sudo dnf install git",
        "brew": "brew install git",
        "winget": "winget install Git.Git",
    },
    "chromium": {
        "apt": "sudo apt install chromium",
        "dnf": "sudo dnf install chromium",
        "brew": "brew install --cask chromium",
        "winget": "playwright install chromium",
    },
    "fonts": {
        "apt": "sudo apt install fonts-liberation fonts-urw-base35",
        "dnf": "sudo dnf install liberation-fonts urw-base35-fonts",
        "brew": "brew install --cask font-liberation",
    },
}


def system() -> System:
    """The means by which this system installs programs; empty where none is known."""
    if sys.platform == "darwin":
        return "brew"
    if sys.platform == "win32":
        return "winget"
    for name in ("apt", "dnf"):
        if shutil.which(name):
            return name
    return ""


def pip_here() -> str:
    """The command, without a package yet, that installs beside Telusur however it was installed."""
    if Path(sys.prefix, "pipx_metadata.json").exists():
        return "pipx runpip telusur install"
    if Path(sys.prefix, "uv-receipt.toml").exists():
        return f"uv pip install --python {sys.executable}"
    return f"{sys.executable} -m pip install"


def get(what: str, on: System | None = None) -> str:
    """Return the command that installs it here, as a sentence."""
    command = _COMMANDS[what].get(system() if on is None else on)
    if command:
        return say("Get it: {command}", command=command)
    return say("Ask whoever looks after this machine to install it")
