"""Decisions are laid over the findings of those reports alone that they may be about: over all
findings they would come out the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from unittest import mock

from hypothesis import given, settings
from hypothesis import strategies as st

from telusur.extract import finding_id
from telusur.review import ClauseNow, Entry, FindingNow, settle
from telusur.review.journal import id_of
from telusur.review.journal.decisions import ANY, as_line
from telusur.review.placing import findings_now
from telusur.review.placing.spans import SpanFinder
from telusur.review.settling import concerned

WORDS = ("jaringan", "loket", "terputus", "antrean", "petugas", "kurang", "sering…")
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=2, max_size=5).map(" ".join)
REPORTS = ("a", "b", "c", "d", "hilang", "lenyap")
"""Those in front are there, or not; the last are gone in any case."""
CLAUSES = [ClauseNow("pasal-7", "pasal", "Penyelenggara menyediakan jaringan cadangan.")]


@st.composite
def decisions(draw: Callable[[st.SearchStrategy[Any]], Any]) -> list[Entry]:
    entries = []
    for minutes in range(draw(st.integers(1, 4))):
        quote, report = draw(SENTENCES), draw(st.sampled_from(REPORTS))
        elsewhere = draw(st.lists(st.sampled_from(REPORTS[:4]), max_size=1))
        then = {"id": finding_id(report, quote, 1), "document": report, "quote": quote}
        line = {
            "v": 2,
            "at": datetime(2026, 3, 2, 8, tzinfo=UTC) + timedelta(minutes=minutes),
            "by": "Sari",
            "model": "cheap",
            "finding": then | {"elsewhere": elsewhere},
        }
        link = {"clause": {"id": "pasal-7", "label": "Pasal 7", "text": CLAUSES[0].text}}
        parts = quote.split(maxsplit=1)
        more = draw(
            st.sampled_from(
                [
                    {"decision": "accept", **link},
                    {"decision": "add"},
                    {"decision": "dismiss"},
                    {"decision": "correct", "reading": {"quote": parts[-1]}},
                    {"decision": "split", "parts": parts if len(parts) > 1 else [quote, quote]},
                ]
            )
        )
        made = ANY.validate_python(line | more)
        entries.append(Entry(id_of(as_line(made)), minutes + 1, as_line(made), made))
    return entries


@settings(max_examples=200)
@given(
    st.dictionaries(st.sampled_from(REPORTS[:4]), st.lists(SENTENCES, max_size=4)),
    st.sets(st.integers(0, 15)),
    decisions(),
    st.integers(1, 2),
)
def test_findings_of_other_reports_change_nothing(
    reports: dict[str, list[str]], unread: set[int], entries: list[Entry], most: int
) -> None:
    texts = {report: ". ".join(sentences) for report, sentences in reports.items()}
    findings = []
    for report, sentences in reports.items():
        start = 0
        for number, quote in enumerate(sentences):
            if len(findings) + number not in unread:
                id_ = finding_id(report, quote, 1 + sentences[:number].count(quote))
                place = {"start": start, "end": start + len(quote)}
                findings.append(FindingNow(id_, report, quote, **place))
            start += len(quote) + len(". ")
    findings.sort(key=lambda one: one.id)
    with mock.patch.multiple(findings_now, _MOST=most, _MANY=most):
        told = concerned(entries, [(one.id, one.document_id, one.quote) for one in findings], texts)
        some = [one for one in findings if one.document_id in told]
        assert settle(entries, some, CLAUSES, texts) == settle(entries, findings, CLAUSES, texts)


@given(st.lists(SENTENCES, min_size=1, max_size=3), SENTENCES)
def test_words_are_found_in_any_report_that_says_them(sentences: list[str], quote: str) -> None:
    texts = {f"r{number}": one.upper() for number, one in enumerate(sentences)}
    then = mock.Mock(document="hilang", elsewhere=(), quote=quote, before="", after="")
    plain = f" {quote} ".replace("…", "").upper()
    says = [one for one, text in texts.items() if plain in f" {text} ".replace("…", "")]
    found = SpanFinder(texts).find(then)
    assert found is not None if says else found is None
    assert found is None or found.document in says
