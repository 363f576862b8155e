"""telusur draft import"""

from __future__ import annotations

import os
from pathlib import Path

import click

from telusur.words import say, say_of


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Where to write the draft; printed without it.",
)
def command(file: Path, output: Path | None) -> None:
    """Turn the regulation in FILE (.md, .txt, .docx, .pdf) into a labelled draft.

    The units of the regulation get labels, and references within it become references by label, so
    that numbers can be computed from now on. What could not be placed is told with its line. A file
    that is there already is never overwritten.
    """
    from telusur.exchange.importing import import_draft
    from telusur.files import create

    if output is not None and os.path.lexists(output):
        raise click.UsageError(
            say(
                "{output} is there already. Name another file, or move it away first.",
                output=output,
            )
        )
    imported = import_draft(file)
    if output is None:
        click.echo(imported.markdown, nl=False)
    else:
        output.parent.mkdir(parents=True, exist_ok=True)
        create(output, imported.markdown.encode("utf-8"))
    for each in imported.remainder:
        click.echo(f"{file.name}:{each.line}: {each.what}", err=True)
    where = say("wrote {file}", file=output) + ": " if output else ""
    click.echo(
        where
        + say_of("{count} new label", "{count} new labels", imported.labels)
        + say(", {count} to look at", count=len(imported.remainder)),
        err=True,
    )
