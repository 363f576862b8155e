"""No text makes publishing hang."""

from __future__ import annotations

import re

import pytest
from hostile_patterns import LENGTH, LONGER, grows, patterns_of, slow_text
from tests.publish.test_rules import places as places
from tests.publish.test_rules import told
from tests.publish.test_rules import words as words

from telusur.publish.rules.vocabulary import Vocabulary

PATTERNS = patterns_of("telusur.publish")


@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_takes_linear_time_on_hostile_text(name: str) -> None:
    assert slow_text(*PATTERNS[name]) is None


@pytest.mark.parametrize("pattern", [r"(?:[A-Z]+[ ]?){1,5}\d", r"\s+\Z", r"(?:a+)+b", r"\d+x"])
def test_a_pattern_that_is_not_linear_is_told(pattern: str) -> None:
    assert slow_text(re.compile(pattern)) is not None


@pytest.mark.parametrize(
    "unit",
    [
        "X", "Jalan X", "A. ", "1 ", "1.", "\u00ad", "%25", "&amp;", "a- ", "| Nama |\n| Aa |\n",
        "Nama\t",
        "Hadir: Aa, ", "Pak Aa ", "Kepala Dinas A ", "\n", "@a.", "https://a.id/?a=1 ", "a b ",
        "(", "-1.12345",
        "bu aa ", "RSUD Dr. ", "Aa dan ", "<br>", "\\u0041", "0812-", "A1", "Bupati, ",
    ],
)  # fmt: skip
def test_a_report_takes_linear_time_whatever_it_repeats(
    unit: str, words: Vocabulary, places: list[str]
) -> None:
    long = LENGTH * LONGER
    assert not grows(
        lambda text: told(text, words, places),
        unit * (LENGTH // len(unit)),
        unit * (long // len(unit)),
    )
