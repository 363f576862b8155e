"""Signed-off states: draft, decisions and evidence as they stood, and what has changed since."""

from __future__ import annotations

from telusur.baseline.comparing import LinkChange, Since, since
from telusur.baseline.keeping import BaselineRefused, create, listed, load
from telusur.baseline.model import Baseline, KeptLink, Signature

__all__ = [
    "Baseline",
    "BaselineRefused",
    "KeptLink",
    "LinkChange",
    "Signature",
    "Since",
    "create",
    "listed",
    "load",
    "since",
]
