"""A further side of the browser that some servers open, such as the reviewers'.

The browser knows only that there may be one: a published bundle carries the browser, and no side
that could write.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol
from weakref import WeakKeyDictionary

from telusur.browse.safety.refusing import App

if TYPE_CHECKING:
    from datasette import Response
    from datasette.app import Datasette
    from datasette.utils.asgi import Request

View = Callable[["Datasette", "Request"], Awaitable["Response"]]


class Room(Protocol):
    """What a further side adds to the browser."""

    def routes(self) -> Sequence[tuple[str, View]]:
        """Patterns of its pages, and what answers them."""

    def guards(self, path: str) -> bool:
        """Whether it checks by itself that what is sent to a path comes from one of its forms."""

    def told(self, datasette: Datasette, request: Request) -> Mapping[str, object]:
        """What templates may use beside what they have anyway."""

    def wrapped(self, app: App) -> App:
        """The whole browser, with what every answer says about itself."""


_rooms: WeakKeyDictionary[Datasette, Room] = WeakKeyDictionary()


def open_room(datasette: Datasette, room: Room) -> None:
    """Open it, before the browser answers its first question."""
    _rooms[datasette] = room


def room_of(datasette: Datasette) -> Room | None:
    return _rooms.get(datasette)
