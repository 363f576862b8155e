"""Words within a paragraph that are more than words: references and defined terms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from telusur.draft.references.laws import Laws
from telusur.export.akoma_ntoso.elements import make
from telusur.export.akoma_ntoso.iris import law_iri
from telusur.export.outline import Piece, Unit

_DEFINES = re.compile(r"\byang dimaksud dengan\b", re.IGNORECASE)
_TERM = re.compile(r"(?P<term>[^,;:]{2,120}?)\s+(?:yang selanjutnya\b|adalah\b|ialah\b)")


def law_references(text: str) -> Iterator[Element | str]:
    """Yield `text` in pieces, in which laws that are named by number are references."""
    start = 0
    for law in Laws(text).mentions:
        if iri := law_iri(text[law.start : law.end]):
            yield text[start : law.start]
            yield make("ref", text[law.start : law.end], href=iri)
            start = law.end
    yield text[start:]


def reference(piece: Piece, eid: str | None) -> Element | str:
    """Return a piece of a clause's line as a reference, or as words where it leads nowhere.

    `eid` is the identifier of the clause that it refers to.
    """
    if eid:
        return make("ref", piece.text, href=f"#{eid}")
    iri = law_iri(piece.text) if piece.state == "external" else None
    return make("ref", piece.text, href=iri) if iri else piece.text


def defined_term(unit: Unit, parent: Unit | None) -> str | None:
    """Return the term that an item of the first Pasal defines: `Loket` of `Loket adalah …`."""
    if parent is None or not any(_DEFINES.search(p.text) for line in parent.lead for p in line):
        return None
    if not unit.lead or not unit.lead[0] or unit.lead[0][0].state is not None:
        return None
    found = _TERM.match(unit.lead[0][0].text)
    return found["term"] if found else None
