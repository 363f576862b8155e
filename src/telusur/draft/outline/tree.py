"""From tokens to the outline: which clause stands below which, and what frames them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from telusur.draft.blocks.tabulation import ORDER
from telusur.draft.labels import split_label
from telusur.draft.model import Level, TextLine
from telusur.draft.outline.prose import Paragraph, line_numbers, plain_text, read_paragraph
from telusur.draft.source.line import breaks_off

DIVISIONS: tuple[Level, ...] = ("buku", "bab", "bagian", "paragraf", "pasal")
"""The levels above a tabulation, outermost first."""


@dataclass(slots=True, eq=False)
class Node:
    """One clause while the draft is being read; numbers and ids come in `numbering`."""

    level: Level
    written_number: str | None
    """As the draft has it; None where it is to be computed."""
    label: str | None
    path: str
    line: int
    parent: Node | None
    title: Paragraph = ()
    paragraphs: list[Paragraph] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)
    quoted: bool = False
    """Whether it is a provision of the regulation that this one amends."""
    is_dictum: bool = False
    """Whether it is a part of a decree: `KESATU`, which stands where others have a Pasal."""
    is_instruction: bool = False
    """Whether it orders a change of another regulation: `2. Ketentuan Pasal 5 diubah …`."""
    children_before: list[int] = field(default_factory=list)
    """For each paragraph, how many of the children stand before it."""
    number: str = ""
    """As printed; computed where the draft leaves it open."""
    computed: bool = False
    """Whether the number is computed, whatever is written."""
    id: str = ""


@dataclass(slots=True)
class Outline:
    """All files of a draft, read."""

    nodes: list[Node] = field(default_factory=list)
    """In reading order."""
    opening: list[TextLine] = field(default_factory=list)
    closing: list[TextLine] = field(default_factory=list)


def add_file(outline: Outline, tokens: Sequence[Token], path: str) -> None:
    """Add the tokens of one file to what was read of the files before it.

    Their maps hold lines of the file, from 0.
    """
    _Reader(outline, path).read(tokens)


class _Reader:
    """Walks over the tokens of one file; `self.unit` is the clause that paragraphs belong to."""

    def __init__(self, outline: Outline, path: str) -> None:
        self.outline = outline
        self.path = path
        self.unit = _innermost_division(outline.nodes)
        self.awaits_title = False
        self.marker = ""

    def read(self, tokens: Iterable[Token]) -> None:
        in_closing = False
        for token in tokens:
            match token.type:
                case "division":
                    self._open_division(token)
                case "instruction":
                    self._open_instruction(token)
                case "provision_open" if self.unit is not None:
                    self._open_item(token, self.unit)
                case "provision_close" if self.unit is not None:
                    self.unit = self.unit.parent
                case "provision_open":
                    # Before the first clause: the considerations keep their letters.
                    self.marker = _printed_marker(token)
                case "closing_open" | "closing_close":
                    in_closing = token.type == "closing_open"
                case "inline" if in_closing:
                    self.outline.closing += self._lines(token)
                case "inline" if self.marker or plain_text(token).strip():
                    self._add_paragraph(token)

    def _open_division(self, token: Token) -> None:
        level: Level = token.meta["level"]
        quoted: bool = token.meta["quoted"]
        parent = _innermost_division(self.outline.nodes, quoted)
        while (
            parent
            and parent.quoted == quoted
            and DIVISIONS.index(parent.level) >= DIVISIONS.index(level)
        ):
            parent = parent.parent
        self.unit = self._new_node(token, parent, quoted)
        self.awaits_title = level != "pasal"

    def _open_instruction(self, token: Token) -> None:
        """Open an instruction to amend; what follows, until the next, stands below it."""
        parent = _innermost_division(self.outline.nodes, quoted=False)
        self.unit = self._new_node(token, parent, quoted=False)
        self.unit.is_instruction = True
        self.awaits_title = False

    def _open_item(self, token: Token, parent: Node) -> None:
        # An ayat right below an instruction is quoted without the heading of its Pasal.
        quoted = parent.quoted or (token.meta["level"] == "ayat" and parent.is_instruction)
        self.unit = self._new_node(token, parent, quoted)
        self.awaits_title = False

    def _new_node(self, token: Token, parent: Node | None, quoted: bool) -> Node:
        line = (token.map[0] if token.map else 0) + 1
        meta = token.meta
        node = Node(
            meta["level"], meta["number"], meta["label"], self.path, line, parent, quoted=quoted
        )
        node.is_dictum = meta.get("is_dictum", False)
        self.outline.nodes.append(node)
        if parent is not None:
            parent.children.append(node)
        return node

    def _add_paragraph(self, token: Token) -> None:
        if self.unit is None:
            self._add_to_opening(token)
        elif self.awaits_title or self._goes_on_with_title(self.unit, token):
            self._set_title(self.unit, token)
        else:
            self.unit.paragraphs.append(read_paragraph(token))
            self.unit.children_before.append(len(self.unit.children))

    def _set_title(self, unit: Node, token: Token) -> None:
        """Take the words behind or below `BAB II` as its title, a label at its end as the bab's."""
        self.awaits_title = False
        *before, last = read_paragraph(token) or ("",)
        if isinstance(last, str) and unit.label is None:
            last, unit.label = split_label(last)
        unit.title = (*unit.title, *([" "] if unit.title else []), *before, last)

    @staticmethod
    def _goes_on_with_title(unit: Node, token: Token) -> bool:
        """Whether a paragraph is the second half of a title: `ASAS, TUJUAN,` / `DAN LINGKUP`.

        The title of a buku or bab is all in capitals; any other breaks off before its second half.
        """
        if unit.level not in DIVISIONS[:-1] or not unit.title or unit.label or unit.paragraphs:
            return False
        title, words = "".join(map(str, unit.title)).strip(), plain_text(token).strip()
        if unit.level in ("buku", "bab"):
            return title.isupper() and words.isupper()
        return breaks_off(title)

    def _add_to_opening(self, token: Token) -> None:
        lines = self._lines(token)
        if self.marker:
            words = " ".join([self.marker, *(line.text for line in lines)])
            number = (token.map[0] if token.map else 0) + 1
            lines, self.marker = [TextLine(words, self.path, number)], ""
        self.outline.opening += lines

    def _lines(self, token: Token) -> list[TextLine]:
        number_of = line_numbers(token)
        lines = (" ".join(line.split()) for line in plain_text(token).split("\n"))
        return [TextLine(text, self.path, number_of(n)) for n, text in enumerate(lines) if text]


def _innermost_division(nodes: Sequence[Node], quoted: bool = False) -> Node | None:
    """Return the division that a new one or its words may stand below.

    What is quoted may stand below an instruction, too.
    """
    for node in reversed(nodes):
        if node.level in DIVISIONS and (quoted or not node.quoted):
            return node
        if quoted and not node.quoted and node.is_instruction:
            return node
    return None


def _printed_marker(token: Token) -> str:
    number = token.meta["number"]
    forms = dict(zip(ORDER, ("({})", "{}.", "{}.", "{})", "{})"), strict=True))
    return forms[token.meta["level"]].format(number)
