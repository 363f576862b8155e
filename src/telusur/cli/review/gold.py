"""telusur review gold: what people decided, to measure and to train on."""

from __future__ import annotations

from pathlib import Path

import click

from telusur.cli.options import database_option


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
        f"{folder}: {_number(done.reports, 'report')} with {_number(done.findings, 'finding')}; "
        f"links of {_number(done.linked, 'finding')}."
    )
    if done.left_out:
        click.echo(
            f"{_number(done.left_out, 'report')} left out: not every finding there is judged. "
            "Confirm or dismiss the others."
        )


def _number(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
