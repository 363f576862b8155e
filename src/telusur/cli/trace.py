"""telusur trace"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from telusur.cli import printing
from telusur.cli.named import named
from telusur.cli.options import database_option, form_option
from telusur.words import day, number, say, say_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from telusur.store.reading import Row, Trace


@click.command("trace")
@click.argument("what", nargs=-1, required=True)
@form_option
@database_option
@click.pass_obj
def command(workspace: Path, what: tuple[str, ...], form: str, database: Path | None) -> None:
    """Show what WHAT is linked to.

    WHAT is a clause ("Pasal 7 ayat (2)", or its label), a finding's id, or a place
    ("Kota Palembang", "16.71", a province).
    """
    from telusur.cli.places import codes_of
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
            codes = codes_of(root, words) if root else ()
            if not codes:
                raise
            found = tuple(one for code in codes for one in trace(db, code))
    if form == "json":
        _print_json(found)
    else:
        _print(found)


def _print_json(found: Sequence[Trace]) -> None:
    """Print an object for each clause, finding or place that is called so."""
    import json
    from dataclasses import asdict

    from telusur.store.standing import strength_of

    told: list[dict[str, Any]] = [asdict(one) for one in found]
    for link in (link for one in told for link in one["links"]):
        link["strength"] = strength_of(link["score"]) if link["score"] is not None else None
    click.echo(json.dumps(told, ensure_ascii=False, indent=2, default=str))


def _print(found: Sequence[Trace]) -> None:
    show = {"clause": _show_clause, "finding": _show_finding, "place": _show_place}
    for one in found:
        show[one.kind](one)


def _show_clause(found: Trace) -> None:
    clause = found.subject
    printing.wrapped(f"{clause['label']}  ({clause['id']})", bold=True)
    printing.wrapped(clause["heading"], dim=True)
    printing.wrapped(clause["text"])
    printing.line("")
    if not found.links:
        nothing = "provisions" in clause
        what = say("no finding is linked to it") if nothing else say("it sets no norm")
        printing.wrapped(f"{clause['path']}:{clause['line']}: {what}.")
        return
    printing.wrapped(_counted(found.links))
    for link in found.links:
        printing.line("")
        printing.wrapped(f"{_worth(link)}  {link['finding_id']}  → {link['label']}", bold=True)
        _show_quote(link)
        printing.wrapped(f"      {link['why']}", dim=True)
    _next(found.links[0]["finding_id"], found.links[0]["label"])


def _show_finding(found: Trace) -> None:
    finding = found.subject
    printing.wrapped(finding["finding_id"], bold=True)
    _show_quote(finding)
    printing.wrapped(f"      {finding['rule']}", dim=True)
    printing.wrapped(f"      corpus/{finding['path']}", dim=True)
    printing.line("")
    if not found.links:
        printing.wrapped(say("No clause of the draft answers it."))
        return
    printing.wrapped(_counted(found.links))
    for link in found.links:
        printing.line("")
        printing.wrapped(f"{_worth(link)}  {link['label']}  ({link['clause_id']})", bold=True)
        printing.wrapped(f"      {link['heading']}", dim=True)
        printing.wrapped(f"      {link['clause_text']}")
        printing.wrapped(f"      {link['why']}", dim=True)
    _next(finding["finding_id"], found.links[0]["label"])


def _show_place(found: Trace) -> None:
    place, count = found.subject, len(found.links)
    printing.wrapped(f"{place['name']} ({place['code']})", bold=True)
    told = say_of("{count} finding", "{count} findings", count)
    printing.wrapped(told if count else say("No finding is about it."))
    for finding in found.links:
        printing.line("")
        score = finding["score"]
        found_in = finding["clause"]
        clause = f"{found_in} ({_strength(score)})" if found_in else say("no clause")
        printing.wrapped(f"{finding['finding_id']}  → {clause}", bold=True)
        _show_quote(finding)


def _counted(links: Sequence[Row]) -> str:
    """Say how many links there are, those that people accepted apart from what is suggested."""
    accepted = sum(one["status"] == "accepted" for one in links)
    told = say_of("{count} link: {accepted} accepted by people", "{count} links: {accepted} "
                  "accepted by people", len(links), accepted=accepted)  # fmt: skip
    others = {one["status"]: 0 for one in links if one["status"] != "accepted"}
    for status in others:
        others[status] = sum(one["status"] == status for one in links)
    return ", ".join([told, *(f"{count} {named(status)}" for status, count in others.items())])


def _worth(link: Row) -> str:
    """What a link is worth: a decision of people, else how strong the suggestion is."""
    if link["status"] == "suggested":
        return say("suggested, {strength}", strength=_strength(link["score"]))
    return named(link["status"])


def _strength(score: float) -> str:
    from telusur.store.standing import strength_of

    return f"{named(strength_of(score))} {number(score)}"


def _next(finding: str, clause: str) -> None:
    printing.line("")
    command = f'telusur review accept {finding} "{clause}"'
    printing.wrapped(say("To decide: {command}", command=command), dim=True)


def _show_quote(finding: Row) -> None:
    quote = " ".join(finding["quote"].split())
    printing.wrapped(f"      “{quote}”")
    visited = finding.get("visited_on")
    facts = (finding["kind"], finding["place"], visited and day(visited), finding.get("document"))
    printing.wrapped(f"      {', '.join(fact for fact in facts if fact)}", dim=True)
