"""What is weighed when it is asked weighs what it would if all words were weighed beforehand."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from telusur.link.model import Target
from telusur.link.signals.words import WordEvidence
from telusur.search.question import read_question
from telusur.search.wording import Wording

WORDS = st.sampled_from(
    ("antre", "antrean", "mengantre", "loket", "loketnya", "di", "yang", "the", "17", "biaya")
)
TEXTS = st.lists(WORDS, max_size=7).map(" ".join)
FINDINGS = st.lists(
    st.tuples(TEXTS, st.tuples(st.sampled_from(["", "Loket Biaya"]), TEXTS), TEXTS),
    min_size=1,
    max_size=9,
)


@given(FINDINGS, st.lists(WORDS, max_size=6))
def test_words_weigh_what_they_weigh_in_links(
    findings: list[tuple[str, tuple[str, ...], str]], asked: list[str]
) -> None:
    targets = [
        Target(str(number), quote, ", ".join((*about, title)))
        for number, (quote, about, title) in enumerate(findings)
    ]
    links = WordEvidence(targets)
    expected = links.evidence(links.asked([asked]))[0]
    assert np.array_equal(Wording(findings)._evidence.of(asked), expected)


@given(FINDINGS, st.lists(WORDS, min_size=1, max_size=3))
def test_a_finding_has_a_phrase_that_stands_in_it(
    findings: list[tuple[str, tuple[str, ...], str]], phrase: list[str]
) -> None:
    words = " ".join(phrase)
    weighed = Wording(findings).weigh(read_question(f'"{words}"', ()))
    stands = [f" {words} " in f" {quote} " for quote, _, _ in findings]
    assert weighed.phrases.tolist() == stands


@given(FINDINGS, WORDS)
def test_a_word_is_found_in_a_quote_and_in_what_it_stands_under(
    findings: list[tuple[str, tuple[str, ...], str]], word: str
) -> None:
    weighed = Wording(findings).weigh(read_question(word, (word,)))
    if len(weighed.said):  # else it tells nothing
        places = [
            {*quote.split(), *" ".join(about).lower().split()} for quote, about, _ in findings
        ]
        assert weighed.said[0].tolist() == [word in some for some in places]
        assert weighed.titled[0].tolist() == [word in title.split() for _, _, title in findings]
