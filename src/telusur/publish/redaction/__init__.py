"""Decides what is hidden: finds it in each report, gathers it, and hides it in all."""

from __future__ import annotations

from telusur.publish.redaction.redacting import Redacted, redact
from telusur.publish.redaction.reports import Wishes

__all__ = ["Redacted", "Wishes", "redact"]
