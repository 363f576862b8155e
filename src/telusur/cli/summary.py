"""Says at the end of a build what there is, what is missing, and what to do next."""

from __future__ import annotations

from collections.abc import Mapping

from rich.console import Console
from rich.table import Table

from telusur.build import Outcome

_MOST_NAMED = 10


def print_outcome(outcome: Outcome, took: float | None = None) -> None:
    """Print the summary to standard output, and the files that were passed over to the error.

    `took` is how many seconds whoever built has waited; else what the stages took counts.
    """
    console = Console(highlight=False)
    counts = outcome.counts
    if outcome.saved:
        waited = sum(outcome.seconds.values()) if took is None else took
        console.print(
            f"[bold]Built[/] in {waited:.1f} s; read {outcome.read} new or changed reports."
        )
    else:
        console.print("[bold]Nothing new[/]: the store is up to date.")
    console.print(_table(counts))
    _print_worth(console, outcome)
    _print_confidential(console, outcome)
    _print_copies(console, outcome)
    _print_not_read(console, outcome)
    if outcome.encoder:
        console.print(outcome.encoder, markup=False, soft_wrap=True)
    _print_unreadable(outcome)
    _print_remarks(outcome)
    _print_decisions(outcome)
    _print_next(console, counts)


def _table(counts: Mapping[str, int]) -> Table:
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(justify="right", style="bold")
    table.add_column()
    for number, what in (
        (counts["documents"], f"reports, {counts['passages']} passages"),
        (counts["findings"], f"findings in {counts['places']} places, {counts['sites']} sites"),
        (counts["clauses"], f"clauses, of which {counts['provisions']} are provisions"),
        (counts["accepted"], f"links accepted by people, {counts['suspect']} to look at again"),
        (counts["strong"], f"strong suggestions wait for people, {counts['weak']} weak ones"),
        (
            counts["supported"],
            f"provisions have evidence, {counts['suggested']} only suggestions, "
            f"{counts['justified']} a reason why not, {counts['unsupported']} nothing; "
            f"{counts['doubtful']} to look at again",
        ),
        (counts["unanswered"], "findings that no clause answers"),
    ):
        table.add_row(str(number), what)
    return table


def _print_worth(console: Console, outcome: Outcome) -> None:
    """Say what decisions did to the scores, as far as a build weighed them."""
    if not outcome.worth:
        return
    shown = "; ".join(
        f"{at:.2f} is now {value:.2f} ({low:.2f} to {high:.2f})"
        for at, (value, low, high) in outcome.worth.right_at().items()
    )
    console.print(
        f"Scores follow {_number(outcome.worth.links, 'decision')} on "
        f"{_number(outcome.worth.findings, 'finding')}: {shown}."
    )
    if kinds := outcome.worth.calibration.by_kind:
        console.print(f"Findings of these kinds have scores of their own: {', '.join(kinds)}.")
    accepted = "; ".join(
        f"{one.accepted} of {one.judged} {one.band.name.lower()} "
        f"({one.interval[0]:.2f} to {one.interval[1]:.2f})"
        for one in outcome.worth.shares
    )
    console.print(f"Of these, people accepted: {accepted}.")


def _number(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _print_confidential(console: Console, outcome: Outcome) -> None:
    """Name the reports that are read and never published, and why, while it can be corrected."""
    if not outcome.confidential:
        return
    one = len(outcome.confidential) == 1
    console.print(
        f"{_number(len(outcome.confidential), 'report')} {'is' if one else 'are'} "
        "confidential, and will not be published:"
    )
    for path, mark in outcome.confidential[:_MOST_NAMED]:
        console.print(f"  corpus/{path}: {mark}", markup=False, soft_wrap=True)
    more = len(outcome.confidential) - _MOST_NAMED
    if more > 0:
        console.print(f"  … and {more} more; `telusur publish --dry-run` names all.")
    console.print("  Wrongly? Write `rahasia: tidak` into the front matter.", markup=False)


def _print_copies(console: Console, outcome: Outcome) -> None:
    """Name the reports that say what another says, as they count once."""
    if not outcome.copies:
        return
    one = len(outcome.copies) == 1
    console.print(
        f"{_number(len(outcome.copies), 'report')} {'repeats' if one else 'repeat'} another, and "
        f"{'counts' if one else 'count'} as one source with it:"
    )
    for path, first in outcome.copies[:_MOST_NAMED]:
        console.print(f"  corpus/{path} = corpus/{first}", markup=False, soft_wrap=True)
    more = len(outcome.copies) - _MOST_NAMED
    if more > 0:
        console.print(f"  … and {more} more.")


_LANGUAGES = {
    "en": "English",
    "jv": "Javanese",
    "su": "Sundanese",
    "min": "Minangkabau",
    "ban": "Balinese",
}


def _print_not_read(console: Console, outcome: Outcome) -> None:
    """Name the reports in which no findings were looked for, since they are not in Indonesian."""
    if not outcome.not_read:
        return
    console.print(
        f"{_number(len(outcome.not_read), 'report')} not in Indonesian: kept and searchable, but "
        "no findings are looked for:"
    )
    for path, language in outcome.not_read[:_MOST_NAMED]:
        named = _LANGUAGES.get(language, language)
        console.print(f"  corpus/{path}: {named}", markup=False, soft_wrap=True)
    more = len(outcome.not_read) - _MOST_NAMED
    if more > 0:
        console.print(f"  … and {more} more.")
    console.print("  Add a translation beside each, to have its findings.", markup=False)


def _print_unreadable(outcome: Outcome) -> None:
    if not outcome.unreadable:
        return
    errors = Console(stderr=True, highlight=False, soft_wrap=True)
    files = len({one.path for one in outcome.unreadable})
    were = "was" if files == 1 else "were"
    errors.print(f"[bold red]{_number(files, 'file')} {were} passed over:[/]")
    for one in outcome.unreadable:
        where = f"{one.path}:{one.line}" if one.line else one.path
        errors.print(f"  {where}: {one.message}", markup=False)


def _print_remarks(outcome: Outcome) -> None:
    """Name what of the reports was not read: attachments, hidden sheets, lines not known."""
    if not outcome.remarks:
        return
    errors = Console(stderr=True, highlight=False, soft_wrap=True)
    errors.print("[bold yellow]Read, but for:[/]")
    for path, message in outcome.remarks[:_MOST_NAMED]:
        errors.print(f"  {path}: {message}", markup=False)
    more = len(outcome.remarks) - _MOST_NAMED
    if more > 0:
        errors.print(f"  … and {more} more.")


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
    errors = Console(stderr=True, highlight=False, soft_wrap=True)
    if outcome.set_aside:
        lines = _number(len(outcome.set_aside), "line")
        errors.print(f"[bold red]{lines} of the journal set aside; all others count:[/]")
        for problem in outcome.set_aside:
            errors.print(f"  {problem}", markup=False)
    found = [(outcome.decisions.get(state, 0), told) for state, told in _TO_LOOK_AT.items()]
    if not any(count for count, _ in found):
        return
    errors.print("[bold red]Decisions to look at again[/] (`telusur check` lists them):")
    for count, told in found:
        if count:
            errors.print(f"  {_number(count, 'decision')} {told}.", markup=False)


def _print_next(console: Console, counts: Mapping[str, int]) -> None:
    if not counts["documents"]:
        console.print("Next: put field notes and visit reports into corpus/, then build again.")
    elif not counts["provisions"]:
        console.print("Next: put the regulation into draft/ as Markdown, then build again.")
    else:
        console.print(
            'Next: `telusur serve` to browse, `telusur trace "Pasal 7"` to look up one clause.'
        )
