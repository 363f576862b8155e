"""telusur check"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from telusur.cli.options import database_option

if TYPE_CHECKING:
    from telusur.check import Fixed, Wanted
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
    default="id",
    show_default=True,
    help="Messages in Indonesian or in English.",
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
    language: Language,
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

    Exit status: 0 when there is no error, 1 when there is one (with --strict, or a warning), 2
    when nothing could be checked.
    """
    from telusur.check import Wanted, check_draft, fix_draft, in_order
    from telusur.check.report import as_json, as_sarif, as_text
    from telusur.workspace import workspace_at

    here = workspace_at(workspace)
    left_out = (*ignore, *here.settings.check.ignore)
    wanted = Wanted(_names("--select", select), _names("--ignore", left_out))
    if fix:
        _tell(fix_draft(here.draft, wanted))
    issues = check_draft(here.draft, wanted)
    issues = in_order([*issues, *_gaps(here.journal, database or here.database, wanted)])
    if form == "json":
        click.echo(as_json(issues))
    elif form == "sarif":
        click.echo(as_sarif(issues, language))
    else:
        for line, severity in as_text(issues, language, level):
            click.secho(line, fg=COLOURS[severity])
    failing = ("error", "warning") if strict else ("error",)
    sys.exit(1 if any(issue.severity in failing for issue in issues) else 0)


def _gaps(journal: Path, database: Path, wanted: Wanted) -> list[Issue]:
    """Return the gaps in the journal and the evidence.

    Without a store that can be read, say why and go on.
    """
    from telusur.check import check_evidence, check_journal
    from telusur.errors import StoreUnusable

    issues: list[Issue] = []
    try:
        issues.extend(check_journal(journal, database, wanted))
        issues.extend(check_evidence(database, wanted))
    except StoreUnusable as error:
        click.echo(f"{error} The gaps in its evidence are not checked.", err=True)
    return issues


def _names(option: str, given: tuple[str, ...]) -> tuple[str, ...]:
    """Part lists at their commas, and refuse what is no rule."""
    from telusur.check import CHECKS, unknown_checks

    names = tuple(name.strip() for each in given for name in each.split(",") if name.strip())
    if unknown := unknown_checks(names):
        known = ", ".join(CHECKS)
        raise click.BadParameter(f"{', '.join(unknown)}. The rules are {known}", param_hint=option)
    return names


def _tell(fixed: list[Fixed]) -> None:
    """Say what was changed, apart from the report, so that JSON stays JSON."""
    for each in fixed:
        where = f"{each.issue.path}:{each.issue.line}"
        click.echo(f"{where}: [{each.issue.check}] “{each.old}” → “{each.new}”", err=True)
