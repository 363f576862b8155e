"""Words with a colon that begin a line and say what follows: `Kondisi: …`, `P: …`, `J: …`."""

from __future__ import annotations

import re

from telusur.corpus.model import Document

_LABEL = re.compile(
    r"[\s\"“*(\[-]*(?:\d{1,2}[.)]\s*)?(?P<label>[^\W\d_][\w/’' ]{0,38}?)\s?:\s+(?=\S)"
)
_MOST_WORDS = 4
_ASKS = frozenset(
    {"p", "t", "q", "tanya", "pertanyaan", "penanya", "pewawancara", "enumerator", "interviewer"}
)
_ANSWERS = frozenset({"j", "a", "jawab", "jawaban", "responden", "narasumber", "informan"})
_OF_AN_INSPECTION = frozenset({"kondisi", "temuan", "hasil pemeriksaan", "uraian temuan", "fakta"})
_CAUSES = frozenset({"sebab", "penyebab", "akibat", "kriteria"})
_LINES = re.compile(
    r"(?m)^[ \t*\"“-]*+(?:\d{1,2}[.)][ \t]*+)?(?P<label>[A-Za-z][A-Za-z ]{0,18})\s?:\s"
)


class Labels:
    """The labels of a report's lines."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        found = {found["label"].lower() for found in _LINES.finditer(document.text)}
        columns = {
            cell.header.strip(" .:").lower() for one in document.passages for cell in one.cells
        }
        self._is_interview = bool(found & _ASKS and found & _ANSWERS)
        self._is_inspection = bool((found | columns) & _CAUSES)

    def at(self, start: int, end: int) -> tuple[str, int] | None:
        """Return the label with which a stretch of text begins, and where its words begin."""
        found = _LABEL.match(self.text, start, end)
        if found is None or len(found["label"].split()) > _MOST_WORDS:
            return None
        return found["label"], found.end()

    def asks(self, position: int) -> bool:
        """Whether the line at a position is that of somebody who asks, in an interview."""
        return self._is_interview and self._of_line(position) in _ASKS

    def replies(self, position: int) -> bool:
        """Whether the line at a position is that of somebody who answers, in an interview."""
        return self._is_interview and self._of_line(position) in _ANSWERS

    def _of_line(self, position: int) -> str:
        line = self.text.rfind("\n", 0, position) + 1
        found = self.at(line, min(len(self.text), line + 60))
        return found[0].lower() if found else ""

    def answers(self, label: str) -> bool:
        """Whether a label only says that an answer follows."""
        return label.lower() in _ANSWERS

    def is_condition(self, heading: str) -> bool:
        """Whether a label or a column tells what was found wrong: beside causes and criteria."""
        return self._is_inspection and heading.strip(" .:").lower() in _OF_AN_INSPECTION
