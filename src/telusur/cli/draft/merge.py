"""telusur draft merge"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from telusur.cli.named import named
from telusur.words import Later, day, say, say_of

if TYPE_CHECKING:
    from telusur.exchange.merging import Change, Remark

_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
STATES = {
    "settled": Later("made or accepted"),
    "open": Later("tracked, not decided yet"),
    "same": Later("in the draft already"),
    "conflict": Later("NOT brought back"),
}


@click.command("merge")
@click.argument("file", type=_FILE)
@click.option("--base", type=_FILE, help="The file as exported, where FILE has forgotten it.")
@click.option("--leave-open", is_flag=True, help="Leave out tracked changes that nobody decided.")
@click.option("--dry-run", is_flag=True, help="Tell what would change, and write nothing.")
@click.pass_obj
def command(
    workspace: Path, file: Path, base: Path | None, leave_open: bool, dry_run: bool
) -> None:
    """Bring the edits made in FILE, a .docx that `telusur draft export` wrote, back to the draft.

    Three versions are compared: what was exported, FILE, and the draft as it is now. Each change is
    told: made or accepted, or tracked and not decided yet. What both sides changed is a conflict:
    it is named, and the draft stays as it is there. New units get labels, numbers and references
    follow, and nothing else in the files is touched. Comments go to the journal, on their clause.
    Exits with 1 where something was not brought back.
    """
    from telusur.exchange.merging import merge
    from telusur.files import rewrite
    from telusur.workspace import find_workspace

    root = find_workspace(workspace)
    merged = merge(root / "draft", file, base, leave_open=leave_open)
    for change in merged.changes:
        _show(change)
    for remark in merged.remarks:
        on = remark.clause.label if remark.clause else say("no clause")
        click.echo(
            say(
                "{on}: comment by {author}: {text}",
                on=on,
                author=remark.author or say("nobody named"),
                text=remark.text,
            )
        )
    if not dry_run:
        rewrite(
            root, [(path, old.encode(), new.encode()) for path, (old, new) in merged.files.items()]
        )
        for path in merged.files:
            click.echo(say("wrote {file}", file=path.relative_to(root)), err=True)
        kept = _keep(root, merged.remarks)
        if kept:
            click.echo(
                say_of(
                    "{count} comment written to draft/review.jsonl",
                    "{count} comments written to draft/review.jsonl",
                    kept,
                ),
                err=True,
            )
    conflicts = sum(change.state == "conflict" for change in merged.changes)
    brought = sum(change.state in ("settled", "open") for change in merged.changes)
    click.echo(
        say_of(
            "{count} change brought back, {conflicts} not.",
            "{count} changes brought back, {conflicts} not.",
            brought,
            conflicts=conflicts,
        ),
        err=True,
    )
    if conflicts:
        raise SystemExit(1)


def _show(change: Change) -> None:
    from telusur.draft.compare import wording

    by = ", ".join(_by(*one) for one in change.by if any(one))
    state = say("tracked by {who}, not decided yet", who=by) if by else STATES[change.state]
    click.echo(f"{change.clause}: {named(change.kind)}, {state}")
    marks = {"same": ("", ""), "removed": ("[-", "-]"), "added": ("{+", "+}")}
    pieces = []
    for one in wording(change.old, change.new):
        begin, end = marks[one.kind]
        space = one.words[: len(one.words) - len(one.words.lstrip())]
        pieces.append(space + begin + one.words.lstrip() + end)
    if pieces:
        click.echo(f"    {''.join(pieces)}")
    if change.why:
        click.echo(f"    {change.why}")


def _by(who: str, on: str) -> str:
    """Who made a change, and on which day; one of the two may be unknown."""
    if who and on:
        return say("{who} on {day}", who=who, day=day(on))
    return who or day(on)


def _keep(root: Path, remarks: list[Remark]) -> int:
    """Write the comments that are on a clause to the journal, but none that is there already."""
    from datetime import UTC, datetime

    from telusur.review import read_journal, record
    from telusur.review.journal.decisions import ClauseThen, Comment

    journal = root / "draft" / "review.jsonl"
    known = {
        (entry.decision.by, *of, entry.decision.text)
        for entry in read_journal(journal).entries
        if isinstance(entry.decision, Comment) and entry.decision.clause
        for of in ((entry.decision.clause.id,), (entry.decision.clause.text,))
    }
    count = 0
    for each in remarks:
        if each.clause is None or not each.text.strip():
            continue
        then = ClauseThen(id=each.clause.id, label=each.clause.label, text=each.clause.text)
        by = each.author or "Word"
        # Below a Pasal an id is a number, which may be another one by now.
        if known.isdisjoint({(by, then.id, each.text), (by, then.text, each.text)}):
            at = datetime.now(UTC)
            record(journal, Comment(decision="comment", at=at, by=by, clause=then, text=each.text))
            count += 1
    return count
