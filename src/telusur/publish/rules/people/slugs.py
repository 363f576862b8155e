"""Names in names of files and in addresses of pages, where all stands in small letters."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from telusur.publish.model import Hidden
from telusur.publish.rules.vocabulary import Vocabulary

_WORD = re.compile(r"[^\W\d_]{3,}")
_URL = re.compile(r"(?:https?://|www\.)[^\s/<>\"'|?#]+(?P<path>/[^\s<>\"'|?#]*)")
_FEWEST = 4
_ENDINGS = {
    "docx",
    "html",
    "xlsx",
    "jpeg",
    "pdf",
    "txt",
    "htm",
    "php",
    "aspx",
    "jpg",
    "png",
    "odt",
    "rtf",
    "csv",
    "www",
    "com",
    "http",
    "https",
    "index",
}


def in_path(seen: str, vocabulary: Vocabulary, known: Collection[str]) -> Iterator[Hidden]:
    """Yield every word of a file's name that is none of the language and of no place."""
    for found in _WORD.finditer(seen):
        if _unknown(found[0], vocabulary, known):
            yield Hidden(*found.span(), "nama", "kata tak dikenal di nama berkas")


def in_addresses(seen: str, vocabulary: Vocabulary, known: Collection[str]) -> Iterator[Hidden]:
    """Yield such words in addresses of pages, where two stand together or one is known as a name:
    a single one is a product more often."""
    for url in _URL.finditer(seen):
        run: list[re.Match[str]] = []
        for found in _WORD.finditer(seen, *url.span("path")):
            if _unknown(found[0], vocabulary, known):
                run.append(found)
                continue
            yield from _judged(run, vocabulary)
            run = []
        yield from _judged(run, vocabulary)


def _judged(run: list[re.Match[str]], vocabulary: Vocabulary) -> Iterator[Hidden]:
    if len(run) > 1 or any(vocabulary.is_name(one[0]) for one in run):
        yield from (Hidden(*one.span(), "nama", "nama di alamat laman") for one in run)


def _unknown(word: str, vocabulary: Vocabulary, known: Collection[str]) -> bool:
    lower = word.lower()
    if vocabulary.is_name(lower):
        return True
    return (
        len(word) >= _FEWEST
        and lower not in known
        and lower not in _ENDINGS
        and not vocabulary.is_word(lower)
    )
