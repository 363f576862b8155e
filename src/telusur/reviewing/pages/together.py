"""`/tinjau/tim`: who does what, and how far people agree; `/tinjau/beda`: where they do not."""

from __future__ import annotations

import json
import sqlite3
import time
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from datasette import Response

from telusur.accounts import Action, Role
from telusur.browse.serving.serve import NAME
from telusur.browse.visit import Row
from telusur.link import accepted_by_band
from telusur.reviewing.gate.form import FormRefused
from telusur.reviewing.pages.in_place import back
from telusur.reviewing.pages.question import choices
from telusur.reviewing.turn import Route, Turn
from telusur.team import Assignment, Dispute, Opinion, agreement, disputes, opinions, work
from telusur.triage import Pair

TEAM, DISPUTES = "/tinjau/tim", "/tinjau/beda"
PROGRESS = """
SELECT clauses.id, clauses.label, clauses.heading, coverage.strong + coverage.weak AS suggested,
  coverage.accepted, coverage.rejected, coverage.suspect
FROM coverage JOIN clauses ON clauses.id = coverage.clause_id
WHERE clauses.level = 'bab' AND clauses.quoted = 0 ORDER BY clauses.position
"""
TIMES = "SELECT by, at FROM decisions WHERE decision IN ('accept', 'reject', 'unsure', 'link')"
SHARES = """
SELECT score, decision <> 'reject' AS accepted FROM decisions
WHERE decision IN ('accept', 'reject') AND state = 'in force' AND score IS NOT NULL
"""
NAMED = """
SELECT links.finding_id, links.clause_id, findings.quote, clauses.label
FROM links JOIN findings ON findings.id = links.finding_id
JOIN clauses ON clauses.id = links.clause_id
WHERE links.finding_id || '~' || links.clause_id IN (SELECT value FROM json_each(:pairs))
"""
_HOURS = {"4": 4.0, "24": 24.0, "72": 72.0, "168": 168.0}
"""For how long work is given, in hours; then it is given back by itself."""
_SHOWN = 100


@dataclass(frozen=True, slots=True)
class Shown:
    """A dispute with what it is about."""

    dispute: Dispute
    row: Row


async def show(turn: Turn) -> Response:
    visit, state = turn.visit, turn.hall.arranged.read()
    said, times = await _journal(turn)
    controls = {one.pair: one.word == "accept" for one in state.controls}
    parts = await choices(visit)
    names = {
        (kind, option.value): option.label
        for kind, some in (("bab", "bab"), ("place", "place"), ("report", "report"))
        for option in parts[some]
    }
    leads = _leads(turn)
    all_disputes = disputes(said, leads)
    context = {
        "progress": await visit.rows(PROGRESS),
        "assignments": [
            (one, names.get((one.kind, one.value), one.value))
            for one in state.current(datetime.now(UTC))
        ],
        "choices": parts,
        "hours": list(_HOURS),
        "people": [one.name for one in turn.hall.keeper.accounts.all() if one.role != Role.READER],
        "now": sorted(set(turn.hall.team.others("", time.monotonic()).values())),
        "agreement": agreement(said),
        "work": list(work(said, times, controls)),
        "shares": accepted_by_band(
            (row["score"], bool(row["accepted"])) for row in await visit.rows(SHARES)
        ),
        "controls": len(controls),
        "share": state.second_opinions,
        "open": sum(1 for one in all_disputes if one.settled_by is None),
    }
    return await visit.page("review/team", visit.t("Team"), context)


async def _journal(turn: Turn) -> tuple[list[Opinion], dict[str, list[str]]]:
    def read(connection: sqlite3.Connection) -> tuple[list[Opinion], dict[str, list[str]]]:
        times: dict[str, list[str]] = defaultdict(list)
        for by, at in connection.execute(TIMES):
            times[by].append(at)
        return opinions(connection), times

    await turn.hall.desk.catch_up()
    store = turn.visit.datasette.get_database(NAME)
    found: tuple[list[Opinion], dict[str, list[str]]] = await store.execute_fn(read)
    return found


def _leads(turn: Turn) -> set[str]:
    return {one.name for one in turn.hall.keeper.accounts.all() if one.role == Role.LEAD}


async def differ(turn: Turn) -> Response:
    """Show where people differ: to them, to the lead who decides, and to everybody."""
    said, _ = await _journal(turn)
    found = disputes(said, _leads(turn))[:_SHOWN]
    pairs = json.dumps([str(one.pair) for one in found])
    rows = {
        Pair(row["finding_id"], row["clause_id"]): row
        for row in await turn.visit.rows(NAMED, pairs=pairs)
    }
    shown = [Shown(one, rows[one.pair]) for one in found if one.pair in rows]
    title = turn.visit.t("Disagreements")
    return await turn.visit.page("review/differ", title, {"disputes": shown})


async def assign(turn: Turn) -> Response:
    """Give a part of the queue to somebody; reviewers may take one for themselves."""
    form, me = turn.form, turn.me
    kind, _, value = form.one("bagian").partition(" ")
    to = form.one("kepada") or me.name
    known = {one.value for one in (await choices(turn.visit)).get(kind, ())}
    people = {one.name for one in turn.hall.keeper.accounts.all()}
    if kind not in ("bab", "place", "report") or value not in known or to not in people:
        raise FormRefused("form.unreadable")
    taken = [one for one in _current(turn) if (one.kind, one.value) == (kind, value)]
    is_ours = to == me.name and all(one.to == me.name for one in taken)
    if me.role != Role.LEAD and not is_ours:
        return back(turn, "team.taken")
    hours = _HOURS.get(form.one("jam"), 24.0)
    turn.hall.arranged.assign(kind, value, to, me.name, hours)
    return back(turn, "team.assigned")


async def give_back(turn: Turn) -> Response:
    kind, _, value = turn.form.one("bagian").partition(" ")
    mine = any(one.to == turn.me.name for one in _current(turn)
               if (one.kind, one.value) == (kind, value))  # fmt: skip
    if not mine and turn.me.role != Role.LEAD:
        return back(turn, "team.taken")
    turn.hall.arranged.give_back(kind, value)
    return back(turn, "team.given_back")


def _current(turn: Turn) -> tuple[Assignment, ...]:
    return turn.hall.arranged.read().current(datetime.now(UTC))


async def judge_twice(turn: Turn) -> Response:
    share = turn.form.one("persen")
    if not (share.isascii() and share.isdigit() and len(share) < 4 and int(share) <= 100):
        raise FormRefused("form.unreadable")
    turn.hall.arranged.judge_twice(int(share))
    return back(turn, "team.share_set")


async def control(turn: Turn) -> Response:
    """Plant a control: the lead knows what is right."""
    pair, word = Pair.read(turn.form.one("di")), turn.form.one("benar")
    if pair is None or word not in ("accept", "reject", ""):
        raise FormRefused("form.unreadable")
    right: dict[str, Literal["accept", "reject"] | None] = {
        "accept": "accept", "reject": "reject", "": None,
    }  # fmt: skip
    turn.hall.arranged.control(pair, right[word])
    return back(turn, "team.control_set")


ROUTES = (
    Route(rf"^{TEAM}$", Action.FOLLOW, get=show),
    Route(rf"^{DISPUTES}$", Action.FOLLOW, get=differ),
    Route(rf"^{TEAM}/bagi$", Action.JUDGE, post=assign),
    Route(rf"^{TEAM}/kembali$", Action.JUDGE, post=give_back),
    Route(rf"^{TEAM}/kedua$", Action.LEAD, post=judge_twice),
    Route(rf"^{TEAM}/kendali$", Action.LEAD, post=control),
)
