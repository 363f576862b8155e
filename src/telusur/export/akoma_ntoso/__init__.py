"""Akoma Ntoso 1.0, the OASIS standard for legal documents in XML (`akomantoso30.xsd`)."""

from __future__ import annotations

from telusur.export.akoma_ntoso.document import akoma_ntoso

__all__ = ["akoma_ntoso"]
