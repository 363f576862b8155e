"""Writes computed numbers into the files of a draft, and tells which numbers changed.

Only headings and references by label are touched: everything else in a file, notes to the reader
and layout too, stays as it is written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from telusur.draft.model import Clause, Regulation
from telusur.draft.numerals import ORDINAL_PATTERN
from telusur.draft.outline.numbering import NUMBERED_ID, cite, written_as_printed
from telusur.draft.outline.parsing import Parsed, draft_files, parse_folder
from telusur.draft.outline.prose import is_citation
from telusur.draft.outline.tree import DIVISIONS, Node

_HEADING = re.compile(
    r"(?P<before>[\s#*_]*(?P<word>(?-i:BUKU)|BAB|Bagian|Paragraf|Pasal|Diktum)\b)"
    rf"(?:[ \t]+(?P<number>(?:{ORDINAL_PATTERN})\b|[IVXLC]+\b|\d+[A-Z]{{0,2}}\b))?(?P<after>.*)",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"(?<!\\)\[(?P<words>[^\[\]]*)\]\(#(?P<target>[^()\s]+)\)")


@dataclass(frozen=True, slots=True)
class NumberedFile:
    """A file of the draft with its numbers written."""

    path: Path
    old: str
    """What it held when it was read."""
    text: str

    @property
    def changed(self) -> bool:
        """Whether there is anything to write."""
        return self.text != self.old


@dataclass(frozen=True, slots=True)
class Renumbered:
    """A heading whose written number is not the computed one."""

    path: str
    """Below the folder of the draft."""
    line: int
    label: str
    """The label of the heading; empty where it has none."""
    old: str
    """The citation with the number as written: `Pasal 7`."""
    new: str


def number_draft(folder: Path) -> tuple[list[NumberedFile], list[Renumbered]]:
    """Return the files of a draft with their numbers, and the headings that change.

    Writes nothing. A heading gets its number where it has a label, or where all Pasal of the draft
    have one; else the number would be taken for one that is fixed. Raises InvalidWorkspace like
    `parse_folder`.
    """
    read = {path: path.read_bytes().decode("utf-8") for path in draft_files(folder)}
    parsed = parse_folder(folder)
    headings = {
        (node.path, node.line): node
        for node in parsed.outline.nodes
        if node.level in DIVISIONS and node.computed
    }
    files = []
    for path, text in read.items():
        name = path.relative_to(folder).as_posix()
        files.append(NumberedFile(path, text, _numbered(text, name, headings, parsed)))
    return files, _renumbered(parsed)


def unlabelled_pasal(folder: Path) -> int:
    """Return how many own Pasal of a draft have no label, so that their numbers stay."""
    nodes = parse_folder(folder).outline.nodes
    return sum(node.level == "pasal" and not node.quoted and not node.label for node in nodes)


def renumbering(old: Regulation, new: Regulation) -> Mapping[str, str]:
    """Return how the citations of labelled clauses changed: `{"Pasal 7": "Pasal 8"}`.

    A clause is the same in both where its label is, whatever was inserted, moved, split or merged
    around it. What keeps its number, and what is gone, is not in the map.
    """
    now = {clause.id: clause.label for clause in new.clauses}
    return {
        clause.label: now[clause.id]
        for clause in old.clauses
        if _has_lasting_name(clause) and now.get(clause.id, clause.label) != clause.label
    }


def _has_lasting_name(clause: Clause) -> bool:
    """Whether its id begins with a label and not with a number."""
    return NUMBERED_ID.fullmatch(clause.id.split(".")[0]) is None


def _numbered(
    text: str, name: str, headings: Mapping[tuple[str, int], Node], parsed: Parsed
) -> str:
    lines = re.split(r"(\r\n|\r|\n)", text)
    for index in range(0, len(lines), 2):
        node = headings.get((name, index // 2 + 1))
        if node is not None and _may_be_written(node, parsed):
            lines[index] = _with_number(lines[index], node.number)

    def printed(found: re.Match[str]) -> str:
        words, target = " ".join(found["words"].split()), parsed.by_name.get(found["target"])
        if target is None or (words and not is_citation(words)):
            return found[0]
        return f"[{cite(target)}](#{found['target']})"

    return "".join(
        line if line.lstrip().startswith(">") else _REFERENCE.sub(printed, line)
        for line in _whole_paragraphs(lines)
    )


def _whole_paragraphs(lines: list[str]) -> list[str]:
    """Return notes line by line, and what stands between them in one piece.

    A reference may be broken over two lines.
    """
    parts: list[str] = [""]
    for line in lines:
        if line.lstrip().startswith(">"):
            parts += [line, ""]
        else:
            parts[-1] += line
    return parts


def _may_be_written(node: Node, parsed: Parsed) -> bool:
    if node.label:
        return True
    own = [each for each in parsed.outline.nodes if each.level == "pasal" and not each.quoted]
    return node.level != "pasal" and bool(own) and all(each.label for each in own)


def _with_number(line: str, number: str) -> str:
    found = _HEADING.fullmatch(line)
    return f"{found['before']} {number}{found['after']}" if found else line


def _renumbered(parsed: Parsed) -> list[Renumbered]:
    changed = []
    for node in parsed.outline.nodes:
        written = written_as_printed(node)
        if node.computed and written is not None and written != node.number:
            new = cite(node)
            old = new[: len(new) - len(node.number)] + written
            changed.append(Renumbered(node.path, node.line, node.label or "", old, new))
    return changed
