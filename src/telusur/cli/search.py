"""telusur search"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from telusur.cli import printing
from telusur.cli.options import DAY, database_option, form_option
from telusur.words import day, number, say, say_of

if TYPE_CHECKING:
    import sqlite3

    from telusur.search import Filters, Found, Hit


@click.command("search")
@click.argument("words", nargs=-1)
@click.option("--place", default="", help="A place by name or code; a province includes all in it.")
@click.option("--challenge", default="", help="A challenge by its id.")
@click.option("--kind", default="", help="A kind of finding: kendala, kebutuhan …")
@click.option("--since", type=DAY, help="Only reports of that day and later.")
@click.option("--until", type=DAY, help="Only reports of that day and earlier.")
@click.option(
    "-n", "--most", type=click.IntRange(1), default=10, show_default=True, help="Hits to show."
)
@click.option("--words-only", is_flag=True, help="Do not load the model that reads meaning.")
@form_option
@database_option
@click.pass_obj
def command(
    workspace: Path,
    /,
    words: tuple[str, ...],
    most: int,
    words_only: bool,
    form: str,
    database: Path | None,
    **asked_for: Any,
) -> None:
    """Find findings by WORDS, in whatever form they stand there, and by meaning.

    Findings with all words come first, then those with some of them or near in meaning. "In
    quotation marks" words must stand exactly so. Without WORDS, all that fit the options are
    shown, newest report first.
    """
    from telusur.cli.progress import waiting
    from telusur.search import Engine
    from telusur.store.connection import store_for_reading
    from telusur.workspace import workspace_at

    here = workspace_at(workspace)
    asked = " ".join(words)
    with store_for_reading(database or here.database) as db:
        filters = _filters(db.conn, here.root, **asked_for)
        engine = Engine([here.model])
        if asked and not words_only:
            with waiting(say("loading the model")):
                engine.search(db.conn, asked, filters, most=0)
                engine.understanding.wait()
        found = engine.search(db.conn, asked, filters, most=most, by_meaning=not words_only)
        if form == "json":
            _print_json(db.conn, asked, found)
        else:
            _show(db.conn, found)


def _filters(
    connection: sqlite3.Connection,
    root: Path,
    *,
    place: str,
    challenge: str,
    kind: str,
    since: str | None,
    until: str | None,
) -> Filters:
    """Read the options.

    Raises:
        NotFound: no place, challenge or kind is called so; the message offers what there is.
    """
    from telusur.cli.places import codes_of
    from telusur.errors import NotFound
    from telusur.search import Filters, named
    from telusur.store.reading import near_to

    places = (named(connection, place) or codes_of(root, place)) if place else ()
    if place and not places:
        names = [name for (name,) in connection.execute("SELECT name FROM places ORDER BY name")]
        raise NotFound(
            say("No place is called “{name}”. {offer}", name=place, offer=near_to(place, names)
                or say("Give its name or code: “Kota Palembang”."))
        )  # fmt: skip
    if challenge:
        known = [*(id_ for (id_,) in connection.execute("SELECT id FROM challenges")), "none"]
        _refuse_unknown("--challenge", challenge, known)
    if kind:
        _refuse_unknown("--kind", kind, [id_ for (id_,) in connection.execute(_KINDS)])
    return Filters(places=places, challenge=challenge, kind=kind, since=since or "",
                   until=until or "")  # fmt: skip


_KINDS = "SELECT DISTINCT kind FROM findings ORDER BY kind"


def _refuse_unknown(option: str, given: str, known: list[str]) -> None:
    from telusur.errors import NotFound

    if given not in known:
        raise NotFound(
            say("{option}: there is no “{name}”. There are: {known}.",
                option=option, name=given, known=", ".join(known))
        )  # fmt: skip


_FINDING = """
SELECT findings.id, findings.quote, findings.kind, places.name AS place, documents.title,
  COALESCE(documents.visited_on, documents.published_on) AS day
FROM findings JOIN documents ON documents.id = findings.document_id
LEFT JOIN places ON places.code = findings.place_code WHERE findings.id = ?
"""


def _print_json(connection: sqlite3.Connection, asked: str, found: Found) -> None:
    """Print what was asked, how many fit, and each hit with its finding."""
    import json

    names = ("finding_id", "quote", "kind", "place", "document", "day")
    hits = [
        dict(zip(names, connection.execute(_FINDING, [hit.finding_id]).fetchone(), strict=True))
        | {"score": hit.score, "words": hit.words, "complete": hit.complete}
        for hit in found.hits
    ]
    told = {"asked": asked, "total": found.total, "complete": found.complete, "hits": hits}
    click.echo(json.dumps(told, ensure_ascii=False, indent=2))


def _show(connection: sqlite3.Connection, found: Found) -> None:
    from telusur.search import Meaning

    if found.meaning is Meaning.ABSENT:
        printing.wrapped(say("By words only: the model that reads meaning is not here."), dim=True)
    for word in found.unknown:
        printing.wrapped(say("No finding has “{word}”.", word=word), dim=True)
    printing.wrapped(_summary(found), bold=True)
    for name, more in found.removed.items():
        if more and not found.total:
            option = name.removesuffix("s")
            printing.wrapped(say("Without --{option}: {more}.", option=option, more=more))
    for hit in found.hits:
        _show_hit(connection, found, hit)


def _summary(found: Found) -> str:
    if not found.total:
        return say("Nothing found.")
    told = say_of("{count} finding", "{count} findings", found.total)
    if not (found.inflected or found.exact):
        return told
    told += say(", {count} with all words", count=found.complete)
    if others := found.total - found.complete:
        told += say("; {count} with some of them or near in meaning", count=others)
    return told


def _show_hit(connection: sqlite3.Connection, found: Found, hit: Hit) -> None:
    from telusur.search import marked

    row = connection.execute(_FINDING, [hit.finding_id]).fetchone()
    id, quote, kind, place, title, on = row  # noqa: A001
    printing.line("")
    printing.wrapped(f"{number(hit.score)}  {id}" if hit.score else id, bold=True)
    words = "".join(
        click.style(piece.text, fg="yellow", bold=True) if piece.marked else piece.text
        for piece in marked(" ".join(quote.split()), found.inflected, found.exact)
    )
    printing.line(f"      “{words}”")
    facts = (kind, place, title, on and day(on))
    printing.wrapped(f"      {', '.join(fact for fact in facts if fact)}", dim=True)
