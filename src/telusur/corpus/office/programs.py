"""The programs outside Telusur that some reports need: what was unreadable without them is tried
again once they are there."""

from __future__ import annotations

import importlib.util
import shutil

NAMES = ("soffice", "libreoffice", "tesseract")


def programs() -> str:
    """Which of them are installed."""
    found = [name for name in NAMES if shutil.which(name)]
    if importlib.util.find_spec("pytesseract"):
        found.append("pytesseract")
    return " ".join(found)
