"""telusur build"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from telusur.cli.options import database_option

if TYPE_CHECKING:
    from telusur.build import Outcome


@click.command("build")
@database_option
@click.option(
    "--cluster",
    metavar="ADDRESS",
    default="",
    help="Have the workers of a Dask cluster read the reports: the address of its scheduler "
    "(tcp://host:8786), `local` to start one here, `here` to use none.  [default: what "
    "telusur.toml says]",
)
@click.pass_obj
def command(workspace: Path, database: Path | None, cluster: str) -> None:
    """Read reports and draft, find, link, and store.

    Only what is new is worked on. The store changes all at once or not at all.

    Exit status: 0 when all was read, 1 when files or lines of the journal were passed over or the
    journal has lost decisions, 2 when nothing was built, 3 when files were passed over because
    Telusur itself failed on them.
    """
    outcome = build_here(workspace, database, cluster)
    sys.exit(3 if outcome.faults else 1 if outcome.incomplete else 0)


def build_here(workspace: Path, database: Path | None, cluster: str = "") -> Outcome:
    """Build, and tell how it went; `cluster` as the option has it."""
    import time
    from datetime import UTC, datetime

    began = time.monotonic()
    from telusur.build import Where, build
    from telusur.cli.progress import TerminalProgress
    from telusur.cli.summary import print_outcome
    from telusur.workspace import find_workspace

    root = find_workspace(workspace)
    with TerminalProgress() as progress:
        where = Where(cluster, progress.tell)
        outcome = build(root, database, progress, datetime.now(UTC).date(), where)
    print_outcome(outcome, time.monotonic() - began)
    return outcome
