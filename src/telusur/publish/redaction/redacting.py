"""Decides what is hidden in all reports together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from telusur.publish.model import Hidden, Redaction
from telusur.publish.redaction.gathering import distinctive, listed, numbers_of, parts_of, strong
from telusur.publish.redaction.officials import Kept, officials_in, warnings_of
from telusur.publish.redaction.reports import PARTS, Found, Report, Wishes
from telusur.publish.rules.identifiers import identifiers_in, of_offices_in
from telusur.publish.rules.patterns.cues import NO_NAME
from telusur.publish.rules.people.belonging import PRESUMED, first_names_in, joined
from telusur.publish.rules.people.context import UNSURE, ContextFinder
from telusur.publish.rules.people.names import NameFinder
from telusur.publish.rules.people.slugs import in_addresses, in_path
from telusur.publish.rules.staying.eponyms import eponyms_in
from telusur.publish.rules.staying.offices import is_citizen
from telusur.publish.rules.staying.products import products_in
from telusur.publish.rules.vocabulary import Vocabulary
from telusur.publish.text.folding import fold
from telusur.publish.text.rewriting import Rewritten, merge, rewrite
from telusur.publish.text.secrets import Secrets, Words, runs_of, secrets
from telusur.publish.text.tokens import words_of

_AROUND = 60
_PUBLISHED = ("text", "title", "source")


@dataclass(frozen=True, slots=True)
class Redacted:
    """The texts as they may be published."""

    parts: Mapping[tuple[str, str], Rewritten]
    """By the report's id and the part's name."""
    secrets: Secrets
    redactions: tuple[Redaction, ...]
    officials: tuple[tuple[str, str], ...]
    """Names that stay, each with the office that speaks for it."""
    warnings: tuple[str, ...]
    withheld: tuple[str, ...] = ()
    """Reports that are not published: the file, and what withholds it."""
    ids: Mapping[str, str] = field(default_factory=dict)
    """Under which id each report is published: its own is a slug of its path, where names stand."""


def redact(
    reports: Sequence[Report], wishes: Wishes, vocabulary: Vocabulary, places: Iterable[str],
    open_texts: Sequence[str], context: ContextFinder | None = None,
) -> Redacted:  # fmt: skip
    """Return the reports without what is personal.

    `places` are names of places; `open_texts` are published whatever the withheld reports quote
    of them: the draft, names of institutions. Without `context` nothing is told by its sentence.
    """
    place_words = {word for name in places for word in words_of(name)}
    finder = NameFinder(vocabulary)
    pattern = places_pattern(places)
    originals, reports = reports, [report.folded() for report in reports]
    open_words = place_words | {word for text in open_texts for word in words_of(text)}
    known = open_words | _covered_words(reports)
    found = {
        report.id: _search(report, finder, pattern, vocabulary, known, context)
        for report in reports
    }
    officials = officials_in(reports, found, wishes)
    kept = Kept(wishes.keep, officials)
    for report in reports:
        _settle(report, found[report.id], kept)
    parts = {
        report.id: parts_of(report, found[report.id], vocabulary, place_words, kept)
        for report in reports
    }
    eponyms = sorted(set().union(*(one.eponyms for one in found.values())))
    everything = secrets(
        [
            *strong(reports, found, vocabulary, place_words, kept),
            *distinctive(reports, found, vocabulary, known, kept, eponyms),
            *listed(wishes),
        ],
        numbers_of(reports, found),
        parts,
        _quotes(reports, open_texts),
        {"": eponyms, **{report.id: kept.phrases(report.id) for report in reports}},
    )
    ids = public_ids([one.id for one in reports if one.published], everything)
    everything = replace(everything, known_as={new: old for old, new in ids.items()})
    rewritten: dict[tuple[str, str], Rewritten] = {}
    redactions: list[Redaction] = []
    for report in originals:
        if report.published:
            for part in _PUBLISHED:
                text = report.part(part)
                hidden = _again(report, part, found[report.id], everything)
                rewritten[report.id, part] = rewrite(text, hidden)
                redactions += _told(report, part, merge(text, hidden))
    return Redacted(
        rewritten,
        everything,
        tuple(redactions),
        tuple(sorted({(name, office) for name, office in kept.told})),
        (*warnings_of(officials, wishes), *_warnings(reports, wishes)),
        tuple(sorted(one.withheld for one in reports if one.withheld)),
        ids,
    )


def public_ids(old_ids: Iterable[str], everything: Secrets) -> dict[str, str]:
    """Return an id for each report that tells nothing, by its old one."""
    cleaned = {old: everything.clean(old, old) for old in old_ids}
    ids = {old: old for old, clean in cleaned.items() if clean == old}
    taken = set(ids)
    for old, clean in sorted(cleaned.items()):
        if old in ids:
            continue
        slug = re.sub(r"[^a-z0-9]+", "-", clean.lower()).strip("-") or "laporan"
        new, number = slug, 1
        while new in taken:
            number += 1
            new = f"{slug}-{number}"
        taken.add(new)
        ids[old] = new
    return ids


def _search(
    report: Report, finder: NameFinder, places: re.Pattern[str], vocabulary: Vocabulary,
    known: Set[str], context: ContextFinder | None,
) -> Found:  # fmt: skip
    found = Found()
    products = products_in({part: report.part(part) for part in PARTS}, vocabulary)
    found.products.update(products.again)
    for part in PARTS:
        text = report.part(part)
        found.hidden[part] += identifiers_in(text, vocabulary)
        no_names = [one.span() for one in places.finditer(text)]
        if part == "text":
            no_names += report.no_names
        things = products.spans(part, text)
        names = finder.names_in(text, no_names, things, titles=part == "source")
        found.names[part] += names
        if part == "path":
            found.names[part] += in_path(text, vocabulary, known)
        found.names[part] += in_addresses(text, vocabulary, known)
        if context and part in ("text", "title"):
            sentences = context.read(text)
            eponyms = eponyms_in(text, vocabulary, whole=True)
            found.names[part] = [
                one
                for one in found.names[part]
                if one.why != PRESUMED or not sentences.is_unlikely(one.start, one.end)
            ]
            phrases = [one.span() for one in NO_NAME.finditer(text)]
            phrases += of_offices_in(text, vocabulary)
            for one in sentences.found(no_names, [*things, *eponyms, *phrases]):
                (found.names if one.rule == "nama" else found.hidden)[part].append(one)
        surest = sorted(found.names[part], key=lambda one: one.why in UNSURE)
        whole = merge(text, surest)
        more = (*joined(text, whole), *first_names_in(text, whole, vocabulary))
        found.names[part] = list(merge(text, [*more, *whole]))
        found.eponyms.update(
            words_of(text[start:end]) for start, end in eponyms_in(text, vocabulary, whole=True)
        )
    return found


def _covered_words(reports: Sequence[Report]) -> set[str]:
    """The words of places and institutions that the reports name."""
    return {
        word
        for report in reports
        for start, end in report.no_names
        for word in words_of(report.text[start:end])
    }


def places_pattern(places: Iterable[str]) -> re.Pattern[str]:
    """A pattern for the names of places as they are written, with or without their level."""
    names = sorted({*places}, key=len, reverse=True)
    either = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names) or "(?!)"
    return re.compile(rf"(?<![\w])(?:{either}|{either.upper()})(?![\w])")


def _settle(report: Report, found: Found, kept: Kept) -> None:
    """Hide the names that are not those of officials."""
    for part, names in found.names.items():
        text = report.part(part)
        for one in names:
            words = words_of(text[one.start : one.end])
            citizen = is_citizen(text, one.start, one.end) and not kept.is_asked(words)
            if citizen or not kept.stays(report.id, words):
                found.hidden[part].append(one)


def _quotes(reports: Sequence[Report], open_texts: Iterable[str]) -> frozenset[Words]:
    withheld = {run for one in reports if not one.published for run in runs_of(one.text)}
    return frozenset(withheld - {run for text in open_texts for run in runs_of(text)})


def _again(report: Report, part: str, found: Found, everything: Secrets) -> list[Hidden]:
    """What the rules found here, and what they found elsewhere, with offsets into the report as it
    is written."""
    text = report.part(part)
    folded = fold(text)
    here = (
        Hidden(*folded.origin(one.start, one.end), one.rule, one.why) for one in found.hidden[part]
    )
    return [*here, *everything.found_in(text, report.id)]


def _told(report: Report, part: str, hidden: Iterable[Hidden]) -> Iterator[Redaction]:
    text = report.part(part)
    for one in hidden:
        around = text[max(0, one.start - _AROUND) : one.end + _AROUND]
        words = text[one.start : one.end]
        yield Redaction(report.id, part, one.start, one.end, one.rule, one.why, words, around)


def _warnings(reports: Sequence[Report], wishes: Wishes) -> Iterator[str]:
    """Say which wishes match nothing: a typing mistake would leave a secret in the open."""
    for name, phrases in (("redact", wishes.redact), ("keep", wishes.keep)):
        for phrase in phrases:
            one = secrets([(words_of(phrase), "daftar")], {}, {}, frozenset(), {})
            if not any(
                next(one.found_in(report.part(part)), None) for report in reports for part in PARTS
            ):
                yield f"[publish] {name}: “{phrase}” stands in no report. Is it spelled as there?"
