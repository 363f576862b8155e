"""Compares two versions of a draft, clause by clause."""

from __future__ import annotations

from telusur.draft.compare.changes import Change, compare
from telusur.draft.compare.version import Version
from telusur.draft.compare.wording import Wording, wording

__all__ = ["Change", "Version", "Wording", "compare", "wording"]
