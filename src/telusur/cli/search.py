"""telusur search"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from telusur.cli.options import database_option
from telusur.cli.printing import say, say_wrapped

if TYPE_CHECKING:
    import sqlite3

    from telusur.search import Filters, Found, Hit


@click.command("search")
@click.argument("words", nargs=-1)
@click.option("--place", default="", help="A place by name or code; a province includes all in it.")
@click.option("--challenge", default="", help="A challenge by its id.")
@click.option("--kind", default="", help="A kind of finding: kendala, kebutuhan …")
@click.option(
    "--since", type=click.DateTime(["%Y-%m-%d"]), help="Only reports of that day and later."
)
@click.option(
    "-n", "--most", type=click.IntRange(1), default=10, show_default=True, help="Hits to show."
)
@click.option("--words-only", is_flag=True, help="Do not load the model that reads meaning.")
@database_option
@click.pass_obj
def command(
    workspace: Path,
    words: tuple[str, ...],
    place: str,
    challenge: str,
    kind: str,
    since: datetime | None,
    most: int,
    words_only: bool,
    database: Path | None,
) -> None:
    """Find findings by WORDS, in whatever form they stand there, and by meaning.

    Findings with all words come first, then those with some of them or near in meaning. "In
    quotation marks" words must stand exactly so. Without WORDS, all that fit the options are
    shown, newest report first.
    """
    from telusur.search import Engine
    from telusur.store.connection import store_for_reading
    from telusur.workspace import workspace_at

    here = workspace_at(workspace)
    asked = " ".join(words)
    with store_for_reading(database or here.database) as db:
        filters = _filters(db.conn, place, challenge, kind, since)
        engine = Engine([here.model])
        if asked and not words_only:
            engine.search(db.conn, asked, filters, most=0)
            engine.understanding.wait()
        found = engine.search(db.conn, asked, filters, most=most, by_meaning=not words_only)
        _show(db.conn, found)


def _filters(
    connection: sqlite3.Connection, place: str, challenge: str, kind: str, since: datetime | None
) -> Filters:
    """Read the options.

    Raises:
        NotFound: no place is called so.
    """
    from telusur.errors import NotFound
    from telusur.search import Filters, named

    places = named(connection, place) if place else ()
    if place and not places:
        raise NotFound(f"No place is called “{place}”. Give its name or code: “Kota Palembang”.")
    day = since.date().isoformat() if since else ""
    return Filters(places=places, challenge=challenge, kind=kind, since=day)


_FINDING = """
SELECT findings.id, findings.quote, findings.kind, places.name AS place, documents.title,
  COALESCE(documents.visited_on, documents.published_on) AS day
FROM findings JOIN documents ON documents.id = findings.document_id
LEFT JOIN places ON places.code = findings.place_code WHERE findings.id = ?
"""


def _show(connection: sqlite3.Connection, found: Found) -> None:
    from telusur.search import Meaning

    if found.meaning is Meaning.ABSENT:
        say_wrapped("By words only: the model that reads meaning is not here.", dim=True)
    for word in found.unknown:
        say_wrapped(f"No finding has “{word}”.", dim=True)
    say_wrapped(_summary(found), bold=True)
    for name, more in found.removed.items():
        if more and not found.total:
            say_wrapped(f"Without --{name.removesuffix('s')}: {more}.")
    for hit in found.hits:
        _show_hit(connection, found, hit)


def _summary(found: Found) -> str:
    if not found.total:
        return "Nothing found."
    others = found.total - found.complete
    near = f"; {others} with some of them or near in meaning" if others else ""
    sought = f", {found.complete} with all words{near}" if found.inflected or found.exact else ""
    return f"{found.total} finding{'s' * (found.total > 1)}{sought}"


def _show_hit(connection: sqlite3.Connection, found: Found, hit: Hit) -> None:
    from telusur.search import marked

    id, quote, kind, *facts = connection.execute(_FINDING, [hit.finding_id]).fetchone()  # noqa: A001
    say("")
    say_wrapped(f"{hit.score:.2f}  {id}", bold=True)
    pieces = marked(" ".join(quote.split()), found.inflected, found.exact)
    words = "".join(
        click.style(piece.text, fg="yellow", bold=True) if piece.marked else piece.text
        for piece in pieces
    )
    say(f"      “{words}”")
    say_wrapped(f"      {', '.join(fact for fact in (kind, *facts) if fact)}", dim=True)
