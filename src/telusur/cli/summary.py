"""Says at the end of a build what there is, what is missing, and what to do next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from telusur.cli import printing
from telusur.cli.named import named
from telusur.cli.printing import bold
from telusur.words import Later, say, say_of

if TYPE_CHECKING:
    from telusur.build import Outcome

_MOST_NAMED = 10


def print_outcome(outcome: Outcome, took: float | None = None) -> None:
    """Print the summary to standard output, and the files that were passed over to the error.

    `took` is how many seconds whoever built has waited; else what the stages took counts.
    """
    counts = outcome.counts
    if outcome.saved:
        waited = sum(outcome.seconds.values()) if took is None else took
        read = say_of(
            "in {seconds:.1f} s; read {count} new or changed report.",
            "in {seconds:.1f} s; read {count} new or changed reports.",
            outcome.read,
            seconds=waited,
        )
        printing.line(bold(say("Built")) + " " + read)
    else:
        printing.line(bold(say("Nothing new")) + ": " + say("the store is up to date."))
    _print_counts(counts)
    _print_worth(outcome)
    _print_confidential(outcome)
    _print_copies(outcome)
    _print_not_read(outcome)
    if outcome.encoder:
        printing.line(outcome.encoder)
    _print_unreadable(outcome)
    _print_remarks(outcome)
    _print_decisions(outcome)
    _print_next(counts)


def _print_counts(counts: Mapping[str, int]) -> None:
    """One line a number; each sentence goes on from its number."""
    lines = (
        (counts["documents"], say("reports, {passages} passages", passages=counts["passages"])),
        (
            counts["findings"],
            say(
                "findings in {places} places, {sites} sites",
                places=counts["places"],
                sites=counts["sites"],
            ),
        ),
        (
            counts["clauses"],
            say("clauses, of which {count} are provisions", count=counts["provisions"]),
        ),
        (
            counts["accepted"],
            say("links accepted by people, {count} to look at again", count=counts["suspect"]),
        ),
        (
            counts["strong"],
            say("strong suggestions wait for people, {count} weak ones", count=counts["weak"]),
        ),
        (
            counts["supported"],
            say(
                "provisions have evidence, {suggested} only suggestions, {justified} a reason why "
                "not, {bare} nothing; {doubtful} to look at again",
                suggested=counts["suggested"],
                justified=counts["justified"],
                bare=counts["unsupported"],
                doubtful=counts["doubtful"],
            ),
        ),
        (counts["unanswered"], say("findings that no clause answers")),
    )
    width = max(len(str(number)) for number, _ in lines)
    for number, what in lines:
        printing.line(f"{bold(f'{number:>{width}}')}  {what}")


def _print_worth(outcome: Outcome) -> None:
    """Say what decisions did to the scores, as far as a build weighed them."""
    if not outcome.worth:
        return
    shown = "; ".join(
        say(
            "{at:.2f} is now {value:.2f} ({low:.2f} to {high:.2f})",
            at=at,
            value=value,
            low=low,
            high=high,
        )
        for at, (value, low, high) in outcome.worth.right_at().items()
    )
    printing.line(
        say(
            "Scores follow {decisions} on {findings}: {shown}.",
            decisions=say_of("{count} decision", "{count} decisions", outcome.worth.links),
            findings=say_of("{count} finding", "{count} findings", outcome.worth.findings),
            shown=shown,
        )
    )
    if kinds := outcome.worth.calibration.by_kind:
        told = say(
            "Findings of these kinds have scores of their own: {kinds}.", kinds=", ".join(kinds)
        )
        printing.line(told)
    accepted = "; ".join(
        say(
            "{accepted} of {judged} {band} ({low:.2f} to {high:.2f})",
            accepted=one.accepted,
            judged=one.judged,
            band=named(one.band.name.lower()),
            low=one.interval[0],
            high=one.interval[1],
        )
        for one in outcome.worth.shares
    )
    printing.line(say("Of these, people accepted: {accepted}.", accepted=accepted))


def _print_confidential(outcome: Outcome) -> None:
    """Name the reports that are read and never published, and why, while it can be corrected."""
    if not outcome.confidential:
        return
    printing.line(
        say_of(
            "{count} report is confidential, and will not be published:",
            "{count} reports are confidential, and will not be published:",
            len(outcome.confidential),
        )
    )
    _print_some([f"corpus/{path}: {mark}" for path, mark in outcome.confidential])
    if len(outcome.confidential) > _MOST_NAMED:
        printing.line("  " + say("`telusur publish --dry-run` names all."))
    printing.line("  " + say("Wrongly? Write `rahasia: tidak` into the front matter."))


def _print_copies(outcome: Outcome) -> None:
    """Name the reports that say what another says, as they count once."""
    if not outcome.copies:
        return
    printing.line(
        say_of(
            "{count} report repeats another, and counts as one source with it:",
            "{count} reports repeat another, and count as one source with it:",
            len(outcome.copies),
        )
    )
    _print_some([f"corpus/{path} = corpus/{first}" for path, first in outcome.copies])


_LANGUAGES = {
    "en": Later("English"),
    "jv": Later("Javanese"),
    "su": Later("Sundanese"),
    "min": Later("Minangkabau"),
    "ban": Later("Balinese"),
}


def _print_not_read(outcome: Outcome) -> None:
    """Name the reports that are not in Indonesian, and are read in part or by meaning alone."""
    if not outcome.not_read:
        return
    printing.line(
        say_of(
            "{count} report not in Indonesian: kept and searchable, but findings are taken only "
            "from its Indonesian sentences, and by meaning alone from English ones:",
            "{count} reports not in Indonesian: kept and searchable, but findings are taken only "
            "from their Indonesian sentences, and by meaning alone from English ones:",
            len(outcome.not_read),
        )
    )
    _print_some([f"corpus/{path}: {_LANGUAGES.get(code, code)}" for path, code in outcome.not_read])
    printing.line("  " + say("Add a translation beside each, to have all its findings."))


def _print_unreadable(outcome: Outcome) -> None:
    if not outcome.unreadable:
        return
    files = len({one.path for one in outcome.unreadable})
    told = say_of("{count} file was passed over:", "{count} files were passed over:", files)
    printing.line(told, err=True, fg="red", bold=True)
    for one in outcome.unreadable:
        where = f"{one.path}:{one.line}" if one.line else one.path
        printing.line(f"  {where}: {one.message}", err=True)


def _print_remarks(outcome: Outcome) -> None:
    """Name what of the reports was not read: attachments, hidden sheets, lines not known."""
    if not outcome.remarks:
        return
    printing.line(say("Read, but for:"), err=True, fg="yellow", bold=True)
    _print_some([f"{path}: {message}" for path, message in outcome.remarks], err=True)


def _print_some(lines: Sequence[str], *, err: bool = False) -> None:
    """Print the first lines, and how many there are more."""
    for line in lines[:_MOST_NAMED]:
        printing.line(f"  {line}", err=err)
    if (more := len(lines) - _MOST_NAMED) > 0:
        printing.line("  " + say("… and {count} more", count=more), err=err)


def _print_decisions(outcome: Outcome) -> None:
    """Say which decisions do not hold any more, the gravest first, and where to look."""
    if outcome.set_aside:
        told = say_of(
            "{count} line of the journal set aside; all others count:",
            "{count} lines of the journal set aside; all others count:",
            len(outcome.set_aside),
        )
        printing.line(told, err=True, fg="red", bold=True)
        for problem in outcome.set_aside:
            printing.line(f"  {problem}", err=True)
    found = outcome.decisions
    told_of = {
        "missing": say_of(
            "{count} decision no longer in draft/review.jsonl, though the store knows it. Get the "
            "file back from git, or write it back with `telusur review restore`; if it was deleted "
            "on purpose, `telusur review forget`.",
            "{count} decisions no longer in draft/review.jsonl, though the store knows them. Get "
            "the file back from git, or write them back with `telusur review restore`; if they "
            "were deleted on purpose, `telusur review forget`.",
            found.get("missing", 0),
        ),
        "conflict": say_of(
            "{count} decision against each other: two people did not know of each other's.",
            "{count} decisions against each other: two people did not know of each other's.",
            found.get("conflict", 0),
        ),
        "suspect": say_of(
            "{count} decision suspect: the words have changed since.",
            "{count} decisions suspect: the words have changed since.",
            found.get("suspect", 0),
        ),
        "ambiguous": say_of(
            "{count} decision suspect: the finding's words now stand in several places.",
            "{count} decisions suspect: the finding's words now stand in several places.",
            found.get("ambiguous", 0),
        ),
        "lost": say_of(
            "{count} decision lost: the finding or the clause is gone.",
            "{count} decisions lost: the finding or the clause is gone.",
            found.get("lost", 0),
        ),
    }
    lines = [told for state, told in told_of.items() if found.get(state)]
    if lines:
        head = say("Decisions to look at again (`telusur check` lists them):")
        printing.line(head, err=True, fg="red", bold=True)
    for line in lines:
        printing.line(f"  {line}", err=True)


def _print_next(counts: Mapping[str, int]) -> None:
    if not counts["documents"]:
        told = say("Next: put field notes and visit reports into corpus/, then build again.")
    elif not counts["provisions"]:
        told = say("Next: put the regulation into draft/ as Markdown, then build again.")
    else:
        told = say(
            'Next: `telusur serve` to browse, `telusur trace "Pasal 7"` to look up one clause.'
        )
    printing.line(told)
