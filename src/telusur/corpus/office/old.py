"""Old Word documents (.doc) → new ones, by LibreOffice where it is installed."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import tempfile
from pathlib import Path

from telusur.words import say

_PROGRAMS = ("soffice", "libreoffice")
_PATIENCE = 120
"""Seconds that converting one document may take."""


class NoConverter(Exception):
    """LibreOffice is not installed."""


def as_docx(data: bytes, suffix: str) -> bytes:
    """Return the .docx that LibreOffice makes of an old document, as `converted` does."""
    return converted(data, suffix, "docx")


def converted(data: bytes, suffix: str, to: str) -> bytes:
    """Return the document as a file of the ending `to`, made by LibreOffice; macros are not run.

    Raises NoConverter, and ValueError where LibreOffice cannot read it.
    """
    program = _program()
    if program is None:
        raise NoConverter
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, f"laporan{suffix}")
        source.write_bytes(data)
        own = Path(folder, "profile").as_uri()  # one that runs already would answer for us
        command = [program, f"-env:UserInstallation={own}", "--headless", "--norestore",
                   "--convert-to", to, "--outdir", folder, str(source)]  # fmt: skip
        try:
            subprocess.run(
                command, check=True, capture_output=True, timeout=_PATIENCE, preexec_fn=_at_ease
            )
            return source.with_suffix(f".{to}").read_bytes()
        except (subprocess.SubprocessError, OSError) as error:
            raise ValueError(say("LibreOffice cannot convert it")) from error


def has_converter() -> bool:
    """Whether LibreOffice is installed."""
    return _program() is not None


def _program() -> str | None:
    return next(filter(None, map(shutil.which, _PROGRAMS)), None)


def _at_ease() -> None:
    """Free LibreOffice from the limits of the process that reads reports: it has its own time."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        for limit in (resource.RLIMIT_AS, resource.RLIMIT_CPU):
            _, most = resource.getrlimit(limit)
            resource.setrlimit(limit, (most, most))
