"""Which link a reviewer looks at next: filters, orders, and the way through the queue."""

from __future__ import annotations

from telusur.triage.asked import Asked, Order
from telusur.triage.item import Item, item, items, said_of
from telusur.triage.pair import Pair
from telusur.triage.way import after, before, left, place_of

__all__ = [
    "Asked",
    "Item",
    "Order",
    "Pair",
    "after",
    "before",
    "item",
    "items",
    "left",
    "place_of",
    "said_of",
]
