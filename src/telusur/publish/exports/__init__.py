"""What readers may download, made beforehand: tables for programs, and files for offices."""

from __future__ import annotations

from telusur.publish.exports.files import write_files
from telusur.publish.exports.tables import exports, write_exports

__all__ = ["exports", "write_exports", "write_files"]
