"""telusur account list"""

from __future__ import annotations

from pathlib import Path

import click

from telusur.words import say


@click.command("list")
@click.pass_obj
def command(workspace: Path) -> None:
    """Show the accounts with their roles."""
    from telusur.accounts import Accounts
    from telusur.workspace import find_workspace

    accounts = Accounts(find_workspace(workspace)).all()
    if not accounts:
        click.echo(say("There are no accounts yet. Make one: telusur account add NAME --role lead"))
    for one in accounts:
        since = say("since {day}", day=one.since)
        how = say("password") if one.password else say("single sign-on only")
        click.echo(f"{one.role:<9} {one.name}  ({how}, {since})")
