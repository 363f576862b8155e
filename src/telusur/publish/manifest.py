"""What a bundle consists of: the digest of each file, and of what it was made from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

from telusur.errors import PublishRefused

MANIFEST = "manifest.json"
DIGEST = f"{MANIFEST}.sha256"
SIGNATURE = f"{MANIFEST}.sig"
_BESIDE = (MANIFEST, DIGEST, SIGNATURE)
"""Files that the manifest cannot name."""


def digest(path: Path) -> str:
    """SHA-256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class Signs(Protocol):
    """What signs a message."""

    def sign(self, message: bytes) -> str: ...


def write_manifest(folder: Path, told: Mapping[str, Any], signer: Signs | None = None) -> None:
    """Write the manifest over all files of `folder`, and beside it its digest and signature."""
    files = {
        path.relative_to(folder).as_posix(): digest(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    text = json.dumps({**told, "files": files}, ensure_ascii=False, indent=2) + "\n"
    (folder / MANIFEST).write_text(text, encoding="utf-8")
    line = f"{digest(folder / MANIFEST)}  {MANIFEST}\n"
    (folder / DIGEST).write_text(line, encoding="utf-8")
    if signer:
        signature = signer.sign((folder / MANIFEST).read_bytes())
        (folder / SIGNATURE).write_text(signature, encoding="ascii", newline="\n")


def read_manifest(folder: Path) -> dict[str, Any]:
    """Read a bundle's manifest.

    Raises:
        PublishRefused: there is none, or it is no manifest.
    """
    try:
        told = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise PublishRefused(f"{folder}: this is no published bundle ({error}).") from error
    if not isinstance(told, dict) or not isinstance(told.get("files"), dict):
        raise PublishRefused(f"{folder / MANIFEST}: this is no manifest of a bundle.")
    return told


def differences(folder: Path) -> list[str]:
    """Return what in a bundle is not as its manifest says; nothing where all is well.

    Raises:
        PublishRefused: there is no manifest.
    """
    told = read_manifest(folder)["files"]
    there = {
        name: path
        for path in folder.rglob("*")
        if path.is_file() and (name := path.relative_to(folder).as_posix()) not in _BESIDE
    }
    wrong = [f"{name}: missing" for name in sorted(told.keys() - there.keys())]
    wrong += [f"{name}: not in the manifest" for name in sorted(there.keys() - told.keys())]
    wrong += [
        f"{name}: changed" for name in sorted(told.keys() & there.keys())
        if digest(there[name]) != told[name]
    ]  # fmt: skip
    beside = folder / DIGEST
    if not beside.is_file() or beside.read_text(encoding="utf-8").split()[:1] != [
        digest(folder / MANIFEST)
    ]:
        wrong.append(f"{MANIFEST}: does not fit {DIGEST}")
    return wrong
