"""What of a Word file is not the regulation: text boxes, headers, footnotes, comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from telusur.corpus.office.word.markup import Element, parse, w, words_of
from telusur.draft.source.line import begins_unit

_PAGE = re.compile(
    r"[-–—|\s]*(?:(?:halaman|hal|page)\.?\s*)?\d*(?:\s*(?:/|dari|of)\s*\d+)?[-–—|\s]*", re.I
)
_LONG = 200
"""Characters; a box with more is no stamp."""


@dataclass(frozen=True, slots=True)
class WordComment:
    """What somebody said of the text beside it."""

    id: str
    author: str
    date: str
    """As Word has it, `2025-06-03T09:00:00Z`; empty where it says none."""
    text: str


def set_boxes_aside(root: Element) -> list[str]:
    """Take out the text boxes that are stamps and notes, and tell each once.

    Those that hold a Pasal, an item or many words stay: they belong to the regulation.
    """
    told: list[str] = []
    for box in list(root.iter(w("txbxContent"))):
        lines = [words for each in box.iter(w("p")) if (words := words_of(each))]
        words = " ".join(lines)
        if len(words) > _LONG or any(begins_unit(line) for line in lines):
            continue
        if words:
            told.append(f"kotak teks tidak diambil: `{words}`")
        parent = box.getparent()
        if parent is not None:
            parent.remove(box)
    return list(dict.fromkeys(told))  # Word writes a box twice, for itself and for older programs


def words_outside(parts: dict[str, bytes], base: str, root: Element) -> Iterator[str]:
    """Tell the words of headers, footers and footnotes, and what is a file of its own."""
    seen: set[tuple[str, str]] = set()
    for kind, name in (("header", "kepala halaman"), ("footer", "kaki halaman")):
        for part in sorted(parts):
            if re.fullmatch(rf"{re.escape(base)}/{kind}\d*\.xml", part):
                words = _all_words(parts[part])
                if not _PAGE.fullmatch(words) and (name, words) not in seen:
                    seen.add((name, words))
                    yield f"{name} tidak diambil: `{words}`"
    for kind in ("footnotes", "endnotes"):
        if words := _all_words(parts.get(f"{base}/{kind}.xml", b"")):
            yield f"catatan kaki tidak diambil: `{words}`"
    if next(root.iter(w("altChunk")), None) is not None:
        yield "bagian yang disisipkan sebagai berkas lain (altChunk) tidak dibaca"


def comments_of(parts: dict[str, bytes], base: str) -> dict[str, WordComment]:
    """Return the comments of a document by their ids."""
    content = parts.get(f"{base}/comments.xml")
    found = [] if content is None else parse(content).findall(w("comment"))
    return {
        each.get(w("id"), ""): WordComment(
            each.get(w("id"), ""),
            each.get(w("author"), ""),
            each.get(w("date"), ""),
            " ".join(words for part in each.iter(w("p")) if (words := words_of(part))),
        )
        for each in found
    }


def _all_words(content: bytes) -> str:
    if not content:
        return ""
    root = parse(content)
    outside = [each for each in root.iter(w("p")) if not any(each.iterancestors(w("p")))]
    return " ".join(words for each in outside if (words := words_of(each)))
