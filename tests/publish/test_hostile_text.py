"""No text makes publishing hang."""

from __future__ import annotations

import re

import pytest
from hostile_patterns import patterns_of, slow_text
from tests.growth import growth
from tests.publish.test_rules import places as places
from tests.publish.test_rules import told
from tests.publish.test_rules import words as words

from telusur.publish.rules.vocabulary import Vocabulary

BOUNDED = {
    "telusur.publish.rules.staying.offices._BEFORE": "is shown at most 170 characters",
    "telusur.publish.rules.staying.offices._BARE_BEFORE": "is shown at most 170 characters",
}
"""Patterns that would be slow, and never see a long text."""
PATTERNS = {
    name: used
    for name, used in patterns_of("telusur.publish").items()
    if name.partition("[")[0] not in BOUNDED
}


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
    def read(length: int) -> str:
        return told(unit * (length // len(unit)), words, places)

    assert growth(read, 400, 3_200) < 2
