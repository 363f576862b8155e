"""telusur serve"""

from __future__ import annotations

from pathlib import Path

import click


@click.command("serve")
@click.option("--host", default="localhost", show_default=True, help="Address to listen on.")
@click.option(
    "-p", "--port", type=click.IntRange(1, 65535), default=8001, show_default=True, help="Port."
)
@click.option(
    "--database",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The evidence store.  [default: evidence.db in the workspace]",
)
@click.pass_obj
def command(workspace: Path, host: str, port: int, database: Path | None) -> None:
    """Open the evidence browser on the built store, until Ctrl-C."""
    from telusur.browse import serve
    from telusur.workspace import find_workspace

    root = find_workspace(workspace)
    click.echo(f"Telusur is at http://{host}:{port} (stop it with Ctrl-C)")
    serve(root / "datasette_metadata.yml", database or root / "evidence.db", host, port)
