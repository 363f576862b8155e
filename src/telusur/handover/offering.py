"""The files that a server offers its readers, made when one is asked for, one at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from telusur.corpus.office.old import has_converter
from telusur.handover.formats import Wish, hand_over
from telusur.store.connection import store_for_reading

ANNEX, ANNEX_OF_ALL = "lampiran-bukti.docx", "lampiran-bukti-dan-usulan.docx"
MATRIX, PROJECT = "telusur.xlsx", "telusur.qdpx"
_PRINTED, _TABLE = "lampiran-bukti.pdf", "tautan.csv"
_State = tuple[tuple[int, int], ...]


@dataclass(slots=True)
class Offering:
    """Files of one store. Each is kept until the store changes."""

    database: Path
    _made: dict[str, tuple[_State, bytes]] = field(default_factory=dict)
    _maker: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1))
    """One thread, so that many readers at once are as slow as one, and take no more."""

    def __reduce__(self) -> tuple[type[Offering], tuple[Path]]:
        """Another process begins with none."""
        return Offering, (self.database,)

    @property
    def names(self) -> Sequence[str]:
        """What there is; a PDF only where something is there that prints."""
        printed = [_PRINTED] if has_converter() else []
        return [MATRIX, ANNEX, *printed, ANNEX_OF_ALL, _TABLE, PROJECT]

    async def file(self, name: str) -> bytes:
        """Return one of the files. Raises CannotWrite and StoreUnusable as `hand_over` does."""
        return await asyncio.get_running_loop().run_in_executor(self._maker, self._file, name)

    def _file(self, name: str) -> bytes:
        state = self._state()
        kept = self._made.get(name)
        if kept and kept[0] == state:
            return kept[1]
        with store_for_reading(self.database) as db:
            data = hand_over(db, Path(name).suffix, Wish(suggested=name == ANNEX_OF_ALL))
        self._made[name] = (state, data)
        return data

    def _state(self) -> _State:
        """What changes whenever the store does: decisions stand beside it at first, in a file that
        mere readers make, too, and leave empty."""
        beside = self.database.with_name(f"{self.database.name}-wal")
        told = [path.stat() for path in (self.database, beside) if path.exists()]
        return tuple((one.st_mtime_ns, one.st_size) for one in told if one.st_size)
