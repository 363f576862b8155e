"""telusur account list"""

from __future__ import annotations

from pathlib import Path

import click


@click.command("list")
@click.pass_obj
def command(workspace: Path) -> None:
    """Show the accounts with their roles."""
    from telusur.accounts import Accounts
    from telusur.workspace import find_workspace

    accounts = Accounts(find_workspace(workspace)).all()
    if not accounts:
        click.echo("There are no accounts yet. Make one: telusur account add NAME --role lead")
    for one in accounts:
        how = "password" if one.password else "single sign-on only"
        click.echo(f"{one.role:<9} {one.name}  ({how}, since {one.since:%Y-%m-%d})")
