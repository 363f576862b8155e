"""telusur doctor"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from telusur.cli.options import form_option
from telusur.words import say

_MARKS = {"good": ("✓", "green"), "lacking": ("–", "yellow"), "bad": ("✗", "red")}


@click.command("doctor")
@form_option
@click.pass_obj
def command(workspace: Path, form: str) -> None:
    """Say what is missing here, for what it is needed, and how to get it.

    Nothing is changed and nothing is fetched. Exit status: 0 when a build would work, 1 when
    something that it needs is missing.
    """
    import json
    from dataclasses import asdict

    from telusur.cli.progress import waiting
    from telusur.doctor import examine

    with waiting(say("looking at this machine")):
        found = list(examine(workspace))
    if form == "json":
        click.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=2))
    else:
        for one in found:
            mark, colour = _MARKS[one.state]
            click.echo(f"{click.style(mark, fg=colour)} {one.name}: {one.what}")
            for line in one.remedy.splitlines() if one.state != "good" else ():
                click.echo(f"    {line}")
    bad = sum(one.state == "bad" for one in found)
    lacking = sum(one.state == "lacking" for one in found)
    if form == "text":
        click.echo(
            say("A build needs what is marked ✗.") if bad
            else say("A build works. What is marked – is missing for some work only.") if lacking
            else say("Nothing is missing.")
        )  # fmt: skip
    sys.exit(1 if bad else 0)
