"""Turns a regulation that came from elsewhere into a labelled draft, and tells what did not fit."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from telusur.draft.model import Notice, Regulation
from telusur.draft.outline.parsing import Parsed, parse_texts
from telusur.draft.reading import regulation_of
from telusur.draft.writing.labelling import make_labels
from telusur.draft.writing.markdown import Writing, write_draft
from telusur.errors import InvalidWorkspace, Problem
from telusur.exchange.remainder import Remainder
from telusur.exchange.source import read_source
from telusur.words import say


@dataclass(frozen=True, slots=True)
class Imported:
    """A labelled draft."""

    markdown: str
    labels: int
    """How many divisions were given a label."""
    remainder: tuple[Remainder, ...]


def import_draft(path: Path) -> Imported:
    """Return the regulation in a file of text, Word or PDF as labelled Markdown.

    Each Pasal gets a label, and references within the regulation become references by label.
    Raises InvalidWorkspace where the file cannot be read as text, or holds no Pasal.
    """
    text, remainder = read_source(path)
    parsed = parse_texts({path.name: text})
    regulation = regulation_of(parsed)
    if not any(clause.level == "pasal" for clause in regulation.clauses):
        what = say("no Pasal and no dictum (KESATU, KEDUA) was found in this file")
        remedy = say("Check that it holds a regulation as text")
        raise InvalidWorkspace([Problem(path.name, None, what, remedy)])
    kept = {node.id: node.label for node in parsed.outline.nodes if node.label}
    labels = make_labels(regulation.clauses, kept)
    markdown = write_draft(Writing(parsed, regulation, labels))
    remainder += _notices(regulation.notices)
    remainder += _renumbered(parsed, markdown)
    remainder += _unplaced_references(regulation)
    remainder += _lost_words(regulation, markdown)
    ordered = tuple(sorted(remainder, key=lambda each: each.line))
    return Imported(markdown, len(labels) - len(kept), ordered)


def _notices(notices: Sequence[Notice]) -> Iterator[Remainder]:
    """Tell the notices; what stands on page after page is told once."""
    alike: dict[str, list[Notice]] = defaultdict(list)
    for each in notices:
        if each.kind == "page":
            alike[re.sub(r"\d+", "#", each.words)].append(each)
        else:
            yield Remainder(each.line, each.message)
    for first, *others in alike.values():
        again = f" ({len(others) + 1} baris serupa)" if others else ""
        yield Remainder(first.line, f"{first.message}{again}")


def _renumbered(parsed: Parsed, markdown: str) -> list[Remainder]:
    """Tell each Pasal, bab and buku whose number will be another one, once it is computed."""
    again = parse_texts({"draft.md": markdown}).outline.nodes
    return [
        Remainder(
            node.line, f"nomor {node.level} tertulis {node.number}, nomor hitungan {later.number}"
        )
        for node, later in zip(parsed.outline.nodes, again, strict=False)
        if node.level == later.level
        and node.level in ("buku", "bab", "pasal")
        and not node.quoted
        and node.number != later.number
    ]


def _unplaced_references(regulation: Regulation) -> list[Remainder]:
    lines = {clause.id: clause.line for clause in regulation.clauses if not clause.quoted}
    return [
        Remainder(lines[each.from_clause], f"`{each.text}` tidak menunjuk ke ketentuan yang ada")
        for each in regulation.references
        if each.state in ("missing", "unsure") and each.from_clause in lines
    ]


def _lost_words(regulation: Regulation, markdown: str) -> list[Remainder]:
    """Tell what the labelled draft, read again, does not have: nothing, unless we are mistaken."""
    again = regulation_of(parse_texts({"draft.md": markdown}))
    if [_shape(clause) for clause in regulation.clauses] == [_shape(c) for c in again.clauses]:
        return []
    for before, after in zip(regulation.clauses, again.clauses, strict=False):
        if _shape(before) != _shape(after):
            lost = _words_of(regulation) - _words_of(again)
            what = f"mulai dari {before.label}, naskah berlabel dibaca berbeda dari sumbernya"
            told = " ".join(sorted(lost)[:12])
            return [Remainder(before.line, f"{what}: {told}" if told else what)]
    return [Remainder(1, "jumlah ketentuan dalam naskah berlabel berbeda dari sumbernya")]


def _shape(clause: object) -> tuple[str, str, str]:
    level, text = getattr(clause, "level", ""), getattr(clause, "text", "")
    heading = (
        getattr(clause, "heading", "") if level in ("buku", "bab", "bagian", "paragraf") else ""
    )
    # The numbers that references print follow those of their targets.
    return level, heading, re.sub(r"(?i)\bdiktum\s", "Diktum ", re.sub(r"\d+", "#", text))


def _words_of(regulation: Regulation) -> Counter[str]:
    """Return how often each word stands in the regulation: headings, clauses, opening, closing."""
    parts = [*regulation.opening, *regulation.closing]
    for clause in regulation.clauses:
        is_titled = clause.level in ("buku", "bab", "bagian", "paragraf")
        parts += [clause.heading if is_titled else "", clause.text]
    return Counter(re.findall(r"[^\W_]+", " ".join(parts).lower()))
