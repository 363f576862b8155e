"""telusur init"""

from __future__ import annotations

from pathlib import Path

import click

from telusur.words import say


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def command(folder: Path) -> None:
    """Make a new workspace in FOLDER that builds at once.

    It gets the rules for reading reports, the settings, the browser's metadata, and one sample
    report and draft to try it on. Nothing that is there is overwritten.
    """
    from telusur.workspace.starter import make_workspace

    made = make_workspace(folder)
    for path, line in made.left:
        click.echo(
            say(
                "{path} is there already and was left as it is. Add this line to it: {line}",
                path=path,
                line=line,
            )
        )
    click.echo(
        say(
            "Made a workspace in {folder} ({count} files). Next:",
            folder=folder,
            count=len(made.files),
        )
    )
    click.echo(say("  cd {folder}\n  telusur build\n  telusur serve", folder=folder))
    click.echo(say("Then put your own reports into corpus/ and your own draft into draft/."))
