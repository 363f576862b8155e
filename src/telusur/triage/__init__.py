"""Which link a reviewer looks at next: filters, orders, and the way through the queue."""

from __future__ import annotations

from telusur.triage.asked import Asked, Order
from telusur.triage.pair import Pair
from telusur.triage.way import after, before, left, place_of

__all__ = ["Asked", "Order", "Pair", "after", "before", "left", "place_of"]
