"""telusur review gold: what people decided, to measure and to train on."""

from __future__ import annotations

from pathlib import Path

import click

from telusur.cli.options import database_option
from telusur.words import say, say_of


@click.command("gold")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@database_option
@click.pass_obj
def gold(workspace: Path, folder: Path, database: Path | None) -> None:
    """Write what people decided into FOLDER, as `telusur evaluate` reads it.

    Reports count of which every finding was confirmed, corrected, added, or linked by a person, and
    findings of which every link was judged.
    """
    from telusur.evaluate.from_review import write_gold
    from telusur.store.connection import store_for_reading
    from telusur.workspace import workspace_at

    with store_for_reading(database or workspace_at(workspace).database) as db:
        done = write_gold(db, folder)
    click.echo(
        say(
            "{folder}: {reports} with {findings}; links of {linked}.",
            folder=folder,
            reports=say_of("{count} report", "{count} reports", done.reports),
            findings=say_of("{count} finding", "{count} findings", done.findings),
            linked=say_of("{count} finding", "{count} findings", done.linked),
        )
    )
    if done.left_out:
        click.echo(
            say_of(
                "{count} report left out: not every finding there is judged. Confirm or dismiss "
                "the others.",
                "{count} reports left out: not every finding there is judged. Confirm or dismiss "
                "the others.",
                done.left_out,
            )
        )
