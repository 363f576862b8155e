"""The matrix, the annex and the project for coding software, from what is published alone."""

from __future__ import annotations

from pathlib import Path

from sqlite_utils import Database

from telusur.handover import Wish, hand_over

_ANNEX, _ANNEX_OF_ALL = "lampiran-bukti.docx", "lampiran-bukti-dan-usulan.docx"


def write_files(folder: Path, published: Database, *, suggested: bool) -> list[str]:
    """Write them and return their names; `suggested`: an annex with suggestions, too.

    A PDF says when it was made and with what: readers make it of the annex themselves.
    """
    files = {
        "telusur.xlsx": hand_over(published, ".xlsx"),
        "telusur.qdpx": hand_over(published, ".qdpx"),
        _ANNEX: hand_over(published, ".docx"),
    }
    if suggested:
        files[_ANNEX_OF_ALL] = hand_over(published, ".docx", Wish(suggested=True))
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return list(files)
