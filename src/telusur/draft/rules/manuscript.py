"""A draft as the rules look at it: parsed, with its source, and with what is known of it all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from telusur.draft.model import Clause, Regulation
from telusur.draft.reading import read_draft
from telusur.draft.rules.kinds import Kind, kind_of
from telusur.draft.rules.terms import Term, defining_units, terms_of
from telusur.draft.source.waivers import without_comments
from telusur.draft.units import Units, lines_outside

_NEW_LINE = re.compile(r"\r\n|\n|\r")
_AMENDS = re.compile(r"\bPERUBAHAN\b.{0,30}?\bATAS\b", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True)
class Manuscript:
    """What a rule is given."""

    regulation: Regulation
    sources: Mapping[str, str]
    """The text of each file, by its path below the draft's folder."""

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """All clauses, in reading order."""
        return self.regulation.clauses

    @cached_property
    def by_id(self) -> dict[str, Clause]:
        """The clauses by their id."""
        return {clause.id: clause for clause in self.clauses}

    @cached_property
    def below(self) -> dict[str | None, list[Clause]]:
        """What stands right below each clause, by its id; below None, the outermost clauses."""
        children: dict[str | None, list[Clause]] = defaultdict(list)
        for clause in self.clauses:
            children[clause.parent_id].append(clause)
        return children

    @cached_property
    def kind(self) -> Kind | None:
        """What kind of regulation it is; None where its title does not tell."""
        preamble = self.regulation.preamble
        titles = [self.regulation.title]
        if preamble.type:
            titles.insert(0, preamble.type.text)
        return next((kind for title in titles if (kind := kind_of(title))), None)

    @cached_property
    def amends(self) -> bool:
        """Whether it amends another regulation."""
        return _AMENDS.search(self.regulation.title) is not None

    @cached_property
    def defining(self) -> tuple[Clause, ...]:
        """The clauses that lead in the definitions: `… yang dimaksud dengan:`."""
        return tuple(defining_units(self.clauses, self.below))

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """The terms that it defines, in order."""
        return tuple(terms_of(self.defining, self.below))

    @cached_property
    def definitions(self) -> frozenset[str]:
        """The ids of all clauses in which terms are defined, with what stands below them."""
        inside = {unit.id for unit in self.defining}
        for clause in self.clauses:
            if clause.parent_id in inside:
                inside.add(clause.id)
        return frozenset(inside)

    @cached_property
    def units(self) -> Units:
        """Where clauses, and the lines around them, begin."""
        return Units(self.regulation)

    @cached_property
    def _lines(self) -> dict[str, list[str]]:
        visible = {path: without_comments(text, " ") for path, text in self.sources.items()}
        return {path: _NEW_LINE.split(text) for path, text in visible.items()}

    def source_line(self, clause: Clause) -> str:
        """Return the line of the source in which a clause begins, with its number and markup."""
        return self._lines[clause.path][clause.line - 1]

    def parent(self, clause: Clause) -> Clause | None:
        """Return the clause right above."""
        return self.by_id[clause.parent_id] if clause.parent_id else None

    def pasal(self, clause: Clause) -> Clause | None:
        """Return the Pasal that a clause is or stands in, the innermost where several do."""
        unit: Clause | None = clause
        while unit is not None and unit.level != "pasal":
            unit = self.parent(unit)
        return unit


def read_manuscript(folder: Path) -> Manuscript:
    """Read a draft with its source.

    Raises:
        InvalidWorkspace: as `read_draft` does.
    """
    regulation = read_draft(folder)
    paths = {clause.path for clause in regulation.clauses}
    paths |= {line.path for line in lines_outside(regulation.preamble, regulation.ending)}
    sources = {path: (folder / path).read_bytes().decode("utf-8") for path in paths}
    return Manuscript(regulation, sources)
