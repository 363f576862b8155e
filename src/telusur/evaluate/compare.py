"""Lays a build beside a gold file, report by report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from telusur.evaluate.gold import GoldDocument, GoldFinding
from telusur.evaluate.spans import Span, pair, passage_of
from telusur.store.database import Database
from telusur.store.reading import rows

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Match:
    """A finding of ours and the gold finding that it is."""

    ours: Row
    """Row of `findings`, with `challenges` and the name of its place as `place`."""
    gold: GoldFinding
    place_is_right: bool
    smaller_is_right: bool | None = None
    """Whether it is placed in the reader's kecamatan or desa; None where there is none."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One report: what was found, missed, and found without being there."""

    doc: str
    path: str
    matches: tuple[Match, ...]
    misses: tuple[GoldFinding, ...]
    false_alarms: tuple[Row, ...]
    date_is_right: bool
    places_are_right: bool
    """Whether the kabupaten and kota (else the provinces) visited are exactly the gold's."""
    genre: str = ""
    """As its front matter says; else what most of it is: `rows`, `items`, `sentences`."""


def compare(
    db: Database, gold: Sequence[GoldDocument]
) -> tuple[tuple[Comparison, ...], tuple[str, ...]]:
    """Compare the build with the gold, by file name; also return the gold reports it lacks."""
    documents = {
        PurePosixPath(row["path"]).stem: row for row in rows(db, "SELECT * FROM documents")
    }
    known = _names(db)
    here = [one for one in gold if one.doc in documents]
    lacking = tuple(one.doc for one in gold if one.doc not in documents)
    return tuple(_compare_one(db, documents[one.doc], one, known) for one in here), lacking


def _compare_one(
    db: Database, document: Row, gold: GoldDocument, known: Mapping[str, str]
) -> Comparison:
    passages = [
        (row["number"], row["start"], row["end"])
        for row in rows(
            db,
            'SELECT number, start, "end" FROM passages WHERE document_id = :id',
            {"id": document["id"]},
        )
    ]
    ours = _findings(db, document["id"])
    our_spans = [_span(one["start"], one["end"], passages) for one in ours]
    gold_spans = [_gold_span(document["text"], one, passages) for one in gold.findings]
    pairs = pair(our_spans, gold_spans)
    found = {i for i, _ in pairs}, {j for _, j in pairs}
    home = _visited_codes(gold, known)
    return Comparison(
        doc=gold.doc,
        path=document["path"],
        matches=tuple(
            Match(
                ours[i],
                gold.findings[j],
                _same_place(ours[i]["place_code"], gold.findings[j].location, known, home),
                _same_smaller(ours[i]["smaller"], gold.findings[j].location, known),
            )
            for i, j in sorted(pairs)
        ),
        misses=tuple(one for j, one in enumerate(gold.findings) if j not in found[1]),
        false_alarms=tuple(one for i, one in enumerate(ours) if i not in found[0]),
        date_is_right=document["visited_on"]
        == (gold.visit_date.isoformat() if gold.visit_date else None),
        places_are_right=_our_visited(db, document["id"]) == home,
        genre=document["genre"] or _form(db, document["id"]),
    )


def _findings(db: Database, document_id: str) -> list[dict[str, Any]]:
    sql = """
SELECT findings.*, places.name AS place, smaller.name AS smaller,
  (SELECT group_concat(challenge_id) FROM finding_challenges
   WHERE finding_id = findings.id) AS challenges
FROM findings LEFT JOIN places ON places.code = findings.place_code
LEFT JOIN smaller_places AS smaller ON smaller.code = findings.smaller_code
WHERE document_id = :id ORDER BY start, findings.id"""
    found = rows(db, sql, {"id": document_id})
    return [
        row | {"challenges": frozenset((row["challenges"] or "").split(",")) - {""}}
        for row in found
    ]


def _span(start: int, end: int, passages: Sequence[tuple[int, int, int]]) -> Span:
    return Span(start, end, passage_of(start, end, passages))


def _gold_span(text: str, finding: GoldFinding, passages: Sequence[tuple[int, int, int]]) -> Span:
    """Where the quote stands; an empty span, which matches nothing, if it does not."""
    start = text.find(finding.quote)
    return Span(0, 0, 0) if start < 0 else _span(start, start + len(finding.quote), passages)


def _names(db: Database) -> dict[str, str]:
    """Codes of places by spelling; bare names only where they mean one place."""
    names = {row["name"].lower(): row["code"] for row in rows(db, "SELECT code, name FROM places")}
    bare = Counter(map(_bare, names))
    once = {_bare(name): code for name, code in names.items() if bare[_bare(name)] == 1}
    return {_spelling(name): code for name, code in (once | names).items()}


def _bare(name: str) -> str:
    return name.removeprefix("kabupaten ").removeprefix("kota ")


def _spelling(name: str) -> str:
    """What is left of a name when it no longer matters how readers spell it."""
    spelt = name.lower().replace("sumatra", "sumatera")
    return spelt.replace("dki jakarta", "daerah khusus ibukota jakarta").replace(" ", "")


def _code(name: str, known: Mapping[str, str]) -> str | None:
    return known.get(_spelling(name))


def _visited_codes(gold: GoldDocument, known: Mapping[str, str]) -> frozenset[str]:
    """The kabupaten and kota that were visited, or the provinces where no smaller unit is named.

    Where only a kecamatan or a desa is, the kabupaten and kota that the report names otherwise.
    """
    visited = [one for one in gold.locations if one.role == "visited"]
    elsewhere = [one for one in gold.locations if one.role != "visited"]
    if not visited:
        return frozenset()
    for places, levels in (
        (visited, ("kabupaten", "kota")),
        (visited, ("provinsi",)),
        (elsewhere, ("kabupaten", "kota")),
    ):
        codes = {_code(one.name, known) for one in places if one.level in levels}
        if codes:
            return frozenset(code for code in codes if code)
    return frozenset()


def _our_visited(db: Database, document_id: str) -> frozenset[str]:
    sql = """SELECT DISTINCT place_code, level FROM document_places
JOIN places ON places.code = place_code WHERE document_id = :id AND role = 'visited'"""
    found = rows(db, sql, {"id": document_id})
    regencies = {row["place_code"] for row in found if row["level"] != "provinsi"}
    return frozenset(regencies or {row["place_code"] for row in found})


def _form(db: Database, document_id: str) -> str:
    """What most passages of a report are, for one whose genre nobody says."""
    sql = "SELECT form FROM passages WHERE document_id = :id GROUP BY form ORDER BY count(*) DESC"
    return next((f"{row['form']}s" for row in rows(db, sql, {"id": document_id})), "")


def _same_smaller(ours: str | None, gold: str | None, known: Mapping[str, str]) -> bool | None:
    """Whether ours is the kecamatan, kelurahan or desa of the gold; None where it has none."""
    if gold is None or _code(gold, known):
        return None
    return ours is not None and _word(ours) == _word(gold)


def _word(name: str) -> str:
    """A smaller place's name without its level, however it is spelt."""
    bare = re.sub(r"(?i)^(?:kecamatan|distrik|kelurahan|desa|nagari|kampung|gampong)\s+", "", name)
    return re.sub(r"[^a-z0-9]", "", bare.lower())


def _same_place(
    ours: str | None, gold: str | None, known: Mapping[str, str], home: frozenset[str]
) -> bool:
    """Whether both name the same place; a kecamatan or desa counts as the kabupaten visited."""
    if gold is None:
        return ours is None
    code = _code(gold, known)
    return ours == code if code else ours in home
