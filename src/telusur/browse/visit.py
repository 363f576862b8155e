"""A reader's visit to a page: what is asked, in which language, and the answer."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from datasette import Response

from telusur.browse.figures.standings import hatch, provisions_bar
from telusur.browse.serving.offered import PUBLISHED, offered_by
from telusur.browse.serving.serve import NAME
from telusur.browse.writing.addresses import Addresses, changed
from telusur.browse.writing.chips import chips
from telusur.browse.writing.download import FORMATS, Table, download
from telusur.browse.writing.hidden import SCOPE, without
from telusur.browse.writing.language import ASKED, Language, language_of
from telusur.browse.writing.options import options
from telusur.browse.writing.prefix import here
from telusur.browse.writing.reasons import reason
from telusur.errors import StoreUnusable
from telusur.store.standing import BY_STANDING, OF_LINKS, STRONG, strength_of

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request

Row = dict[str, Any]
DOWNLOAD, WHICH = "_unduh", "_tabel"
"""The parameters that ask for a page's tables as a file: the format, and which table."""
PAGE = "halaman"
"""The parameter that asks for a further page of a long list."""


@dataclass(frozen=True, slots=True)
class Crumb:
    """A page above this one."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Visit:
    """What a page needs to know of its reader."""

    datasette: Datasette
    request: Request
    t: Language
    to: Addresses
    hidden: str = ""
    """Pairs whose decisions this reader must not see yet, as `writing/hidden.py` has them."""

    def part(self, name: str) -> str:
        """A named part of the path, as its pattern cuts it: `/naskah/(?P<id>[^/]+)`."""
        return unquote(self.request.url_vars[name], errors="replace")

    def asked(self, name: str) -> str:
        """A parameter of the address, without blanks around it; empty where it is not given."""
        return " ".join((self.request.args.get(name) or "").split())

    @property
    def downloads(self) -> bool:
        """Whether a file is asked for: its tables are whole, where a page has a part of them."""
        return self.request.args.get(DOWNLOAD) in FORMATS

    def which_page(self, size: int, count: int) -> tuple[int, int]:
        """Which page of a long list is asked for, and the last one, both from 1."""
        last = max(1, -(-count // size))
        asked = self.asked(PAGE)
        wanted = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 9 else 1
        return min(max(wanted, 1), last), last

    async def rows(self, sql: str, **values: object) -> list[Row]:
        """Ask the store a question."""
        if NAME not in self.datasette.databases:
            raise StoreUnusable(f"no database is called {NAME}")
        sql, asked = self.question(sql, values)
        found = await self.datasette.get_database(NAME).execute(sql, asked)
        return [dict(row) for row in found.rows]

    def question(self, sql: str, values: Mapping[str, object]) -> tuple[str, Mapping[str, object]]:
        """A question as this reader may ask it."""
        return without(self.hidden, sql, values) if self.hidden else (sql, values)

    async def row(self, sql: str, **values: object) -> Row | None:
        """Ask the store for one row; None where there is none."""
        found = await self.rows(sql, **values)
        return found[0] if found else None

    async def page(
        self,
        template: str,
        title: str,
        context: Mapping[str, object],
        *,
        above: Sequence[Crumb] = (),
        tables: Sequence[Table] = (),
        status: int = 200,
    ) -> Response:
        """Answer with a page, or with its tables as a file where the reader asks for one.

        `template` is a file of templates/telusur/ without its ending. It gets `context`, `title`,
        `above` (the pages above, for the path at the top), and `tables` by name.
        """
        if self.downloads and tables and status == 200:
            return await self._file(self.request.args.get(DOWNLOAD), tables)
        told = {
            "title": title,
            "above": above,
            "tables": {table.name: table for table in tables},
            **context,
        }
        html = await self.datasette.render_template(
            f"telusur/{template}.html", told, request=self.request
        )
        return Response.html(html, status=status)

    async def _file(self, format: str, tables: Sequence[Table]) -> Response:  # noqa: A002
        name = self.request.args.get(WHICH)
        address = self.datasette.absolute_url(self.request, self.request.path)
        body = await asyncio.to_thread(download, tables, format, name, self.t, address)
        known = name if name in {table.name for table in tables} else tables[0].name
        headers = {"content-disposition": f'attachment; filename="telusur-{known}.{format}"'}
        return Response(body, headers=headers, content_type=FORMATS[format])


Respond = Callable[[Visit], Awaitable[Response]]
Routes = tuple[tuple[str, Respond], ...]
"""Patterns of paths, and what answers them."""


def visit_of(datasette: Datasette, request: Request) -> Visit:
    to, hidden = Addresses(datasette.urls.path), str(request.scope.get(SCOPE, ""))
    return Visit(datasette, request, language_of(request, links_published(datasette)), to, hidden)


def links_published(datasette: Datasette) -> str:
    """Which links a published edition shows; empty for a store."""
    return str((datasette.plugin_config("telusur") or {}).get("links", ""))


_TOLD = {
    "accepted": ("accepted",), "strong": ("accepted", "strong"),
    "all": ("accepted", "strong", "weak"),
}  # fmt: skip
"""Where links may stand in a published edition."""


def told_to_templates(datasette: Datasette, request: Request | None) -> dict[str, object]:
    """What every template may use: `t` for labels, `to` for addresses, `same` for this page,
    `here` for links without the server's name."""
    links = links_published(datasette)
    t = language_of(request, links)
    other = "en" if t.code == "id" else "id"
    query = request.query_string if request else ""
    edition = (datasette.plugin_config("telusur") or {}).get("edition")

    def same(**changes: str | None) -> str:
        """This page, with some of what is asked of it changed."""
        return changed(query, {DOWNLOAD: None, WHICH: None, ASKED: None} | changes)

    return {
        "t": t,
        "to": Addresses(datasette.urls.path),
        "same": same,
        "here": here,
        "other_language": other,
        "path": request.path if request else "",
        # Published bundles have a page that says which edition they are.
        "edition": edition,
        "published_links": links,
        "office_files": _files(datasette, edition=bool(edition)),
        "told_standings": _TOLD.get(links, OF_LINKS[:4]),
        "rests_bar": provisions_bar,
        "rests_columns": tuple(BY_STANDING.items()),
        "strength_of": strength_of,
        "strong_from": STRONG,
        "hatch": hatch,
        "chips": chips,
        "options": options,
        "reason": lambda words: reason(words, t),
    }


def _files(datasette: Datasette, *, edition: bool) -> list[tuple[str, str]]:
    """The files for offices: the name of each, and the path that has it."""
    if edition:
        return [(name, f"/static/unduhan/{name}") for name in PUBLISHED]
    offered = offered_by(datasette)
    return [(name, f"/unduhan/{name}") for name in (offered.names if offered else ())]
