"""telusur trace"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from telusur.cli.options import database_option
from telusur.cli.printing import say, say_wrapped

if TYPE_CHECKING:
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
    show = {"clause": _show_clause, "finding": _show_finding, "place": _show_place}
    for one in found:
        show[one.kind](one)


def _codes_of(root: Path, words: str) -> tuple[str, ...]:
    """Return the codes of the places that people call so: `Sumsel`, `Kab. Bogor`."""
    from telusur.extract.lexicon import names_of_places, read_lexicon

    lexicon, _ = read_lexicon(root / "extract")
    if lexicon is None:
        return ()
    wanted = " ".join(words.lower().split())
    names = names_of_places(lexicon.places).items()
    return tuple(place.code for name, places in names for place in places if name.lower() == wanted)


def _show_clause(found: Trace) -> None:
    clause = found.subject
    say_wrapped(clause["label"], bold=True)
    say_wrapped(clause["heading"], dim=True)
    say_wrapped(clause["text"])
    if not found.links:
        what = "no evidence is linked to it" if "provisions" in clause else "it sets no norm"
        say_wrapped(f"\n{clause['path']}:{clause['line']}: {what}.")
        return
    say_wrapped(
        f"\n{clause['findings']} findings from {clause['documents']} reports in "
        f"{clause['places']} places; {clause['supported']} of {clause['provisions']} provisions "
        "have evidence",
    )
    for link in found.links:
        say("")
        say_wrapped(f"{link['score']:.2f}  {link['label']}  ({link['status']})", bold=True)
        _show_quote(link)
        say_wrapped(f"      {link['why']}", dim=True)


def _show_finding(found: Trace) -> None:
    finding = found.subject
    say_wrapped(finding["finding_id"], bold=True)
    _show_quote(finding)
    say_wrapped(f"      {finding['rule']}", dim=True)
    say_wrapped(f"      corpus/{finding['path']}", dim=True)
    if not found.links:
        say_wrapped("\nNo clause of the draft answers it.")
    for link in found.links:
        say("")
        say_wrapped(f"{link['score']:.2f}  {link['label']}  ({link['status']})", bold=True)
        say_wrapped(f"      {link['heading']}", dim=True)
        say_wrapped(f"      {link['clause_text']}")
        say_wrapped(f"      {link['why']}", dim=True)


def _show_place(found: Trace) -> None:
    place = found.subject
    say_wrapped(f"{place['name']} ({place['code']})", bold=True)
    say_wrapped(f"{len(found.links)} findings" if found.links else "No finding is about it.")
    for finding in found.links:
        say("")
        clause = (
            f"{finding['clause']} ({finding['score']:.2f})" if finding["clause"] else "no clause"
        )
        say_wrapped(f"{finding['finding_id']}  → {clause}", bold=True)
        _show_quote(finding)


def _show_quote(finding: Row) -> None:
    quote = " ".join(finding["quote"].split())
    say_wrapped(f"      “{quote}”")
    facts = (finding["kind"], finding["place"], finding.get("visited_on"), finding.get("document"))
    say_wrapped(f"      {', '.join(fact for fact in facts if fact)}", dim=True)
