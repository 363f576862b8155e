"""telusur evaluate"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Sequence

    from telusur.evaluate import Comparison, Score


@click.command("evaluate")
@click.argument("gold", type=click.Path(path_type=Path, exists=True))
@click.option("--errors", is_flag=True, help="List every miss and every false alarm.")
@click.option("--json", "as_json", is_flag=True, help="Print the scores as JSON.")
@click.option(
    "--database",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The evidence store.  [default: evidence.db in the workspace]",
)
@click.pass_obj
def command(
    workspace: Path, gold: Path, database: Path | None, *, errors: bool, as_json: bool
) -> None:
    """Compare the findings of the build with those of a careful reader.

    GOLD is a folder with findings.json, or such a file; its reports are those of the corpus with
    the same file name.
    """
    from telusur.errors import NotFound
    from telusur.evaluate import compare, read_gold, score
    from telusur.store.connection import store_for_reading
    from telusur.workspace import find_workspace

    expected = read_gold(gold)
    with store_for_reading(database or find_workspace(workspace) / "evidence.db") as db:
        comparisons, lacking = compare(db, expected)
    if not comparisons:
        raise NotFound(
            f"None of the {len(expected)} reports of {gold} is in the store. "
            "Put them into corpus/ under the same file names and run `telusur build`."
        )
    if lacking:
        click.echo(f"Not in the store: {', '.join(lacking)}", err=True)
    scores = score(comparisons)
    if as_json:
        _print_json(scores)
        return
    _print_table(scores, len(comparisons))
    if errors:
        _print_errors(comparisons)


def _print_json(scores: Sequence[Score]) -> None:
    import json
    from dataclasses import asdict

    click.echo(json.dumps([asdict(one) for one in scores], indent=2))


def _print_table(scores: Sequence[Score], reports: int) -> None:
    click.echo(f"{reports} reports; in brackets 95 % intervals\n")
    for one in scores:
        click.echo(f"{one.name:<28}{one.value:6.3f}  [{one.low:.3f}, {one.high:.3f}]  of {one.of}")


def _print_errors(comparisons: Sequence[Comparison]) -> None:
    for one in comparisons:
        if not (
            one.misses or one.false_alarms or not one.date_is_right or not one.places_are_right
        ):
            continue
        click.echo(f"\n{one.path}")
        if not one.date_is_right:
            click.echo("  the date of the visit is wrong")
        if not one.places_are_right:
            click.echo("  the places visited are wrong")
        for match in one.matches:
            if match.ours["kind"] != match.gold.kind:
                click.echo(f"  {match.ours['kind']}, not {match.gold.kind}: {match.gold.quote}")
        for miss in one.misses:
            click.echo(f"  missed ({miss.kind}): {miss.quote}")
        for alarm in one.false_alarms:
            click.echo(f"  false alarm ({alarm['kind']}, {alarm['rule']}): {alarm['quote']}")
