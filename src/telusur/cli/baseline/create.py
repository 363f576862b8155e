"""telusur baseline create"""

from __future__ import annotations

from pathlib import Path

import click

from telusur.cli.options import WORDS, database_option
from telusur.words import say


@click.command("create")
@click.argument("name", type=WORDS)
@click.option("--signed", type=WORDS, multiple=True, help="Who signs; may be given more than once.")
@click.option("--note", type=WORDS, default="", help="What it is for.")
@click.option("--by", type=WORDS, help="Who makes it.  [default: the user's name]")
@database_option
@click.pass_obj
def command(
    workspace: Path,
    name: str,
    signed: tuple[str, ...],
    note: str,
    by: str | None,
    database: Path | None,
) -> None:
    """Keep how things stand under NAME, such as "rapat harmonisasi II"."""
    import getpass
    from datetime import UTC, datetime

    from telusur.baseline import Signature, create
    from telusur.store.connection import store_for_reading
    from telusur.workspace import workspace_at

    here = workspace_at(workspace)
    now = datetime.now(UTC).replace(microsecond=0)
    signatures = [Signature(name=one, on=now.date()) for one in signed]
    with store_for_reading(database or here.database) as db:
        path = create(
            here.draft, here.journal, db, name,
            by=by or getpass.getuser(), at=now, signed=signatures, note=note,
        )  # fmt: skip
    click.echo(say("{name} is kept in {path}. Next: put it into git.", name=name, path=path))
