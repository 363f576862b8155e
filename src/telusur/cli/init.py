"""telusur init"""

from __future__ import annotations

from pathlib import Path

import click

from telusur.words import say, say_of


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=".")
@click.option(
    "--contoh",
    "--sample",
    "sample",
    is_flag=True,
    help="With sample reports, a draft and decisions of people, to look around in.",
)
def command(folder: Path, sample: bool) -> None:
    """Make a new workspace in FOLDER, or here.

    It gets the rules for reading reports, the settings, the browser's metadata, and folders that
    say what to put into them. Nothing that is there is overwritten.
    """
    from telusur.workspace.starter import make_workspace

    made = make_workspace(folder, sample=sample)
    for path, line in made.left:
        click.echo(
            say(
                "{path} is there already and was left as it is. Add this line to it: {line}",
                path=path,
                line=line,
            )
        )
    click.echo(
        say_of(
            "Made a workspace in {folder} ({count} file).",
            "Made a workspace in {folder} ({count} files).",
            len(made.files),
            folder=folder,
        )
    )
    if sample:
        click.echo(say("It is a sample: the draft is our illustration, and its reviewers made up."))
    else:
        click.echo(say("Put in:"))
        for part, what in _parts():
            click.echo(f"  {part:<13}{what}")
    click.echo(say("Next:"))
    steps = ("telusur build", "telusur serve")
    for step in steps if folder == Path() else (f"cd {folder}", *steps):
        click.echo(f"  {step}")
    if not sample:
        click.echo(say("To look around first: telusur init --contoh contoh"))


def _parts() -> tuple[tuple[str, str], ...]:
    """What belongs where, in the order in which one thinks of it."""
    return (
        ("corpus/", say("reports and notes from the field: Word, PDF, Excel, mail, text, scans")),
        ("draft/", say("the regulation; `telusur draft import FILE --output draft/naskah.md`")),
        ("extract/", say("how reports are read; as it is, it does for most services")),
        ("telusur.toml", say("the few settings")),
    )
