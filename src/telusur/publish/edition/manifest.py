"""What a bundle consists of: the digest of each file, and of what it was made from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

from telusur.errors import PublishRefused
from telusur.publish.edition import tree
from telusur.publish.edition.tree import DIGEST, MANIFEST, SIGNATURE, digest

__all__ = ["DIGEST", "MANIFEST", "SIGNATURE", "digest"]


class Signs(Protocol):
    """What signs a message."""

    def sign(self, message: bytes) -> str: ...


def write_manifest(folder: Path, told: Mapping[str, Any], signer: Signs | None = None) -> None:
    """Write the manifest over all files of `folder`, and beside it its digest and signature."""
    files = {
        name: digest(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and (name := path.relative_to(folder).as_posix()) not in tree.BESIDE
    }
    whole = {"format": tree.FORMAT, **told, "files": files}
    text = json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
    (folder / MANIFEST).write_text(text, encoding="utf-8", newline="\n")
    (folder / DIGEST).write_bytes(tree.digest_line(folder / MANIFEST))
    if signer:
        signature = signer.sign((folder / MANIFEST).read_bytes())
        (folder / SIGNATURE).write_text(signature, encoding="ascii", newline="\n")


def read_manifest(folder: Path) -> dict[str, Any]:
    """Read a bundle's manifest.

    Raises:
        PublishRefused: there is none, or it is no manifest of ours.
    """
    try:
        return tree.read_manifest(folder)
    except tree.NoBundle as error:
        raise PublishRefused(str(error)) from error


def differences(folder: Path) -> list[str]:
    """Return what in a bundle is not as its manifest says; nothing where all is well.

    Raises:
        PublishRefused: there is no manifest.
    """
    try:
        return tree.differences(folder)
    except tree.NoBundle as error:
        raise PublishRefused(str(error)) from error
