"""telusur account add"""

from __future__ import annotations

from pathlib import Path

import click

from telusur.cli.account.options import asked_password, role_option
from telusur.words import say


@click.command("add")
@click.argument("name")
@role_option
@click.option("--no-password", is_flag=True, help="Signs in by the ministry's single sign-on only.")
@click.pass_obj
def command(workspace: Path, name: str, role: str, no_password: bool) -> None:
    """Make an account for NAME, as it shall stand beside decisions.

    The password is asked for, or read from the first line of the standard input.
    """
    from telusur.accounts import Accounts, Role
    from telusur.workspace import find_workspace

    accounts = Accounts(find_workspace(workspace))
    password = None if no_password else asked_password()
    account = accounts.add(name, Role(role), password)
    click.echo(
        say(
            "{name} may sign in as {role}, where `telusur serve --review` runs.",
            name=account.name,
            role=account.role,
        )
    )
