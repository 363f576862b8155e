"""The search engine of a running browser."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from telusur.browse.safety.limits import uncounted
from telusur.search import Engine

if TYPE_CHECKING:
    from datasette.app import Datasette

LIKENESS = "kemiripan"
"""`kemiripan(finding_id, 'kata')`: how well a finding fits some words, from 0 to 1."""

_engines: WeakKeyDictionary[Datasette, Engine] = WeakKeyDictionary()


def engine_of(datasette: Datasette) -> Engine:
    """Return the engine that the browser's pages share; it is made when first asked for."""
    if datasette not in _engines:
        model = (datasette.plugin_config("telusur") or {}).get("model")
        _engines[datasette] = Engine([model] if model else [])
    return _engines[datasette]


def hasty(datasette: Datasette) -> int:
    """How many of its answers the same question will better soon, when the model is loaded."""
    return _engines[datasette].hasty if datasette in _engines else 0


def add_likeness(connection: sqlite3.Connection, datasette: Datasette) -> None:
    """Let SQL ask for the likeness of a finding to some words."""

    def likeness(finding_id: object, words: object) -> float | None:
        if finding_id is None or words is None:
            return None
        engine = engine_of(datasette)
        with uncounted(connection):
            return engine.likeness(connection, str(finding_id), str(words))

    connection.create_function(LIKENESS, 2, likeness)
