"""telusur account: who may sign in where the browser is served with --review."""

from __future__ import annotations

import click

from telusur.cli.lazy import LazyGroup

COMMANDS: tuple[str, ...] = ("add", "list", "role", "password", "remove")
"""In the order in which one needs them."""


@click.command("account", cls=LazyGroup, package="telusur.cli.account", names=COMMANDS)
def command() -> None:
    """Make and change the accounts of reviewers.

    They are kept in .telusur/accounts.json of the workspace, outside git, with passwords hashed.
    """
