"""telusur serve"""

from __future__ import annotations

from pathlib import Path

import click

from telusur.cli.options import database_option


def _path(given: str) -> str:
    from telusur.workspace import base_url

    try:
        return base_url(given)
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


@click.command("serve")
@click.option("--host", default="localhost", show_default=True, help="Address to listen on.")
@click.option(
    "-p", "--port", type=click.IntRange(1, 65535), default=8001, show_default=True, help="Port."
)
@click.option(
    "--base-url",
    metavar="PATH",
    default="/",
    show_default=True,
    callback=lambda _, __, given: _path(given),
    help="Path below which a web server in front has the pages: /bukti/.",
)
@database_option
@click.pass_obj
def command(workspace: Path, host: str, port: int, base_url: str, database: Path | None) -> None:
    """Open the evidence browser on the built store, until Ctrl-C."""
    from telusur.browse import serve
    from telusur.workspace import workspace_at

    here = workspace_at(workspace)
    click.echo(f"Telusur is at http://{host}:{port}{base_url.rstrip('/')} (stop it with Ctrl-C)")
    serve(here.metadata, database or here.database, host, port, here.model, base_url)
