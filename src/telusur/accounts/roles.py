"""The one table of who may do what. Whatever a page or a command lets people do is named here."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What an account is there for."""

    READER = "reader"
    """Sees how the review goes."""
    REVIEWER = "reviewer"
    """Judges links and findings, and comments."""
    EDITOR = "editor"
    """Also changes the evidence: corrects and adds findings, justifies gaps."""
    LEAD = "lead"
    """Also leads the team: assigns, adjudicates, signs off."""


class Action(StrEnum):
    """Something that one may or may not do."""

    ENTER = "enter"
    """Open the page to sign in, and sign in: everybody may."""
    FOLLOW = "follow"
    """See how the review goes, and sign out."""
    JUDGE = "judge"
    """Decide about links, confirm and dismiss findings, take it back, take work over."""
    COMMENT = "comment"
    EDIT = "edit"
    """Correct and add findings, say why a gap is none."""
    LEAD = "lead"
    """Assign work, adjudicate, set the share of second opinions, sign off."""


_EVERY_ROLE = frozenset(Role)

MAY: dict[Action, frozenset[Role | None]] = {
    Action.ENTER: _EVERY_ROLE | {None},
    Action.FOLLOW: _EVERY_ROLE,
    Action.JUDGE: _EVERY_ROLE - {Role.READER},
    Action.COMMENT: _EVERY_ROLE - {Role.READER},
    Action.EDIT: frozenset({Role.EDITOR, Role.LEAD}),
    Action.LEAD: frozenset({Role.LEAD}),
}
"""The roles that may do each; None stands for a visitor who has not signed in."""


def may(role: Role | None, action: Action) -> bool:
    """Whether somebody of that role may do it; None is a visitor who has not signed in."""
    return role in MAY[action]
