"""The words of a paragraph as one reads them, with what refers to a bookmark and what is marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from telusur.corpus.office.word.markup import Element, w
from telusur.exchange.word.looks import Looks

MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_REFERS = re.compile(r"\s*REF\s+(?P<name>\S+)", re.IGNORECASE)
_SIGNS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_LETTERS_OF_SYMBOLS = range(0x20, 0xF000)


@dataclass(frozen=True, slots=True)
class Words:
    """Some words, and the bookmark that they refer to."""

    text: str
    target: str = ""


@dataclass(slots=True)
class Paragraph:
    """A paragraph as one reads it."""

    number: str = ""
    """What Word counts before it: `(2)`, `Pasal 7`."""
    words: list[Words] = field(default_factory=list)
    covered: dict[str, int] = field(default_factory=dict)
    """How many of its characters each bookmark covers."""
    comments: list[str] = field(default_factory=list)
    """The ids of the comments on it."""
    hidden: str = ""
    """Words that are not printed."""

    @property
    def text(self) -> str:
        """Its words; a line break is a `\\n`."""
        return "".join(each.text for each in self.words)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is printed."""
        return not (self.number or self.text.strip())


class WordsReader:
    """Reads paragraphs in order: bookmarks and fields may go on from one to the next."""

    def __init__(self, looks: Looks) -> None:
        self._looks = looks
        self._open: dict[str, str] = {}
        """The bookmarks that have begun, by their number."""
        self._fields: list[str | None] = []
        """What each field that has begun says; None where its result is shown by now."""
        self._targets: list[str] = []
        """The bookmark that each field whose result is shown refers to."""

    def read(self, element: Element) -> Paragraph:
        """Return what a `w:p` says."""
        made = Paragraph()
        for each in _walk(element):
            name = etree.QName(each).localname
            if name == "bookmarkStart":
                self._open[each.get(w("id"), "")] = each.get(w("name"), "")
                made.covered.setdefault(each.get(w("name"), ""), 0)
            elif name == "bookmarkEnd":
                self._open.pop(each.get(w("id"), ""), None)
            elif name in ("commentRangeStart", "commentReference"):
                number = each.get(w("id"), "")
                if number not in made.comments:
                    made.comments.append(number)
            elif name == "fldChar":
                self._turn(each.get(w("fldCharType"), ""))
            elif name == "instrText" and self._fields and self._fields[-1] is not None:
                self._fields[-1] += each.text or ""
            elif said := _said(each):
                self._say(made, said, each, element)
        return made

    def _turn(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append("")
        elif kind == "separate" and self._fields:
            found = _REFERS.match(self._fields[-1] or "")
            self._fields[-1] = None
            self._targets.append(found["name"] if found else "")
        elif kind == "end" and self._fields and self._fields.pop() is None:
            self._targets.pop()

    def _say(self, made: Paragraph, said: str, each: Element, paragraph: Element) -> None:
        run = next(each.iterancestors(w("r")), None)
        if run is not None and self._looks.is_hidden(run, paragraph):
            made.hidden += said
            return
        if run is not None and self._looks.in_capitals(run, paragraph):
            said = said.upper()
        simple = next(each.iterancestors(w("fldSimple")), None)
        found = _REFERS.match(simple.get(w("instr"), "")) if simple is not None else None
        target = found["name"] if found else next(iter(self._targets[-1:]), "")
        if made.words and made.words[-1].target == target:
            made.words[-1] = Words(made.words[-1].text + said, target)
        else:
            made.words.append(Words(said, target))
        for name in self._open.values():
            made.covered[name] = made.covered.get(name, 0) + len(said.strip())


def _walk(element: Element) -> Iterator[Element]:
    """Yield all elements below a paragraph in order, but what its and its runs' properties say."""
    for child in element:
        if isinstance(child.tag, str) and child.tag not in (w("pPr"), w("rPr")):
            yield child
            yield from _walk(child)


def _said(element: Element) -> str:
    if element.tag in (w("t"), MATH_TEXT):
        return element.text or ""
    if element.tag == w("sym"):
        code = int(element.get(w("char"), "0") or "0", 16)
        return chr(code) if code in _LETTERS_OF_SYMBOLS else ""
    if (
        element.getparent() is None
        or etree.QName(element).namespace != etree.QName(w("t")).namespace
    ):
        return ""
    return _SIGNS.get(etree.QName(element).localname, "")
