"""telusur review list"""

from __future__ import annotations

from pathlib import Path

import click

from telusur.cli.named import named
from telusur.cli.options import DAY, WORDS, database_option
from telusur.words import day, say


@click.command("list")
@click.option("--meeting", "--rapat", type=WORDS, help="What was decided in this meeting.")
@click.option("--held-on", type=DAY, help="Only on this day.")
@database_option
@click.pass_obj
def list_(workspace: Path, meeting: str | None, held_on: str | None, database: Path | None) -> None:
    """List the meetings in which something was decided, or what was decided in one."""
    from telusur.store.connection import store_for_reading
    from telusur.store.decisions.meetings import DECIDED_IN, MEETINGS
    from telusur.store.reading import rows
    from telusur.workspace import workspace_at

    held = held_on or ""
    with store_for_reading(database or workspace_at(workspace).database) as db:
        if meeting is None:
            found = [one for one in rows(db, MEETINGS) if held in ("", one["day"])]
        else:
            found = rows(db, DECIDED_IN, {"name": meeting, "day": held})
    for one in found:
        if meeting is None:
            minutes = f", {one['minutes']}" if one["minutes"] else ""
            click.echo(f"{day(one['day'])}  {one['name']}{minutes}: {one['n']}")
        else:
            ends = " → ".join(filter(None, (one["quote"] and f"“{one['quote']}”", one["label"])))
            note = f": {one['note']}" if one["note"] else ""
            click.echo(
                f"{day(one['at'])}  {one['by']}: {named(one['decision'])} ({named(one['state'])}) "
                f"{ends}{note}"
            )
    if not found:
        click.echo(say("No decision is noted so. `telusur review list` names the meetings."))
