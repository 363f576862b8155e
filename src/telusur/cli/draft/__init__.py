"""telusur draft: what one does with the regulation itself."""

from __future__ import annotations

import click

from telusur.cli.lazy import LazyGroup

COMMANDS: tuple[str, ...] = ("import", "number", "diff", "export", "merge")
"""In the order in which one needs them."""


@click.command("draft", cls=LazyGroup, package="telusur.cli.draft", names=COMMANDS)
def command() -> None:
    """Import, number, compare, export the draft, and merge what came back."""
