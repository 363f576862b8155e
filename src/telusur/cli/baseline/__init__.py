"""telusur baseline: what was signed off, and what has changed since."""

from __future__ import annotations

import click

from telusur.cli.lazy import LazyGroup

COMMANDS: tuple[str, ...] = ("create", "list", "diff")
"""In the order in which one needs them."""


@click.command("baseline", cls=LazyGroup, package="telusur.cli.baseline", names=COMMANDS)
def command() -> None:
    """Sign off draft, decisions and evidence as they stand, and compare with it later.

    Baselines are files in draft/baselines/, for git; none is ever overwritten.
    """
