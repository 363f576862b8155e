"""A Word document's text as it stands: changes accepted, wrappers gone, text boxes apart."""

from __future__ import annotations

from lxml import etree

from telusur.corpus.office.word.markup import Element, value, w

_ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_WRAPPERS = frozenset(
    map(w, ("ins", "moveTo", "smartTag", "customXml", "sdtContent", "dir", "bdo"))
)
_GONE = frozenset(map(w, ("del", "moveFrom", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr")))
_OLD_STATES = (
    "pPrChange", "rPrChange", "tcPrChange", "tblPrChange", "trPrChange", "sectPrChange",
    "numberingChange", "tblGridChange", "tblPrExChange",
)  # fmt: skip


def accept_changes(root: Element) -> None:
    """Leave what a document says now: what is deleted or moved away is gone, what came stands.

    Content controls and other wrappers go, and what they hold stays.
    """
    for name in _OLD_STATES:
        for change in list(root.iter(w(name))):
            _remove(change)
    _drop_rows(root)
    _join_paragraphs(root)
    for element in list(root.iter(*_GONE)):
        _remove(element)
    for element in list(root.iter(w("sdt"), *_WRAPPERS)):
        _unwrap(element)


def set_text_boxes_apart(root: Element) -> None:
    """Put the paragraphs of each text box behind the paragraph that it hangs on."""
    for both in list(root.iter(_ALTERNATIVE)):
        sides = [side for side in both if isinstance(side.tag, str)]
        with_box = [side for side in sides if next(side.iter(w("txbxContent")), None) is not None]
        for side in sides:
            if side is not (with_box or sides[-1:])[0]:
                _remove(side)
        for side in list(both):
            _unwrap(side)
        _unwrap(both)
    last: dict[Element, Element] = {}
    for box in list(root.iter(w("txbxContent"))):
        host = next(box.iterancestors(w("p")), None)
        if host is None:
            continue
        for part in list(box):
            last.get(host, host).addnext(part)
            last[host] = part
        _remove(box)


def fill_skipped_columns(root: Element) -> None:
    """Give a table row that begins further in the empty cells that it leaves out."""
    for skipped in list(root.iter(w("gridBefore"))):
        row = next(skipped.iterancestors(w("tr")), None)
        first = None if row is None else row.find(w("tc"))
        count = skipped.get(w("val"), "")
        if first is None or not count.isdecimal():
            continue
        for _ in range(min(int(count), 60)):
            cell = etree.Element(w("tc"))
            etree.SubElement(cell, w("p"))
            first.addprevious(cell)


def _drop_rows(root: Element) -> None:
    for row in list(root.iter(w("tr"))):
        if value(row, "trPr/del") is not None:
            _remove(row)
    for cell in list(root.iter(w("tc"))):
        if value(cell, "tcPr/cellDel") is not None:
            for part in cell.findall(w("p")):
                cell.remove(part)
            etree.SubElement(cell, w("p"))


def _join_paragraphs(root: Element) -> None:
    """Where the end of a paragraph is deleted, what is left of it begins the next one."""
    for paragraph in list(root.iter(w("p"))):
        marks = paragraph.find(f"{w('pPr')}/{w('rPr')}")
        if marks is None or all(marks.find(w(name)) is None for name in ("del", "moveFrom")):
            continue
        following = paragraph.getnext()
        while following is not None and following.tag != w("p") and _is_nothing(following):
            following = following.getnext()
        content = [part for part in paragraph if part.tag != w("pPr")]
        if following is not None and following.tag == w("p"):
            properties = following.find(w("pPr"))
            at = 0 if properties is None else 1
            for number, part in enumerate(content):
                following.insert(at + number, part)
            _remove(paragraph)
        elif not any(part.tag not in _GONE and not _is_nothing(part) for part in content) and (
            paragraph.getparent() is None or paragraph.getparent().tag != w("tc")
        ):
            _remove(paragraph)


def _is_nothing(part: Element) -> bool:
    """Whether an element only marks a place, such as the beginning of a bookmark."""
    return isinstance(part.tag, str) and len(part) == 0 and part.tag.endswith(("Start", "End"))


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    for part in list(element):
        element.addprevious(part)
    parent.remove(element)
