"""`/tinjau`: one suggestion a screen, decided by one key."""

from __future__ import annotations

import sqlite3
import time
from dataclasses import dataclass

from datasette import Response

from telusur.accounts import Action, Role
from telusur.browse.serving.serve import NAME
from telusur.browse.terms import TERMS
from telusur.browse.visit import Crumb, Visit
from telusur.desk import Verdict
from telusur.errors import NotFound
from telusur.reviewing.gate.form import FormRefused
from telusur.reviewing.pages.question import (
    FILTERS,
    ORDERS,
    asked_of,
    choices,
    chosen,
    order_of,
    query_of,
    shared_out,
)
from telusur.reviewing.pages.suggestion import reworded, said_of, suggestion
from telusur.reviewing.present import Act
from telusur.reviewing.turn import Route, Turn
from telusur.team import State, judged_once
from telusur.triage import Pair, after, before, left, place_of

QUEUE = "/tinjau"
AT, BEHIND, AHEAD = "di", "sesudah", "sebelum"
"""Parameters: the pair to show, or the one whose neighbour is to be shown."""
DECIDING = ("accept", "reject", "unsure")


@dataclass(frozen=True, slots=True)
class _Next:
    pair: Pair | None
    left: int
    skipped_again: bool = False
    """Whether only what was skipped is left, and now comes again."""


async def show(turn: Turn) -> Response:
    """Show the suggestion that is asked for, or that comes next."""
    visit, me = turn.visit, turn.me
    trail, now = turn.hall.team.trail(me.key), time.monotonic()
    others = turn.hall.team.others(me.key, now)
    await turn.hall.desk.catch_up()
    found = await _find(turn, set(others))
    query = query_of(visit)
    context: dict[str, object] = {
        "query": query,
        "order": order_of(visit),
        "chosen": await chosen(visit),
        "left": found.left,
        "skipped": len(trail.skipped),
        "skipped_again": found.skipped_again,
        "last_act": trail.acts[-1] if trail.acts else None,
        "told": told if (told := visit.asked("pesan")) in TERMS["queue"] else "",
        "others": len(others),
    }
    shown = await suggestion(visit, found.pair) if found.pair else None
    if shown is None:
        turn.hall.team.leave(me.key)
        return await visit.page("review/done", visit.t("Review suggested links"), context)
    turn.hall.team.look(me.key, me.name, shown.pair, now)
    trail.see(shown.pair)
    back = trail.before(shown.pair)
    context |= {
        "it": shown,
        "reworded": await reworded(visit, shown),
        "blind": shown.said.is_blind(me.name, turn.hall.arranged.read()),
        "at_it": others.get(shown.pair),
        "meeting": turn.meeting,
        "action": visit.to(QUEUE, **query),
        "next": visit.to(QUEUE, **query, **{BEHIND: shown.pair}),
        "back": visit.to(QUEUE, **query, **({AT: back} if back else {AHEAD: shown.pair})),
        "colleagues": [
            one.name
            for one in turn.hall.keeper.accounts.all()
            if one.key != me.key and one.role != Role.READER
        ],
    }
    return await visit.page("review/queue", visit.t("Review suggested links"), context)


async def choose(turn: Turn) -> Response:
    """The form for part and order of the queue: too long to stand on every screen."""
    visit = turn.visit
    context = {
        "query": query_of(visit),
        "asked": {name: visit.asked(parameter) for name, parameter in FILTERS.items()},
        "order": order_of(visit),
        "orders": list(ORDERS),
        "parameters": FILTERS,
        "choices": await choices(visit),
    }
    above = (Crumb(visit.t("Review"), visit.to(QUEUE, **query_of(visit))),)
    return await visit.page("review/filters", visit.t("Filter and order"), context, above=above)


