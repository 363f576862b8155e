"""telusur review"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from telusur.cli.options import WORDS, database_option
from telusur.cli.review_sheet import export, import_, queue_options

if TYPE_CHECKING:
    from telusur.review import Entry
    from telusur.review.decisions import Meeting

Verdict = Literal["accept", "reject", "unsure", "withdraw", "link"]
DONE: dict[Verdict, str] = {
    "accept": "accepted",
    "reject": "rejected",
    "unsure": "asked about",
    "withdraw": "taken back",
    "link": "linked",
}


@click.group("review", invoke_without_command=True)
@queue_options
@click.option("--by", type=WORDS, help="Who decides.  [default: the name that git knows]")
@database_option
@click.pass_context
def command(
    context: click.Context, /, by: str | None, database: Path | None, order: str, **filters: str
) -> None:
    """Decide on links between findings and clauses.

    Without a command, suggestions come one after the other, each decided by one key.

    A decision is written to the end of draft/review.jsonl, with what both ends say now, and shows
    in the store at once; scores follow with the next `telusur build`. When the words of one end
    change later, the link becomes suspect. A later decision on the same link supersedes the earlier
    one; nothing is ever taken out of the journal.
    """
    if not context.invoked_subcommand:
        from telusur.cli.review_walk import walk

        walk(context.obj, database, by, order, _name, **filters)


command.add_command(export)
command.add_command(import_)


def _on_link(function: Callable[..., None]) -> Callable[..., None]:
    """Add the arguments and options that all decisions on a link have."""
    for add in (
        click.pass_obj,
        database_option,
        click.option("--minutes", type=WORDS, default="", help="The meeting's minutes."),
        click.option(
            "--held-on", type=click.DateTime(["%Y-%m-%d"]), help="Its day.  [default: today]"
        ),
        click.option("--meeting", type=WORDS, help="The meeting in which it was decided."),
        click.option(
            "--by",
            type=WORDS,
            help="Who decides.  [default: the name that git knows, else the user's]",
        ),
        click.option("--note", type=WORDS, default="", help="Why."),
        click.argument("clause", type=WORDS),
        click.argument("finding", type=WORDS),
    ):
        function = add(function)
    return function


@command.command("accept")
@_on_link
def accept(workspace: Path, **given: Any) -> None:
    """Accept the link between FINDING (its id) and CLAUSE ("Pasal 7 ayat (2)", an id)."""
    _take(workspace, "accept", **given)


@command.command("reject")
@_on_link
def reject(workspace: Path, **given: Any) -> None:
    """Reject the link: it is not suggested again until the words of one end change."""
    _take(workspace, "reject", **given)


@command.command("link")
@_on_link
def link(workspace: Path, **given: Any) -> None:
    """Link FINDING to CLAUSE by hand, also where nothing was suggested."""
    _take(workspace, "link", **given)


@command.command("unsure")
@_on_link
@click.argument("question", type=WORDS)
@click.option("--to", type=WORDS, default="", help="The colleague who is asked.")
def unsure(workspace: Path, **given: Any) -> None:
    """Leave the link open and ask QUESTION, of a colleague by name with --to."""
    if not given["question"].strip():
        raise click.BadParameter("say what is unclear", param_hint="QUESTION")
    _take(workspace, "unsure", **given)


@command.command("withdraw")
@_on_link
def withdraw(workspace: Path, **given: Any) -> None:
    """Take back what was decided on the link: it is as the machine left it."""
    _take(workspace, "withdraw", **given)


@command.command("justify")
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
    from telusur.review.decisions import JustifiedGap
    from telusur.store.connection import store_for_reading
    from telusur.store.ends import gap_to_justify
    from telusur.workspace import workspace_at

    if not law.strip() and not note.strip():
        raise click.UsageError("Say why: --law names the higher law, --note gives another reason.")
    here = workspace_at(workspace)
    with store_for_reading(database or here.database) as db:
        finding, clause, decided = gap_to_justify(db, what)
    taken = JustifiedGap(
        decision="justify",
        at=datetime.now(UTC).replace(microsecond=0),
        by=by or _name(here.root),
        finding=finding,
        clause=clause,
        reason="higher law" if law.strip() else "no clause",
        law=law,
        note=note,
    )
    record(here.journal, taken, decided=decided)
    name = clause.label if clause else what
    click.echo(f"{name}: the gap is justified by {taken.by}.")


@command.command("undo")
@click.argument("decision", type=WORDS)
@click.option("--note", type=WORDS, default="", help="Why.")
@click.option("--by", type=WORDS, help="Who takes it back.")
@click.pass_obj
def undo(workspace: Path, decision: str, note: str, by: str | None) -> None:
    """Take back DECISION, of any kind, by its id in the table `decisions`, or by its line."""
    from datetime import UTC, datetime

    from telusur.errors import NotFound
    from telusur.review import read_journal, record
    from telusur.review.decisions import Taking
    from telusur.workspace import workspace_at

    here = workspace_at(workspace)
    entries = read_journal(here.journal).entries
    found = [one for one in entries if decision in (one.id, str(one.line))]
    if not found:
        raise NotFound(f"The journal has no decision “{decision}”: give an id or a line.")
    now = datetime.now(UTC).replace(microsecond=0)
    who = by or _name(here.root)
    record(here.journal, Taking(decision="undo", at=now, by=who, of=found[0].id, note=note))
    click.echo(f"{found[0].id}: {found[0].decision.decision} by {found[0].decision.by} undone.")


@command.command("restore")
@database_option
@click.pass_obj
def restore(workspace: Path, database: Path | None) -> None:
    """Write decisions that the journal has lost back to its end, as far as the store has them."""
    from telusur.review import append, read_journal
    from telusur.store.connection import store_for_reading
    from telusur.store.memory import missing_lines
    from telusur.workspace import workspace_at

    here = workspace_at(workspace)
    with store_for_reading(database or here.database) as db:
        known = [*missing_lines(db, read_journal(here.journal).entries)]
    if known:
        append(here.journal, lambda _: known)
        click.echo(f"{_decisions(len(known))} written back. Next: `telusur build`.")
    else:
        click.echo("The journal holds every decision that the store knows of.")


@command.command("forget")
@database_option
@click.confirmation_option("--yes", prompt="Forget decisions that the journal no longer holds?")
@click.pass_obj
def forget(workspace: Path, database: Path | None) -> None:
    """Forget decisions that the journal no longer holds: their lines were deleted on purpose."""
    from telusur.review import read_journal
    from telusur.store.connection import store_for_reading, store_for_writing
    from telusur.store.memory import missing_lines, project_again
    from telusur.workspace import workspace_at

    here = workspace_at(workspace)
    path, entries = database or here.database, read_journal(here.journal).entries
    with store_for_reading(path) as db:  # it has to be there, and of this version
        missing = missing_lines(db, entries)
    with store_for_writing(path) as db:
        project_again(db, entries, forget=True)
    click.echo(f"{_decisions(len(missing))} forgotten.")


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
    held_on: Any,
    minutes: str,
    question: str = "",
    to: str = "",
) -> None:
    from datetime import UTC, datetime

    from telusur.review import LinkDecision, record
    from telusur.store.connection import store_for_reading
    from telusur.store.ends import pair_to_decide
    from telusur.workspace import workspace_at

    here = workspace_at(workspace)
    with store_for_reading(database or here.database) as db:
        pair = pair_to_decide(db, finding, clause)
    taken = LinkDecision(
        decision=verdict,
        at=datetime.now(UTC).replace(microsecond=0),
        by=by or _name(here.root),
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
    click.echo(f"{pair.clause.label}, {pair.finding.id}: {DONE[verdict]} by {taken.by}.")
    if not _show(database or here.database, entry):
        click.echo("It shows in the store from the next `telusur build` on.")


def _show(database: Path, entry: Entry) -> bool:
    """Show a decision in the store at once; it is safe in the journal where that fails."""
    from telusur.errors import StoreUnusable
    from telusur.store.connection import store_for_writing, transaction
    from telusur.store.decisions import clauses_to_decide
    from telusur.store.taking import show_decisions

    try:
        with store_for_writing(database) as db, transaction(db):
            show_decisions(db, [entry], clauses_to_decide(db))
    except StoreUnusable:
        return False
    return True


def _meeting(name: str | None, held_on: Any, minutes: str) -> Meeting | None:
    from datetime import UTC, datetime

    from telusur.review.decisions import Meeting

    if not name:
        if held_on or minutes:
            raise click.UsageError("--held-on and --minutes go with --meeting.")
        return None
    day = held_on or datetime.now(UTC).astimezone()
    return Meeting(name=name, date=day.date(), minutes=minutes)


def _decisions(count: int) -> str:
    return f"{count} decision{'' if count == 1 else 's'}"


def _name(root: Path) -> str:
    import getpass
    import shutil
    import subprocess

    if shutil.which("git"):
        asked = ["git", "config", "user.name"]
        done = subprocess.run(asked, cwd=root, capture_output=True, text=True, check=False)
        if name := done.stdout.strip():
            return name
    return getpass.getuser()
