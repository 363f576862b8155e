"""What a Word file said when it was exported, kept within it: the middle of a three-way merge.

It holds nothing that the document itself does not show, and the ids of its clauses.
"""

from __future__ import annotations

import base64
import io
import json
import re
import zipfile
import zlib
from pathlib import Path
from typing import Any

from telusur.draft.model import Regulation
from telusur.exchange.merging.version import Version, version_of
from telusur.exchange.word import WordDocument, WordLine, read_word
from telusur.exchange.word.words import Paragraph, Words

_NAMESPACE = "urn:telusur:draft:1"
_ITEM = "customXml/item1.xml"
_RELATION = (
    '<Relationship Id="rIdTelusur" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/customXml" Target="../customXml/item1.xml"/>'
)
_PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
    '<ds:datastoreItem ds:itemID="{7E1A9A52-6C1B-4D6E-9B57-0A5D1C3E7B10}" xmlns:ds='
    '"http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs>'
    f'<ds:schemaRef ds:uri="{_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
)
_OF_ITEM = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/customXmlProps" Target="itemProps1.xml"/></Relationships>'
)
_TYPE = (
    '<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.'
    'openxmlformats-officedocument.customXmlProperties+xml"/>'
)
"""Without them LibreOffice forgets the item."""
_PART = re.compile(rb"urn:telusur:draft:1[^>]*>(?P<packed>[A-Za-z0-9+/=\s]+)<")
_EPOCH = (1980, 1, 1, 0, 0, 0)
_LARGEST = 50_000_000


def with_base(content: bytes, regulation: Regulation) -> bytes:
    """Return an exported Word file that remembers what it says; the same gives the same bytes."""
    document = read_word(content, Path("naskah.docx"))
    ids = {clause.position: clause.id for clause in regulation.clauses}
    said = {"ids": ids, "lines": [_packed_line(line) for line in document.lines]}
    packed = base64.b64encode(zlib.compress(json.dumps(said, ensure_ascii=False).encode(), 9))
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(written, "w") as target:
        for each in source.infolist():
            part = source.read(each)
            if each.filename == "word/_rels/document.xml.rels":
                end = b"</Relationships>"
                part = part.replace(end, _RELATION.encode() + end)
            elif each.filename == "[Content_Types].xml":
                part = part.replace(b"</Types>", _TYPE.encode() + b"</Types>")
            _write(target, each.filename, part)
        _write(target, "customXml/itemProps1.xml", _PROPERTIES.encode())
        _write(target, "customXml/_rels/item1.xml.rels", _OF_ITEM.encode())
        item = f'<base xmlns="{_NAMESPACE}">{packed.decode()}</base>'
        _write(target, _ITEM, item.encode())
    return written.getvalue()


def base_of(document: WordDocument) -> Version | None:
    """Return what a Word file said when it was exported; None where it does not remember."""
    for name, content in document.parts.items():
        found = _PART.search(content) if name.endswith(".xml") else None
        if found:
            try:
                return _unpacked(found["packed"])
            except (ValueError, KeyError, TypeError, zlib.error):
                return None  # somebody changed it
    return None


def _unpacked(packed: bytes) -> Version:
    said = json.loads(zlib.decompressobj().decompress(base64.b64decode(packed), _LARGEST))
    ids = {int(position): str(id_) for position, id_ in said["ids"].items()}
    return version_of([_line(each) for each in said["lines"]], ids)


def _write(target: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    target.writestr(entry, content)


def _packed_line(line: WordLine) -> list[object]:
    paragraphs = [
        [each.number, [[words.text, words.target] for words in each.words], each.covered]
        for each in line.paragraphs
    ]
    return [line.text, paragraphs]


def _line(packed: Any) -> WordLine:
    text, paragraphs = packed
    return WordLine(
        str(text),
        tuple(
            Paragraph(str(number), [Words(*each) for each in words], dict(covered))
            for number, words, covered in paragraphs
        ),
    )
