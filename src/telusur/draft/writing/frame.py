"""The lines that frame the clauses, in the order in which they are written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from telusur.draft.annexes.paragraphs import paragraphs_of
from telusur.draft.model import Ending, Preamble, Signature, TextLine


def preamble_lines(preamble: Preamble) -> Iterator[TextLine]:
    """Yield the lines of the opening; each keeps its place in the file that it was read from."""
    title_line = min(
        (line.line for line in (preamble.type, preamble.subject) if line), default=10**9
    )
    before = [line for line in preamble.other if line.line <= title_line]
    after = [line for line in preamble.other if line.line > title_line]
    yield from before
    yield from _present(preamble.type)
    yield from _number(preamble)
    if preamble.subject:
        yield replace(preamble.subject, text="TENTANG")
        yield preamble.subject
    yield from _present(preamble.grace, preamble.official)
    for word, items in (
        (preamble.considerations_word, preamble.considerations),
        (preamble.bases_word, preamble.bases),
        (preamble.regards_word, preamble.regards),
    ):
        if word:
            yield _with_colon(word)
        yield from map(_marked, items)
    yield from _present(preamble.consent, preamble.decides)
    if word := preamble.enacts_word:
        enacts = preamble.enacts.text if preamble.enacts else ""
        yield replace(word, text=f"{_with_colon(word).text} {enacts}".strip())
    yield from after


def ending_lines(ending: Ending) -> Iterator[TextLine]:
    """Yield the lines of the ending, likewise."""
    yield from _present(ending.order)
    for signature in (ending.enactment, ending.promulgation):
        if signature:
            yield from _signature_lines(signature)
    yield from _present(ending.gazette)
    yield from ending.other
    for annex in ending.annexes:
        yield annex.heading
        whole = paragraphs_of(annex.lines)
        yield from (*whole.head, *whole.body, *whole.signature)
    yield from ending.elucidation


def _number(preamble: Preamble) -> Iterator[TextLine]:
    year = f"TAHUN {preamble.year.text}" if preamble.year else ""
    if preamble.number:
        yield replace(preamble.number, text=f"NOMOR {preamble.number.text} {year}".rstrip())
    elif preamble.year:
        yield replace(preamble.year, text=year)


def _signature_lines(signature: Signature) -> Iterator[TextLine]:
    place = f" {signature.place.text}" if signature.place else ""
    yield replace(signature.act, text=f"{signature.act.text}{place}")
    if signature.date:
        yield replace(signature.date, text=f"pada tanggal {signature.date.text}")
    yield from _present(signature.office, signature.name)


def _with_colon(word: TextLine) -> TextLine:
    return replace(word, text=word.text.rstrip(" :").capitalize() + ":")


def _marked(item: TextLine) -> TextLine:
    return replace(item, text=f"{item.marker}. {item.text}") if item.marker else item


def _present(*lines: TextLine | None) -> Iterator[TextLine]:
    yield from (line for line in lines if line)
