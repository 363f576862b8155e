"""Reports that say what another says: the same file twice, a press release that papers reprint.

They are one source, however many they are. Two reports are compared by their runs of five words, of
which a half is kept (FracMinHash), so that no report is compared with all others word by word.
"""

from __future__ import annotations

import re
import sys
import zlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from telusur.store.database import Database

_WORD = re.compile(r"\w+")
_MARK = re.compile(r"^[^\S\n]*\(?(?:\d{1,3}|[A-Za-z])[.)]\s", re.MULTILINE)
"""What one program writes before the items of a list, and another leaves to be counted."""
_RUN = 5
_ONE_OF = 2
_SHARE = 0.8
"""Of the runs of the shorter report, how many stand in the longer: forms that people fill in share
less, as each word that differs breaks five runs."""
_SHORTER = 0.4
"""Of the longer report's length, how much the shorter has at least: a report that quotes a note is
no copy of it."""
_FEWEST = 8
"""Runs kept below which only the same words make a copy."""
_COMMON = 100
"""Reports beyond which a run is a phrase of forms and letters, and tells none apart."""

_TO_SKETCH = "SELECT id FROM documents WHERE id NOT IN (SELECT document_id FROM sketches)"
_IN_ORDER = """
SELECT id FROM documents
ORDER BY COALESCE(published_on, visited_on) IS NULL, COALESCE(published_on, visited_on),
  attached_to IS NOT NULL, path
"""


def refresh_copies(db: Database) -> None:
    """Say anew of each report whose copy it is, inside the running transaction.

    The first of those that say the same is the one with the earliest day.
    """
    for (document_id,) in db.execute(_TO_SKETCH).fetchall():
        (text,) = db.execute("SELECT text FROM documents WHERE id = ?", [document_id]).fetchone()
        row = {"document_id": document_id, "sketch": _to_bytes(sketch_of(text))}
        db.insert("sketches", [row])
    sketches = {
        document_id: _from_bytes(sketch)
        for document_id, sketch in db.execute("SELECT document_id, sketch FROM sketches")
    }
    order = [document_id for (document_id,) in db.execute(_IN_ORDER)]
    first = copies_among({one: sketches[one] for one in order})
    db.execute("UPDATE documents SET copy_of = NULL WHERE copy_of IS NOT NULL")
    for copy, original in first.items():
        db.execute("UPDATE documents SET copy_of = ? WHERE id = ?", [original, copy])


def sketch_of(text: str) -> array[int]:
    """Return the checksums of a half of a text's runs of words, each once; those of its whole
    where it has few."""
    words = _WORD.findall(_MARK.sub("", text).lower())
    runs = (" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))
    kept = {sum_ for run in runs if (sum_ := zlib.crc32(run.encode())) % _ONE_OF == 0}
    if len(kept) < _FEWEST:
        kept = {zlib.crc32(" ".join(words).encode())} if words else set()
    return array("I", sorted(kept))


def copies_among(sketches: Mapping[str, array[int]]) -> dict[str, str]:
    """Map each report that repeats another to the first that does not, in the given order."""
    several = _in_several(sketches.values())
    holders, first = defaultdict[int, list[str]](list), dict[str, str]()
    for document_id, sketch in sketches.items():
        runs = [run for run in sketch if run in several]
        shared = Counter(
            other for run in runs if len(holders[run]) <= _COMMON for other in holders[run]
        )
        for other, many in sorted(shared.items(), key=lambda one: -one[1]):
            if _same(many, len(sketch), len(sketches[other])):
                first[document_id] = first.get(other, other)
                break
        for run in runs:
            holders[run].append(document_id)
    return first


def _in_several(sketches: Iterable[array[int]]) -> set[int]:
    """The runs that more than one report has: few, where all there are take much memory."""
    import numpy as np

    every = [np.frombuffer(sketch, np.uintc) for sketch in sketches if sketch]
    if not every:
        return set()
    runs = np.sort(np.concatenate(every))
    return set(runs[1:][runs[1:] == runs[:-1]].tolist())


def _same(shared: int, one: int, other: int) -> bool:
    shorter, longer = sorted((one, other))
    return shared >= _SHARE * shorter and shorter >= _SHORTER * longer


def _to_bytes(sketch: array[int]) -> bytes:
    if sys.byteorder == "big":
        sketch.byteswap()
    return sketch.tobytes()


def _from_bytes(data: bytes) -> array[int]:
    sketch = array("I")
    sketch.frombytes(data)
    if sys.byteorder == "big":
        sketch.byteswap()
    return sketch
