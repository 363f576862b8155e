"""Parses the draft into a regulation of clauses."""

from __future__ import annotations

from telusur.draft.model import Clause, Provision, Reference, Regulation
from telusur.draft.passed_over import passed_over
from telusur.draft.provisions import provisions
from telusur.draft.reading import read_draft

__all__ = [
    "Clause",
    "Provision",
    "Reference",
    "Regulation",
    "passed_over",
    "provisions",
    "read_draft",
]
