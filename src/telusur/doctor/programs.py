"""Programs outside Telusur, each of which some work needs."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from collections.abc import Iterator

from telusur.doctor.getting import get, pip_here
from telusur.doctor.model import Found
from telusur.words import say

_PATIENCE = 20
"""Seconds that a program may take to say its version."""
_CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_SERIF = ("Bookman Old Style", "Bookman", "URW Bookman", "Liberation Serif", "Times New Roman")
"""Fonts in which an annex looks as Lampiran II of UU 12/2011 has it, the best first."""


def examine() -> Iterator[Found]:
    """Yield each program with what it is for."""
    yield _program(
        "LibreOffice", ("soffice", "libreoffice"), "libreoffice",
        say("reports in .doc are not read, and no annex is written as .pdf"),
    )  # fmt: skip
    yield from _tesseract()
    yield _program(
        "git", ("git",), "git",
        say("a draft is compared with files only, and the name of who decides is asked for"),
    )  # fmt: skip
    if (fonts := _fonts()) is not None:
        yield fonts
    if importlib.util.find_spec("playwright"):  # only who tests Telusur has it
        yield _program("Chromium", _CHROMIUM, "chromium", say("tests of pages are skipped"))


def _program(name: str, commands: tuple[str, ...], package: str, without: str) -> Found:
    if version := next(filter(None, map(_version, commands)), ""):
        return Found(name, "good", version)
    return Found(name, "lacking", say("not here: {without}", without=without), get(package))


def _version(command: str) -> str:
    """The first line of what a program says of itself; empty where it does not start."""
    return next(iter(_said(command, "--version").splitlines()), "").strip()


def _said(*words: str) -> str:
    if shutil.which(words[0]) is None:
        return ""
    try:
        done = subprocess.run(
            words, capture_output=True, text=True, errors="replace", timeout=_PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout or done.stderr


def _tesseract() -> Iterator[Found]:
    """What reads scans: the program, Indonesian for it, and the package that speaks to it."""
    yield _program(
        "Tesseract", ("tesseract",), "tesseract",
        say("scans and photographs are not read"),
    )  # fmt: skip
    languages = _said("tesseract", "--list-langs").split()
    if languages and "ind" not in languages:
        what = say("Tesseract has no Indonesian, and reads it badly")
        yield Found(say("Tesseract, Indonesian"), "lacking", what, get("tesseract"))
    if importlib.util.find_spec("pytesseract") is None:
        what = say("not here: {without}", without=say("scans and photographs are not read"))
        command = say("Get it: {command}", command=f"{pip_here()} pytesseract")
        yield Found("pytesseract", "lacking", what, command)


def _fonts() -> Found | None:
    """Fonts of an annex that LibreOffice prints; where they cannot be listed, nothing is said."""
    if not (listed := _said("fc-list", ":", "family")):
        return None
    families = {name.strip() for line in listed.splitlines() for name in line.split(",")}
    if found := next((one for one in _SERIF if one in families), None):
        return Found(say("fonts"), "good", found)
    what = say("none is like Bookman Old Style: an annex as .pdf looks otherwise than official")
    return Found(say("fonts"), "lacking", what, get("fonts"))
