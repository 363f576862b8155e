"""The document as a whole: metadata, preface, preamble, body, conclusions, attachments."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from xml.etree.ElementTree import Element, tostring

from telusur.draft.model import Regulation
from telusur.export.akoma_ntoso.body import Body
from telusur.export.akoma_ntoso.elements import lay_out, make, root
from telusur.export.akoma_ntoso.identifiers import identifiers
from telusur.export.akoma_ntoso.metadata import Work, describe, meta, meta_of_attachment
from telusur.export.akoma_ntoso.phrases import law_references
from telusur.export.frame import TITLE, Block, Item, ending_blocks, preamble_blocks
from telusur.export.outline import outline

_TITLE_PARTS = {
    "draft": "docStatus",
    "type": "docType",
    "number": "docNumber",
    "subject": "docTitle",
}
_LISTS = {
    "considerations": ("recitals", "recs", "recital", "rec"),
    "bases": ("citations", "cits", "citation", "cit"),
    "regards": ("citations", "cits_2", "citation", "cit"),
}
_FORMULAS = {
    "grace": "rahmat",
    "official": "pejabat",
    "consent": "persetujuan",
    "decides": "memutuskan",
    "enacts": "menetapkan",
    "order": "perintah",
    "gazette": "berita-negara",
    "head": "kepala",
    "other": "lain",
}
_SIGNATURES = {"enactment": "penetapan", "promulgation": "pengundangan"}


def akoma_ntoso(regulation: Regulation, today: date) -> bytes:
    """Return the regulation as an Akoma Ntoso document; a draft is a version of `today`."""
    work = describe(regulation, today)
    units = outline(regulation)
    body = Body(identifiers(units))
    content = make("body", *(body.unit(unit) for unit in units))
    blocks = preamble_blocks(regulation)
    titles = [n for n, block in enumerate(blocks, 1) if block.role in TITLE]
    split = titles[-1] if titles else 0
    ending = ending_blocks(regulation.ending)
    attached = [block for block in ending if block.role in ("annex", "elucidation")]
    concluding = [block for block in ending if block not in attached]
    document = make(
        work.kind,
        meta(work, body.terms),
        *_part("preface", _preface(blocks[:split])),
        *_part("preamble", [_preamble(block) for block in blocks[split:]]),
        content,
        *_part("conclusions", [_conclusion(block) for block in concluding]),
        *_part("attachments", _attachments(attached, work)),
        name=work.subtype.split("/")[0] or "peraturan",
    )
    whole = root(document)
    lay_out(whole)
    text = tostring(whole, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def _part(tag: str, children: Sequence[Element]) -> list[Element]:
    return [make(tag, *children)] if children else []


def _preface(blocks: Sequence[Block]) -> list[Element]:
    """Return the title as one `longTitle`, and before it what stands above it."""
    above = [_paragraph(item) for block in blocks if block.role == "head" for item in block.items]
    title = [
        make("p", make(_TITLE_PARTS[block.role], item.text))
        if block.role in _TITLE_PARTS
        else _paragraph(item)
        for block in blocks
        if block.role != "head"
        for item in block.items
    ]
    return [*above, make("longTitle", *title, eId="longTitle")] if title else above


def _preamble(block: Block) -> Element:
    if block.role in _LISTS and block.items:
        group, group_id, one, one_id = _LISTS[block.role]
        items = [
            make(one, *_number(item), _paragraph(item), eId=f"{group_id}__{one_id}_{number}")
            for number, item in enumerate(block.items, start=1)
        ]
        heading = [make("heading", block.word)] if block.word else []
        return make(group, *heading, *items, eId=group_id)
    words = [make("p", block.word)] if block.word else []
    name = _FORMULAS.get(block.role, block.role)
    return make("formula", *words, *(_paragraph(item) for item in block.items), name=name)


def _conclusion(block: Block) -> Element:
    paragraphs = [_paragraph(item) for item in block.items]
    if block.role not in _SIGNATURES:
        return make("container", *paragraphs, name=_FORMULAS.get(block.role, block.role))
    name = _SIGNATURES[block.role]
    return make("container", *paragraphs, name=name, eId=f"container_{name}")


def _attachments(blocks: Sequence[Block], work: Work) -> list[Element]:
    return [_attachment(number, block, work) for number, block in enumerate(blocks, start=1)]


def _attachment(number: int, block: Block, work: Work) -> Element:
    name = "penjelasan" if block.role == "elucidation" else "lampiran"
    paragraphs = [_paragraph(item) for item in block.items] or [make("p")]
    document = make(
        "doc",
        meta_of_attachment(work, f"{name}_{number}"),
        make("mainBody", *paragraphs),
        name=name,
    )
    heading = [make("heading", block.word)] if block.word else []
    return make("attachment", *heading, document, eId=f"att_{number}")


def _number(item: Item) -> list[Element]:
    return [make("num", item.marker)] if item.marker else []


def _paragraph(item: Item) -> Element:
    return make("p", *law_references(item.text))
