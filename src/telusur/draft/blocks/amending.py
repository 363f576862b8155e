"""Block rule: `2. Ketentuan Pasal 5 diubah …`, what an amending regulation does to another one.

What such an instruction quotes (`Pasal 5`, `BAB VIA`) is a provision of the other regulation. It
stands below the instruction, and outside the numbering of the regulation that amends.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from telusur.draft.blocks.lines import ends_block, line_text, push_paragraph
from telusur.draft.source.line import is_heading

_ITEM = re.compile(r"(?P<number>\d{1,3}[a-z]?)\.\s+(?P<text>\S.*)")
_SUBJECT = re.compile(
    r"(?:Ketentuan|Di\s?antara|Judul|Pasal\s+\d+[A-Z]?|BAB|Bagian|Paragraf|Setelah|Sesudah|Sebelum"
    r"|Penjelasan|Lampiran|Mengubah|Menghapus|Menyisipkan|Menambah\w*|Beberapa|Ayat|Huruf|Angka"
    r"|\[[^\]]*\]\(#|Fras[ae]|Kata|Nomenklatur|Semua|Seluruh|Diantara)\b",
    re.IGNORECASE,
)
_CHANGES = re.compile(
    r"\b(?:diubah|dihapus|disisipkan|ditambah(?:kan)?|diganti|dicabut|disempurnakan|berbunyi)\b",
    re.IGNORECASE,
)
_ANNOUNCES_CHANGES = re.compile(
    r"\b(?:diubah|ditambah(?:kan)?|disisipkan|dihapus|perubahan)\b.{0,200}"
    r"\b(?:sebagai\s+berikut|berbunyi|sehingga\s+menjadi)\b|\bdiubah\s*:",
    re.IGNORECASE | re.DOTALL,
)
_MOST_LINES_OF_INSTRUCTION = 14


@dataclass(slots=True)
class Amendment:
    """What the parser knows while it reads a Pasal that changes another regulation."""

    own_pasal: str
    """The number of that Pasal: Roman in a regulation that only amends, empty where it is to be
    computed."""
    announced: str
    """The words that announce what is quoted next."""
    instruction: int = 0
    """The number of the last instruction."""
    quoted: set[str] = field(default_factory=set)
    """The numbers of the Pasal that were quoted since."""

    def quotes(self, level: str, number: str | None, label: str | None) -> bool:
        """Whether a division with this number is quoted; what has a label is the draft's own."""
        if number is None or label is not None:
            return False
        if self.own_pasal.isalpha():
            return not (level == "pasal" and number.isalpha())
        if level != "pasal":
            return re.search(rf"\b{level}\b", self.announced, re.IGNORECASE) is not None
        named = re.search(rf"\bPasal\s+{re.escape(number)}\b", self.announced)
        digits = re.match(r"\d+", self.own_pasal)
        return (named is not None and number not in self.quoted) or (
            digits is None or number != str(int(digits[0]) + 1)
        )


def amendment_of(state: StateBlock, line: int, number: str, title: str) -> Amendment | None:
    """Return what the own Pasal that begins on `line` changes; None where it changes nothing.

    `title` are the words behind its number.
    """
    words = f"{title} {_words_ahead(state, line + 1)}"
    if not _ANNOUNCES_CHANGES.search(words):
        return None
    return Amendment(number, words)


def amending_plugin(md: MarkdownIt) -> None:
    """Add the rule, before tabulations, which it also ends."""
    md.block.ruler.before("division", "instruction", instruction, {"alt": ["paragraph"]})


def instruction(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Push an `instruction` token whose meta holds its number, and a paragraph of its words."""
    found = begins_instruction(state, start_line)
    if found is None:
        return False
    if silent:
        return True
    line = start_line + 1
    while line < end_line and not state.isEmpty(line) and not ends_block(state, line, end_line):
        line += 1
    first = state.bMarks[start_line] + state.tShift[start_line] + found.start("text")
    words = state.src[first : state.eMarks[line - 1]]
    amendment: Amendment = state.env["amendment"]
    amendment.instruction = _ordinal(found["number"])
    amendment.announced = " ".join(words.split())
    amendment.quoted = set()
    token = state.push("instruction", "", 0)
    token.map = [start_line, line]
    token.meta = {"level": "angka", "number": found["number"], "label": None}
    push_paragraph(state, words, start_line, line)
    state.line = line
    return True


def begins_instruction(state: StateBlock, line: int) -> re.Match[str] | None:
    """Return the number and words of the instruction that begins on `line`, or None."""
    amendment: Amendment | None = state.env.get("amendment")
    found = _ITEM.match(line_text(state, line)) if amendment else None
    if amendment is None or found is None or not _SUBJECT.match(found["text"]):
        return None
    step = _ordinal(found["number"]) - amendment.instruction
    inserted = step == 0 and not found["number"].isdigit()
    if step != 1 and not inserted:
        return None
    words = f"{found['text']} {_words_ahead(state, line + 1)}"
    return found if _CHANGES.search(words) else None


def _words_ahead(state: StateBlock, line: int) -> str:
    """Return the words from `line` to the next empty line, item or heading behind words."""
    words: list[str] = []
    while line < state.lineMax and len(words) < _MOST_LINES_OF_INSTRUCTION:
        text = line_text(state, line)
        if (
            text.startswith(("#", "BAB "))
            or is_heading(text)
            or (words and (not text or _ITEM.match(text)))
        ):
            break
        if text:
            words.append(text)
        line += 1
    return " ".join(words)


def _ordinal(number: str) -> int:
    return int(re.sub(r"\D", "", number))
