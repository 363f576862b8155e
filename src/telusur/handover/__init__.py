"""The evidence as files that offices accept: matrix, tables, annex, and projects of coding
software, which are taken back, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telusur.doors import door

if TYPE_CHECKING:
    from telusur.handover.annex import ORDERS
    from telusur.handover.formats import FORMATS, Wish, hand_over
    from telusur.handover.offering import ANNEX, ANNEX_OF_ALL, MATRIX, PROJECT, Offering
    from telusur.handover.tables import TABLES
    from telusur.handover.timeless import EPOCH, MAKER
else:
    __getattr__ = door(__name__)

__all__ = [
    "ANNEX",
    "ANNEX_OF_ALL",
    "EPOCH",
    "FORMATS",
    "MAKER",
    "MATRIX",
    "ORDERS",
    "PROJECT",
    "TABLES",
    "Offering",
    "Wish",
    "hand_over",
]
