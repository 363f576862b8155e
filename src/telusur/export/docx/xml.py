"""Writes the few WordprocessingML elements that python-docx has no words for."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

Xml = Any
"""An lxml element as python-docx extends it."""


def element(tag: str, *children: Xml, **attributes: str | int) -> Xml:
    """Return `<w:tag w:name="value">`; an attribute `from_` is written `from`."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name.rstrip('_')}"), str(value))
    made.extend(children)
    return made


def parse(tag: str, inner: str) -> Xml:
    """Return the element `w:tag` that holds `inner`, in which the prefix `w:` is known."""
    return parse_xml(f"<w:{tag} {nsdecls('w')}>{inner}</w:{tag}>")
