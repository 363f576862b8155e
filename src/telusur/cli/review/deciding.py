"""telusur review accept and its like: one decision each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from telusur.cli.named import named
from telusur.cli.options import DAY, WORDS, database_option
from telusur.cli.review.who import name_of
from telusur.words import Later, say

if TYPE_CHECKING:
    from telusur.review import Entry
    from telusur.review.journal.decisions import Meeting

Verdict = Literal["accept", "reject", "unsure", "withdraw", "link"]
DONE: dict[Verdict, str] = {
    "accept": Later("accepted"),
    "reject": Later("rejected"),
    "unsure": Later("asked about"),
    "withdraw": Later("taken back"),
    "link": Later("linked"),
}


def _on_link(function: Callable[..., None]) -> Callable[..., None]:
    """Add the arguments and options that all decisions on a link have."""
    for add in (
        click.pass_obj,
        database_option,
        click.option("--minutes", type=WORDS, default="", help="The meeting's minutes."),
        click.option("--held-on", type=DAY, help="Its day.  [default: today]"),
        click.option("--meeting", type=WORDS, help="The meeting in which it was decided."),
        click.option(
            "--by",
            type=WORDS,
            help="Who decides.  [default: the name that git knows, else yours, asked for once]",
        ),
        click.option("--note", type=WORDS, default="", help="Why."),
        click.argument("clause", type=WORDS),
        click.argument("finding", type=WORDS),
    ):
        function = add(function)
    return function


@click.command("accept")
@_on_link
def accept(workspace: Path, **given: Any) -> None:
    """Accept the link between FINDING (its id) and CLAUSE ("Pasal 7 ayat (2)", an id)."""
    _take(workspace, "accept", **given)


@click.command("reject")
@_on_link
def reject(workspace: Path, **given: Any) -> None:
    """Reject the link: it is not suggested again until the words of one end change."""
    _take(workspace, "reject", **given)


@click.command("link")
@_on_link
def link(workspace: Path, **given: Any) -> None:
    """Link FINDING to CLAUSE by hand, also where nothing was suggested."""
    _take(workspace, "link", **given)


@click.command("unsure")
@_on_link
@click.argument("question", type=WORDS)
@click.option("--to", type=WORDS, default="", help="The colleague who is asked.")
def unsure(workspace: Path, **given: Any) -> None:
    """Leave the link open and ask QUESTION, of a colleague by name with --to."""
    if not given["question"].strip():
        raise click.BadParameter(say("say what is unclear"), param_hint="QUESTION")
    _take(workspace, "unsure", **given)


@click.command("withdraw")
@_on_link
def withdraw(workspace: Path, **given: Any) -> None:
    """Take back what was decided on the link: it is as the machine left it."""
    _take(workspace, "withdraw", **given)


@click.command("justify")
@click.argument("what", type=WORDS)
@click.option("--law", type=WORDS, default="", help="The higher law that requires the provision.")
@click.option("--note", type=WORDS, default="", help="Why no clause will answer the finding.")
@click.option("--by", type=WORDS, help="Who decides.")
@database_option
@click.pass_obj
def justify(
    workspace: Path, what: str, law: str, note: str, by: str | None, database: Path | None
) -> None:
    """Justify a gap: a provision without findings, or a finding without a provision.

    WHAT is a clause ("Pasal 7 ayat (2)", an id) or a finding's id. Say why with --law or --note:
    from the next build on it is no gap any more, but is listed apart with its reason. A later
    `justify` of the same thing supersedes this one.
    """
    from datetime import UTC, datetime

    from telusur.review import record
    from telusur.review.journal.decisions import JustifiedGap
    from telusur.store.connection import store_for_reading
    from telusur.store.decisions import gap_to_justify
    from telusur.workspace import workspace_at

    if not law.strip() and not note.strip():
        raise click.UsageError(
            say("Say why: --law names the higher law, --note gives another reason.")
        )
    here = workspace_at(workspace)
    with store_for_reading(database or here.database) as db:
        finding, clause, decided = gap_to_justify(db, what)
    taken = JustifiedGap(
        decision="justify",
        at=datetime.now(UTC).replace(microsecond=0),
        by=by or name_of(here.root),
        finding=finding,
        clause=clause,
        reason="higher law" if law.strip() else "no clause",
        law=law,
        note=note,
    )
    record(here.journal, taken, decided=decided)
    name = clause.label if clause else what
    click.echo(say("{name}: the gap is justified by {by}.", name=name, by=taken.by))


@click.command("undo")
@click.argument("decision", type=WORDS)
@click.option("--note", type=WORDS, default="", help="Why.")
@click.option("--by", type=WORDS, help="Who takes it back.")
@click.pass_obj
def undo(workspace: Path, decision: str, note: str, by: str | None) -> None:
    """Take back DECISION, of any kind, by its id in the table `decisions`, or by its line."""
    from datetime import UTC, datetime

    from telusur.errors import NotFound
    from telusur.review import read_journal, record
    from telusur.review.journal.decisions import Taking
    from telusur.workspace import workspace_at

    here = workspace_at(workspace)
    entries = read_journal(here.journal).entries
    found = [one for one in entries if decision in (one.id, str(one.line))]
    if not found:
        raise NotFound(
            say(
                "The journal has no decision “{decision}”: give an id or a line.", decision=decision
            )
        )
    now = datetime.now(UTC).replace(microsecond=0)
    who = by or name_of(here.root)
    record(here.journal, Taking(decision="undo", at=now, by=who, of=found[0].id, note=note))
    click.echo(
        say(
            "{id}: {decision} by {by} undone.",
            id=found[0].id,
            decision=named(found[0].decision.decision),
            by=found[0].decision.by,
        )
    )


def _take(
    workspace: Path,
    verdict: Verdict,
    *,
    finding: str,
    clause: str,
    database: Path | None,
    by: str | None,
    note: str,
    meeting: str | None,
    held_on: str | None,
    minutes: str,
    question: str = "",
    to: str = "",
) -> None:
    from datetime import UTC, datetime

    from telusur.review import LinkDecision, record
    from telusur.store.connection import store_for_reading
    from telusur.store.decisions import pair_to_decide
    from telusur.workspace import workspace_at

    here = workspace_at(workspace)
    with store_for_reading(database or here.database) as db:
        pair = pair_to_decide(db, finding, clause)
    taken = LinkDecision(
        decision=verdict,
        at=datetime.now(UTC).replace(microsecond=0),
        by=by or name_of(here.root),
        finding=pair.finding,
        clause=pair.clause,
        score=pair.score,
        suggested=pair.suggested,
        model=pair.model,
        note=note,
        question=question,
        to=to,
        meeting=_meeting(meeting, held_on, minutes),
    )
    entry = record(here.journal, taken, decided=pair.decided)
    click.echo(
        say(
            "{clause}, {finding}: {done} by {by}.",
            clause=pair.clause.label,
            finding=pair.finding.id,
            done=DONE[verdict],
            by=taken.by,
        )
    )
    if not _show(database or here.database, entry):
        click.echo(say("It shows in the store from the next `telusur build` on."))


def _show(database: Path, entry: Entry) -> bool:
    """Show a decision in the store at once; it is safe in the journal where that fails."""
    from telusur.errors import StoreUnusable
    from telusur.store.connection import store_for_writing, transaction
    from telusur.store.decisions import clauses_to_decide, show_decisions

    try:
        with store_for_writing(database) as db, transaction(db):
            show_decisions(db, [entry], clauses_to_decide(db))
    except StoreUnusable:
        return False
    return True


def _meeting(name: str | None, held_on: str | None, minutes: str) -> Meeting | None:
    from datetime import UTC, date, datetime

    from telusur.review.journal.decisions import Meeting

    if not name:
        if held_on or minutes:
            raise click.UsageError(say("--held-on and --minutes go with --meeting."))
        return None
    day = date.fromisoformat(held_on) if held_on else datetime.now(UTC).astimezone().date()
    return Meeting(name=name, date=day, minutes=minutes)


DECIDING = (accept, reject, link, unsure, withdraw, justify, undo)
