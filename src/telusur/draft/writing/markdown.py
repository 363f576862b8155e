"""Writes a draft as Markdown: what is written is read back as the same tree.

With labels, divisions are written by label and their numbers left to be computed, and references
by label too; without, every number is written as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from telusur.draft.blocks.tabulation import ORDER
from telusur.draft.model import Clause, Reference, Regulation, TextLine
from telusur.draft.numerals import ORDINAL_PATTERN
from telusur.draft.outline.parsing import Parsed
from telusur.draft.outline.prose import LabelReference
from telusur.draft.outline.tree import DIVISIONS, Node
from telusur.draft.provision import MARKERS
from telusur.draft.source.run_on import kept_whole
from telusur.draft.writing.block import Block, with_waivers
from telusur.draft.writing.escaping import guarded, inline
from telusur.draft.writing.frame import ending_lines, preamble_lines

HEADINGS = {
    "buku": ("#", "BUKU"),
    "bab": ("#", "BAB"),
    "bagian": ("##", "Bagian"),
    "paragraf": ("###", "Paragraf"),
}
_INDENT = "    "
_USUAL = {"buku": rf"(?i:{ORDINAL_PATTERN})", "bab": r"[IVXLC]+", "pasal": r"\d+"}


@dataclass(frozen=True, slots=True)
class Writing:
    """What the writer needs to know of a draft."""

    parsed: Parsed
    regulation: Regulation
    labels: Mapping[str, str]
    """The label of each division that gets one, by clause id; empty to write numbers."""


def write_draft(writing: Writing) -> str:
    """Return the draft as Markdown, a unit a line, with an empty line between any two."""
    regulation = writing.regulation
    body = _Body(writing)
    blocks = [
        *(
            Block(_paragraph(each.text), *_from(each))
            for each in preamble_lines(regulation.preamble)
        ),
        *body.blocks(),
        *(
            Block(inline(each.text.lstrip("#").strip()), *_from(each))
            for each in ending_lines(regulation.ending)
        ),
    ]
    return "\n\n".join(with_waivers(blocks, regulation)) + "\n"


def _from(part: TextLine | Node) -> tuple[str, int]:
    return part.path, part.line


def _paragraph(text: str) -> str:
    """Write a line of the preamble; the marker of an item is to be read as one."""
    found = re.match(r"(?:[a-z]{1,2}|\d{1,3})\. ", text)
    if found:
        return found[0] + inline(text[found.end() :])
    return guarded(inline(text))


class _Body:
    """Writes the clauses."""

    def __init__(self, writing: Writing) -> None:
        self.clauses = {clause.id: clause for clause in writing.regulation.clauses}
        self.labels = writing.labels
        self.nodes = writing.parsed.outline.nodes
        self.references: dict[str, list[Reference]] = {}
        for reference in writing.regulation.references:
            self.references.setdefault(reference.from_clause, []).append(reference)

    def blocks(self) -> Iterator[Block]:
        for node in self.nodes:
            if node.parent is None:
                yield from self._node(node, 0)

    def _node(self, node: Node, depth: int) -> Iterator[Block]:
        clause = self.clauses[node.id]
        lines = self._lines(node, clause)
        below = list(node.children)
        if node.level in DIVISIONS:
            yield Block(self._heading(node, clause), *_from(node))
            depth = 0
        else:
            first = lines.pop(0)[1] if lines and lines[0][0] == 0 else ""
            label = f" {{#{node.label}}}" if node.label else ""
            marker = MARKERS[node.level].format(node.number)
            words = f"{_INDENT * depth}{kept_whole(marker, first)}".rstrip() + label
            yield Block(words, *_from(node))
            depth = 0 if node.is_instruction else depth + 1
        for index, child in enumerate([*below, None]):
            between = [words for place, words in lines if place == index]
            for words in between:
                yield Block(self._later_paragraph(node, index, words, depth))
            if child is not None:
                if index and not between and _begins_anew(below[index - 1], child):
                    yield Block("---")
                yield from self._node(child, depth)

    def _later_paragraph(self, node: Node, index: int, words: str, depth: int) -> str:
        """Write a paragraph that stands behind `index` of the node's children.

        Behind an ayat, or an item without words, words at the margin would be that one's; a heading
        is the Pasal's.
        """
        before = node.children[index - 1] if index else None
        if _begins_list(node) and before and (before.level == "ayat" or _is_empty(before)):
            return guarded(words, "###### ")
        return _INDENT * depth + guarded(words)

    def _heading(self, node: Node, clause: Clause) -> str:
        marks, word = HEADINGS.get(node.level, ("####", "Pasal"))
        label = self.labels.get(node.id) or (node.label if self.labels else None)
        if node.is_dictum:
            word = "Diktum"
        number = f" {clause.number}" if self._keeps_number(node, label) else ""
        title = inline(clause.heading) if node.level != "pasal" and node.title else ""
        behind = f" {{#{label}}}" if label else ""
        return f"{marks} {word}{number}{f': {title}' if title else ''}{behind}"

    @staticmethod
    def _keeps_number(node: Node, label: str | None) -> bool:
        """Whether the heading shows its number: one that is quoted, inserted or Roman must."""
        if node.is_dictum:
            return label is None
        usual = _USUAL.get(node.level, r".*")
        return label is None or node.quoted or re.fullmatch(usual, node.number) is None

    def _lines(self, node: Node, clause: Clause) -> list[tuple[int, str]]:
        """Return the clause's paragraphs, and how many children stand before each."""
        texts = clause.text.split("\n") if clause.text else []
        places = [
            place
            for place, paragraph in zip(node.children_before, node.paragraphs, strict=True)
            if any(
                piece if isinstance(piece, LabelReference) else piece.strip() for piece in paragraph
            )
        ]
        begin, lines = 0, []
        for place, text in zip(places, texts, strict=False):
            lines.append((place, self._with_references(node, clause, text, begin)))
            begin += len(text) + 1
        return lines

    def _with_references(self, node: Node, clause: Clause, text: str, begin: int) -> str:
        """Write a paragraph that begins at `begin` of the clause's text."""
        if not self.labels:
            return inline(text)
        own = {
            piece.words
            for paragraph in node.paragraphs
            for piece in paragraph
            if isinstance(piece, LabelReference) and piece.words
        }
        written, done = "", 0
        for reference in self.references.get(clause.id, ()):
            target = self.clauses.get(reference.to_clause or "")
            start, end = reference.start - begin, reference.end - begin
            if target is None or target.quoted or node.quoted or start < done or end > len(text):
                continue
            if reference.text in own:
                words = inline(reference.text)
            elif target.label[0].isupper() and _cites(reference.text, target.label):
                words = ""
            else:
                continue
            written += f"{inline(text[done:start])}[{words}](#{self._path(target)})"
            done = end
        return written + inline(text[done:])

    def _path(self, clause: Clause) -> str:
        """Return how a reference names the clause: `antrean-daring.ayat-2`."""
        if clause.id in self.labels or clause.parent_id is None:
            return self.labels.get(clause.id, clause.id)
        if not clause.id.startswith(f"{clause.parent_id}."):
            return clause.id  # a label of its own
        above = self.clauses[clause.parent_id]
        return self._path(above) + clause.id.removeprefix(clause.parent_id)


def _cites(words: str, label: str) -> bool:
    """Whether words are a citation: `diktum KESATU`, too, of what is called `Diktum PERTAMA`."""
    if not label.startswith("Diktum "):
        return words == label
    usual, own = (each.upper().replace("PERTAMA", "KESATU") for each in (words, label))
    return usual == own


def _begins_list(node: Node) -> bool:
    """Whether what stands below a node begins at the margin."""
    return node.level in DIVISIONS or node.is_instruction


def _begins_anew(before: Node, child: Node) -> bool:
    """Whether a list of its own begins, which would else be read as below the item before."""
    if before.level in DIVISIONS or child.level in DIVISIONS or before.level == child.level:
        return False
    definitions = (before.level, child.level) == ("angka", "huruf")
    return definitions or ORDER.index(child.level) > ORDER.index(before.level)


def _is_empty(node: Node) -> bool:
    """Whether the last words below a node are a marker alone."""
    return _is_empty(node.children[-1]) if node.children else not node.paragraphs
