"""telusur serve"""

from __future__ import annotations

from pathlib import Path

import click

from telusur.cli.build import build_here
from telusur.cli.options import database_option
from telusur.words import say


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
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    help="Processes that answer, without --review.",
)
@database_option
@click.option("--review", is_flag=True, help="Let people with an account sign in and decide.")
@click.option(
    "--proxy",
    "proxies",
    multiple=True,
    metavar="ADDRESS",
    help="With --review: a server before this one, whose X-Forwarded-… headers are believed. "
    "May be given more than once.",
)
@click.option(
    "--user-header",
    default="",
    metavar="NAME",
    help="With --proxy: the header in which it names who has signed in (single sign-on).",
)
@click.pass_obj
def command(
    workspace: Path,
    host: str,
    port: int,
    base_url: str,
    names: tuple[str, ...],
    sql: bool | None,
    workers: int,
    database: Path | None,
    review: bool,
    proxies: tuple[str, ...],
    user_header: str,
) -> None:
    """Open the evidence browser, until Ctrl-C; build the store first where there is none."""
    from contextlib import ExitStack

    from telusur.browse import serve
    from telusur.cli.progress import waiting
    from telusur.handover import Offering
    from telusur.workspace import workspace_at

    if (proxies or user_header) and not review:
        raise click.UsageError(say("--proxy and --user-header belong to --review"))
    if review and workers > 1:
        raise click.UsageError(
            say("--review takes one process alone: it remembers who has signed in")
        )
    if user_header and not proxies:
        raise click.UsageError(
            say("--user-header is believed from a --proxy only: name its address")
        )
    here = workspace_at(workspace)
    store = database or here.database
    if database is None and not store.exists():
        click.echo(say("There is no evidence store here yet; it is built first."))
        build_here(workspace, None)
    room = None
    if review:
        from telusur.build import suggester
        from telusur.reviewing import Proxy, open_review

        proxy = Proxy(frozenset(proxies), user_header.lower())
        room = open_review(here.root, here.journal, store, proxy, suggester(here.root))
    address = f"http://{host}:{port}{base_url.rstrip('/')}"
    with ExitStack() as until_ready:
        until_ready.enter_context(waiting(say("starting the browser")))

        def ready() -> None:
            until_ready.close()
            click.echo(say("Telusur is at {address} (stop it with Ctrl-C)", address=address))

        serve(
            here.metadata,
            store,
            host,
            port,
            here.model,
            base_url,
            room,
            names=names,
            sql=sql,
            files=Offering(store),
            workers=workers,
            ready=ready,
        )
