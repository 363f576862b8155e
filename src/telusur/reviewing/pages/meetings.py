"""`/tinjau/rapat`: which decisions were taken in which meeting, and in which one sits now."""

from __future__ import annotations

from datetime import date, datetime

from datasette import Response

from telusur.accounts import Action
from telusur.review.journal.decisions import Meeting
from telusur.reviewing.gate.form import FormRefused
from telusur.reviewing.pages.in_place import back
from telusur.reviewing.turn import Route, Turn
from telusur.store.decisions.meetings import DECIDED_IN, MEETINGS

PAGE = "/tinjau/rapat"


async def show(turn: Turn) -> Response:
    visit = turn.visit
    await turn.hall.desk.catch_up()
    name, day = visit.asked("nama")[:200], visit.asked("tanggal")[:10]
    context = {
        "meetings": await visit.rows(MEETINGS),
        "chosen": name,
        "day": day,
        "decided": await visit.rows(DECIDED_IN, name=name, day=day) if name else [],
        "meeting": turn.meeting,
        "today": _today().isoformat(),
    }
    return await visit.page("review/meetings", visit.t("Meetings"), context)


async def sit(turn: Turn) -> Response:
    """Note a meeting with all that is decided from now on; without a name, none."""
    trail = turn.hall.team.trail(turn.me.key)
    name, minutes = turn.form.words("nama", 200), turn.form.words("risalah", 300)
    if turn.form.one("akhiri") or not name:
        trail.meet(None, _today())
        return back(turn, "meeting.ended")
    try:
        day = date.fromisoformat(turn.form.one("tanggal"))
    except ValueError as error:
        raise FormRefused("form.unreadable") from error
    trail.meet(Meeting(name=" ".join(name.split()), date=day, minutes=minutes), _today())
    return back(turn, "meeting.begun")


def _today() -> date:
    return datetime.now().astimezone().date()


ROUTES = (
    Route(rf"^{PAGE}$", Action.FOLLOW, get=show),
    Route(rf"^{PAGE}/kini$", Action.JUDGE, post=sit),
)
