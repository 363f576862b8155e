"""telusur review export, telusur review import: the queue as a spreadsheet."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from telusur.cli.named import named
from telusur.cli.options import WORDS, database_option
from telusur.words import day, say, say_of

if TYPE_CHECKING:
    from telusur.desk import Verdict
    from telusur.review import ClauseNow
    from telusur.store.database import Database
    from telusur.triage import Asked
    from telusur.triage.sheet import Filled

ORDERS = ("doubt", "clause", "report", "place")


def queue_options(function: Callable[..., None]) -> Callable[..., None]:
    """Add the options that choose a part of the queue and its order."""
    for add in (
        click.option("--report", type=WORDS, default="", help="Only of this report, by its id."),
        click.option("--kind", type=WORDS, default="", help="Only findings of this kind."),
        click.option("--challenge", type=WORDS, default="", help="Only of this challenge, by id."),
        click.option("--place", type=WORDS, default="", help="Only of this place, by its code."),
        click.option("--bab", type=WORDS, default="", help="Only of this bab, by its id."),
        click.option(
            "--order",
            type=click.Choice(ORDERS),
            default="doubt",
            show_default=True,
            help="Most doubtful first, or clause by clause, report by report, place by place.",
        ),
    ):
        function = add(function)
    return function


def asked_of(order: str, me: str, **filters: str) -> Asked:
    """Return what the options ask for."""
    from telusur.triage import Asked, Order

    return Asked.filtered(Order(order), me, filters)


@click.command("export")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@queue_options
@click.option("--most", type=click.IntRange(1), help="At most so many rows.  [default: all]")
@database_option
@click.pass_obj
def export(
    workspace: Path, /, file: Path, most: int | None, database: Path | None, **asked: str
) -> None:
    """Write what awaits a decision to FILE (.xlsx), to be filled in by whoever has only Excel.

    The first column has a drop-down list: setuju, tolak, ragu.
    """
    from telusur.store.connection import store_for_reading
    from telusur.store.decisions import clauses_to_decide
    from telusur.triage import items
    from telusur.triage.sheet import write_sheet
    from telusur.workspace import workspace_at

    if file.suffix.lower() != ".xlsx":
        raise click.UsageError(say("{file}: name a file that ends in .xlsx.", file=file))
    here = workspace_at(workspace)
    with store_for_reading(database or here.database) as db:
        found = items(db, asked_of(me="", **asked), clauses_to_decide(db), most)
    count = write_sheet(file, found)
    click.echo(
        say_of(
            "{count} suggestion in {file}. Back: telusur review import {file} --by NAME",
            "{count} suggestions in {file}. Back: telusur review import {file} --by NAME",
            count,
            file=file,
        )
    )


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--by", type=WORDS, required=True, help="Who filled it in.")
@click.option("--dry-run", is_flag=True, help="Check every row, and take nothing.")
@database_option
@click.pass_obj
def import_(workspace: Path, file: Path, by: str, dry_run: bool, database: Path | None) -> None:
    """Take the decisions of FILE that fit, and say of each row that does not why.

    A row is taken once, however often its file is imported. Where the words of its finding or
    clause have changed since it was written, or somebody else has decided meanwhile, it is not
    taken. The exit status is 1 where a row was not.
    """
    import asyncio

    from telusur.desk import Desk
    from telusur.store.connection import store_for_reading
    from telusur.store.decisions import clauses_to_decide
    from telusur.triage.sheet import read_sheet
    from telusur.workspace import workspace_at

    here = workspace_at(workspace)
    path = database or here.database
    desk = Desk(here.journal, path)
    filled = read_sheet(file)
    with store_for_reading(path):
        pass
    asyncio.run(desk.catch_up())
    with store_for_reading(path) as db:
        checked = list(_checked(db, filled, by, clauses_to_decide(db)))
    verdicts = [one for _, one, _ in checked if one]
    if verdicts and not dry_run:
        asyncio.run(desk.judge(verdicts, by))
    counted = Counter(why.partition(":")[0] for _, one, why in checked if not one)
    for row, one, why in checked:
        if not one and why != _AGAIN:
            click.echo(f"{file}:{row.number}: {why}.", err=True)
    again = say(", {count} had been taken before", count=counted[_AGAIN]) if counted[_AGAIN] else ""
    refused = len(checked) - len(verdicts) - counted[_AGAIN]
    told = (
        say_of("{count} decision would be taken", "{count} decisions would be taken", len(verdicts))
        if dry_run
        else say_of("{count} decision taken", "{count} decisions taken", len(verdicts))
    )
    told += again + say_of(", {count} row not taken.", ", {count} rows not taken.", refused)
    click.echo(told)
    sys.exit(1 if refused else 0)


_AGAIN = "taken before"


def _checked(
    db: Database, rows: list[Filled], by: str, clauses: list[ClauseNow]
) -> Iterator[tuple[Filled, Verdict | None, str]]:
    """Yield each row with its verdict, or with why there is none."""
    from telusur.desk import Verdict
    from telusur.triage import item, said_of

    seen: dict[object, int] = {}
    for row in rows:
        found = item(db, row.pair, clauses) if row.pair else None
        why = _why_not(row, found, seen)
        if not why and row.pair:
            why = _decided_already(said_of(db, row.pair), row, by)
        if row.pair:
            seen.setdefault(row.pair, row.number)
        if why or row.pair is None:
            yield row, None, why
            continue
        question = (row.question or "Mohon dilihat lagi.") if row.word == "unsure" else ""
        yield row, Verdict(row.pair, row.word, row.note, question), ""  # type: ignore[arg-type]


def _why_not(row: Filled, found: Any, seen: dict[object, int]) -> str:
    if not row.word:
        return say("“{word}” is no decision: write setuju, tolak or ragu", word=row.written[:40])
    if row.pair is None:
        return say("the code is missing or changed: keep the column Kode as it was exported")
    if row.pair in seen:
        return say("row {row} is about the same link: keep one of the two", row=seen[row.pair])
    if found is None:
        return say("this link is no longer there: its report or the draft has changed")
    if row.fingerprint != found.fingerprint:
        return say(
            "the finding or the clause says something else since: export again and look again"
        )
    return ""


def _decided_already(said: list[dict[str, Any]], row: Filled, by: str) -> str:
    last = next((one for one in said if one["state"] != "withdrawn"), None)
    if last is None or last["state"] in ("suspect", "superseded", "lost"):
        return ""
    if last["decision"] == row.word and last["by"] == by:
        return _AGAIN
    if last["decision"] in ("unsure", "withdraw") or last["by"] == by:
        return ""
    return say(
        "{by} decided on {day} meanwhile: {decision}",
        by=last["by"],
        day=day(last["at"]),
        decision=named(last["decision"]),
    )
