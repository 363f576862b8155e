"""telusur draft diff"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from telusur.cli.named import named
from telusur.cli.options import database_option
from telusur.words import say, say_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import Console

    from telusur.draft.compare import Change
    from telusur.draft.model import Clause, Regulation
    from telusur.store.reading import Links

MARKS = {"same": ("", "", ""), "removed": ("[-", "-]", "red"), "added": ("{+", "+}", "green")}
MOST_QUOTES = 3


@click.command("diff")
@click.argument("old")
@click.argument("new", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print a JSON object a change, each a line.")
@database_option
@click.pass_obj
def command(
    workspace: Path, old: str, new: str | None, as_json: bool, database: Path | None
) -> None:
    """Show what changed in the draft from OLD to NEW, clause by clause and word by word.

    OLD and NEW are files, folders, or revisions in git (`HEAD~3`, a tag); without NEW it is the
    draft as it stands. A clause is known again by its label or by its words, wherever it went.
    Where the store has been built, the findings linked to a changed clause are shown.
    """
    import json

    from rich.console import Console

    from telusur.draft.compare import Version, compare

    before, after, default = _read(workspace, old, new)
    changes = compare(
        Version(before.linkable, before.references), Version(after.linkable, after.references)
    )
    links = _links(database, default, changes)
    if as_json:
        for change in changes:
            click.echo(json.dumps(_record(change, links(change)), ensure_ascii=False))
        return
    console = Console(highlight=False, soft_wrap=True)
    for change in changes:
        _show(console, change, links(change))
    count = say_of("{count} change.", "{count} changes.", len(changes))
    console.print(count if changes else say("Nothing changed."))


def _read(workspace: Path, old: str, new: str | None) -> tuple[Regulation, Regulation, Path]:
    """Return both versions, and where the store should be; two files need no workspace."""
    from telusur.draft import read_draft
    from telusur.exchange.revisions import read_version
    from telusur.workspace import find_workspace

    here = workspace
    if new is None or not (Path(old).exists() and Path(new).exists()):
        here = find_workspace(workspace)
    draft = here / "draft"
    after = read_version(new, draft) if new else read_draft(draft)
    return read_version(old, draft), after, here / "evidence.db"


def _links(named: Path | None, default: Path, changes: list[Change]) -> Callable[[Change], Links]:
    """Return what tells the links of a change; a store that was not asked for may be unusable."""
    from telusur.errors import StoreUnusable
    from telusur.store.reading import touched

    try:
        return touched(named or default, changes)
    except StoreUnusable as error:
        if named is not None:
            raise
        click.echo(
            say("{error} The findings linked to what changed are not shown.", error=error), err=True
        )
        return lambda _: []


def _record(change: Change, links: Links) -> dict[str, Any]:
    from telusur.draft.compare import wording

    words = [
        {"kind": one.kind, "words": one.words}
        for one in (wording(*change.words) if "reworded" in change.kinds else ())
    ]
    return {
        "kinds": change.kinds,
        "old": _clause(change.old),
        "new": _clause(change.new),
        "other": _clause(change.other),
        "words": words,
        "links": links,
    }


def _clause(clause: Clause | None) -> dict[str, Any] | None:
    if clause is None:
        return None
    names = ("id", "label", "heading", "text", "path", "line")
    return {name: getattr(clause, name) for name in names}


def _show(console: Console, change: Change, links: Links) -> None:
    from rich.text import Text

    from telusur.draft.compare import wording

    labels = dict.fromkeys(one.label for one in (change.old, change.new) if one)
    line = f"{' → '.join(labels)}: {', '.join(map(named, change.kinds))}"
    if change.other:
        other = change.other.label
        line += " " + (
            say("from {label}", label=other)
            if "split" in change.kinds
            else say("into {label}", label=other)
        )
    console.print(Text(line, style="bold"))
    if "reworded" in change.kinds or change.old is None or change.new is None:
        text = Text("    ")
        for one in wording(*change.words):
            begin, end, style = MARKS[one.kind]
            space = one.words[: len(one.words) - len(one.words.lstrip())]
            text.append(space + begin + one.words.lstrip() + end, style=style)
        console.print(text)
        if change.words[0].split() == change.words[1].split():
            console.print(
                "    " + say("The words are the same; what they refer to is another provision.")
            )
        _show_links(console, links)
        console.print()


def _show_links(console: Console, links: Links) -> None:
    from rich.text import Text

    for link in links[:MOST_QUOTES]:
        quote = " ".join(link["quote"].split())
        console.print(Text(f"    {link['label']} ← {link['finding_id']} “{quote}”", style="dim"))
    if len(links) > MOST_QUOTES:
        console.print(
            Text(
                "    "
                + say_of(
                    "and {count} more finding",
                    "and {count} more findings",
                    len(links) - MOST_QUOTES,
                ),
                style="dim",
            )
        )
