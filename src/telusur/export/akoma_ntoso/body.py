"""The body: bab, bagian, paragraf, pasal, ayat and items as hierarchical elements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from xml.etree.ElementTree import Element

from telusur.export.akoma_ntoso.elements import make
from telusur.export.akoma_ntoso.identifiers import ELEMENTS, Identifiers, quotation_id, quotations
from telusur.export.akoma_ntoso.iris import slug
from telusur.export.akoma_ntoso.phrases import defined_term, reference
from telusur.export.outline import Line, Unit


class Body:
    """Makes elements of units; `terms` are the terms that were found to be defined on the way."""

    def __init__(self, identifiers: Mapping[str, Identifiers]) -> None:
        self._identifiers = identifiers
        self.terms: dict[str, str] = {}

    def unit(self, unit: Unit, parent: Unit | None = None) -> Element:
        """Return the element of a unit with all below it."""
        own = self._identifiers[unit.clause.id]
        name = "diktum" if unit.clause.is_dictum else unit.clause.level
        element = make(
            ELEMENTS[unit.clause.level],
            make("num", unit.number),
            *([make("heading", unit.title)] if unit.title else []),
            **{"class": name, "eId": own.expression},
            wId=own.work,
            GUID=own.guid,
        )
        lead = list(self._paragraphs(unit.lead, defined_term(unit, parent)))
        if not unit.below and unit.clause.level not in ("buku", "bab", "bagian", "paragraf"):
            element.append(make("content", *lead, eId=f"{own.expression}__content"))
            return element
        if lead:
            element.append(make("intro", *lead, eId=f"{own.expression}__intro"))
        element.extend(self._below(unit))
        if unit.tail:
            tail = self._paragraphs(unit.tail)
            element.append(make("wrapUp", *tail, eId=f"{own.expression}__wrapup"))
        return element

    def _below(self, unit: Unit) -> Iterator[Element]:
        """Yield the units below one; what an amendment inserts is quoted, a run at a time."""
        own = self._identifiers[unit.clause.id].expression
        for count, run in quotations(unit):
            elements = [self.unit(each, unit) for each in run]
            if count:
                yield _quotation(elements, own, count)
            else:
                yield from elements

    def _paragraphs(self, lines: Iterable[Line], term: str | None = None) -> Iterator[Element]:
        for line in lines:
            words: list[Element | str] = []
            for piece in line:
                target = self._identifiers.get(piece.target.id) if piece.target else None
                words.append(reference(piece, target.expression if target else None))
            if term and isinstance(words[0], str):
                name = slug(term)
                self.terms.setdefault(name, term)
                rest = words[0].removeprefix(term)
                words[:1] = [make("term", term, refersTo=f"#term-{name}"), rest]
                term = None
            yield make("p", *words)


def _quotation(elements: Iterable[Element], own: str, count: int) -> Element:
    structure = make("quotedStructure", *elements, eId=quotation_id(own, count))
    modification = make("mod", structure, eId=f"{own}__mod_{count}")
    return make("alinea", make("content", make("p", modification)), eId=f"{own}__al_{count}")
