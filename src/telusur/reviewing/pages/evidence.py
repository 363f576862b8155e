"""What people say of the evidence itself: `/tinjau/temuan/…` and `/tinjau/celah`."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Literal

from datasette import Response

from telusur.accounts import Action
from telusur.browse.showing.asking import challenge_names
from telusur.browse.showing.evidence import KINDS
from telusur.browse.visit import Row, Visit
from telusur.desk import now
from telusur.review import Decision, FindingThen
from telusur.review.journal.decisions import (
    Addition,
    Correction,
    FindingDecision,
    JustifiedGap,
    Reading,
    Split,
)
from telusur.reviewing.gate.form import LONGEST, FormRefused, tidied
from telusur.reviewing.pages.in_place import back, say
from telusur.reviewing.turn import Route, Turn
from telusur.reviewing.words import place_in
from telusur.store.database import Database
from telusur.store.decisions import clause_to_decide, finding_to_decide

SAID = """
SELECT at, by, decision, note, quote, state, json_extract(text, '$.reading') AS reading
FROM decisions WHERE state <> 'withdrawn' AND (
  (finding_id = :finding AND decision IN ('confirm', 'dismiss', 'correct', 'split'))
  OR (document_id = :report AND decision = 'add'))
ORDER BY line
"""


async def said_of(visit: Visit, finding: str = "", report: str = "") -> list[Row]:
    """What is on record about a finding itself, or about what a report was found to lack."""
    rows = await visit.rows(SAID, finding=finding, report=report)
    told = [json.loads(row["reading"]) if row["reading"] else {} for row in rows]
    return [
        row | {"reading": "; ".join(f"{name}: {_written(value)}" for name, value in one.items())}
        for row, one in zip(rows, told, strict=True)
    ]


def _written(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


NOBODY: Collection[str] = ()
_MOST_PARTS = 20
OF_REPORT = """
SELECT findings.quote, findings.start, documents.text FROM findings
JOIN documents ON documents.id = findings.document_id WHERE findings.id = :id
"""

SITE = """
SELECT id FROM sites WHERE id = :site OR lower(name) = lower(:site)
ORDER BY id <> :site, place_code IS NOT :place, id LIMIT 1
"""


async def judge(turn: Turn) -> Response:
    """Confirm that a finding is one, or dismiss it."""
    word, id_ = turn.form.one("putusan"), turn.form.one("temuan")
    if word not in ("confirm", "dismiss"):
        raise FormRefused("form.unreadable")
    said: Literal["confirm", "dismiss"] = "confirm" if word == "confirm" else "dismiss"
    note = turn.form.words("alasan")

    def make(db: Database) -> tuple[Decision, Collection[str]]:
        finding = finding_to_decide(db, id_)
        taken = FindingDecision(
            decision=said, at=now(), by=turn.me.name, note=note, finding=finding
        )
        return taken, NOBODY

    return await say(turn, make, f"evidence.{word}")


async def correct(turn: Turn) -> Response:
    """Say what of a finding was read wrongly: its words, kind, challenges, place, speaker."""
    id_ = turn.form.one("temuan")
    quote = await _span(turn, id_)
    if quote is None:
        return back(turn, "evidence.not_in_report")
    reading = (await _reading(turn)).model_copy(update={"quote": quote or None})
    if reading == Reading():
        raise FormRefused("form.nothing")

    def make(db: Database) -> tuple[Decision, Collection[str]]:
        taken = Correction(
            decision="correct", at=now(), by=turn.me.name, note=turn.form.words("alasan"),
            finding=finding_to_decide(db, id_), reading=reading,
        )  # fmt: skip
        return taken, NOBODY

    return await say(turn, make, "evidence.correct")


async def _span(turn: Turn, finding: str) -> str | None:
    """The words that the finding should have; empty where they stay, None where no report has
    them."""
    written = turn.form.words("kutipan")
    row = await turn.visit.row(OF_REPORT, id=finding)
    if not written or row is None or written.split() == row["quote"].split():
        return ""
    return _in_report(row, written)


def _in_report(row: Row, written: str) -> str | None:
    """Words as the report has them, at the place that is nearest to the finding."""
    found = place_in(row["text"], written, str(row["start"]))
    return row["text"][slice(*found)] if found else None


async def split(turn: Turn) -> Response:
    """Say that a finding is several, each by its words in the report."""
    id_ = turn.form.one("temuan")
    written = [words for one in turn.form.all("bagian") if (words := tidied(one))]
    if any(len(one) > LONGEST for one in written) or len(written) > _MOST_PARTS:
        raise FormRefused("form.long")
    row = await turn.visit.row(OF_REPORT, id=id_)
    if row is None:
        return back(turn, "place.gone")
    parts = [_in_report(row, one) for one in written]
    if None in parts:
        return back(turn, "evidence.not_in_report")
    different = tuple(dict.fromkeys(filter(None, parts)))
    if len(different) < 2:
        return back(turn, "evidence.split.too_few")

    def make(db: Database) -> tuple[Decision, Collection[str]]:
        taken = Split(
            decision="split", at=now(), by=turn.me.name, note=turn.form.words("alasan"),
            finding=finding_to_decide(db, id_), parts=different,
        )  # fmt: skip
        return taken, NOBODY

    return await say(turn, make, "evidence.split")


async def add(turn: Turn) -> Response:
    """Add a finding that the reader missed, by its words in the report."""
    document, words = turn.form.one("laporan"), turn.form.words("kata")
    report = await turn.visit.row("SELECT text FROM documents WHERE id = :id", id=document)
    if report is None or not words:
        raise FormRefused("form.nothing")
    found = place_in(report["text"], words, turn.form.one("awal"))
    if found is None:
        return back(turn, "evidence.not_in_report")
    start, end = found
    reading = await _reading(turn)

    def make(_: Database) -> tuple[Decision, Collection[str]]:
        return addition(turn, report["text"], document, start, end, reading), NOBODY

    return await say(turn, make, "evidence.add")


def addition(
    turn: Turn, text: str, document: str, start: int, end: int, reading: Reading
) -> Addition:
    from telusur.extract import finding_id
    from telusur.review import around

    quote = text[start:end]
    before, after = around(text, start, end)
    occurrence = text.count(quote, 0, start)
    finding = FindingThen(
        id=finding_id(document, quote, occurrence),
        document=document,
        quote=quote,
        before=before,
        after=after,
    )
    return Addition(
        decision="add", at=now(), by=turn.me.name, note=turn.form.words("alasan"),
        finding=finding, reading=reading,
    )  # fmt: skip


async def justify(turn: Turn) -> Response:
    """Say why a clause needs no finding, or a finding no clause."""
    finding, clause = turn.form.one("temuan"), turn.form.one("ketentuan")
    law, note = turn.form.words("hukum", 500), turn.form.words("alasan")
    if bool(finding) == bool(clause):
        raise FormRefused("form.unreadable")
    if not law and not note:
        return back(turn, "evidence.why_missing")

    def make(db: Database) -> tuple[Decision, Collection[str]]:
        taken = JustifiedGap(
            decision="justify",
            at=now(),
            by=turn.me.name,
            note=note,
            law=law,
            reason="higher law" if law else "no clause",
            finding=finding_to_decide(db, finding) if finding else None,
            clause=clause_to_decide(db, clause) if clause else None,
        )
        return taken, NOBODY

    return await say(turn, make, "evidence.justify")


async def _reading(turn: Turn) -> Reading:
    """What the form says of a finding; what is left as it was says nothing."""
    form = turn.form
    kind = form.one("jenis")
    if kind and kind not in KINDS:
        raise FormRefused("form.no_kind", details=kind)
    challenges = tuple(sorted(form.all("tantangan")))
    if unknown := [one for one in challenges if one not in await challenge_names(turn.visit)]:
        raise FormRefused("form.no_challenge", details=", ".join(unknown))
    place = form.words("tempat", 200)
    code: str | None = None
    if place:
        sql = "SELECT code FROM places WHERE code = :place OR lower(name) = lower(:place)"
        found = await turn.visit.row(sql, place=place)
        if found is None:
            raise FormRefused("form.no_place", details=place)
        code = found["code"]
    speaker = form.words("penutur", 200)
    same = (form.one("jenis_lama"), form.one("tempat_lama"), form.one("tantangan_lama"))
    return Reading(
        kind=kind if kind and kind != same[0] else None,
        place=code if code and code != same[1] else None,
        speaker=speaker if speaker != form.one("penutur_lama").strip() else None,
        challenges=challenges if challenges and ",".join(challenges) != same[2] else None,
        site=await _site(turn, code or same[1]),
    )


async def _site(turn: Turn, place: str) -> str | None:
    """The site that the form names, by its id; "" for none, None where it stays."""
    said, before = turn.form.words("situs", 200), turn.form.one("situs_lama")
    if not said:
        return "" if before else None
    found = await turn.visit.row(SITE, site=said, place=place)
    if found is None:
        raise FormRefused("form.no_site", details=said)
    return found["id"] if found["id"] != before else None


ROUTES = (
    Route(r"^/tinjau/temuan/putusan$", Action.JUDGE, post=judge),
    Route(r"^/tinjau/temuan/koreksi$", Action.EDIT, post=correct),
    Route(r"^/tinjau/temuan/pecah$", Action.EDIT, post=split),
    Route(r"^/tinjau/temuan/tambah$", Action.EDIT, post=add),
    Route(r"^/tinjau/celah$", Action.EDIT, post=justify),
)
