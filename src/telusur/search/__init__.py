"""Finds findings by words and by meaning.

An `Engine` is kept as long as the store is browsed: it holds the findings of one build in memory,
and reads them anew when another build has finished. `search` answers one question.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from telusur.doors import door

if TYPE_CHECKING:
    from telusur.search.engine import Engine
    from telusur.search.marking import Piece, marked
    from telusur.search.model import NOTHING, Filters, Found, Hit, Meaning
    from telusur.search.places import named
else:
    __getattr__ = door(__name__)

__all__ = ["NOTHING", "Engine", "Filters", "Found", "Hit", "Meaning", "Piece", "marked", "named"]
