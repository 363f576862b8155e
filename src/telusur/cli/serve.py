"""telusur serve"""

from __future__ import annotations

from pathlib import Path

import click

from telusur.cli.options import database_option


@click.command("serve")
@click.option("--host", default="localhost", show_default=True, help="Address to listen on.")
@click.option(
    "-p", "--port", type=click.IntRange(1, 65535), default=8001, show_default=True, help="Port."
)
@click.option(
    "--host-name",
    "names",
    multiple=True,
    metavar="NAME",
    help="A name by which readers reach it, as behind a proxy; may be given again.",
)
@click.option(
    "--sql/--no-sql",
    default=None,
    help="Whether readers may ask in SQL of their own; default: where only this machine asks.",
)
@database_option
@click.pass_obj
def command(
    workspace: Path,
    host: str,
    port: int,
    names: tuple[str, ...],
    sql: bool | None,
    database: Path | None,
) -> None:
    """Open the evidence browser on the built store, until Ctrl-C."""
    from telusur.browse import serve
    from telusur.workspace import workspace_at

    here = workspace_at(workspace)
    click.echo(f"Telusur is at http://{host}:{port} (stop it with Ctrl-C)")
    store = database or here.database
    serve(here.metadata, store, host, port, here.model, names=names, sql=sql)
