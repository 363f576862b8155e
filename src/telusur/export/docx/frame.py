"""What stands before and behind the body: title, considerations, signatures, annexes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from telusur.export.docx.fields import run
from telusur.export.docx.lists import Counter, Lists
from telusur.export.docx.styles import BASES, CONSIDERATIONS
from telusur.export.docx.xml import Xml, element
from telusur.export.frame import LISTS, TITLE, Block, Item

_COLUMNS = (1850, 350, 7154)
"""Widths for the word, the colon and the words beside them, in twentieths of a point."""
_ROOM_TO_SIGN = 1200
_STYLES = {"order": "Normal", "gazette": "BeritaNegara", "other": "Keterangan"}
_SIGNATURES = {"enactment": "Penetapan", "promulgation": "Pengundangan"}


def frame(blocks: Sequence[Block], lists: Lists) -> Iterator[Xml]:
    """Yield the paragraphs and tables of some blocks."""
    for block in blocks:
        if block.role in LISTS:
            yield _table(block, lists)
            yield _paragraph("Keterangan", [])
        elif block.role in _SIGNATURES:
            yield from _signature(block)
        elif block.role in ("annex", "elucidation"):
            yield from _attached(block)
        else:
            style = "Title" if block.role in TITLE else _STYLES.get(block.role, "Pembukaan")
            yield from (_paragraph(style, [run(_words(item))]) for item in block.items)


def _table(block: Block, lists: Lists) -> Xml:
    """Return `Menimbang : a. bahwa …` as a table without lines: the items keep their margin."""
    items = list(_items(block.items, lists))
    cells = [
        [_paragraph("Keterangan", [run(block.word)])],
        [_paragraph("Keterangan", [run(":")] if block.word else [])],
        items or [_paragraph("Normal", [])],
    ]
    row = element(
        "tr",
        *(
            element("tc", element("tcPr", element("tcW", w=width, type="dxa")), *content)
            for width, content in zip(_COLUMNS, cells, strict=True)
        ),
    )
    return element(
        "tbl",
        element(
            "tblPr",
            element("tblStyle", val="TableNormal"),
            element("tblW", w=sum(_COLUMNS), type="dxa"),
            element("tblLayout", type="fixed"),
        ),
        element("tblGrid", *(element("gridCol", w=width) for width in _COLUMNS)),
        row,
    )


def _items(items: Sequence[Item], lists: Lists) -> Iterator[Xml]:
    """Yield the items of a list; numbers that Word would not count to are typed."""
    marked = [item.marker for item in items if item.marker]
    kind = CONSIDERATIONS if marked and marked[0][0].isalpha() else BASES
    counter = lists[kind] if not lists[kind].counts else lists.another(kind)
    for item in items:
        yield _item(item, kind, counter) if item.marker else _paragraph("Normal", [run(item.text)])


def _item(item: Item, kind: int, counter: Counter) -> Xml:
    style = "Menimbang" if kind == CONSIDERATIONS else "Mengingat"
    if not counter.counts_to(0, item.marker):
        typed = [run(item.marker), element("r", element("tab")), run(item.text)]
        return _paragraph(style, typed, list_id=0)
    return _paragraph(style, [run(item.text)], list_id=counter.id if counter.id != kind else None)


def _signature(block: Block) -> Iterator[Xml]:
    """Yield place, date, office and name, all on one page; above the name is room to sign."""
    for number, item in enumerate(block.items):
        is_last = number == len(block.items) - 1
        before = _ROOM_TO_SIGN if is_last and number > 1 else 240 if number == 0 else None
        yield _paragraph(_SIGNATURES[block.role], [run(item.text)], before=before)


def _attached(block: Block) -> Iterator[Xml]:
    """Yield a Lampiran or the Penjelasan, which begins on a page of its own."""
    words = [block.word] * bool(block.word) + [_words(item) for item in block.items]
    first, *rest = words or [""]
    yield _paragraph("Lampiran", [run(first)])
    for line in rest:
        yield _paragraph("IsiLampiran", [run(line)])


def _words(item: Item) -> str:
    return f"{item.marker} {item.text}" if item.marker else item.text


def _paragraph(
    style: str, content: Iterable[Xml], *, list_id: int | None = None, before: int | None = None
) -> Xml:
    properties = [element("pStyle", val=style)]
    if list_id is not None:
        properties.append(element("numPr", element("ilvl", val=0), element("numId", val=list_id)))
    if before is not None:
        properties.append(element("spacing", before=before))
    return element("p", element("pPr", *properties), *content)
