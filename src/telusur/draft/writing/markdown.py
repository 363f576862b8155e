"""Writes a draft as Markdown: what is written is read back as the same tree.

With labels, divisions are written by label and their numbers left to be computed, and references
by label too; without, every number is written as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from telusur.draft.blocks.parser import make_parser
from telusur.draft.blocks.tabulation import ORDER
from telusur.draft.model import Clause, Ending, Preamble, Reference, Regulation, Signature, TextLine
from telusur.draft.outline.parsing import Parsed
from telusur.draft.outline.prose import LabelReference
from telusur.draft.outline.tree import DIVISIONS, Node
from telusur.draft.provisions import MARKERS
from telusur.draft.source import prepare
from telusur.draft.source.run_on import kept_whole

_HEADINGS = {"bab": ("#", "BAB"), "bagian": ("##", "Bagian"), "paragraf": ("###", "Paragraf")}
_SPECIAL = re.compile(r"[\\*\[\]<_`]")
_ENTITY_LIKE = re.compile(r"&(?=#|\w)")
_LABEL_AT_END = re.compile(r"\{(?=#[^{}]*\}\s*$)")
_INDENT = "    "


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
        *(_paragraph(line) for line in _preamble_lines(regulation.preamble)),
        *body.blocks(),
        *(_inline(line.lstrip("#").strip()) for line in _ending_lines(regulation.ending)),
    ]
    return "\n\n".join(blocks) + "\n"


class _Body:
    """Writes the clauses."""

    def __init__(self, writing: Writing) -> None:
        self.clauses = {clause.id: clause for clause in writing.regulation.clauses}
        self.labels = writing.labels
        self.nodes = writing.parsed.outline.nodes
        self.references: dict[str, list[Reference]] = {}
        for reference in writing.regulation.references:
            self.references.setdefault(reference.from_clause, []).append(reference)

    def blocks(self) -> Iterator[str]:
        for node in self.nodes:
            if node.parent is None:
                yield from self._node(node, 0)

    def _node(self, node: Node, depth: int) -> Iterator[str]:
        clause = self.clauses[node.id]
        lines = self._lines(node, clause)
        below = list(node.children)
        if node.level in DIVISIONS:
            yield self._heading(node, clause)
            depth = 0
        else:
            first = lines.pop(0)[1] if lines and lines[0][0] == 0 else ""
            label = f" {{#{node.label}}}" if node.label else ""
            marker = MARKERS[node.level].format(node.number)
            yield f"{_INDENT * depth}{kept_whole(marker, first)}".rstrip() + label
            depth = 0 if node.is_instruction else depth + 1
        for index, child in enumerate([*below, None]):
            between = [words for place, words in lines if place == index]
            for words in between:
                yield self._later_paragraph(node, index, words, depth)
            if child is not None:
                if index and not between and _begins_anew(below[index - 1], child):
                    yield "---"
                yield from self._node(child, depth)

    def _later_paragraph(self, node: Node, index: int, words: str, depth: int) -> str:
        """Write a paragraph that stands behind `index` of the node's children.

        Behind an ayat, or an item without words, words at the margin would be that one's; a heading
        is the Pasal's.
        """
        before = node.children[index - 1] if index else None
        if _begins_list(node) and before and (before.level == "ayat" or _is_empty(before)):
            return _guarded(words, "###### ")
        return _INDENT * depth + _guarded(words)

    def _heading(self, node: Node, clause: Clause) -> str:
        marks, word = _HEADINGS.get(node.level, ("####", "Pasal"))
        label = self.labels.get(node.id) or (node.label if self.labels else None)
        number = f" {clause.number}" if self._keeps_number(node, label) else ""
        title = _inline(clause.heading) if node.level != "pasal" and node.title else ""
        behind = f" {{#{label}}}" if label else ""
        return f"{marks} {word}{number}{f': {title}' if title else ''}{behind}"

    @staticmethod
    def _keeps_number(node: Node, label: str | None) -> bool:
        """Whether the heading shows its number: one that is quoted, inserted or Roman must."""
        usual = {"bab": r"[IVXLC]+", "pasal": r"\d+"}.get(node.level, r".*")
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
            return _inline(text)
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
                words = _inline(reference.text)
            elif reference.text == target.label and target.label[0].isupper():
                words = ""
            else:
                continue
            written += f"{_inline(text[done:start])}[{words}](#{self._path(target)})"
            done = end
        return written + _inline(text[done:])

    def _path(self, clause: Clause) -> str:
        """Return how a reference names the clause: `antrean-daring.ayat-2`."""
        if clause.id in self.labels or clause.parent_id is None:
            return self.labels.get(clause.id, clause.id)
        if not clause.id.startswith(f"{clause.parent_id}."):
            return clause.id  # a label of its own
        above = self.clauses[clause.parent_id]
        return self._path(above) + clause.id.removeprefix(clause.parent_id)


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


def _preamble_lines(preamble: Preamble) -> Iterator[str]:
    title_line = min(
        (line.line for line in (preamble.type, preamble.subject) if line), default=10**9
    )
    before = [line.text for line in preamble.other if line.line <= title_line]
    after = [line.text for line in preamble.other if line.line > title_line]
    year = f" TAHUN {preamble.year.text}" if preamble.year else ""
    number = f"NOMOR {preamble.number.text}{year}" if preamble.number else year.strip()
    subject = ["TENTANG", preamble.subject.text] if preamble.subject else []
    yield from before
    yield from _texts(preamble.type)
    yield from [number] if number else []
    yield from subject
    yield from _texts(preamble.grace, preamble.official)
    for word, items in (
        (preamble.considerations_word, preamble.considerations),
        (preamble.bases_word, preamble.bases),
        (preamble.regards_word, preamble.regards),
    ):
        yield from [_with_colon(word.text)] if word else []
        yield from (_marked(item) for item in items)
    yield from _texts(preamble.consent, preamble.decides)
    if preamble.enacts_word:
        enacts = preamble.enacts.text if preamble.enacts else ""
        yield f"{_with_colon(preamble.enacts_word.text)} {enacts}".strip()
    yield from after


def _with_colon(word: str) -> str:
    return word.rstrip(" :").capitalize() + ":"


def _marked(item: TextLine) -> str:
    if not item.marker:
        return item.text
    return f"{item.marker}. {item.text}"


def _ending_lines(ending: Ending) -> Iterator[str]:
    yield from _texts(ending.order)
    for signature in (ending.enactment, ending.promulgation):
        if signature:
            yield from _signature_lines(signature)
    yield from _texts(ending.gazette)
    yield from (line.text for line in ending.other)
    for annex in ending.annexes:
        yield annex.heading.text
        yield from (line.text for line in annex.lines)
    yield from (line.text for line in ending.elucidation)


def _signature_lines(signature: Signature) -> Iterator[str]:
    place = f" {signature.place.text}" if signature.place else ""
    yield f"{signature.act.text}{place}"
    if signature.date:
        yield f"pada tanggal {signature.date.text}"
    yield from _texts(signature.office, signature.name)


def _texts(*lines: TextLine | None) -> Iterator[str]:
    yield from (line.text for line in lines if line)


def _paragraph(text: str) -> str:
    """Write a line of the preamble; the marker of an item is to be read as one."""
    found = re.match(r"(?:[a-z]{1,2}|\d{1,3})\. ", text)
    if found:
        return found[0] + _inline(text[found.end() :])
    return _guarded(_inline(text))


def _inline(text: str) -> str:
    """Escape what Markdown would read as marks."""
    text = _ENTITY_LIKE.sub("&amp;", text)
    text = _LABEL_AT_END.sub("&#123;", text)
    return _SPECIAL.sub(lambda found: "&lt;" if found[0] == "<" else f"\\{found[0]}", text)


_PARSER = make_parser()
_TOKENS_OF_A_BLOCK = 3


def _guarded(line: str, marks: str = "") -> str:
    """Write the first character as an entity where the line would be read as another block."""
    tokens = _PARSER.parse(prepare(f"\n{marks}{line}", "").text, {"pasal_seen": True})
    wanted = "heading_open" if marks else "paragraph_open"
    if len(tokens) == _TOKENS_OF_A_BLOCK and tokens[0].type == wanted:
        return marks + line
    start = 1 if line[:1] == "\\" else 0
    return f"{marks}&#{ord(line[start])};{line[start + 1 :]}" if line else marks
