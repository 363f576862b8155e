"""Finds the reports below a folder."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from telusur.errors import Problem
from telusur.words import Later, say

TEXT_FORMATS = frozenset({".md", ".markdown", ".txt", ".html", ".htm"})
"""Suffixes of the formats that may carry front matter."""
PICTURES = frozenset({".jpg", ".jpeg", ".png", ".tif", ".tiff"})
"""Suffixes of photographs and scans."""
REPORT_SUFFIXES = frozenset(
    {
        *TEXT_FORMATS, *PICTURES, ".docx", ".docm", ".dotx", ".doc", ".odt", ".rtf", ".pptx",
        ".ppsx", ".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".eml", ".msg", ".pdf",
    }
)  # fmt: skip
"""Of every format that is read; what reads them takes long to import."""

_README = re.compile(r"readme(\..+)?\.(md|markdown)", re.IGNORECASE)

_REMEDIES = {
    **dict.fromkeys(
        (".dot", ".wpd", ".wps", ".pages", ".gdoc"),
        Later("Save it as .docx"),
    ),
    **dict.fromkeys((".xlsb", ".numbers", ".gsheet"), Later("Save it as .xlsx")),
    **dict.fromkeys(
        (".ppt", ".odp", ".key"),
        Later("Save it as .pptx, or as a PDF with text"),
    ),
    **dict.fromkeys(
        (".gif", ".webp", ".heic", ".bmp"),
        Later("Save it as .png or .jpg, or type what it says into a .md report"),
    ),
    **dict.fromkeys((".zip", ".rar", ".7z", ".gz"), Later("Unpack it here")),
}


def find_reports(folder: Path, *, follow_links: bool = False) -> tuple[list[Path], list[Problem]]:
    """Return the reports below `folder`, sorted by path, and what stands there that is none.

    READMEs, hidden files and Office's lock files are passed over. Links to files and folders
    outside `folder` are problems, unless `follow_links`: whoever gets a link into a corpus would
    else get any file of this machine into a report. Each folder is read once.
    """
    reports: list[Path] = []
    problems: list[Problem] = []
    for path in _files(folder, problems, follow_links=follow_links):
        if _is_passed_over(path.name):
            continue
        relative = path.relative_to(folder).as_posix()
        shown = f"corpus/{relative}"
        problem = _obstacle(path, shown)
        if problem is None and not follow_links:
            problem = link_out(path, folder, shown)
        if problem is None:
            reports.append(path)
        else:
            problems.append(problem)
    return sorted(reports, key=lambda path: path.relative_to(folder).as_posix()), sorted(
        problems, key=lambda problem: problem.path
    )


def link_out(path: Path, folder: Path, shown: str) -> Problem | None:
    """Say of a link that it leads out of `folder`; None of all else."""
    if not path.is_symlink() or Path(os.path.realpath(path)).is_relative_to(
        os.path.realpath(folder)
    ):
        return None
    what = say("this is a link that leads out of {name}/", name=folder.name)
    remedy = say("Copy it here, or write `follow_links = true` under [corpus] in telusur.toml")
    return Problem(shown, None, what, remedy)


def links_out_of(folder: Path) -> list[Problem]:
    """Name the links below `folder` that lead out of it."""
    found = [
        link_out(path, folder, path.relative_to(folder.parent).as_posix())
        for path in sorted(folder.rglob("*"))
    ]
    return [problem for problem in found if problem]


def _files(folder: Path, problems: list[Problem], *, follow_links: bool) -> Iterator[Path]:
    """Yield every file below `folder`; folders that cannot be listed go to `problems`."""

    def not_listed(error: OSError) -> None:
        relative = Path(error.filename).relative_to(folder).as_posix()
        problems.append(_unreachable("corpus" if relative == "." else f"corpus/{relative}", error))

    seen = {os.path.realpath(folder)}
    for parent, folders, names in os.walk(folder, onerror=not_listed, followlinks=True):
        folders[:] = [
            name
            for name in sorted(folders)
            if not name.startswith(".") and _is_new(Path(parent, name), seen)
        ]
        if not follow_links:
            led_out = {name: _led_out(Path(parent, name), folder) for name in folders}
            problems += [problem for problem in led_out.values() if problem]
            folders[:] = [name for name in folders if not led_out[name]]
        yield from (Path(parent, name) for name in names)


def _led_out(path: Path, folder: Path) -> Problem | None:
    return link_out(path, folder, f"corpus/{path.relative_to(folder).as_posix()}")


def _is_new(folder: Path, seen: set[str]) -> bool:
    """Whether `folder` is not a second way to one that is read anyway; remembers it."""
    real = os.path.realpath(folder)
    if folder.is_symlink() and any(Path(real).is_relative_to(other) for other in seen):
        return False
    new = real not in seen
    seen.add(real)
    return new


def _is_passed_over(name: str) -> bool:
    return name.startswith((".", "~$")) or _README.fullmatch(name) is not None


def _obstacle(path: Path, shown: str) -> Problem | None:
    """What keeps `path` from being a report, or None."""
    if shown.encode("utf-8", "replace") != shown.encode("utf-8", "surrogateescape"):
        written = shown.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
        return Problem(
            written, None, say("the file's name is not in UTF-8"), say("Rename the file")
        )
    try:
        path.stat()
        is_file = path.is_file()
    except OSError as error:
        return _unreachable(shown, error)
    if not is_file:
        return Problem(
            shown, None, say("this is not an ordinary file"), say("Move it out of corpus/")
        )
    suffix = path.suffix.lower()
    if suffix in REPORT_SUFFIXES:
        return None
    what = (
        say("`{suffix}` files are not read", suffix=suffix)
        if suffix
        else say("a file without a suffix is not read")
    )
    default = say("Save it as .md, .txt, .html, .docx or .pdf, or move it out of corpus/")
    return Problem(shown, None, what, _REMEDIES.get(suffix, default))


def _unreachable(shown: str, error: OSError) -> Problem:
    what = say("this cannot be reached: {strerror}", strerror=error.strerror or error)
    return Problem(shown, None, what, say("Mend the link or the permissions, or remove it"))
