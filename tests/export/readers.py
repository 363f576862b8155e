"""Readers of what is written, which know nothing of how it was written."""

from __future__ import annotations

import io
import re
import zipfile
from collections import defaultdict
from dataclasses import dataclass, field
from html.parser import HTMLParser

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"


def tokens(text: str) -> list[str]:
    """Words and numbers in order; punctuation and the space around it do not count."""
    return re.findall(r"\w+", text)


@dataclass
class Paragraph:
    """A paragraph of a Word document as Word shows it."""

    style: str
    label: str
    """The number that Word computes, empty where it counts nothing."""
    text: str


@dataclass
class Reference:
    """A field that refers to a bookmark."""

    shown: str
    computed: str
    """What Word will show after it has updated the field."""


@dataclass
class Level:
    """A level of a list."""

    numerals: str
    text: str


@dataclass
class Word:
    """Reads a Word document, counting its lists as Word does."""

    content: bytes
    paragraphs: list[Paragraph] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)

    def __post_init__(self) -> None:
        with zipfile.ZipFile(io.BytesIO(self.content)) as file:
            self.parts = {name: file.read(name) for name in file.namelist()}
        self.levels, self.kinds = self._numbering()
        self.styles = self._styles()
        self.counts: dict[str, dict[int, int]] = defaultdict(dict)
        bookmarks: dict[str, tuple[str, str]] = {}
        fields: list[tuple[str, str]] = []
        for p in etree.fromstring(self.parts["word/document.xml"]).iter(f"{W}p"):
            paragraph = self._paragraph(p)
            self.paragraphs.append(paragraph)
            for name, words in enclosed(p):
                bookmarks[name] = (paragraph.label, words)
            fields += fields_of(p)
        for instruction, shown in fields:
            name, *switches = instruction.split()[1:]
            label, words = bookmarks[name]
            self.references.append(
                Reference(shown, label.rstrip(".") if "\\n" in switches else words)
            )

    @property
    def text(self) -> str:
        """All words as shown, a paragraph a line."""
        return "\n".join(f"{each.label} {each.text}".strip() for each in self.paragraphs)

    def _numbering(self) -> tuple[dict[str, dict[int, Level]], dict[str, str]]:
        root = etree.fromstring(self.parts["word/numbering.xml"])
        levels = {
            kind.get(f"{W}abstractNumId", ""): {
                int(level.get(f"{W}ilvl", "0")): Level(
                    value(level, "numFmt"), value(level, "lvlText")
                )
                for level in kind.iter(f"{W}lvl")
            }
            for kind in root.iter(f"{W}abstractNum")
        }
        kinds = {
            each.get(f"{W}numId", ""): value(each, "abstractNumId") for each in root.iter(f"{W}num")
        }
        return levels, kinds

    def _styles(self) -> dict[str, tuple[str, int]]:
        """The list and level of each numbered style, which must name the style in turn."""
        root = etree.fromstring(self.parts["word/styles.xml"])
        return {
            style.get(f"{W}styleId", ""): place(numbered)
            for style in root.iter(f"{W}style")
            if (numbered := style.find(f"{W}pPr/{W}numPr")) is not None
        }

    def _paragraph(self, p: etree._Element) -> Paragraph:
        style = value(p.find(f"{W}pPr"), "pStyle")
        own = p.find(f"{W}pPr/{W}numPr")
        number, level = place(own) if own is not None else self.styles.get(style, ("0", 0))
        return Paragraph(style, self._count(number, level), words_of(p))

    def _count(self, number: str, level: int) -> str:
        if number == "0":
            return ""
        kind = self.kinds[number]
        counts = {each: n for each, n in self.counts[kind].items() if each <= level}
        counts[level] = counts.get(level, 0) + 1
        self.counts[kind] = counts

        def numeral(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            return spell(self.levels[kind][at].numerals, counts[at])

        return re.sub(r"%(\d)", numeral, self.levels[kind][level].text)


def spell(numerals: str, number: int) -> str:
    if numerals == "upperRoman":
        tens, units = divmod(number, 10)
        return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[units]
    if numerals == "lowerLetter":
        return "abcdefghijklmnopqrstuvwxyz"[(number - 1) % 26] * (1 + (number - 1) // 26)
    assert numerals == "decimal"
    return str(number)


def value(element: etree._Element | None, tag: str) -> str:
    found = element.find(f"{W}{tag}") if element is not None else None
    return found.get(f"{W}val", "") if found is not None else ""


def place(numbered: etree._Element) -> tuple[str, int]:
    return value(numbered, "numId"), int(value(numbered, "ilvl") or 0)


def words_of(element: etree._Element) -> str:
    shown = {f"{W}br": " ", f"{W}tab": " "}
    return "".join(
        each.text or "" if each.tag == f"{W}t" else shown.get(each.tag, "")
        for each in element.iter()
    ).strip()


def enclosed(p: etree._Element) -> list[tuple[str, str]]:
    """The bookmarks that begin in a paragraph, with the words between their ends."""
    found = []
    for start in p.iter(f"{W}bookmarkStart"):
        children = list(p)
        begin = children.index(start)
        end = next(
            n
            for n, each in enumerate(children)
            if each.tag == f"{W}bookmarkEnd" and each.get(f"{W}id") == start.get(f"{W}id")
        )
        words = "".join(words_of(each) for each in children[begin:end])
        found.append((start.get(f"{W}name", ""), words))
    return found


def fields_of(p: etree._Element) -> list[tuple[str, str]]:
    """The instruction of each field of a paragraph, and the words that stand for it."""
    found: list[tuple[str, str]] = []
    state, instruction, shown = "", "", ""
    for each in p.iter():
        if each.tag == f"{W}fldChar":
            state = each.get(f"{W}fldCharType", "")
            if state == "begin":
                instruction = shown = ""
            elif state == "end":
                found.append((instruction, shown))
        elif each.tag == f"{W}instrText":
            instruction += each.text or ""
        elif each.tag == f"{W}t" and state == "separate":
            shown += each.text or ""
    return found


class Page(HTMLParser):
    """Reads a page in HTML: the words of its main part, its anchors, links and headings."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.words: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.headings: list[int] = []
        self.tags: set[str] = set()
        self._inside = False
        self._unseen = False
        self.feed(content.decode("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.add(tag)
        self._inside |= tag == "main"
        self._unseen = given.get("class") == "unseen"
        self.ids += [given["id"] or ""] if "id" in given else []
        self.links += [given["href"] or ""] if "href" in given else []
        if re.fullmatch(r"h\d", tag):
            self.headings.append(int(tag[1]))

    def handle_endtag(self, tag: str) -> None:
        self._inside &= tag != "main"

    def handle_data(self, data: str) -> None:
        if self._inside and not self._unseen:
            self.words.append(data)
        self._unseen = False

    @property
    def text(self) -> str:
        return "".join(self.words)


def akn_text(content: bytes) -> str:
    """The words of an Akoma Ntoso document, without its metadata."""
    root = etree.fromstring(content)
    for parent in list(root.iter()):
        for meta in parent.findall(f"{AKN}meta"):
            parent.remove(meta)
    blocks = {f"{AKN}{tag}" for tag in ("p", "num", "heading")}
    return "\n".join(
        "".join(each.itertext())
        for each in root.iter()
        if each.tag in blocks
        and not any(child.tag in blocks for child in each.iter() if child is not each)
    )
