"""telusur baseline diff"""

from __future__ import annotations

from pathlib import Path

import click

from telusur.cli.named import named
from telusur.cli.options import WORDS, database_option
from telusur.words import say


@click.command("diff")
@click.argument("name", type=WORDS)
@database_option
@click.pass_obj
def command(workspace: Path, name: str, database: Path | None) -> None:
    """Say what has changed since the baseline NAME, in the draft and in the evidence."""
    from telusur.baseline import load, since
    from telusur.store.connection import store_for_reading
    from telusur.workspace import workspace_at

    here = workspace_at(workspace)
    kept = load(here.draft, name)
    with store_for_reading(database or here.database) as db:
        changed = since(kept, db)
    if not (changed.clauses or changed.links):
        click.echo(say("Nothing has changed since {name} ({at}).", name=kept.name, at=kept.at))
    for one in changed.clauses:
        sides = [side.label for side in (one.old, one.new) if side]
        click.echo(f"{' → '.join(dict.fromkeys(sides))}: {', '.join(map(named, one.kinds))}")
    for link in changed.links:
        status = " → ".join((named(link.before or "undecided"), named(link.now or "gone")))
        click.echo(
            f"{link.label}, {link.finding}: {named(link.kind)} ({status}): “{link.quote[:80]}”"
        )
