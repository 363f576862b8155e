"""What readers may download, made beforehand: tables, and a project for coding software."""

from __future__ import annotations

from telusur.publish.exports.qdpx import qdpx
from telusur.publish.exports.tables import EPOCH, MAKER, exports, write_exports

__all__ = ["EPOCH", "MAKER", "exports", "qdpx", "write_exports"]
