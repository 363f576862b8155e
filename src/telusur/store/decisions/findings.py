"""What people made of the findings, in the store: laid over what was read, and taken off again.

`findings` holds what counts. What was read instead is kept in `earlier_readings`, whole, so that
taking all decisions off leaves exactly what the machine made.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from telusur.review import Marked, Placed, Settled
from telusur.review.journal.decisions import Addition, Correction, Reading, Split
from telusur.review.placing.spans import Span
from telusur.review.settling import HOLDS
from telusur.store.database import Database
from telusur.store.reading import rows

_RULES = {True: "bagian dari temuan yang dipecah", False: "ditambahkan oleh orang"}
_KINDS = ("kendala", "tantangan", "kelebihan", "peluang", "kebutuhan")
_HERE = "(:document IS NULL OR document_id = :document)"


def restore_findings(db: Database, document: str | None = None) -> None:
    """Leave the findings as the machine read them: of one report, or of all."""
    here = {"document": document}
    earlier = rows(
        db,
        f"SELECT reading FROM earlier_readings WHERE {_HERE}",  # noqa: S608
        here,
    )
    db.execute(
        f"DELETE FROM findings WHERE id IN (SELECT finding_id FROM marked_findings) AND {_HERE}",  # noqa: S608
        here,
    )
    for row in earlier:
        reading = json.loads(row["reading"])
        if not reading["marked"]:
            _put_back(db, reading)
    db.execute(f"DELETE FROM earlier_readings WHERE {_HERE}", here)  # noqa: S608


def _put_back(db: Database, reading: Mapping[str, Any]) -> None:
    finding = reading["finding"]
    db.table("findings").upsert(finding, pk="id")
    db.execute("DELETE FROM finding_challenges WHERE finding_id = ?", [finding["id"]])
    db.table("finding_challenges").insert_all(reading["challenges"])
    if reading["links"] is not None:
        db.execute("DELETE FROM links WHERE finding_id = ?", [finding["id"]])
        db.table("links").insert_all(reading["links"])


def apply_to_findings(db: Database, settled: Settled) -> None:
    """Bring the findings to what people say of them; links are as made, nobody's decided yet."""
    for id_ in settled.readings.keys() | settled.spans.keys():
        if id_ not in settled.marked:
            _correct(db, id_, settled)
    for mark in settled.marked_wholes_first():
        _mark(db, mark)
        _correct(db, mark.id, settled)
    for id_ in settled.aside:
        _set_aside(db, id_, settled)


def _mark(db: Database, mark: Marked) -> None:
    """Add a finding that people marked."""
    span, is_part = mark.span, mark.part_of is not None
    db.table("findings").insert(
        {
            "id": mark.id,
            "document_id": span.document,
            **_words(db, span),
            "kind": "kendala",
            "place_code": _visited(db, span.document),
            "site_id": None,
            "said_by": None,
            "confidence": 1.0,
            "unsure": 0,
            "rule": _RULES[is_part],
        }
    )
    of = {"finding_id": mark.id, "part_of": mark.part_of, "marked_by": mark.by}
    db.table("marked_findings").insert(of)
    _link_words(db, mark.id, mark.words)
    if is_part:
        _inherit(db, mark)


def _inherit(db: Database, mark: Marked) -> None:
    """Let a part be as the whole was in all but its words."""
    sql = "SELECT kind, place_code, smaller_code, site_id, said_by FROM findings WHERE id = :id"
    for whole in rows(db, sql, {"id": mark.part_of}):
        db.table("findings").update(mark.id, whole)
        db.execute("DELETE FROM finding_challenges WHERE finding_id = ?", [mark.id])
        db.execute(
            "INSERT INTO finding_challenges (finding_id, challenge_id, confidence, why) "
            "SELECT ?, challenge_id, confidence, why FROM finding_challenges WHERE finding_id = ?",
            [mark.id, mark.part_of],
        )


def _correct(db: Database, id_: str, settled: Settled) -> None:
    """Give a finding the values that people say, and keep those that it had."""
    reading, span = settled.readings.get(id_), settled.spans.get(id_)
    changes = _values(db, reading) if reading else {}
    challenges = changes.pop("challenges", None)
    if not (changes or span or challenges is not None):
        return
    said = _said_last(id_, settled)
    if id_ not in settled.marked or isinstance(said.entry.decision, Correction):
        _keep(db, id_, "corrected", said, with_links=bool(span), marked=id_ in settled.marked)
    if span:
        changes |= _words(db, span[0])
        db.execute("DELETE FROM links WHERE finding_id = ?", [id_])
        _link_words(db, id_, span[1])
    db.table("findings").update(id_, changes | {"unsure": 0})
    if challenges is not None:
        db.execute("DELETE FROM finding_challenges WHERE finding_id = ?", [id_])
        db.table("finding_challenges").insert_all(
            {"finding_id": id_, "challenge_id": one, "confidence": 1.0, "why": "kata orang"}
            for one in challenges
        )


