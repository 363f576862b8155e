"""The traceability matrix and all that stands behind it, as tables: a workbook, or CSV."""

from __future__ import annotations

from telusur.handover.tables.contents import TABLES, tables_of
from telusur.handover.tables.separated import separated
from telusur.handover.tables.workbook import workbook

__all__ = ["TABLES", "separated", "tables_of", "workbook"]
