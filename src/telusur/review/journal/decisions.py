"""The lines of the journal: all that people decide, say and ask.

Each line is one of the models of `Decision`, told apart by its field `decision`. What a line holds
is enough to understand it without the store: what it is about, in the words of that day.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, ConfigDict, Field, TypeAdapter, model_validator

from telusur.validation import Strict

VERSION = 2
"""Of the format; lines without a version are of the first."""

_WHEN_NEEDED = ConfigDict(defer_build=True)
"""What checks a line is put together when there is a line."""

Words = Annotated[str, Field(min_length=1)]


class FindingThen(Strict):
    """The finding as it was when the decision was taken."""

    id: str = Field(description="Its id, which hangs on its report's name")
    document: str = Field(description="The report's id")
    quote: str = Field(description="What it said, verbatim")
    before: str = Field("", description="The words that stood before it in the report")
    after: str = Field("", description="The words that stood behind it")
    kind: str = Field("", description="Of which kind it was")
    elsewhere: tuple[str, ...] = Field(
        (), description="The ids of other reports that then said the same"
    )


class ClauseThen(Strict):
    """The clause as it was when the decision was taken."""

    id: str
    label: str
    text: str = Field(description="Its words with all below it")


class Meeting(Strict):
    """Where something was decided together."""

    name: Words
    date: date
    minutes: str = Field("", description="A file or a number")


class Line(Strict):
    """What every line tells."""

    model_config = _WHEN_NEEDED

    v: Annotated[int, Field(ge=1, le=VERSION)] = Field(1, description="Version of the format")
    at: AwareDatetime = Field(description="When, by the clock of the machine: it orders nothing")
    by: str = Field(description="Who")
    after: tuple[str, ...] = Field(
        (), description="The decisions on the same thing that were known, by their ids"
    )
    note: str = Field("", description="Why")
    meeting: Meeting | None = Field(None, description="Where it was decided, if in a meeting")
    model: str = Field("", description="The encoder whose suggestions were seen")


class LinkDecision(Line):
    """On a link between a finding and a clause."""

    decision: Literal["accept", "reject", "unsure", "withdraw", "link"]
    finding: FindingThen
    clause: ClauseThen
    score: float | None = Field(
        default=None,
        ge=0,
        le=1,
        description="The score that the link had before any decision; None by hand",
    )
    suggested: Annotated[int, Field(ge=0, le=10_000)] = Field(
        0, description="How many links the finding then had"
    )
    question: str = Field("", description="What is asked, where it is unsure")
    to: str = Field("", description="Whom it is asked of")

    @model_validator(mode="after")
    def _asks(self) -> LinkDecision:
        if (self.decision == "unsure") != bool(self.question):
            raise ValueError("`unsure` comes with a `question`, and nothing else does")
        return self


class FindingDecision(Line):
    """On whether a finding is one."""

    decision: Literal["confirm", "dismiss"]
    finding: FindingThen


class Reading(Strict):
    """What a person says of a finding; None where the machine's word stands, "" for none."""

    kind: str | None = None
    challenges: tuple[str, ...] | None = None
    place: str | None = Field(None, description="Code of the place")
    site: str | None = None
    speaker: str | None = None
    quote: str | None = Field(None, description="The words that the finding should have had")


class Correction(Line):
    """A finding that was read wrongly."""

    decision: Literal["correct"]
    finding: FindingThen
    reading: Reading

    @model_validator(mode="after")
    def _corrects(self) -> Correction:
        if self.reading == Reading():
            raise ValueError("a correction says at least one thing that is otherwise")
        return self


class Split(Line):
    """A finding that is several."""

    decision: Literal["split"]
    finding: FindingThen
    parts: Annotated[tuple[Words, ...], Field(min_length=2)] = Field(
        description="The words of each, as they stand in the report"
    )


class Addition(Line):
    """A finding that the reader missed."""

    decision: Literal["add"]
    finding: FindingThen = Field(description="Its id is made as that of any other finding")
    reading: Reading = Reading()


class JustifiedGap(Line):
    """A clause that needs no finding, or a finding that needs no clause."""

    decision: Literal["justify"]
    finding: FindingThen | None = None
    clause: ClauseThen | None = None
    reason: Literal["higher law", "no clause"]
    law: str = Field("", description="The higher law that requires it")

    @model_validator(mode="after")
    def _justifies(self) -> JustifiedGap:
        if (self.finding is None) == (self.clause is None):
            raise ValueError("a gap is that of a clause or of a finding, and of one only")
        if self.reason == "higher law" and not self.law:
            raise ValueError("which higher law requires it stands in `law`")
        if self.reason == "no clause" and not self.note:
            raise ValueError("why no clause will answer it stands in `note`")
        return self


class Comment(Line):
    """Something said about a finding, a clause, or the link between both."""

    decision: Literal["comment"]
    finding: FindingThen | None = None
    clause: ClauseThen | None = None
    text: Words

    @model_validator(mode="after")
    def _is_about(self) -> Comment:
        if self.finding is None and self.clause is None:
            raise ValueError("a comment is about a finding, a clause, or both")
        return self


class Reply(Line):
    """An answer to a comment or to a question."""

    decision: Literal["reply"]
    of: Words = Field(description="The id of the line that is answered")
    text: Words


class Taking(Line):
    """Closes a comment (`resolve`), or takes back any line (`undo`)."""

    decision: Literal["resolve", "undo"]
    of: Words = Field(description="The id of the line that is closed or taken back")


Decision = Annotated[
    LinkDecision
    | FindingDecision
    | Correction
    | Split
    | Addition
    | JustifiedGap
    | Comment
    | Reply
    | Taking,
    Field(discriminator="decision"),
]
"""One line of the journal."""

MODELS: dict[str, type[Line]] = {
    name: model
    for model in (
        LinkDecision, FindingDecision, Correction, Split, Addition, JustifiedGap, Comment, Reply,
        Taking,
    )
    for name in model.model_fields["decision"].annotation.__args__  # type: ignore[union-attr]
}  # fmt: skip
"""The model of each kind of line."""

ANY: TypeAdapter[Any] = TypeAdapter(Decision, config=_WHEN_NEEDED)


def as_line(decision: Line) -> str:
    """Return the decision as the journal holds it, without the end of the line."""
    return decision.model_dump_json(exclude_defaults=True)
