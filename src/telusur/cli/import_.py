"""telusur import"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from telusur.cli.options import WORDS, database_option
from telusur.cli.review.who import name_of
from telusur.words import say, say_of

if TYPE_CHECKING:
    from telusur.handover.coding import Report, Taken

_KINDS = ("kendala", "tantangan", "kelebihan", "peluang", "kebutuhan")
_TOLD = 20
"""Words that were not taken, which are told one by one."""


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--code",
    "codes",
    type=WORDS,
    multiple=True,
    metavar="NAME=MEANING",
    help="What a code means that is called otherwise: a kind, or the id of a challenge. "
    "May be given more than once.",
)
@click.option(
    "--kind", type=click.Choice(_KINDS), help="The kind of words coded with a challenge only."
)
@click.option("--by", type=WORDS, help="Who coded, where the project does not say.")
@click.option("--dry-run", is_flag=True, help="Say what would be taken, and take nothing.")
@database_option
@click.pass_obj
def command(
    workspace: Path,
    file: Path,
    codes: tuple[str, ...],
    kind: str | None,
    by: str | None,
    dry_run: bool,
    database: Path | None,
) -> None:
    """Take the coded words of FILE (.qdpx: QualCoder, ATLAS.ti, MAXQDA, NVivo) as findings.

    Codes called as kinds and challenges are, in Indonesian or English, mean these; codes below one
    mean the same. Each coded stretch becomes a finding that its coder added, in
    draft/review.jsonl; texts that are no reports yet are written to corpus/. What was taken once is
    not taken again. The exit status is 1 where something was not taken.
    """
    from datetime import UTC, datetime

    from telusur.handover.coding import Mapper, Settled, challenges_in, read_project, take
    from telusur.review import append, read_journal
    from telusur.review.journal.decisions import as_line
    from telusur.store.connection import store_for_reading
    from telusur.workspace import workspace_at

    if file.suffix.lower() != ".qdpx":
        raise click.UsageError(
            say(
                "{file}: only a REFI-QDA project (.qdpx) is taken. Reports belong into corpus/.",
                file=file,
            )
        )
    here = workspace_at(workspace)
    project = read_project(file)
    settled = Settled(
        by or name_of(here.root), datetime.now(UTC).replace(microsecond=0), kind or ""
    )
    before = [entry.decision for entry in read_journal(here.journal).entries]
    with store_for_reading(database or here.database) as db:
        mapper = Mapper(challenges_in(db), _named(codes))
        if mapper.unknown:
            raise click.BadParameter(
                say(
                    "“{unknown}” is neither a kind nor the id of a challenge.",
                    unknown=mapper.unknown[0],
                ),
                param_hint="--code",
            )
        taken = take(project, db, here.corpus, mapper, before, settled)
    if not dry_run:
        _write_reports(taken.reports)
        if taken.lines:
            append(here.journal, lambda _: [as_line(line) for line in taken.lines])
    _tell(file, taken, dry_run=dry_run)
    sys.exit(1 if taken.unmapped or taken.problems else 0)


def _named(codes: Sequence[str]) -> dict[str, str]:
    named = {}
    for code in codes:
        name, equals, meaning = code.rpartition("=")
        if not equals or not name.strip():
            raise click.BadParameter(
                say("“{code}”: write NAME=MEANING.", code=code), param_hint="--code"
            )
        named[name.strip()] = meaning.strip()
    return named


def _write_reports(reports: Sequence[Report]) -> None:
    from telusur.files import create

    for report in reports:
        if report.new:
            create(report.new, report.data)


def _tell(file: Path, taken: Taken, *, dry_run: bool) -> None:
    for problem in taken.problems[:_TOLD]:
        click.echo(f"{file.name}: {problem}.", err=True)
    if more := len(taken.problems) - _TOLD:
        click.echo(
            say("{name}: and {more} more.", name=file.name, more=more), err=True
        ) if more > 0 else None
    for name, count in sorted(taken.unmapped.items()):
        click.echo(
            say_of(
                "{file}: code “{name}”, used {count} time, is no kind and no challenge. Say what "
                'it means: --code "{name}=kendala".',
                "{file}: code “{name}”, used {count} times, is no kind and no challenge. Say what "
                'it means: --code "{name}=kendala".',
                count,
                file=file.name,
                name=name,
            ),
            err=True,
        )
    findings, reports = len(taken.lines), len(taken.reports)
    added = (
        say_of("{count} finding would be added", "{count} findings would be added", findings)
        if dry_run
        else say_of("{count} finding added", "{count} findings added", findings)
    )
    click.echo(
        added
        + say(", {known} known already; ", known=taken.known)
        + say_of("{count} new report.", "{count} new reports.", reports)
    )
    if taken.lines and not dry_run:
        click.echo(say("Next: `telusur build`."))
