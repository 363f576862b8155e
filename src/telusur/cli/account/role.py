"""telusur account role"""

from __future__ import annotations

from pathlib import Path

import click

from telusur.cli.account.options import role_option
from telusur.words import say


@click.command("role")
@click.argument("name")
@role_option
@click.pass_obj
def command(workspace: Path, name: str, role: str) -> None:
    """Give NAME another role, from the next page on."""
    from telusur.accounts import Accounts, Role
    from telusur.workspace import find_workspace

    account = Accounts(find_workspace(workspace)).set_role(name, Role(role))
    click.echo(say("{name} is {role} from now on.", name=account.name, role=account.role))
