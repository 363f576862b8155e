"""Runs Datasette on an evidence store."""

from __future__ import annotations

import socket
from collections.abc import Callable, Collection, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from telusur.browse.safety.hosts import Names, is_local, only_by_name
from telusur.browse.safety.refusing import App
from telusur.errors import CannotServe
from telusur.store.connection import store_for_reading
from telusur.words import say

if TYPE_CHECKING:
    from datasette.app import Datasette

    from telusur.browse.serving.offered import Offered
    from telusur.browse.serving.rooms import Room

NAME = "evidence"
"""The database's name in addresses, whatever its file is called: the metadata depends on it."""

SETTINGS = {
    "default_page_size": 50,
    # Suggesting facets runs a query for each column of a table on every page: 1 request a second
    # instead of 30 on large stores. The metadata names the facets that matter.
    "suggest_facets": False,
    "truncate_cells_html": 400,
    "facet_time_limit_ms": 1000,
    "sql_time_limit_ms": 3000,
}

_SLOWEST = 60
"""Seconds after which a process that does not stir is replaced; to begin takes one, on a machine
with much else to do many."""


def make_browser(
    metadata: Path,
    database: Path,
    model: str | None = None,
    base_url: str = "/",
    room: Room | None = None,
    *,
    sql: bool = True,
    files: Offered | None = None,
    templates: Path | None = None,
    settings: Mapping[str, object] = MappingProxyType({}),
) -> Datasette:
    """Return Datasette on the store, with the titles, queries and facets that `metadata` gives.

    `model` names the encoder for searching by meaning; None is the one that Telusur comes with.
    `base_url` is the path below which a web server in front of it has the pages. `room` is a
    further side of the browser, such as the reviewers'. `sql` lets readers ask in SQL of their
    own; the queries of `metadata` are there in any case. `files` makes what offices ask for.
    `templates` is a folder of further pages, as published editions have it. `settings` of Datasette
    go before ours.

    Raises:
        StoreUnusable: there is no store, or another version of Telusur built it.
        CannotServe: the metadata is missing or no valid YAML.
    """
    from datasette.app import Datasette, DatasetteClient
    from datasette.utils import BadMetadataError, parse_metadata

    from telusur.browse.serving.database import StoreDatabase
    from telusur.browse.serving.offered import offer
    from telusur.browse.serving.rooms import open_room

    with store_for_reading(database):
        pass
    try:
        told = parse_metadata(metadata.read_text(encoding="utf-8")) or {}
    except (OSError, UnicodeDecodeError, BadMetadataError) as error:
        raise CannotServe(
            say(
                "{metadata}: the browser's metadata cannot be read: {error}",
                metadata=metadata,
                error=error,
            )
        ) from error
    if model:
        told.setdefault("plugins", {}).setdefault("telusur", {})["model"] = model
    chosen = {**SETTINGS, "base_url": base_url, "default_allow_sql": sql, **settings}
    browser = Datasette(
        [],
        metadata=told,
        settings=chosen,
        template_dir=str(templates) if templates else None,
    )
    # Datasette adds an empty database where no file is named: it is of no use to our readers.
    browser.remove_database("_memory")
    store = StoreDatabase(browser, path=str(database), is_mutable=True)
    browser.add_database(store, name=NAME)
    if room:
        open_room(browser, room)
    if files:
        offer(browser, files)
    browser.client = DatasetteClient(browser)  # the first one was made before there was a store
    return browser


def serve(
    metadata: Path,
    database: Path,
    host: str,
    port: int,
    model: str | None = None,
    base_url: str = "/",
    room: Room | None = None,
    *,
    names: Collection[str] = (),
    sql: bool | None = None,
    files: Offered | None = None,
    workers: int = 1,
    ready: Callable[[], None] = lambda: None,
) -> None:
    """Serve the browser at http://`host`:`port` until it is interrupted.

    `ready` is called when nothing more speaks against it.

    It answers to that address, to this machine's own and to further `names`, as a proxy passes
    them on. `sql` lets readers ask in SQL of their own; None: where only this machine can ask.
    `workers` processes share the address; one alone where there is a `room`, which remembers who
    has signed in.

    Raises:
        CannotServe: the address is taken, not ours, or unknown.
    """
    import uvicorn
    from uvicorn.supervisors import Multiprocess

    allowed = is_local(host) if sql is None else sql
    app = partial(
        _app, metadata, database, host, port, names, model, base_url, room, sql=allowed, files=files
    )
    alone = app()  # says what is wrong with the store, however many there will be
    _refuse_taken_address(host, port)
    ready()
    # A room asks by itself who stands before it, and believes only the proxies it was told of.
    told: dict[str, Any] = {
        "host": host,
        "port": port,
        "log_level": "warning",
        "lifespan": "on",
        "server_header": False,
        "proxy_headers": room is None,
    }
    if workers == 1:
        uvicorn.run(alone, **told)
    else:
        told |= {"workers": workers, "timeout_worker_healthcheck": _SLOWEST}
        config = uvicorn.Config(app, factory=True, **told)
        Multiprocess(config, sockets=[config.bind_socket()]).run()


def _app(
    metadata: Path,
    database: Path,
    host: str,
    port: int,
    names: Collection[str],
    model: str | None,
    base_url: str,
    room: Room | None,
    *,
    sql: bool,
    files: Offered | None,
) -> App:
    browser = make_browser(metadata, database, model, base_url, room, sql=sql, files=files)
    return only_by_name(browser.app(), Names(host, port, names))


def _refuse_taken_address(host: str, port: int) -> None:
    """Find out before starting, to say it in words and not in a server's traceback."""
    try:
        addresses = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        for family, kind, protocol, _, address in addresses:
            with socket.socket(family, kind, protocol) as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                if family == socket.AF_INET6:
                    probe.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
                probe.bind(address)
    except OSError as error:
        raise CannotServe(
            say(
                "Cannot listen on {host}:{port}: {strerror}. Name another port, for example --port "
                "{port2}, or stop what uses this one.",
                host=host,
                port=port,
                strerror=error.strerror,
                port2=port % 65535 + 1,
            )
        ) from error
