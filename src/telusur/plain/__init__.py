"""Writes an edition as plain pages, for a host that runs no program, and for a stick."""

from __future__ import annotations

from telusur.plain.edition import Plain

__all__ = ["Plain"]
