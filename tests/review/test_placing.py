"""Past decisions find today's pairs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from telusur.review import (
    ClauseNow,
    ClauseThen,
    Doubt,
    Entry,
    FindingNow,
    FindingThen,
    LinkDecision,
    Placed,
    State,
    place,
)
from telusur.review.journal import id_of
from telusur.review.journal.decisions import as_line

QUOTE = "jaringan internet di loket sering terputus pada jam sibuk"
WORDS = "Penyelenggara menyediakan jaringan cadangan sebagaimana dimaksud dalam Pasal 3 ayat (1)."
OTHER = "Pengaduan masyarakat dijawab oleh petugas paling lama dalam tiga hari kerja."


def decided(
    verdict: str = "accept", *, quote: str = QUOTE, clause: str = "pasal-7", minutes: int = 0
) -> Entry:
    decision = LinkDecision.model_validate(
        {
            "at": datetime(2026, 3, 2, tzinfo=UTC) + timedelta(minutes=minutes),
            "by": "Sari",
            "decision": verdict,
            "finding": FindingThen(id="f1", document="catatan", quote=quote),
            "clause": ClauseThen(id=clause, label="Pasal 7", text=WORDS),
            "model": "cheap",
        }
    )
    return entry(decision)


def entry(decision: LinkDecision, line: int | None = 1) -> Entry:
    return Entry(id_of(as_line(decision)), line, as_line(decision), decision)


def placed(
    decision: Entry, *, quote: str = QUOTE, finding: str = "f1", clauses: dict[str, str]
) -> Placed:
    found = place(
        [decision],
        [FindingNow(finding, "catatan", quote)],
        [ClauseNow(id_, "pasal", text) for id_, text in clauses.items()],
        ["catatan"],
    )
    return found[0]


def test_a_decision_stays_with_an_unchanged_pair() -> None:
    found = placed(decided(), clauses={"pasal-7": WORDS, "pasal-8": OTHER})
    assert (found.clause_id, found.state) == ("pasal-7", State.IN_FORCE)


@pytest.mark.need("N-REVIEW-2")
def test_a_decision_moves_with_the_words_of_a_renumbered_pasal() -> None:
    found = placed(decided("reject"), clauses={"pasal-7": OTHER, "pasal-9": WORDS})
    assert (found.clause_id, found.state) == ("pasal-9", State.IN_FORCE)


def test_a_reference_that_follows_its_target_changes_nothing() -> None:
    renumbered = WORDS.replace("Pasal 3", "Pasal 4")
    found = placed(decided(), clauses={"pasal-8": renumbered})
    assert (found.clause_id, found.doubt) == ("pasal-8", None)


@pytest.mark.parametrize(
    "words", [WORDS.replace("cadangan", "nirkabel"), WORDS.replace("menyediakan", "menyewa")]
)
def test_a_reworded_clause_makes_the_link_suspect(words: str) -> None:
    found = placed(decided(), clauses={"pasal-7": OTHER, "pasal-8": words})
    assert (found.clause_id, found.doubt) == ("pasal-8", Doubt.CLAUSE)


def test_a_labelled_clause_stays_itself_whatever_it_says() -> None:
    found = placed(decided(clause="jaringan"), clauses={"jaringan": OTHER})
    assert (found.clause_id, found.doubt) == ("jaringan", Doubt.CLAUSE)


def test_a_clause_that_is_gone_loses_the_decision_but_not_its_record() -> None:
    found = placed(decided(), clauses={"pasal-7": "Cuti pegawai diatur tersendiri."})
    assert found.clause_id is None
    assert found.state is State.LOST


@pytest.mark.need("N-REVIEW-3")
def test_a_finding_that_was_reworded_in_its_report_makes_the_link_suspect() -> None:
    reworded = QUOTE.replace("sering", "kerap")
    found = placed(decided(), quote=reworded, finding="f2", clauses={"pasal-7": WORDS})
    assert (found.finding_id, found.doubt) == ("f2", Doubt.FINDING)
