"""Builds XML elements, and lays them out without adding a blank to the words."""

from __future__ import annotations

from xml.etree.ElementTree import Element

_NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_HOLDS_WORDS = {"p", "num", "heading"}


def make(tag: str, *children: Element | str, **attributes: str) -> Element:
    """Return an element; text may stand between its children."""
    element = Element(tag, attributes)
    for child in children:
        if isinstance(child, Element):
            element.append(child)
        elif len(element):
            element[-1].tail = (element[-1].tail or "") + child
        else:
            element.text = (element.text or "") + child
    return element


def root(child: Element) -> Element:
    """Return the outermost element of a document."""
    return make("akomaNtoso", child, xmlns=_NAMESPACE)


def lay_out(element: Element, depth: int = 0) -> None:
    """Put each element that holds other elements only on lines of its own."""
    if element.tag in _HOLDS_WORDS and not element.findall(".//quotedStructure"):
        return
    if not len(element) or (element.text or "").strip():
        return
    inner, outer = "\n" + "  " * (depth + 1), "\n" + "  " * depth
    element.text = inner
    for child in element:
        lay_out(child, depth + 1)
        child.tail = inner
    element[-1].tail = outer
