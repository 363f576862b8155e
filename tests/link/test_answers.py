"""What provisions like a clause have been seen to answer, and when nobody knows."""

from __future__ import annotations

import numpy as np
import pytest

from telusur import link
from telusur.link import Options, Source, Target
from telusur.link.encoder import DEFAULT
from telusur.link.signals import answers
from telusur.link.signals.answers import Pairs, load_pairs
from telusur.link.signals.languages import ENGLISH, INDONESIAN, Language

ROOM, MONEY, HEAT, FEES = np.eye(4, dtype=np.float32)
KNOWN = Pairs(np.stack([ROOM, MONEY]), np.stack([HEAT, FEES]), np.zeros(4, np.float32))
TARGETS = [
    Target("ruang", "Penyelenggara menyediakan ruang tunggu.", ""),
    Target("biaya", "Tarif ditetapkan dengan peraturan daerah.", ""),
]


@pytest.mark.parametrize("language", [INDONESIAN, ENGLISH])
def test_pairs_ship_for_the_encoder_that_ships(language: Language) -> None:
    """Whoever trains another adapter has to run `python -m benchmarks.answers` too."""
    pairs = load_pairs(link.identify(DEFAULT), language)
    assert pairs
    assert pairs.provisions.shape == pairs.findings.shape
    assert np.linalg.norm(pairs.provisions, axis=1) == pytest.approx(1, abs=1e-5)
    assert load_pairs("another", language) is None


def test_a_clause_is_expected_to_answer_what_provisions_like_it_do() -> None:
    room, money, both = KNOWN.expected(np.stack([ROOM, MONEY, ROOM + MONEY]))
    assert room @ HEAT > 0.99
    assert money @ FEES > 0.99
    assert both @ HEAT == pytest.approx(both @ FEES)


def test_a_clause_without_a_direction_is_expected_to_answer_nothing() -> None:
    assert not KNOWN.expected(np.zeros((1, 4), np.float32)).any()


def test_a_finding_of_the_sort_that_a_clause_answers_is_linked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The finding is as far from one clause as from the other in meaning."""
    monkeypatch.setattr(answers, "load_pairs", lambda *_: KNOWN)
    source = Source("panas", "Warga kepanasan di halaman.")
    vectors = np.array([HEAT, ROOM, ROOM, MONEY, MONEY], np.float32)
    links = link.rank([source], TARGETS, [], vectors, Options(0))
    assert [one.clause_id for one in links] == ["ruang", "biaya"]
    assert "temuan seperti ini biasa dijawab" in links[0].why


def test_for_another_encoder_meaning_stands_in() -> None:
    source = Source("panas", "Warga kepanasan di halaman.")
    vectors = np.array([ROOM, ROOM, ROOM, MONEY, MONEY], np.float32)
    links = link.rank([source], TARGETS, [], vectors, Options(0), "another")
    assert (links[0].clause_id, links[0].why) == ("ruang", "maknanya dekat")


@pytest.mark.parametrize(("said", "first"), [("It is hot in the sun.", "fees"), ("Panas.", "room")])
def test_english_pairs_are_looked_up_where_both_ends_are_english(
    monkeypatch: pytest.MonkeyPatch, said: str, first: str
) -> None:
    """The English pairs of this test say the opposite of the Indonesian ones."""
    other = Pairs(KNOWN.provisions, KNOWN.findings[::-1], KNOWN.centre)
    known = {INDONESIAN: KNOWN, ENGLISH: other}
    monkeypatch.setattr(answers, "load_pairs", lambda _, language: known[language])
    targets = [
        Target("room", "The office shall have a waiting room for those who are old.", ""),
        Target("fees", "The fees of the office shall be set by an act.", ""),
    ]
    vectors = np.array([HEAT, ROOM, ROOM, MONEY, MONEY], np.float32)
    link_, *_ = link.rank([Source("s", said)], targets, [], vectors, Options(0))
    assert link_.clause_id == first
    assert "temuan seperti ini biasa dijawab" in link_.why


def test_an_indonesian_draft_knows_indonesian_pairs_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def pairs(_: str, language: Language) -> Pairs:
        asked.append(language)
        return KNOWN

    monkeypatch.setattr(answers, "load_pairs", pairs)
    vectors = np.array([HEAT, ROOM, ROOM, MONEY, MONEY], np.float32)
    link.rank([Source("s", "It is hot in the sun.")], TARGETS, [], vectors, Options(0))
    assert asked == [INDONESIAN]
