"""telusur check"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from telusur.cli.options import database_option
from telusur.words import language as spoken
from telusur.words import say

if TYPE_CHECKING:
    from telusur.check import Fixed, House, Wanted
    from telusur.check.issue import Issue
    from telusur.check.report import Language
    from telusur.draft.rules import Severity

COLOURS = {"error": "red", "warning": "yellow", "info": "cyan", None: None}


@click.command("check")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif"]),
    default="text",
    show_default=True,
    help="SARIF is what editors and code hosts show beside the line.",
)
@click.option(
    "--language",
    type=click.Choice(["id", "en"]),
    default=None,
    help="Issues in Indonesian or in English.  [default: as all else]",
)
@click.option("--select", multiple=True, metavar="RULES", help="Only these, such as 86,87,acuan.")
@click.option("--ignore", multiple=True, metavar="RULES", help="All but these.")
@click.option(
    "--level",
    type=click.Choice(["error", "warning", "info"]),
    default="warning",
    show_default=True,
    help="What text shows line by line; less grave issues are counted.",
)
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@click.option("--fix", is_flag=True, help="Write what is certain into the draft, and say so.")
@database_option
@click.pass_obj
def command(
    workspace: Path,
    form: str,
    language: Language | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    level: Severity,
    strict: bool,
    fix: bool,
    database: Path | None,
) -> None:
    """Check the draft: drafting rules, references, numbering, gaps in the evidence.

    Rules go by their number in Lampiran II of Law 12 of 2011 on making regulations, as amended in
    2022; the rest by a word. Gaps in the evidence are those of the last build. Nothing is written
    without --fix.

    A comment `<!-- telusur: abaikan 86 karena … -->` beside the text waives a rule there, and says
    why. Rules of your own are named in telusur.toml.

    Exit status: 0 when there is no error, 1 when there is one (with --strict, or a warning), 2
    when nothing could be checked.
    """
    from telusur.check import Wanted, check_draft, fix_draft, in_order, read_house, standing
    from telusur.check.report import as_json, as_sarif, as_text
    from telusur.workspace import workspace_at

    language = language or spoken()
    here = workspace_at(workspace)
    left_out = (*ignore, *here.settings.check.ignore)
    house = read_house(here.root, here.settings.check.rules)
    wanted = Wanted(_names("--select", select, house), _names("--ignore", left_out, house))
    if fix:
        _tell(fix_draft(here.draft, wanted, house))
    store = database or here.database
    gaps, of_journal = _gaps(store, wanted), _of_journal(here.journal, store, wanted)
    issues = in_order([*check_draft(here.draft, wanted, house, gaps), *of_journal])
    if form == "json":
        click.echo(as_json(issues))
    elif form == "sarif":
        click.echo(as_sarif(issues, language, house.checks))
    else:
        for line, severity in as_text(issues, language, level):
            click.secho(line, fg=COLOURS[severity])
    failing = ("error", "warning") if strict else ("error",)
    sys.exit(1 if any(each.check.severity in failing for each in standing(issues)) else 0)


def _gaps(database: Path, wanted: Wanted) -> list[Issue] | None:
    """Return the gaps in the evidence; without a store that can be read, say why and go on."""
    from telusur.check import check_evidence
    from telusur.errors import StoreUnusable

    try:
        return check_evidence(database, wanted)
    except StoreUnusable as error:
        click.echo(say("{error} The gaps in its evidence are not checked.", error=error), err=True)
        return None


def _of_journal(path: Path, database: Path, wanted: Wanted) -> Iterator[Issue]:
    """Yield what is wrong with the journal; what only a store could tell, where it can be read."""
    from telusur.check import check_journal
    from telusur.errors import StoreUnusable

    with suppress(StoreUnusable):  # told already
        yield from check_journal(path, database, wanted)


def _names(option: str, given: tuple[str, ...], house: House) -> tuple[str, ...]:
    """Part lists at their commas, and refuse what is no rule."""
    from telusur.check import named

    names = tuple(name.strip() for each in given for name in each.split(",") if name.strip())
    if unknown := [name for name in names if not named(name, house.checks)]:
        known = ", ".join(house.checks)
        raise click.BadParameter(
            say("{unknown}. The rules are {known}", unknown=", ".join(unknown), known=known),
            param_hint=option,
        )
    return names


def _tell(fixed: list[Fixed]) -> None:
    """Say what was changed, apart from the report, so that JSON stays JSON."""
    for each in fixed:
        where = f"{each.issue.path}:{each.issue.line}"
        click.echo(f"{where}: [{each.issue.check.name}] “{each.old}” → “{each.new}”", err=True)
