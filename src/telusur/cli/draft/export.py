"""telusur draft export"""

from __future__ import annotations

from pathlib import Path

import click

from telusur.cli.target import ending_of, force_option, write
from telusur.words import say


@click.command("export")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@force_option
@click.pass_obj
def command(workspace: Path, file: Path, force: bool) -> None:
    """Write the draft to FILE in the form that others read.

    The ending decides: .docx is Word in the official form (F4 paper, numbers that Word counts),
    which remembers its labels, so that `telusur draft merge` brings back what is edited in it;
    .html a page that needs nothing beside itself, .xml Akoma Ntoso 1.0.
    """
    from datetime import date

    from telusur.draft import read_draft
    from telusur.export import FORMATS, render
    from telusur.workspace import find_workspace

    ending = ending_of(file, FORMATS)
    folder = find_workspace(workspace) / "draft"
    regulation = read_draft(folder)
    if not regulation.clauses:
        raise click.UsageError(
            say("{folder}: no Pasal is there to be written. Write the draft first.", folder=folder)
        )
    today = date.today()  # noqa: DTZ011 - the user's own day

    def make() -> bytes:
        content = render(regulation, ending, today)
        if ending == ".docx":
            from telusur.exchange.merging import with_base

            content = with_base(content, regulation)
        return content

    size = write(file, make, force=force)
    pasal = [one for one in regulation.clauses if one.level == "pasal" and not one.quoted]
    unit = "diktum" if pasal and pasal[0].is_dictum else "Pasal"
    click.echo(
        say(
            "Wrote {file}: {what}, {count} {unit}, {size:.0f} kB.",
            file=file,
            what=FORMATS[ending],
            count=len(pasal),
            unit=unit,
            size=size / 1000,
        )
    )
