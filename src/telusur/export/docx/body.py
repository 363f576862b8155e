"""The body: headings, and items that are counted and moved in level by level."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from telusur.draft.model import Clause, Level
from telusur.export.docx.fields import bookmark, citation, label_of, line_break, name_of, run
from telusur.export.docx.lists import Counter, Lists
from telusur.export.docx.styles import DIVISIONS, LEFT, PROVISIONS, STEP
from telusur.export.docx.xml import Xml, element
from telusur.export.outline import DIVISIONS as HEADED
from telusur.export.outline import Line, Unit, walk

_STYLES: dict[Level, tuple[str, int, int]] = {
    "buku": ("Buku", DIVISIONS, 0),
    "bab": ("Heading1", DIVISIONS, 1),
    "bagian": ("Heading2", DIVISIONS, 2),
    "paragraf": ("Heading3", DIVISIONS, 3),
    "pasal": ("Heading4", PROVISIONS, 0),
    "ayat": ("Ayat", PROVISIONS, 1),
    "huruf": ("Huruf", PROVISIONS, 3),
    "angka": ("Angka", PROVISIONS, 4),
    "subhuruf": ("Subhuruf", PROVISIONS, 5),
    "subangka": ("Subangka", PROVISIONS, 6),
}
_WORDS: dict[Level, str] = {"buku": "BUKU", "bagian": "Bagian"}
"""What Word prints where the ordinal behind it is typed."""
_DICTUM_STEPS = 3
"""How far the words of a dictum stand in, beside its number."""
_DEFINITION = ("Definisi", PROVISIONS, 2)
"""An angka right below a Pasal or an ayat, which may have huruf below it."""


class Body:
    """Makes the paragraphs of units, in reading order; those below a typed number are counted
    by a list of their own."""

    def __init__(self, units: Sequence[Unit], lists: Lists) -> None:
        self._lists = lists
        self._by_id = {unit.clause.id: unit.clause for unit in walk(units)}
        self._counts: dict[str, Counter | None] = {}
        self._bookmarks = 0
        for unit in units:
            self._count(unit, None, None)
        self._referred = {
            each.id
            for unit in walk(units)
            for line in (*unit.lead, *unit.tail)
            for piece in line
            if piece.target
            for each in self._lineage(piece.target)
        }
        self._units = units

    def paragraphs(self) -> Iterator[Xml]:
        """Yield all paragraphs of the body."""
        yield from self._all(self._units, None, 0)

    def _count(self, unit: Unit, parent: Unit | None, own: Counter | None) -> None:
        """Decide which list counts the unit, None for a number that is typed, and those below.

        `own` is the list of a typed number above, for the items below it.
        """
        _, kind, level = _style(unit, parent)
        counter = own or self._lists[kind]
        printed = _WORDS.get(unit.clause.level, unit.number)
        counted = not (unit.clause.quoted and unit.clause.level in HEADED)
        counted = counted and counter.counts_to(level, printed)
        self._counts[unit.clause.id] = counter if counted else None
        if not counted and kind == PROVISIONS:
            own = self._lists.another(kind) if unit.below else None
        for each in unit.below:
            self._count(each, unit, own)

    def _all(self, units: Iterable[Unit], parent: Unit | None, depth: int) -> Iterator[Xml]:
        """Yield the paragraphs of some units, whose margin is `depth` steps in."""
        for unit in units:
            if unit.clause.is_dictum:
                yield self._dictum(unit)
                yield from self._lines(unit, unit.lead[1:], _DICTUM_STEPS, 1)
                yield from self._all(unit.below, unit, _DICTUM_STEPS)
                yield from self._lines(unit, unit.tail, _DICTUM_STEPS, max(1, len(unit.lead)))
            elif unit.clause.level in HEADED:
                yield self._heading(unit, depth)
                yield from self._lines(unit, unit.lead, depth, 1)
                yield from self._all(unit.below, unit, depth)
                yield from self._lines(unit, unit.tail, depth, 1 + len(unit.lead))
            else:
                yield self._item(unit, parent, depth)
                yield from self._lines(unit, unit.lead[1:], depth + 1, 1)
                yield from self._all(unit.below, unit, depth + 1)
                yield from self._lines(unit, unit.tail, depth + 1, max(1, len(unit.lead)))

    def _heading(self, unit: Unit, depth: int) -> Xml:
        style = _style(unit, None)[0]
        title = [line_break(), run(unit.title)] if unit.title else []
        label: list[Xml] = []
        if self._counts[unit.clause.id] is None:
            label = list(self._marked(unit.clause, [run(unit.number)]))
        elif unit.clause.level in _WORDS:
            label = list(self._marked(unit.clause, [run(unit.clause.number)]))
        else:
            title = list(self._marked(unit.clause, title))
        words = self._labelled(unit.clause, [*label, *title])
        return _paragraph(style, words, self._numbering(unit, None), depth * STEP, 0)

    def _dictum(self, unit: Unit) -> Xml:
        """The official form: `KESATU`, a colon, and the words beside it."""
        number = list(self._marked(unit.clause, [run(unit.number)]))
        words = list(self._words(unit.lead[0])) if unit.lead else []
        all_ = [*number, element("r", element("tab")), run(": "), *words]
        left = _DICTUM_STEPS * STEP
        return _paragraph("Diktum", self._labelled(unit.clause, all_), None, left, left)

    def _item(self, unit: Unit, parent: Unit | None, depth: int) -> Xml:
        style = _style(unit, parent)[0]
        words = list(self._words(unit.lead[0])) if unit.lead else []
        if self._counts[unit.clause.id] is None:
            number = unit.number.rstrip(".")
            label = [*self._marked(unit.clause, [run(number)])]
            if number != unit.number:
                label.append(run("."))
            words = [*label, element("r", element("tab")), *words]
        else:
            words = list(self._marked(unit.clause, words))
        words = list(self._labelled(unit.clause, words))
        left = (depth + 1) * STEP
        return _paragraph(style, words, self._numbering(unit, parent), left, STEP)

    def _lines(self, unit: Unit, lines: Iterable[Line], depth: int, first: int) -> Iterator[Xml]:
        """Yield paragraphs of a unit, of which the one before was number `first - 1`."""
        for part, line in enumerate(lines, first):
            words = self._labelled(unit.clause, list(self._words(line)), part)
            yield _paragraph("Normal", words, None, depth * STEP, 0)

    def _labelled(self, clause: Clause, content: Sequence[Xml], part: int = 0) -> Iterator[Xml]:
        """Yield a paragraph's words within the bookmark by which it is known again."""
        self._bookmarks += 1
        number = len(self._by_id) + self._bookmarks
        yield from bookmark(label_of(clause, part), number, content)

    def _words(self, line: Line) -> Iterator[Xml]:
        for piece in line:
            if piece.target is None:
                yield run(piece.text)
            else:
                yield from citation(piece.text, self._lineage(piece.target), self._is_typed)

    def _marked(self, clause: Clause, content: Sequence[Xml]) -> Iterable[Xml]:
        if clause.id not in self._referred:
            return content
        return bookmark(name_of(clause), clause.position, content)

    def _is_typed(self, clause: Clause) -> bool:
        return clause.level in _WORDS or self._counts[clause.id] is None

    def _numbering(self, unit: Unit, parent: Unit | None) -> Xml | None:
        """Return what a paragraph says of its list; None where its style says it."""
        counter = self._counts[unit.clause.id]
        _, kind, level = _style(unit, parent)
        if counter is not None and counter.id == kind:
            return None
        list_id = counter.id if counter else 0
        return element("numPr", element("ilvl", val=level), element("numId", val=list_id))

    def _lineage(self, clause: Clause) -> list[Clause]:
        lineage = [clause]
        while lineage[0].parent_id is not None:
            lineage.insert(0, self._by_id[lineage[0].parent_id])
        return lineage


def _style(unit: Unit, parent: Unit | None) -> tuple[str, int, int]:
    """Return the style of a unit, its list and its level there."""
    above = parent.clause.level if parent else None
    if unit.clause.level == "angka" and above in (*HEADED, "ayat"):
        return _DEFINITION
    return _STYLES[unit.clause.level]


def _paragraph(
    style: str, content: Iterable[Xml], numbering: Xml | None, left: int, hanging: int
) -> Xml:
    """Return a paragraph; what its style says already is not said again."""
    properties = [element("pStyle", val=style)]
    if numbering is not None:
        properties.append(numbering)
    if left != LEFT[style]:
        properties.append(element("ind", left=left, hanging=hanging))
    return element("p", element("pPr", *properties), *content)
