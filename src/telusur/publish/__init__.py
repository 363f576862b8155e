"""Publishes a read-only evidence browser that leaks nothing: redact, copy, prove."""

from __future__ import annotations

from telusur.publish.editions import edition_of, refuse_unless_later
from telusur.publish.manifest import differences, digest
from telusur.publish.publishing import Published, publish
from telusur.publish.signing import read_public_key, signed_by

__all__ = [
    "Published",
    "differences",
    "digest",
    "edition_of",
    "publish",
    "read_public_key",
    "refuse_unless_later",
    "signed_by",
]
