"""The matrix, the annex and the project for coding software, from what is published alone."""

from __future__ import annotations

from pathlib import Path

from telusur.handover import ANNEX, ANNEX_OF_ALL, MATRIX, PROJECT, Wish, hand_over
from telusur.store.database import Database


def write_files(folder: Path, published: Database, *, suggested: bool) -> list[str]:
    """Write them and return their names; `suggested`: an annex with suggestions, too.

    A PDF says when it was made and with what: readers make it of the annex themselves.
    """
    files = {
        MATRIX: hand_over(published, ".xlsx"),
        PROJECT: hand_over(published, ".qdpx"),
        ANNEX: hand_over(published, ".docx"),
    }
    if suggested:
        files[ANNEX_OF_ALL] = hand_over(published, ".docx", Wish(suggested=True))
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return list(files)
