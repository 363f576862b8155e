"""telusur publish"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from telusur.cli.options import database_option

if TYPE_CHECKING:
    from telusur.publish import Published


@click.command("publish")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--dry-run", is_flag=True, help="Write only the report of what would be redacted.")
@click.option("--verify", is_flag=True, help="Check that a bundle is as it was published.")
@database_option
@click.pass_obj
def command(
    workspace: Path, folder: Path, dry_run: bool, verify: bool, database: Path | None
) -> None:
    """Make DIR: a read-only, redacted browser that plain `datasette serve DIR` runs.

    What is personal is hidden before anything is copied, and every byte is searched for it
    afterwards; on any doubt nothing is published. A report of what was hidden, for you alone, is
    written beside DIR: read it, and correct it with `redact` and `keep` under [publish] in
    telusur.toml.
    """
    folder = folder.absolute()
    if verify:
        _verify(folder)
        return
    from telusur.publish import publish
    from telusur.workspace import workspace_at

    here = workspace_at(workspace)
    done = publish(here, database or here.database, folder, dry_run=dry_run)
    _summarise(done)


def _verify(folder: Path) -> None:
    from telusur.publish import differences, digest

    if wrong := differences(folder):
        for line in wrong:
            click.echo(line)
        raise click.ClickException(f"{folder}: {len(wrong)} differences from the manifest")
    click.echo(f"{folder}: as it was published (manifest {digest(folder / 'manifest.json')})")


def _summarise(done: Published) -> None:
    counted = Counter(one.rule for one in done.redacted.redactions)
    told = ", ".join(f"{count} {rule}" for rule, count in sorted(counted.items()))
    click.echo(f"Redacted: {told or 'nothing'}")
    for warning in done.redacted.warnings:
        click.echo(f"Warning: {warning}")
    click.echo(f"What, where and why (for you alone): {done.report}")
    if done.folder is None:
        click.echo("Dry run: nothing was published.")
        return
    counts = done.counts
    click.echo(
        f"Published {counts['documents']} reports, {counts['findings']} findings and "
        f"{counts['links']} links in {done.folder}. Next: datasette serve {done.folder}"
    )
