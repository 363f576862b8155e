"""telusur baseline list"""

from __future__ import annotations

from pathlib import Path

import click


@click.command("list")
@click.pass_obj
def command(workspace: Path) -> None:
    """Show the baselines, the oldest first."""
    from telusur.baseline import listed
    from telusur.workspace import workspace_at

    found = listed(workspace_at(workspace).draft)
    if not found:
        click.echo("There is no baseline yet. Make one: telusur baseline create NAME")
    for one in found:
        who = f", signed by {', '.join(s.name for s in one.signed)}" if one.signed else ""
        links = sum(link.status == "accepted" for link in one.links)
        told = f"{len(one.clauses)} clauses, {links} links accepted{who}"
        click.echo(f"{one.at:%Y-%m-%d}  {one.name}: {told}")
