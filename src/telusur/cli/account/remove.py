"""telusur account remove"""

from __future__ import annotations

from pathlib import Path

import click

from telusur.words import say


@click.command("remove")
@click.argument("name")
@click.pass_obj
def command(workspace: Path, name: str) -> None:
    """Take NAME's account away, and end its sessions. What NAME decided stays."""
    from telusur.accounts import Accounts
    from telusur.workspace import find_workspace

    account = Accounts(find_workspace(workspace)).remove(name)
    click.echo(say("{name} can no longer sign in. Decisions of that name stay.", name=account.name))
