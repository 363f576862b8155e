"""Files for offices that a server makes of the whole evidence: matrix, annex, table, project.

The browser only knows that there may be some: a published bundle has them ready, and carries
nothing that could make them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from datasette.app import Datasette

PUBLISHED = ("telusur.xlsx", "lampiran-bukti.docx", "tautan.csv", "telusur.qdpx")
"""Those that every bundle has, below /static/unduhan/."""


class Offered(Protocol):
    """What makes files."""

    @property
    def names(self) -> Sequence[str]:
        """The files there are; the ending says what each is."""

    async def file(self, name: str) -> bytes:
        """One of them, of the evidence as it is now."""


_offered: WeakKeyDictionary[Datasette, Offered] = WeakKeyDictionary()


def offer(datasette: Datasette, files: Offered) -> None:
    """Offer them, before the browser answers its first question."""
    _offered[datasette] = files


def offered_by(datasette: Datasette) -> Offered | None:
    return _offered.get(datasette)
