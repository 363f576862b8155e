"""Parses the draft into a regulation of clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telusur.doors import door

if TYPE_CHECKING:
    from telusur.draft.model import Clause, Provision, Reference, Regulation
    from telusur.draft.passing import passed_over
    from telusur.draft.provision import provisions
    from telusur.draft.reading import read_draft
else:
    __getattr__ = door(__name__)

__all__ = [
    "Clause",
    "Provision",
    "Reference",
    "Regulation",
    "passed_over",
    "provisions",
    "read_draft",
]
