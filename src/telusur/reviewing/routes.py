"""Every route of the reviewers' side in one table: a test walks it with every role."""

from __future__ import annotations

from telusur.reviewing.pages import (
    entering,
    evidence,
    in_place,
    meetings,
    news,
    queue,
    signoff,
    talk,
    together,
)
from telusur.reviewing.turn import Route

ROUTES: tuple[Route, ...] = (
    *entering.ROUTES,
    *queue.ROUTES,
    *in_place.ROUTES,
    *talk.ROUTES,
    *evidence.ROUTES,
    *together.ROUTES,
    *news.ROUTES,
    *signoff.ROUTES,
    *meetings.ROUTES,
)
