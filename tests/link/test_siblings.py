"""What the other ayat of a clause's Pasal say for it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from telusur import link
from telusur.link import Link, Options, Source, Target
from telusur.link.signals import Signal
from telusur.link.signals.siblings import beside, details
from telusur.link.signals.signal import Before, Clauses, Findings, Said, Weigh

COUNTER = "Loket dilengkapi perangkat cadangan."
FINDING = Source("padam", "Genset di loket rusak sehingga antrean berhenti.")
NOTHING = np.zeros((0, 4), np.float32)


def rank(*targets: Target) -> list[Link]:
    texts = link.texts_to_embed([FINDING], targets, [])
    return link.rank([FINDING], targets, [], np.zeros((len(texts), 4), np.float32), Options(0, 50))


def ahead(pasal: list[str], evidence: np.ndarray) -> np.ndarray:
    """Return what the signal says where one signal before it says `evidence`."""
    targets = [Target(f"{name}.ayat-{number}", "", "") for number, name in enumerate(pasal, 1)]
    words = Signal("words", 1.0, _never)
    weigh = beside([words])(Clauses(targets, [], NOTHING, NOTHING))
    return weigh(Findings([], NOTHING), {"words": Said(evidence, _silent)}).evidence


def _never(_: Clauses) -> Weigh:
    def weigh(_: Findings, __: Before) -> Said:
        raise AssertionError

    return weigh


def _silent(*_: object) -> list[str]:
    return []


@pytest.mark.need("N-LINK-1")
def test_an_ayat_beside_one_that_fits_comes_before_a_stranger_that_says_the_same() -> None:
    links = rank(
        Target("rapat.ayat-1", COUNTER, ""),
        Target("rapat.ayat-2", "Rapat diadakan setiap bulan.", ""),
        Target("listrik.ayat-1", "Genset loket yang rusak diganti.", ""),
        Target("listrik.ayat-2", COUNTER, ""),
    )
    order = [one.clause_id for one in links]
    assert order[0] == "listrik.ayat-1"
    assert order.index("listrik.ayat-2") < order.index("rapat.ayat-1")
    second = next(one for one in links if one.clause_id == "listrik.ayat-2")
    assert "ayat lain dari pasal yang sama juga sesuai" in second.why


def test_a_pasal_without_ayat_is_judged_by_itself() -> None:
    targets = [Target("listrik", COUNTER, ""), Target("rapat", "Rapat diadakan.", "")]
    assert all("ayat lain" not in one.why for one in rank(*targets))


def test_a_pasal_of_thousands_of_ayat_is_no_burden() -> None:
    """Nothing grows with the square of their number."""
    said = ahead(["panjang"] * 20_000, np.full((1, 20_000), 0.5))
    assert said == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize(
    ("clause", "pasal"),
    [
        ("listrik", "listrik"),
        ("listrik.ayat-2", "listrik"),
        ("pasal-i.angka-2.pasal-12a.ayat-1", "pasal-i.angka-2.pasal-12a"),
        ("uu14-2", "uu14-2"),
    ],
)
def test_the_id_of_a_clause_says_which_pasal_it_is_an_ayat_of(clause: str, pasal: str) -> None:
    assert Target(clause, "", "").pasal == pasal


def test_what_speaks_for_its_details_speaks_for_the_norm_and_not_the_other_way_round() -> None:
    targets = [
        Target("listrik.ayat-1", "Loket dilengkapi genset.", ""),
        Target("listrik.ayat-2", "Genset sebagaimana dimaksud pada ayat (1) diuji.", ""),
        Target("listrik.ayat-3", "Uji pada ayat (2) dan ayat (1) mengikuti Pasal 9 ayat (2).", ""),
        Target("listrik.ayat-4", "Pasal 9 ayat (1), ayat (2), dan ayat (3) berlaku.", ""),
        Target("rapat.ayat-1", "Rapat sebagaimana dimaksud pada ayat (7).", ""),
    ]
    assert details(targets) == [[1, 2], [2], [], [], []]


@given(
    st.lists(st.sampled_from("abcd"), min_size=1, max_size=12).flatmap(
        lambda pasal: st.tuples(
            st.just(pasal), arrays(np.float64, (3, len(pasal)), elements=st.floats(0, 0.9))
        )
    )
)
def test_it_is_the_mean_of_the_others_above_the_mean_of_all(
    drawn: tuple[list[str], np.ndarray],
) -> None:
    pasal, evidence = drawn
    said = ahead(pasal, evidence)
    for number, name in enumerate(pasal):
        others = [at for at, other in enumerate(pasal) if other == name and at != number]
        wanted = evidence[:, others].mean(axis=1) - evidence.mean(axis=1) if others else 0.0
        assert said[:, number] == pytest.approx(2 / 3 * wanted, abs=1e-6)
