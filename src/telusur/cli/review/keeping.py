"""telusur review restore, telusur review forget: where the journal has lost decisions."""

from __future__ import annotations

from pathlib import Path

import click

from telusur.cli.options import database_option
from telusur.words import Later, say, say_of


@click.command("restore")
@database_option
@click.pass_obj
def restore(workspace: Path, database: Path | None) -> None:
    """Write decisions that the journal has lost back to its end, as far as the store has them."""
    from telusur.review import append, read_journal
    from telusur.store.connection import store_for_reading
    from telusur.store.decisions import missing_lines
    from telusur.workspace import workspace_at

    here = workspace_at(workspace)
    with store_for_reading(database or here.database) as db:
        known = [*missing_lines(db, read_journal(here.journal).entries)]
    if known:
        append(here.journal, lambda _: known)
        click.echo(
            say_of(
                "{count} decision written back. Next: `telusur build`.",
                "{count} decisions written back. Next: `telusur build`.",
                len(known),
            )
        )
    else:
        click.echo(say("The journal holds every decision that the store knows of."))


@click.command("forget")
@database_option
@click.confirmation_option(
    "--yes", prompt=Later("Forget decisions that the journal no longer holds?")
)
@click.pass_obj
def forget(workspace: Path, database: Path | None) -> None:
    """Forget decisions that the journal no longer holds: their lines were deleted on purpose."""
    from telusur.review import read_journal
    from telusur.store.connection import store_for_reading, store_for_writing
    from telusur.store.decisions import missing_lines, project_again
    from telusur.workspace import workspace_at

    here = workspace_at(workspace)
    path, entries = database or here.database, read_journal(here.journal).entries
    with store_for_reading(path) as db:  # it has to be there, and of this version
        missing = missing_lines(db, entries)
    with store_for_writing(path) as db:
        project_again(db, entries, forget=True)
    click.echo(say_of("{count} decision forgotten.", "{count} decisions forgotten.", len(missing)))


KEEPING = (restore, forget)
