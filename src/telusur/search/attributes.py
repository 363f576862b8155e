"""What findings are filtered by, held as columns of numbers so that a filter costs nothing."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
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
_JUSTIFIED = "SELECT 'justified', finding_id FROM justified_gaps WHERE finding_id IS NOT NULL"


class Attributes:
    """The columns; a finding's number is its place in `FINDINGS`."""

    def __init__(self, connection: sqlite3.Connection, rows: Sequence[dict[str, Any]]) -> None:
        """Read what else is to be known of the findings `rows`."""
        import numpy as np

        self._numbers = {row["id"]: number for number, row in enumerate(rows)}
        self._columns: dict[str, Array] = {
            name: np.array([row[name] for row in rows], dtype=object)
            for name in ("kind", *_PLACES, "site_id", "day")
        }
        self.challenges = self._groups(
            connection, "SELECT challenge_id, finding_id FROM finding_challenges"
        )
        self.challenges[NOTHING] = ~self._any(self.challenges)
        self.read_links(connection)

    def read_links(self, connection: sqlite3.Connection) -> None:
        """Read what the findings are linked to now: people decide from one build to the next."""
        self.statuses = self._groups(connection, "SELECT DISTINCT status, finding_id FROM links")
        strength = f"SELECT DISTINCT {LINK}, finding_id FROM links"  # noqa: S608 (a constant)
        found = self._groups(connection, strength)
        self.strengths = {one: has for one, has in found.items() if one in ("strong", "weak")}
        kept = {status: has for status, has in self.statuses.items() if status != "rejected"}
        justified = self._groups(connection, _JUSTIFIED)
        self.statuses[NOTHING] = ~self._any(kept | justified)
        self._clauses = self._of_clauses(connection)

    def __len__(self) -> int:
        return len(self._numbers)

    def _any(self, groups: dict[str, Array]) -> Array:
        """Return which findings are in any of the groups."""
        import numpy as np

        found: Array = np.any([np.zeros(len(self), bool), *groups.values()], axis=0)
        return found

    def _of_clauses(self, connection: sqlite3.Connection) -> dict[str, list[int]]:
        """Return the findings linked to each clause or to one in it, but for rejected links."""
        parents = dict(connection.execute("SELECT id, parent_id FROM clauses"))
        found = defaultdict(list)
        links = "SELECT finding_id, clause_id FROM links WHERE status <> 'rejected'"
        for finding, clause in connection.execute(links):
            while clause:
                found[clause].append(self._numbers[finding])
                clause = parents.get(clause)
        return found

    def _groups(self, connection: sqlite3.Connection, sql: str) -> dict[str, Array]:
        """Return for each group of findings which are in it."""
        import numpy as np

        members = defaultdict(list)
        for group, finding in connection.execute(sql):
            members[group].append(self._numbers[finding])
        groups = {}
        for group, numbers in members.items():
            groups[group] = np.zeros(len(self), bool)
            groups[group][numbers] = True
        return groups

    def fitting(self, filters: Filters) -> dict[str, Array]:
        """Return for each filter in use which findings fit it."""
        import numpy as np

        nothing = np.zeros(len(self), bool)
        column = self._columns
        fits: dict[str, Array] = {}
        for name in filters.active:
            match name:
                case "places":
                    fits[name] = nothing.copy()
                    for level in _PLACES:
                        fits[name] |= np.isin(column[level], filters.places)
                case "site":
                    fits[name] = column["site_id"] == filters.site
                case "kind":
                    fits[name] = column["kind"] == filters.kind
                case "challenge":
                    fits[name] = self.challenges.get(filters.challenge, nothing)
                case "clause":
                    fits[name] = nothing.copy()
                    fits[name][self._clauses.get(filters.clause, [])] = True
                case "since":
                    fits[name] = column["day"] >= filters.since
                case "until":
                    fits[name] = (column["day"] <= filters.until) & (column["day"] != "")
                case "status":
                    fits[name] = (self.statuses | self.strengths).get(filters.status, nothing)
        return fits

    def count(self, mask: Array, by: str) -> dict[str, int]:
        """Count the findings of `mask` by `kind` or by `challenge`."""
        import numpy as np

        if by == "challenge":
            return {one: int((mask & has).sum()) for one, has in self.challenges.items()}
        values, numbers = np.unique(self._columns[by][mask].astype(str), return_counts=True)
        return dict(zip(values.tolist(), numbers.tolist(), strict=True))
