"""Signed-off states: draft, decisions and evidence as they stood, and what has changed since."""

from __future__ import annotations

from telusur.baseline.comparing import LinkChange, Since, since
from telusur.baseline.keeping import create, listed, load, slug
from telusur.baseline.model import Baseline, KeptLink, Signature
from telusur.baseline.state import BaselineRefused, DraftChanged, Restored, restored

__all__ = [
    "Baseline",
    "BaselineRefused",
    "DraftChanged",
    "KeptLink",
    "LinkChange",
    "Restored",
    "Signature",
    "Since",
    "create",
    "listed",
    "load",
    "restored",
    "since",
    "slug",
]
