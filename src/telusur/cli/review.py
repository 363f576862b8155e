"""telusur review"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from telusur.cli.options import database_option


@click.command("review")
@click.argument("decision", type=click.Choice(["accept", "reject"]))
@click.argument("finding")
@click.argument("clause")
@click.option("--note", default="", help="Why.")
@click.option("--by", help="Who decides.  [default: the name that git knows, else the user's]")
@database_option
@click.pass_obj
def command(
    workspace: Path,
    decision: Literal["accept", "reject"],
    finding: str,
    clause: str,
    note: str,
    by: str | None,
    database: Path | None,
) -> None:
    """Accept or reject the link between FINDING (its id) and CLAUSE ("Pasal 7 ayat (2)", an id).

    A pair that was not suggested becomes a link by being accepted. The decision is written to the
    end of draft/review.jsonl, with what both ends say now, and shows in the store from the next
    `telusur build` on. When the words of one end change later, the link becomes suspect.
    """
    from datetime import UTC, datetime

    from telusur.review import decide
    from telusur.store.connection import store_for_reading
    from telusur.store.ends import pair_to_decide
    from telusur.workspace import workspace_at

    here = workspace_at(workspace)
    with store_for_reading(database or here.database) as db:
        pair = pair_to_decide(db, finding, clause)
    now, who = datetime.now(UTC).replace(microsecond=0), by or _name(here.root)
    taken = decide(here.journal, pair, decision, by=who, at=now, note=note)
    click.echo(f"{taken.clause.label}, {taken.finding.id}: {decision}ed by {taken.by}.")


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
