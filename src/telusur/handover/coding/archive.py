"""The files in a project: unpacked one by one, each no larger than a report may be."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

from telusur.corpus.limits import LARGEST_FILE, MOST_PARTS
from telusur.handover.coding.model import ProjectUnreadable
from telusur.words import Later, say

_PROJECT = "project.qde"
_INTERNAL = "internal://"
_REMEDY = Later("Export it anew as a REFI-QDA project (.qdpx)")


class Archive:
    """An open project. Nothing of it is ever written to disk, and no path leads out of it."""

    def __init__(self, path: Path) -> None:
        """Raises ProjectUnreadable where it is no archive with a project in it."""
        self._path = path
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
            raise ProjectUnreadable(
                say("{path}: this is no REFI-QDA project. {remedy}.", path=path, remedy=_REMEDY)
            ) from error
        if len(self._zip.namelist()) > MOST_PARTS:
            raise ProjectUnreadable(
                say(
                    "{path}: it has more than {most_parts:,} files in it.",
                    path=path,
                    most_parts=MOST_PARTS,
                )
            )
        # Programs do not agree on capitals, nor on the folder of the sources.
        self._names: Mapping[str, str] = {
            name.rpartition("/")[2].casefold(): name for name in self._zip.namelist()
        }

    def close(self) -> None:
        self._zip.close()

    def project(self) -> bytes:
        """Return the project's XML. Raises ProjectUnreadable."""
        name = self._names.get(_PROJECT)
        if name is None:
            raise ProjectUnreadable(
                say(
                    "{path}: there is no {project} in it. {remedy}.",
                    path=self._path,
                    project=_PROJECT,
                    remedy=_REMEDY,
                )
            )
        return self._read(name)

    def text(self, told: str) -> str | None:
        """Return the text that stands at a path of the project; None where it is not inside.

        Paths to elsewhere on somebody's machine, or beside the project, are never followed.
        Raises ProjectUnreadable where it is too large or damaged, and UnicodeDecodeError.
        """
        if not told.startswith(_INTERNAL):
            return None
        wanted = told.removeprefix(_INTERNAL).rpartition("/")[2].casefold()
        name = self._names.get(wanted)
        if name is None:
            return None
        data = self._read(name)
        wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
        return data.decode("utf-16" if wide else "utf-8-sig")

    def _read(self, name: str) -> bytes:
        """Unpack a file, and no more of it than a report may hold, whatever it says of itself."""
        try:
            with self._zip.open(name) as file:
                data = file.read(LARGEST_FILE + 1)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
            raise ProjectUnreadable(
                say(
                    "{path}: {name} in it is damaged or encrypted. {remedy}.",
                    path=self._path,
                    name=name,
                    remedy=_REMEDY,
                )
            ) from error
        if len(data) > LARGEST_FILE:
            size = LARGEST_FILE // 1_000_000
            raise ProjectUnreadable(
                say(
                    "{path}: {name} in it is larger than {size} MB.",
                    path=self._path,
                    name=name,
                    size=size,
                )
            )
        return data
