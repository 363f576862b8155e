"""What both ends of a pair say now; the words of clauses are put together once for each build."""

from __future__ import annotations

from collections.abc import Sequence

from telusur import review
from telusur.errors import NotFound
from telusur.review import ClauseNow
from telusur.store.database import Database
from telusur.store.decisions import clauses_to_decide, pair_to_decide
from telusur.store.reading import last_build_id
from telusur.triage import Pair


class Ends:
    """Looks pairs up."""

    def __init__(self) -> None:
        self._build: int | None = None
        self._clauses: list[ClauseNow] = []

    def clauses(self, db: Database) -> Sequence[ClauseNow]:
        """The clauses that links may lead to."""
        if (build := last_build_id(db)) != self._build:
            self._clauses = clauses_to_decide(db)
            self._build = build
        return self._clauses

    def of(self, db: Database, pair: Pair) -> review.Pair | None:
        """What a decision on the pair is about; None where an end is gone."""
        try:
            return pair_to_decide(db, pair.finding, pair.clause, self.clauses(db))
        except NotFound:
            return None
