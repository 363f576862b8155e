"""telusur trace"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from telusur.cli.options import database_option

if TYPE_CHECKING:
    from rich.console import Console

    from telusur.store.reading import Row, Trace


@click.command("trace")
@click.argument("what", nargs=-1, required=True)
@database_option
@click.pass_obj
def command(workspace: Path, what: tuple[str, ...], database: Path | None) -> None:
    """Show what WHAT is linked to.

    WHAT is a clause ("Pasal 7 ayat (2)", or its label), a finding's id, or a place
    ("Kota Palembang", "16.71", a province).
    """
    from rich.console import Console

    from telusur.errors import NotFound
    from telusur.store.connection import store_for_reading
    from telusur.store.reading import trace
    from telusur.workspace import find_workspace

    words = " ".join(what)
    root = find_workspace(workspace) if database is None else None
    path = database or (root or workspace) / "evidence.db"
    with store_for_reading(path) as db:
        try:
            found = trace(db, words)
        except NotFound:
            codes = _codes_of(root, words) if root else ()
            if not codes:
                raise
            found = tuple(one for code in codes for one in trace(db, code))
    console = Console(highlight=False)
    show = {"clause": _show_clause, "finding": _show_finding, "place": _show_place}
    for one in found:
        show[one.kind](console, one)


def _codes_of(root: Path, words: str) -> tuple[str, ...]:
    """Return the codes of the places that people call so: `Sumsel`, `Kab. Bogor`."""
    from telusur.extract.lexicon import names_of_places, read_lexicon

    lexicon, _ = read_lexicon(root / "extract")
    if lexicon is None:
        return ()
    wanted = " ".join(words.lower().split())
    names = names_of_places(lexicon.places).items()
    return tuple(place.code for name, places in names for place in places if name.lower() == wanted)


def _show_clause(console: Console, found: Trace) -> None:
    clause = found.subject
    _line(console, clause["label"], style="bold")
    _line(console, clause["heading"], style="dim")
    _line(console, clause["text"])
    if not found.links:
        what = "no evidence is linked to it" if "provisions" in clause else "it sets no norm"
        _line(console, f"\n{clause['path']}:{clause['line']}: {what}.")
        return
    _line(
        console,
        f"\n{clause['findings']} findings from {clause['documents']} reports in "
        f"{clause['places']} places; {clause['supported']} of {clause['provisions']} provisions "
        "have evidence",
    )
    for link in found.links:
        console.print()
        _line(console, f"{link['score']:.2f}  {link['label']}  ({link['status']})", style="bold")
        _show_quote(console, link)
        _line(console, f"      {link['why']}", style="dim")


def _show_finding(console: Console, found: Trace) -> None:
    finding = found.subject
    _line(console, finding["finding_id"], style="bold")
    _show_quote(console, finding)
    _line(console, f"      {finding['rule']}", style="dim")
    _line(console, f"      corpus/{finding['path']}", style="dim")
    if not found.links:
        _line(console, "\nNo clause of the draft answers it.")
    for link in found.links:
        console.print()
        _line(console, f"{link['score']:.2f}  {link['label']}  ({link['status']})", style="bold")
        _line(console, f"      {link['heading']}", style="dim")
        _line(console, f"      {link['clause_text']}")
        _line(console, f"      {link['why']}", style="dim")


def _show_place(console: Console, found: Trace) -> None:
    place = found.subject
    _line(console, f"{place['name']} ({place['code']})", style="bold")
    _line(console, f"{len(found.links)} findings" if found.links else "No finding is about it.")
    for finding in found.links:
        console.print()
        clause = (
            f"{finding['clause']} ({finding['score']:.2f})" if finding["clause"] else "no clause"
        )
        _line(console, f"{finding['finding_id']}  → {clause}", style="bold")
        _show_quote(console, finding)


def _show_quote(console: Console, finding: Row) -> None:
    quote = " ".join(finding["quote"].split())
    _line(console, f"      “{quote}”")
    facts = (finding["kind"], finding["place"], finding.get("visited_on"), finding.get("document"))
    _line(console, f"      {', '.join(fact for fact in facts if fact)}", style="dim")


def _line(console: Console, text: str, style: str | None = None) -> None:
    """Print text of the user's, in which square brackets are only brackets."""
    if text:
        console.print(text, style=style, markup=False)
