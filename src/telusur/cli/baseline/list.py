"""telusur baseline list"""

from __future__ import annotations

from pathlib import Path

import click

from telusur.words import day, say, say_of


@click.command("list")
@click.pass_obj
def command(workspace: Path) -> None:
    """Show the baselines, the oldest first."""
    from telusur.baseline import listed
    from telusur.workspace import workspace_at

    found = listed(workspace_at(workspace).draft)
    if not found:
        click.echo(say("There is no baseline yet. Make one: telusur baseline create NAME"))
    for one in found:
        who = (
            say(", signed by {names}", names=", ".join(s.name for s in one.signed))
            if one.signed
            else ""
        )
        links = sum(link.status == "accepted" for link in one.links)
        told = ", ".join(
            (
                say_of("{count} clause", "{count} clauses", len(one.clauses)),
                say_of("{count} link accepted", "{count} links accepted", links),
            )
        )
        click.echo(f"{day(one.at)}  {one.name}: {told}{who}")
