"""Which edition a bundle is: its files, its signature, its place, and what is new in it."""

from __future__ import annotations

from telusur.publish.edition.changes import write_content
from telusur.publish.edition.editions import (
    BEFORE,
    CHANGES,
    NUMBER,
    edition_of,
    next_edition,
    refuse_unless_later,
)
from telusur.publish.edition.manifest import (
    MANIFEST,
    differences,
    digest,
    read_manifest,
    write_manifest,
)
from telusur.publish.edition.signing import (
    KEY,
    PublicKey,
    Signer,
    read_public_key,
    read_signer,
    signed_by,
)

__all__ = [
    "BEFORE",
    "CHANGES",
    "KEY",
    "MANIFEST",
    "NUMBER",
    "PublicKey",
    "Signer",
    "differences",
    "digest",
    "edition_of",
    "next_edition",
    "read_manifest",
    "read_public_key",
    "read_signer",
    "refuse_unless_later",
    "signed_by",
    "write_content",
    "write_manifest",
]
