"""DOCX in the official form: F4 paper, Bookman Old Style 12, numbers that Word itself counts."""

from __future__ import annotations

from telusur.export.docx.document import docx

__all__ = ["docx"]
