"""Buttons on the pages of clauses, findings, reports and gaps: `/tinjau/di-tempat/…`."""

from __future__ import annotations

from collections.abc import Collection

from datasette import Response

from telusur.accounts import Action
from telusur.desk import Make, Verdict
from telusur.errors import NotFound
from telusur.review import Decision
from telusur.reviewing.gate.form import FormRefused
from telusur.reviewing.pages.queue import undo_last
from telusur.reviewing.present import Act
from telusur.reviewing.turn import Route, Turn, own_address
from telusur.store.database import Database
from telusur.triage import Pair

BELOW = "/tinjau/di-tempat"
_WORDS = ("accept", "reject", "withdraw", "link")
_TOLD = {word: f"place.{word}" for word in _WORDS} | {"withdraw": "place.withdraw.done"}
_MOST = 500
"""Decisions at once: more than anybody has read."""


def back(turn: Turn, told: str = "", many: int = 1) -> Response:
    """Back to the page that the form stands on, which tells what happened."""
    if told:
        turn.hall.team.trail(turn.me.key).told = told, many
    return turn.on(own_address(turn.form.one("ke"), turn.visit.to("/")))


async def say(turn: Turn, make: Make, told: str) -> Response:
    """Write it down, with the meeting that it was said in, and go back to the page."""

    def in_meeting(db: Database) -> tuple[Decision, Collection[str]]:
        decision, decided = make(db)
        return decision.model_copy(update={"meeting": turn.meeting}), decided

    try:
        entry = await turn.hall.desk.say(in_meeting)
    except NotFound:
        return back(turn, "place.gone")
    turn.hall.team.trail(turn.me.key).act(Act((entry.id,)))
    return back(turn, told)


async def decide(turn: Turn) -> Response:
    """Take what is ticked, or the one whose own button was pressed."""
    word, pairs = _asked(turn)
    note = turn.form.words("alasan")
    try:
        entries = await turn.hall.desk.judge(
            [Verdict(pair, word, note, meeting=turn.meeting) for pair in pairs],  # type: ignore[arg-type]
            turn.me.name,
        )
    except NotFound:
        return back(turn, "place.gone")
    turn.hall.team.trail(turn.me.key).act(Act(tuple(entry.id for entry in entries)))
    return back(turn, _TOLD[word], len(entries))


def _asked(turn: Turn) -> tuple[str, list[Pair]]:
    """The word, and the pairs that it is about."""
    word, _, single = turn.form.one("satu").partition(" ")
    written = [single] if single else turn.form.all("di")
    word = word or turn.form.one("putusan")
    pairs = [Pair.read(one) for one in dict.fromkeys(written)]
    if word not in _WORDS or len(pairs) > _MOST:
        raise FormRefused("form.unreadable")
    if not pairs:
        raise FormRefused("form.nothing")
    return word, [pair for pair in pairs if pair]


async def link(turn: Turn) -> Response:
    """Link by hand what nobody suggested: a clause that somebody cites, or a finding by its id."""
    clause, finding = turn.form.words("ketentuan", 200), turn.form.words("temuan", 200)
    found = await turn.visit.row(CITED, words=clause)
    if found is None:
        return back(turn, "place.no_clause")
    note = turn.form.words("alasan")
    verdict = Verdict(Pair(finding, found["id"]), "link", note, meeting=turn.meeting)
    try:
        (entry,) = await turn.hall.desk.judge([verdict], turn.me.name)
    except NotFound:
        return back(turn, "place.gone")
    turn.hall.team.trail(turn.me.key).act(Act((entry.id,)))
    return back(turn, "place.link")


CITED = """
SELECT id FROM clauses WHERE (id = :words OR lower(label) = lower(:words))
  AND level IN ('pasal', 'ayat') ORDER BY position LIMIT 1
"""


async def undo(turn: Turn) -> Response:
    """Take back the last that was done, wherever it was."""
    if not turn.hall.team.trail(turn.me.key).acts:
        return back(turn, "place.nothing_to_undo")
    act = await undo_last(turn)
    return back(turn, "place.undone", max(1, len(act.entries)))


ROUTES = (
    Route(rf"^{BELOW}/putusan$", Action.JUDGE, post=decide),
    Route(rf"^{BELOW}/tautkan$", Action.JUDGE, post=link),
    Route(rf"^{BELOW}/urungkan$", Action.JUDGE, post=undo),
)
