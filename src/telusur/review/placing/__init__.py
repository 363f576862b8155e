"""What each decision is about today: its finding and its clause, found again by their words."""

from __future__ import annotations

from telusur.review.placing.placing import place

__all__ = ["place"]
