"""Which report of the workspace has the text of a source; a new one where none has."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from telusur.corpus import document_ids, find_reports, read_report
from telusur.handover.coding.carrying import fold
from telusur.handover.coding.model import Source

_NOT_IN_NAMES = re.compile(r"[^\w .,()-]+")
_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Report:
    """A report with the text of a source."""

    id: str
    text: str
    """As Telusur reads it."""
    new: Path | None = None
    """Where it is to be written; None where it is there already."""
    data: bytes = b""


@dataclass(slots=True)
class Reports:
    """All reports of a workspace, and those that a project adds."""

    corpus: Path
    built: Mapping[str, str]
    """Texts of the reports in the store, by id."""
    _by_text: dict[str, Report] = field(default_factory=dict)
    _paths: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        for id_, text in self.built.items():
            self._by_text.setdefault(fold(text), Report(id_, text))
        found, _ = find_reports(self.corpus)
        self._paths = [path.relative_to(self.corpus).as_posix() for path in found]

    def report_of(self, source: Source) -> Report:
        """Return the report of a source.

        Raises:
            UnreadableFile: it would be new, and could not be read as a report.
        """
        key = fold(source.text)
        if key not in self._by_text:
            self._by_text[key] = self._new(source)
        return self._by_text[key]

    def _new(self, source: Source) -> Report:
        data = source.text.encode("utf-8", "replace")
        name = self._free_name(source.name, data)
        paths = [*dict.fromkeys([*self._paths, name])]
        id_ = document_ids(paths)[name]
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder, "laporan.txt")
            copy.write_bytes(data)
            text = read_report(copy, relative=name, id=id_, abbreviations=()).text
        there = (self.corpus / name).exists()  # from an import that no build has seen yet
        self._paths = paths
        return Report(id_, text, None if there else self.corpus / name, data)

    def _free_name(self, told: str, data: bytes) -> str:
        """A name below corpus/ at which nothing stands, or these very bytes, and by which no
        other report gets another id."""
        stem = _NOT_IN_NAMES.sub("-", re.sub(r"\.\w{1,5}$", "", told)).strip(" .-~")
        stem = stem[:_LONGEST_NAME] or "laporan"
        if stem.casefold().startswith("readme"):
            stem = f"laporan {stem}"
        before = document_ids(self._paths)
        number = 1
        while True:
            name = f"{stem}.txt" if number == 1 else f"{stem} {number}.txt"
            path = self.corpus / name
            if path.is_file() and path.read_bytes() == data:
                return name
            free = name not in self._paths and not path.exists()
            after = document_ids([*self._paths, name])
            if free and all(after[one] == id_ for one, id_ in before.items()):
                return name
            number += 1
