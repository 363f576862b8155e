"""Every pattern that meets foreign text takes time in proportion to it."""

from __future__ import annotations

import re

import pytest
from hostile_patterns import hostile_texts, patterns_of, slow_text

BOUNDED = {
    "telusur.corpus.text.sentences._WORD_BEFORE": "is shown the last forty characters",
    "telusur.extract.clauses.trimming._CLOSING": "is shown the last forty characters",
    "telusur.draft.references.mentions._ANOTHER": "is matched where a number ends",
    "telusur.draft.source.waivers._COMMENT": "is shown what lies before the last `-->` only",
}
"""Patterns that would be slow, and never see a long text."""


@pytest.mark.parametrize("package", ["telusur.corpus", "telusur.extract", "telusur.draft"])
def test_every_pattern_is_linear_on_texts_made_against_it(package: str) -> None:
    found = {
        name: used
        for name, used in patterns_of(package).items()
        if name.partition("[")[0] not in BOUNDED
    }
    assert len(found) > 40
    slow = {name: text for name, used in found.items() if (text := slow_text(*used))}
    assert slow == {}


@pytest.mark.parametrize(
    "pattern", [r"(a+)+b", r"\s+$", r"\d*\s*,?\s*x", r"(?:a|ab)*c", r"<[^>]*>", r"x[^.]*?y[^.]*?z"]
)
def test_slow_patterns_are_found(pattern: str) -> None:
    assert slow_text(re.compile(pattern)) is not None


@pytest.mark.parametrize("pattern", [r"(?<!\s)\s++$", r"(?<!a)(?>a++)b", r"<[^<>]*+>", r"\b\w+\b"])
def test_linear_patterns_are_not(pattern: str) -> None:
    assert slow_text(re.compile(pattern)) is None
    assert list(hostile_texts(re.compile(pattern)))
