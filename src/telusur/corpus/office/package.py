"""The parts of an Office file: how large they are, and every line of words in them."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from xml.parsers import expat

from lxml import etree

from telusur.corpus.limits import (
    DEEPEST,
    LARGEST_RATIO,
    LARGEST_UNPACKED,
    MOST_ELEMENTS,
    MOST_PARAGRAPHS,
    MOST_PARTS,
    SMALL_PART,
    TooLarge,
)
from telusur.words import say

_WITH_WORDS = ("word/", "docProps/", "customXml/")
_TEXT_PARTS = ("word/", "xl/", "ppt/", "content.xml", "_rels/")
_PARAGRAPHS = frozenset({"p", "h", "text"})
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_SAID = ("string", "descr", "title", "alt")
"""Attributes with words: a watermark's, a picture's description."""


def check_size(archive: zipfile.ZipFile) -> None:
    """Raise TooLarge where an archive would unpack to more than any report holds, and ValueError
    where a part with words is not well-formed XML.

    The figures are those that the archive gives of itself; who lies about them is stopped while
    unpacking, as `zipfile` reads no more than it was told.
    """
    parts = archive.infolist()
    if len(parts) > MOST_PARTS:
        raise TooLarge(say("it has more than {most_parts:,} parts", most_parts=MOST_PARTS))
    if sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise TooLarge(
            say(
                "it unpacks to more than {largest_unpacked} MB",
                largest_unpacked=LARGEST_UNPACKED // 1000000,
            )
        )
    for part in parts:
        packed = max(1, part.compress_size)
        if part.file_size > SMALL_PART and part.file_size / packed > LARGEST_RATIO:
            raise TooLarge(say("a part of it unpacks to more than 1,000 times its size"))
    count = _Count()
    for part in parts:
        if part.filename.endswith((".xml", ".rels")):
            count.elements_of(archive.read(part.filename), part.filename)


@dataclass(slots=True)
class _Count:
    """Counts what the parsers that come after would make objects of."""

    elements: int = 0
    paragraphs: int = 0
    depth: int = 0

    def elements_of(self, xml: bytes, name: str) -> None:
        self.depth = 0
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        try:
            parser.Parse(xml, True)
        except expat.ExpatError as error:
            # Parsers that come after read up to the fault: half a report that looks whole.
            if name.startswith(_TEXT_PARTS):
                raise ValueError(f"{name}: {error}") from error

    def _begin(self, name: str, _: object) -> None:
        self.depth += 1
        self.elements += 1
        self.paragraphs += name.rpartition(":")[2] in {"p", "h", "tr", "row"}
        if self.paragraphs > MOST_PARAGRAPHS:
            raise TooLarge(
                say(
                    "it has more than {most_paragraphs:,} paragraphs or rows",
                    most_paragraphs=MOST_PARAGRAPHS,
                )
            )
        if self.elements > MOST_ELEMENTS:
            raise TooLarge(
                say("it has more than {most_elements:,} elements", most_elements=MOST_ELEMENTS)
            )
        if self.depth > DEEPEST:
            raise TooLarge(say("its elements are nested more than {deepest} deep", deepest=DEEPEST))

    def _end(self, _: str) -> None:
        self.depth -= 1


def lines_in(
    archive: zipfile.ZipFile, parts: tuple[str, ...] = _WITH_WORDS
) -> Iterator[tuple[str, str]]:
    """Yield the name of each part that begins with one of `parts`, and a line of its words:
    paragraphs, rows of tables, text boxes, watermarks, comments, descriptions of pictures,
    properties."""
    for name in sorted(archive.namelist()):
        if name.startswith(parts) and name.endswith(".xml"):
            for line in _lines_of(archive.read(name)):
                yield name, line


def _lines_of(xml: bytes) -> Iterator[str]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    root = etree.fromstring(xml, parser)
    if root is None:
        return
    for element in root.iter(etree.Element):
        name = etree.QName(element).localname
        for key, value in element.attrib.items():
            if etree.QName(key).localname in _SAID or name in {"alias", "tag"}:
                yield str(value)
        if name in _PARAGRAPHS:
            yield from _words_of(element).split("\n")
        elif name == "tr":
            yield " | ".join(
                " ".join(_words_of(cell).split())
                for cell in element.iterchildren()
                if etree.QName(cell).localname == "tc"
            )
        elif name == "property":  # a property of the user's own: `Klasifikasi` = `Rahasia`
            yield f"{element.get('name', '').rpartition('_')[2]}: {''.join(element.itertext())}"
            yield "".join(element.itertext())
        elif len(element) == 0 and element.text and name != "t":
            yield element.text  # docProps/core.xml: title, subject, keywords, status


def _words_of(element: etree._Element) -> str:
    """The words of a paragraph without those of the text boxes in it; of a cell, with all."""
    words: list[str] = []
    stack = [element]
    while stack:
        one = stack.pop()
        if not isinstance(one.tag, str):
            continue
        name = etree.QName(one).localname
        if name == "txbxContent" or (name in _PARAGRAPHS and one is not element and words):
            words.append("\n")
            if name == "txbxContent":
                continue
        if name in {"t", "delText"}:
            words.append(one.text or "")
        words.append(_BREAKS.get(name, ""))
        stack.extend(reversed(one))
    return "".join(words).strip()
