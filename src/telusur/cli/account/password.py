"""telusur account password"""

from __future__ import annotations

from pathlib import Path

import click

from telusur.cli.account.options import asked_password
from telusur.words import say


@click.command("password")
@click.argument("name")
@click.pass_obj
def command(workspace: Path, name: str) -> None:
    """Set another password for NAME, and end its sessions.

    The password is asked for, or read from the first line of the standard input.
    """
    from telusur.accounts import Accounts
    from telusur.workspace import find_workspace

    account = Accounts(find_workspace(workspace)).set_password(name, asked_password())
    click.echo(say("{name} has another password, and is signed out everywhere.", name=account.name))
