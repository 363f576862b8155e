"""Publishes a read-only evidence browser that leaks nothing: redact, copy, prove."""

from __future__ import annotations

from telusur.publish.edition import (
    differences,
    digest,
    edition_of,
    read_public_key,
    refuse_unless_later,
    signed_by,
)
from telusur.publish.forms import Form, Served
from telusur.publish.publishing import Published, publish
from telusur.publish.standing import Standing

__all__ = [
    "Form",
    "Published",
    "Served",
    "Standing",
    "differences",
    "digest",
    "edition_of",
    "publish",
    "read_public_key",
    "refuse_unless_later",
    "signed_by",
]
