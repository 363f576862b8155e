"""What findings are filtered by, held as columns of numbers so that a filter costs nothing."""

from __future__ import annotations

import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import count
from typing import TYPE_CHECKING, Any

from telusur.search.model import NOTHING, Filters
from telusur.store.standing import LINK

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

FINDINGS = """
SELECT findings.id, findings.quote, findings.kind,
  COALESCE(findings.place_code, '') AS place_code,
  COALESCE(places.parent_code, '') AS province_code,
  COALESCE(findings.smaller_code, '') AS smaller_code,
  COALESCE(smaller.district_code, '') AS district_code,
  COALESCE(findings.site_id, '') AS site_id,
  COALESCE(documents.visited_on, documents.published_on, '') AS day,
  documents.title, COALESCE(places.name, '') AS place,
  COALESCE(smaller.name, '') AS smaller,
  COALESCE(provinces.name, '') AS province, COALESCE(sites.name, '') AS site
FROM findings
JOIN documents ON documents.id = findings.document_id
LEFT JOIN places ON places.code = findings.place_code
LEFT JOIN places AS provinces ON provinces.code = places.parent_code
LEFT JOIN smaller_places AS smaller ON smaller.code = findings.smaller_code
LEFT JOIN sites ON sites.id = findings.site_id
ORDER BY day DESC, findings.document_id, findings.start, findings.id
"""
"""Newest first; those of one report as one reads it; those without a date last."""


_PLACES = ("place_code", "province_code", "smaller_code", "district_code")
"""A place finds what is about it, and about all that lies in it."""
_COLUMNS = ("kind", *_PLACES, "site_id", "day")
_LINKS = f"""
SELECT links.finding_id, links.clause_id, links.status, {LINK} AS strength FROM links
"""  # noqa: S608 (a constant)
_CLAUSES = "SELECT id, parent_id FROM clauses ORDER BY position"
_JUSTIFIED = "SELECT finding_id, 'justified' FROM justified_gaps WHERE finding_id IS NOT NULL"


class _Column:
    """A value for each finding, as a number: there are few different ones."""

    def __init__(self) -> None:
        self._numbers: defaultdict[str, int] = defaultdict(count().__next__)
        self._said = array("i")

    def extend(self, values: Iterable[str]) -> None:
        self._said.extend(map(self._numbers.__getitem__, values))

    def where(self, fits: Callable[[str], bool]) -> Array:
        """Return for which findings the value is one that fits."""
        import numpy as np

        fitting = np.fromiter(map(fits, self._numbers), bool, len(self._numbers))
        found: Array = fitting[self._array]
        return found

    def count(self, mask: Array) -> dict[str, int]:
        """Return how many findings of `mask` have each value."""
        import numpy as np

        many = np.bincount(self._array[mask], minlength=len(self._numbers)).tolist()
        return {value: n for value, n in sorted(zip(self._numbers, many, strict=True)) if n}

    @property
    def _array(self) -> Array:
        import numpy as np

        return np.asarray(self._said)


class Attributes:
    """The columns; a finding's number is its place in `FINDINGS`."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        """The number of each finding, by its id, in order."""
        self._columns = {name: _Column() for name in _COLUMNS}

    def extend(self, some: Mapping[str, Sequence[str]]) -> None:
        """Take up the next findings; `some` has their cells by the names of the columns."""
        self.numbers.update(zip(some["id"], count(len(self.numbers))))
        for name, column in self._columns.items():
            column.extend(some[name])

    def read_challenges(self, connection: sqlite3.Connection) -> None:
        """Read what the findings bear on, when all are taken up."""
        asked = connection.execute("SELECT finding_id, challenge_id FROM finding_challenges")
        self.challenges = self._groups(asked)
        self.challenges[NOTHING] = ~self._any(self.challenges.values())

    def read_links(self, connection: sqlite3.Connection) -> None:
        """Read what the findings are linked to now: people decide from one build to the next."""
        import numpy as np

        self._parents = dict(connection.execute(_CLAUSES).fetchall())
        clauses = {clause: number for number, clause in enumerate(self._parents)}
        ends = array("i"), array("i")
        ways: defaultdict[tuple[str, str], array[int]] = defaultdict(_ints)
        for finding, clause, status, strength in connection.execute(_LINKS):
            number = self.numbers[finding]
            ways[status, strength].append(number)
            if status != "rejected":
                ends[0].append(number)
                ends[1].append(clauses[clause])
        self._linked, self._to = map(np.asarray, ends)
        groups = {way: self._mask(some) for way, some in ways.items()}
        self.statuses = {
            status: self._any(has for way, has in groups.items() if way[0] == status)
            for status, _ in groups
        }
        self.strengths = {
            strength: self._any(has for way, has in groups.items() if way[1] == strength)
            for _, strength in groups
            if strength in ("strong", "weak")
        }
        kept = (has for (status, _), has in groups.items() if status != "rejected")
        justified = self._groups(connection.execute(_JUSTIFIED))
        self.statuses[NOTHING] = ~self._any((*kept, *justified.values()))

    def __len__(self) -> int:
        return len(self.numbers)

    def _any(self, groups: Iterable[Array]) -> Array:
        """Return which findings are in any of the groups."""
        import numpy as np

        found = np.zeros(len(self), bool)
        for has in groups:
            found |= has
        return found

    def _mask(self, members: Sequence[int]) -> Array:
        import numpy as np

        has = np.zeros(len(self), bool)
        has[np.asarray(members, np.int32)] = True
        return has

    def _groups(self, asked: Iterable[tuple[str, str]]) -> dict[str, Array]:
        """Return for each group of findings which are in it."""
        members: defaultdict[str, array[int]] = defaultdict(_ints)
        for finding, group in asked:
            members[group].append(self.numbers[finding])
        return {group: self._mask(numbers) for group, numbers in members.items()}

    def _linked_to(self, clause: str) -> Array:
        """Return which findings are linked to a clause or to one in it, but for rejected links."""
        import numpy as np

        inside = {clause}
        for one, above in self._parents.items():
            if above in inside:
                inside.add(one)
        fits = np.fromiter((one in inside for one in self._parents), bool, len(self._parents))
        return self._mask(self._linked[fits[self._to]])

    def fitting(self, filters: Filters) -> dict[str, Array]:
        """Return for each filter in use which findings fit it."""
        nothing = self._any(())
        column = self._columns
        fits: dict[str, Array] = {}
        for name in filters.active:
            match name:
                case "places":
                    inside = set(filters.places).__contains__
                    fits[name] = self._any(column[level].where(inside) for level in _PLACES)
                case "site":
                    fits[name] = column["site_id"].where(filters.site.__eq__)
                case "kind":
                    fits[name] = column["kind"].where(filters.kind.__eq__)
                case "challenge":
                    fits[name] = self.challenges.get(filters.challenge, nothing)
                case "clause":
                    fits[name] = self._linked_to(filters.clause)
                case "since":
                    fits[name] = column["day"].where(filters.since.__le__)
                case "until":
                    fits[name] = column["day"].where(lambda day: "" < day <= filters.until)
                case "status":
                    fits[name] = (self.statuses | self.strengths).get(filters.status, nothing)
        return fits

    def count(self, mask: Array, by: str) -> dict[str, int]:
        """Count the findings of `mask` by `kind` or by `challenge`."""
        import numpy as np

        if by == "challenge":
            return {one: int(np.count_nonzero(mask & has)) for one, has in self.challenges.items()}
        return self._columns[by].count(mask)


def _ints() -> array[int]:
    return array("i")