async def _find(turn: Turn, held: set[Pair]) -> _Next:
    visit, me, state = turn.visit, turn.me.name, turn.hall.arranged.read()
    asked = shared_out(asked_of(visit, me), visit, state)
    trail = turn.hall.team.trail(turn.me.key)
    twice = state.second_opinions > 0 and not query_of(visit)
    wanted = {name: Pair.read(visit.asked(name)) for name in (AT, BEHIND, AHEAD)}

    def find(connection: sqlite3.Connection) -> _Next:
        count = left(connection, asked)
        if wanted[AT]:
            return _Next(wanted[AT], count)
        look, from_ = (before, wanted[AHEAD]) if wanted[AHEAD] else (after, wanted[BEHIND])
        place = place_of(connection, asked, from_) if from_ else None
        passed = held | set(trail.skipped)
        if twice and trail.is_due_for_another and (again := _again(connection, state, me, passed)):
            return _Next(again, count)
        pair = look(connection, asked, place, passed)
        if pair is None and place is not None:  # round the end
            pair = look(connection, asked, None, passed)
        if pair is None and twice:
            pair = _again(connection, state, me, passed)
        if pair is not None or not trail.skipped:
            return _Next(pair, count)
        trail.skipped.clear()
        return _Next(after(connection, asked, None, held), count, skipped_again=True)

    found: _Next = await visit.datasette.get_database(NAME).execute_fn(find)
    return found


def _again(connection: sqlite3.Connection, state: State, me: str, passed: set[Pair]) -> Pair | None:
    """A link that somebody else judged, and that is to be judged once more without seeing how."""
    found = (pair for pair in judged_once(connection, me) if state.is_judged_twice(pair))
    return next((pair for pair in found if pair not in passed), None)


async def decide(turn: Turn) -> Response:
    """Take what a button of the queue says, and go on to the next."""
    word = turn.form.one("putusan")
    if word == "undo":
        return await _undo(turn)
    pair = Pair.read(turn.form.one(AT))
    if pair is None or word not in (*DECIDING, "skip"):
        raise FormRefused("form.unreadable")
    trail = turn.hall.team.trail(turn.me.key)
    if word == "skip":
        trail.skip(pair)
        return _on(turn, **{BEHIND: pair})
    now = await said_of(turn.visit, pair)
    last = now.standing
    if last and (last["by"], last["decision"], last["state"]) == (turn.me.name, word, "in force"):
        return _on(turn, **{BEHIND: pair})  # sent twice: taken once
    if now.last != turn.form.one("lihat"):
        return _on(turn, pesan="berubah", **{AT: pair})
    try:
        blind = now.is_blind(turn.me.name, turn.hall.arranged.read())
        (entry,) = await turn.hall.desk.judge([_verdict(turn, pair, word, blind)], turn.me.name)
    except NotFound:
        return _on(turn, pesan="hilang", **{BEHIND: pair})
    trail.decide(pair, entry.id)
    return _on(turn, **{BEHIND: pair})


def _verdict(turn: Turn, pair: Pair, word: str, blind: bool) -> Verdict:
    form = turn.form
    question = to = ""
    if word == "unsure":
        question = form.words("tanya") or turn.visit.t("Please have a look.")
        names = {one.name for one in turn.hall.keeper.accounts.all()}
        to = form.one("kepada") if form.one("kepada") in names else ""
    return Verdict(pair, word, form.words("alasan"), question, to, turn.meeting, blind)  # type: ignore[arg-type]


async def _undo(turn: Turn) -> Response:
    """Take the last act back, and show again what it was about."""
    trail = turn.hall.team.trail(turn.me.key)
    if not trail.acts:
        return _on(turn, pesan="tanpa-urung")
    act = await undo_last(turn)
    at = {AT: act.pair} if act.pair else {}
    return _on(turn, **({"pesan": "diurungkan"} if act.entries else {}), **at)


async def undo_last(turn: Turn) -> Act:
    """Take the last act back: what was skipped waits again, what was decided is undone."""
    trail = turn.hall.team.trail(turn.me.key)
    act = trail.acts.pop()
    if act.pair:
        trail.skipped.pop(act.pair, None)
    for entry in reversed(act.entries):
        await turn.hall.desk.undo(entry, turn.me.name)
    return act


def _on(turn: Turn, **more: object) -> Response:
    visit: Visit = turn.visit
    return turn.on(visit.to(QUEUE, **query_of(visit), **more))


ROUTES = (
    Route(r"^/tinjau$", Action.JUDGE, get=show, post=decide),
    Route(r"^/tinjau/saring$", Action.JUDGE, get=choose),
)
