"""Options that several commands have."""

from __future__ import annotations

from pathlib import Path

import click

database_option = click.option(
    "--database",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The evidence store.  [default: evidence.db in the workspace]",
)
