"""telusur encoder: the model that reads meaning."""

from __future__ import annotations

import click

from telusur.cli.lazy import LazyGroup

COMMANDS: tuple[str, ...] = ("install",)


@click.command("encoder", cls=LazyGroup, package="telusur.cli.encoder", names=COMMANDS)
def command() -> None:
    """Look after the model that reads meaning."""
