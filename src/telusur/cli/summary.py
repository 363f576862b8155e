"""Says at the end of a build what there is, what is missing, and what to do next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from telusur.cli.printing import bold, say

if TYPE_CHECKING:
    from telusur.build import Outcome

_MOST_NAMED = 10


def print_outcome(outcome: Outcome) -> None:
    """Print the summary to standard output, and the files that were passed over to the error."""
    counts = outcome.counts
    if outcome.saved:
        took = sum(outcome.seconds.values())
        say(f"{bold('Built')} in {took:.1f} s; read {outcome.read} new or changed reports.")
    else:
        say(f"{bold('Nothing new')}: the store is up to date.")
    _print_counts(counts)
    _print_worth(outcome)
    _print_confidential(outcome)
    _print_copies(outcome)
    _print_not_read(outcome)
    if outcome.encoder:
        say(outcome.encoder)
    _print_unreadable(outcome)
    _print_remarks(outcome)
    _print_decisions(outcome)
    _print_next(counts)


def _print_counts(counts: Mapping[str, int]) -> None:
    supported = counts["provisions"] - counts["unsupported"]
    lines = (
        (counts["documents"], f"reports, {counts['passages']} passages"),
        (counts["findings"], f"findings in {counts['places']} places, {counts['sites']} sites"),
        (counts["clauses"], f"clauses, of which {counts['provisions']} are provisions"),
        (counts["links"], "trace links suggested"),
        (supported, f"provisions have evidence, {counts['unsupported']} have none"),
        (counts["unanswered"], "findings that no clause answers"),
    )
    width = max(len(str(number)) for number, _ in lines)
    for number, what in lines:
        say(f"{bold(f'{number:>{width}}')}  {what}")


def _print_worth(outcome: Outcome) -> None:
    """Say what decisions did to the scores, as far as a build weighed them."""
    if not outcome.worth:
        return
    shown = "; ".join(
        f"{at:.2f} is now {value:.2f} ({low:.2f} to {high:.2f})"
        for at, (value, low, high) in outcome.worth.right_at().items()
    )
    say(
        f"Scores follow {_number(outcome.worth.links, 'decision')} on "
        f"{_number(outcome.worth.findings, 'finding')}: {shown}."
    )
    if kinds := outcome.worth.calibration.by_kind:
        say(f"Findings of these kinds have scores of their own: {', '.join(kinds)}.")
    accepted = "; ".join(
        f"{one.accepted} of {one.judged} {one.band.name.lower()} "
        f"({one.interval[0]:.2f} to {one.interval[1]:.2f})"
        for one in outcome.worth.shares
    )
    say(f"Of these, people accepted: {accepted}.")


def _number(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _print_confidential(outcome: Outcome) -> None:
    """Name the reports that are read and never published, and why, while it can be corrected."""
    if not outcome.confidential:
        return
    one = len(outcome.confidential) == 1
    say(
        f"{_number(len(outcome.confidential), 'report')} {'is' if one else 'are'} "
        "confidential, and will not be published:"
    )
    for path, mark in outcome.confidential[:_MOST_NAMED]:
        say(f"  corpus/{path}: {mark}")
    more = len(outcome.confidential) - _MOST_NAMED
    if more > 0:
        say(f"  … and {more} more; `telusur publish --dry-run` names all.")
    say("  Wrongly? Write `rahasia: tidak` into the front matter.")


def _print_copies(outcome: Outcome) -> None:
    """Name the reports that say what another says, as they count once."""
    if not outcome.copies:
        return
    one = len(outcome.copies) == 1
    say(
        f"{_number(len(outcome.copies), 'report')} {'repeats' if one else 'repeat'} another, and "
        f"{'counts' if one else 'count'} as one source with it:"
    )
    for path, first in outcome.copies[:_MOST_NAMED]:
        say(f"  corpus/{path} = corpus/{first}")
    more = len(outcome.copies) - _MOST_NAMED
    if more > 0:
        say(f"  … and {more} more.")


_LANGUAGES = {
    "en": "English",
    "jv": "Javanese",
    "su": "Sundanese",
    "min": "Minangkabau",
    "ban": "Balinese",
}


def _print_not_read(outcome: Outcome) -> None:
    """Name the reports in which no findings were looked for, since they are not in Indonesian."""
    if not outcome.not_read:
        return
    say(
        f"{_number(len(outcome.not_read), 'report')} not in Indonesian: kept and searchable, but "
        "no findings are looked for:"
    )
    for path, language in outcome.not_read[:_MOST_NAMED]:
        named = _LANGUAGES.get(language, language)
        say(f"  corpus/{path}: {named}")
    more = len(outcome.not_read) - _MOST_NAMED
    if more > 0:
        say(f"  … and {more} more.")
    say("  Add a translation beside each, to have its findings.")


def _print_unreadable(outcome: Outcome) -> None:
    if not outcome.unreadable:
        return
    files = len({one.path for one in outcome.unreadable})
    were = "was" if files == 1 else "were"
    say(f"{_number(files, 'file')} {were} passed over:", err=True, fg="red", bold=True)
    for one in outcome.unreadable:
        where = f"{one.path}:{one.line}" if one.line else one.path
        say(f"  {where}: {one.message}", err=True)


def _print_remarks(outcome: Outcome) -> None:
    """Name what of the reports was not read: attachments, hidden sheets, lines not known."""
    if not outcome.remarks:
        return
    say("Read, but for:", err=True, fg="yellow", bold=True)
    for path, message in outcome.remarks[:_MOST_NAMED]:
        say(f"  {path}: {message}", err=True)
    more = len(outcome.remarks) - _MOST_NAMED
    if more > 0:
        say(f"  … and {more} more.", err=True)


_TO_LOOK_AT = {
    "missing": "no longer in draft/review.jsonl, though the store knows them. Get the file back "
    "from git, or write them back with `telusur review restore`; if they were deleted on purpose, "
    "`telusur review forget`",
    "conflict": "against each other: two people did not know of each other's",
    "suspect": "suspect: the words have changed since",
    "ambiguous": "suspect: the finding's words now stand in several places",
    "lost": "lost: the finding or the clause is gone",
}
"""States of decisions that somebody has to look at, the gravest first."""


def _print_decisions(outcome: Outcome) -> None:
    """Say which decisions do not hold any more, and where to look."""
    if outcome.set_aside:
        lines = _number(len(outcome.set_aside), "line")
        say(f"{lines} of the journal set aside; all others count:", err=True, fg="red", bold=True)
        for problem in outcome.set_aside:
            say(f"  {problem}", err=True)
    found = [(outcome.decisions.get(state, 0), told) for state, told in _TO_LOOK_AT.items()]
    if not any(count for count, _ in found):
        return
    say("Decisions to look at again (`telusur check` lists them):", err=True, fg="red", bold=True)
    for count, told in found:
        if count:
            say(f"  {_number(count, 'decision')} {told}.", err=True)


def _print_next(counts: Mapping[str, int]) -> None:
    if not counts["documents"]:
        say("Next: put field notes and visit reports into corpus/, then build again.")
    elif not counts["provisions"]:
        say("Next: put the regulation into draft/ as Markdown, then build again.")
    else:
        say('Next: `telusur serve` to browse, `telusur trace "Pasal 7"` to look up one clause.')