def _values(db: Database, reading: Reading) -> dict[str, Any]:
    """What people say, as far as the store knows such a kind, challenge, place or site."""
    said: dict[str, Any] = {}
    if reading.kind in _KINDS:
        said["kind"] = reading.kind
    if reading.place is not None and (not reading.place or _known(db, "places", reading.place)):
        said |= {"place_code": reading.place or None, "smaller_code": None}
    if reading.site is not None and (not reading.site or _site(db, reading.site)):
        said["site_id"] = _site(db, reading.site)
    if reading.speaker is not None:
        said["said_by"] = reading.speaker or None
    if reading.challenges is not None:
        known = [one for one in reading.challenges if _known(db, "challenges", one)]
        said["challenges"] = sorted(set(known))
    return said


def _known(db: Database, table: str, key: str) -> bool:
    column = {"places": "code", "challenges": "id"}[table]
    sql = f"SELECT EXISTS (SELECT 1 FROM {table} WHERE {column} = ?)"  # noqa: S608
    return bool(db.execute(sql, [key]).fetchone()[0])


def _site(db: Database, name: str) -> str | None:
    sql = "SELECT id FROM sites WHERE id = :name OR lower(name) = lower(:name) ORDER BY id"
    return next((row["id"] for row in rows(db, sql, {"name": name})), None)


def _words(db: Database, span: Span) -> dict[str, Any]:
    """The words of a span with their place in the report."""
    sql = """SELECT documents.text, passages.id FROM documents LEFT JOIN passages
      ON passages.document_id = documents.id AND passages.start <= :start
      WHERE documents.id = :document ORDER BY passages.start DESC LIMIT 1"""
    of = {"document": span.document, "start": span.start}
    ((text, passage),) = db.execute(sql, of).fetchall()
    quote = text[span.start : span.end]
    return {"passage_id": passage, "start": span.start, "end": span.end, "quote": quote}


def _visited(db: Database, document: str) -> str | None:
    """The place that a report is about, where it is only one."""
    sql = """SELECT place_code FROM document_places
      WHERE document_id = ? AND role = 'visited' GROUP BY place_code LIMIT 2"""
    found = [code for (code,) in db.execute(sql, [document])]
    return found[0] if len(found) == 1 else None


def _link_words(db: Database, id_: str, words: str) -> None:
    """Suggest for a finding what the machine suggests for the words that were marked."""
    for (links,) in db.execute("SELECT links FROM marked_words WHERE words = ?", [words]):
        db.table("links").insert_all({"finding_id": id_, **one} for one in json.loads(links))


def _keep(
    db: Database, id_: str, fate: str, said: Placed, *, with_links: bool, marked: bool
) -> None:
    """Keep what a finding was, unless something earlier is kept already."""
    (finding,) = rows(db, "SELECT * FROM findings WHERE id = :id", {"id": id_})
    challenges, links = (
        rows(db, f"SELECT * FROM {table} WHERE finding_id = :id ORDER BY 2", {"id": id_})  # noqa: S608
        for table in ("finding_challenges", "links")
    )
    before = db.execute("SELECT reading FROM earlier_readings WHERE finding_id = ?", [id_])
    earlier = next((json.loads(reading) for (reading,) in before), None)
    if earlier is None:
        earlier = {"finding": finding, "challenges": challenges, "links": None}
        earlier["marked"] = marked
    if with_links and earlier["links"] is None:
        earlier["links"] = links
    was = earlier["finding"]
    decision = said.entry.decision
    db.table("earlier_readings").insert(
        {
            "finding_id": id_,
            "document_id": was["document_id"],
            "fate": fate,
            **{name: was[name] for name in ("quote", "kind", "place_code", "site_id", "said_by")},
            "challenges": json.dumps(sorted(one["challenge_id"] for one in earlier["challenges"])),
            "decided_by": decision.by,
            "decided_at": decision.at.isoformat(),
            "note": decision.note,
            "reading": json.dumps(earlier, ensure_ascii=False, sort_keys=True),
        },
        replace=True,
    )


def _said_last(id_: str, settled: Settled) -> Placed:
    """The last decision that says how a finding should read."""
    of = [
        one
        for one in settled.placed
        if one.finding_id == id_ and isinstance(one.entry.decision, Correction | Addition)
    ]
    return [one for one in of if one.state in HOLDS][-1]


def _set_aside(db: Database, id_: str, settled: Settled) -> None:
    said = settled.aside[id_]
    fate = "split" if isinstance(said.entry.decision, Split) else "dismissed"
    _keep(db, id_, fate, said, with_links=True, marked=id_ in settled.marked)
    db.execute("DELETE FROM findings WHERE id = ?", [id_])
