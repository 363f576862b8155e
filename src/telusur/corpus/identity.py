"""The ids of documents, from their paths."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence


def document_ids(paths: Sequence[str]) -> dict[str, str]:
    """Map each path below `corpus/` (forward slashes) to its id, in the order of `paths`.

    The id is the path in lower-case ASCII with hyphens: `2021/MPP Kota.md` → `2021-mpp-kota-md`.
    Where that would not tell two paths apart, or says too little of the name, it ends in a short
    hash of the path. No two paths share an id.
    """
    ids: dict[str, str] = {}
    taken: set[str] = set()
    # Names that are already slugs come first, so that a newcomer never takes their id.
    for path in sorted(set(paths), key=lambda path: (not _is_slug(path), path)):
        slug = _slug(path)
        candidate, length = slug, 8
        if not slug or slug in taken or _loses_letters(path):
            digest = hashlib.sha256(path.encode("utf-8", errors="surrogatepass")).hexdigest()
            candidate = f"{slug}-{digest[:length]}".strip("-")
            while candidate in taken:
                length += 1
                candidate = f"{slug}-{digest[:length]}".strip("-")
        taken.add(candidate)
        ids[path] = candidate
    return {path: ids[path] for path in paths}


def _slug(path: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", _ascii(path).lower()).strip("-")


def _ascii(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", errors="ignore").decode("ascii")


def _is_slug(path: str) -> bool:
    return re.fullmatch(r"[a-z0-9]+([/.-][a-z0-9]+)*", path) is not None


def _loses_letters(path: str) -> bool:
    """Whether some letter or digit of the path has no counterpart in ASCII."""
    return any(character.isalnum() and not _ascii(character) for character in path)
