"""telusur evaluate"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from telusur.cli.options import database_option
from telusur.words import say, say_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from telusur.evaluate import Comparison, Score
    from telusur.evaluate.links import LinkComparison
    from telusur.store.database import Database


@click.command("evaluate")
@click.argument("gold", type=click.Path(path_type=Path, exists=True))
@click.option("--errors", is_flag=True, help="List what was missed and what is wrong.")
@click.option("--json", "as_json", is_flag=True, help="Print the scores as JSON.")
@database_option
@click.pass_obj
def command(
    workspace: Path, gold: Path, database: Path | None, *, errors: bool, as_json: bool
) -> None:
    """Compare findings and links of the build with those of a careful reader.

    GOLD is a folder with findings.json, whose reports are those of the corpus with the same file
    name, or with sources.jsonl and gold.tsv, the judged links, or with all three.
    """
    from telusur.evaluate.judged import LINKS
    from telusur.store.connection import store_for_reading
    from telusur.workspace import find_workspace

    with_links = (gold / LINKS).is_file()
    with_findings = not with_links or (gold / "findings.json").is_file()
    scores: list[Score] = []
    with store_for_reading(database or find_workspace(workspace) / "evidence.db") as db:
        if with_findings:
            scores += _findings(db, gold, errors=errors, quiet=as_json)
        if with_links:
            scores += _links(db, gold, errors=errors, quiet=as_json)
    if as_json:
        _print_json(scores)


def _findings(db: Database, gold: Path, *, errors: bool, quiet: bool) -> tuple[Score, ...]:
    from telusur.errors import NotFound
    from telusur.evaluate import compare, read_gold, score

    expected = read_gold(gold)
    comparisons, lacking = compare(db, expected)
    if not comparisons:
        raise NotFound(
            say_of(
                "The report of {gold} is not in the store. Put it into corpus/ under the same file "
                "name and run `telusur build`.",
                "None of the {count} reports of {gold} is in the store. Put them into corpus/ "
                "under the same file names and run `telusur build`.",
                len(expected),
                gold=gold,
            )
        )
    _tell_lacking(lacking)
    scores = score(comparisons)
    if not quiet:
        _print_table(scores, say_of("{count} report", "{count} reports", len(comparisons)))
        _print_groups(comparisons)
        if errors:
            _print_errors(comparisons)
    return scores


def _links(db: Database, gold: Path, *, errors: bool, quiet: bool) -> tuple[Score, ...]:
    from telusur.errors import NotFound
    from telusur.evaluate.judged import read_judged
    from telusur.evaluate.links import compare_links, score_links
    from telusur.link import Band

    expected = read_judged(gold)
    comparison = compare_links(db, expected)
    if not comparison.findings:
        raise NotFound(
            say_of(
                "The finding of {gold} is not in the store. Judge findings of this workspace, or "
                "build the one that it comes from.",
                "None of the {count} findings of {gold} is in the store. Judge findings of this "
                "workspace, or build the one that they come from.",
                len(expected.findings),
                gold=gold,
            )
        )
    _tell_lacking(comparison.lacking)
    scores = (*score_links(comparison, Band.STRONG.value), *_right_at(comparison))
    if not quiet:
        _print_table(
            scores,
            say_of(
                "{count} finding with judged links",
                "{count} findings with judged links",
                len(comparison.findings),
            ),
        )
        if errors:
            _print_link_errors(comparison)
    return scores


def _right_at(comparison: LinkComparison) -> Iterator[Score]:
    """Yield how often links of some scores are right, by the judged links."""
    from telusur.evaluate import Score
    from telusur.evaluate.links import as_ranked
    from telusur.evaluate.words import RIGHT_AT
    from telusur.link import BARS
    from telusur.link.calibration import calibrate

    links = as_ranked(comparison)
    shown = links.scores >= 0
    calibration = calibrate(links.scores[shown], links.grades[shown] > 0)
    for at in BARS:
        yield Score(f"{RIGHT_AT}{at:.2f}", *calibration.right_at(at), of=int(shown.sum()))


def _tell_lacking(lacking: Sequence[str]) -> None:
    if lacking:
        click.echo(say("Not in the store: {lacking}", lacking=", ".join(lacking)), err=True)


def _print_json(scores: Sequence[Score]) -> None:
    import json
    from dataclasses import asdict

    click.echo(json.dumps([asdict(one) for one in scores], indent=2))


def _print_table(scores: Sequence[Score], of_what: str) -> None:
    from telusur.evaluate.words import score_lines

    click.echo(say("{what}; in brackets 95 % intervals", what=of_what) + "\n")
    for line in score_lines(scores):
        click.echo(line)


def _print_groups(comparisons: Sequence[Comparison]) -> None:
    from telusur.evaluate import genre_lines, matrix_lines

    for lines in (matrix_lines(comparisons), genre_lines(comparisons)):
        click.echo()
        for line in lines:
            click.echo(line.rstrip())


def _print_link_errors(comparison: LinkComparison) -> None:
    for finding, suggested, judged in zip(
        comparison.findings, comparison.suggested, comparison.judged, strict=True
    ):
        wrong = [(clause, score) for clause, score in suggested if not judged.get(clause)]
        found = {clause for clause, _ in suggested}
        missed = [(clause, grade) for clause, grade in judged.items() if clause not in found]
        if not (wrong or missed):
            continue
        click.echo(f"\n{finding.id}: {finding.text}")
        for clause, grade in missed:
            click.echo(
                "  "
                + say(
                    "missed (grade {grade:g}): {clause}",
                    grade=grade,
                    clause=_name(clause, comparison),
                )
            )
        for clause, score in wrong:
            click.echo(
                "  "
                + say(
                    "wrong (score {score:.2f}): {clause}",
                    score=score,
                    clause=_name(clause, comparison),
                )
            )


def _name(clause: str, comparison: LinkComparison) -> str:
    return f"{comparison.labels.get(clause, clause)} ({clause})"


def _print_errors(comparisons: Sequence[Comparison]) -> None:
    for one in comparisons:
        if not (
            one.misses or one.false_alarms or not one.date_is_right or not one.places_are_right
        ):
            continue
        click.echo(f"\n{one.path}")
        if not one.date_is_right:
            click.echo("  " + say("the date of the visit is wrong"))
        if not one.places_are_right:
            click.echo("  " + say("the places visited are wrong"))
        for match in one.matches:
            if match.ours["kind"] != match.gold.kind:
                click.echo(
                    "  "
                    + say(
                        "{kind}, not {kind2}: {quote}",
                        kind=match.ours["kind"],
                        kind2=match.gold.kind,
                        quote=match.gold.quote,
                    )
                )
        for miss in one.misses:
            click.echo("  " + say("missed ({kind}): {quote}", kind=miss.kind, quote=miss.quote))
        for alarm in one.false_alarms:
            click.echo(
                "  "
                + say(
                    "false alarm ({kind}, {rule}): {quote}",
                    kind=alarm["kind"],
                    rule=alarm["rule"],
                    quote=alarm["quote"],
                )
            )
