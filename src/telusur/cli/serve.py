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
    from telusur.errors import InvalidWorkspace
    from telusur.workspace import Workspace, find_workspace, read_settings

    root = find_workspace(workspace)
    settings, problems = read_settings(root)
    if settings is None:
        raise InvalidWorkspace(problems)
    model = Workspace(root, settings).model
    click.echo(f"Telusur is at http://{host}:{port} (stop it with Ctrl-C)")
    store = database or root / "evidence.db"
    serve(root / "datasette_metadata.yml", store, host, port, model)
