"""telusur draft export"""

from __future__ import annotations

import os
from pathlib import Path

import click


@click.command("export")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--force", is_flag=True, help="Replace FILE if it is there already: a plain file, never a link."
)
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
    from telusur.files import create, replace
    from telusur.workspace import find_workspace

    ending = file.suffix.lower()
    if ending not in FORMATS:
        known = ", ".join(FORMATS)
        raise click.UsageError(
            f"{file}: nothing is written with this ending. Choose one of {known}."
        )
    there = os.path.lexists(file)
    if there and not force:
        raise click.UsageError(
            f"{file}: this file is there already. Name another one, or replace it with --force."
        )
    if not file.absolute().parent.is_dir():
        raise click.UsageError(f"{file.parent}: this folder is not there. Make it, then try again.")
    folder = find_workspace(workspace) / "draft"
    regulation = read_draft(folder)
    if not regulation.clauses:
        raise click.UsageError(f"{folder}: no Pasal is there to be written. Write the draft first.")
    if any(clause.label.startswith("Diktum ") for clause in regulation.clauses):
        raise click.UsageError(
            f"{folder}: a decree with a dictum (KESATU, KEDUA) cannot be written in this form yet."
            " Its Markdown is all there is."
        )
    content = render(regulation, ending, date.today())  # noqa: DTZ011 - the user's own day
    if ending == ".docx":
        from telusur.exchange.merging import with_base

        content = with_base(content, regulation)
    if there:
        replace(file, content)
    else:
        create(file, content)
    pasal = sum(clause.level == "pasal" and not clause.quoted for clause in regulation.clauses)
    size = f"{len(content) / 1000:.0f} kB"
    click.echo(f"Wrote {file}: {FORMATS[ending]}, {pasal} Pasal, {size}.")
