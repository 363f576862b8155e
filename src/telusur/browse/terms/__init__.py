"""Terms that pages ask for by a key: a kind of finding, a column, a problem.

They are in English here, as sentences are where they are said, and in Indonesian in the catalogue,
with their family as the context: one English word may be two in Indonesian.
"""

from __future__ import annotations

from telusur.browse.terms import pages, problems, reviewing, standings
from telusur.browse.terms.columns import COLUMNS
from telusur.browse.terms.family import Family

TERMS: dict[str, Family] = {
    "column": COLUMNS,
    **pages.FAMILIES,
    **problems.FAMILIES,
    **reviewing.FAMILIES,
    **standings.FAMILIES,
}

__all__ = ["TERMS"]
