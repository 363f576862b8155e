"""What is new in the store is not published by accident."""

from __future__ import annotations

from telusur.publish.evidence.allowed import PUBLISHED, WITHHELD
from telusur.store.schema.tables import TABLES


def test_every_column_of_the_store_is_published_or_withheld() -> None:
    decided = {
        table: sorted([*columns, *WITHHELD.get(table, {})]) for table, columns in PUBLISHED.items()
    }
    assert decided == {table.name: sorted(table.columns) for table in TABLES}


def test_parents_come_before_their_children() -> None:
    order = list(PUBLISHED)
    for table in TABLES:
        for column in table.columns.values():
            if column.references:
                assert order.index(column.references) <= order.index(table.name)
