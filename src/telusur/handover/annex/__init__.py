"""The annex of evidence for a Naskah Urgensi: as Word, or as PDF."""

from __future__ import annotations

from telusur.handover.annex.contents import ORDERS, annex
from telusur.handover.annex.printed import pdf
from telusur.handover.annex.word import word

__all__ = ["ORDERS", "annex", "pdf", "word"]
