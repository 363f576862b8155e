"""telusur draft number"""

from __future__ import annotations

from pathlib import Path

import click

from telusur.words import say


@click.command("number")
@click.argument(
    "folder", required=False, type=click.Path(path_type=Path, exists=True, file_okay=False)
)
@click.option("--write", is_flag=True, help="Write the numbers into the files of the draft.")
@click.pass_obj
def command(workspace: Path, folder: Path | None, write: bool) -> None:
    """Print the draft with its numbers: `#### Pasal 7 {#antrean-daring}`.

    The numbers of labelled headings, and of the references to them, are computed from their order;
    labels stay. What changes is told beside. FOLDER is the draft; without it, that of the
    workspace.
    """
    from telusur.draft.writing.renumbering import number_draft, unlabelled_pasal
    from telusur.files import rewrite
    from telusur.workspace import find_workspace

    inside = folder or find_workspace(workspace)
    draft = folder or inside / "draft"
    files, changes = number_draft(draft)
    for change in changes:
        label = f" (#{change.label})" if change.label else ""
        click.echo(
            f"{draft.name}/{change.path}:{change.line}: {change.old} → {change.new}{label}",
            err=True,
        )
    if kept := unlabelled_pasal(draft):
        click.echo(
            say(
                "{kept} Pasal without a label keep their numbers; `telusur draft import` gives "
                "labels",
                kept=kept,
            ),
            err=True,
        )
    if not write:
        for file in files:
            click.echo(file.text, nl=False)
        return
    changed = [file for file in files if file.changed]
    rewrite(inside, [(file.path, file.old.encode(), file.text.encode()) for file in changed])
    for file in changed:
        click.echo(say("wrote {file}", file=file.path), err=True)
    if not changed:
        click.echo(say("The numbers in the files are right."), err=True)
