"""Every pattern that meets foreign text takes time in proportion to it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hostile_patterns_reading import (
    hostile_texts,
    inline_patterns_of,
    modules,
    patterns_of,
    slow_texts,
)

BOUNDED = {
    "telusur.corpus.text.sentences._WORD_BEFORE": "is shown the last forty characters",
    "telusur.extract.clauses.trimming._CLOSING": "is shown the last forty characters",
    "telusur.draft.source.waivers._COMMENT": "is shown what lies before the last `-->` only",
    "telusur.draft.rules.framework.annexes._DECLARED_LOOSELY": "looks 300 characters ahead at most",
    "telusur.draft.rules.framework.bases._CITED_LAW": "looks 40 words ahead at most",
    "telusur.draft.rules.special.amending._BETWEEN_AYAT": "looks 240 characters ahead at most",
}
"""Patterns that would be slow and never see a long text, or that reach beyond the short one which
is compared with the long, but no further: linear with a bound."""


def of_package(package: str) -> list[Any]:
    found = {
        name: (pattern, uses)
        for module in modules(package)
        for name, pattern, uses in (*patterns_of(module), *inline_patterns_of(module))
        if name not in BOUNDED
    }
    return [(name, *how) for name, how in sorted(found.items())]


@pytest.mark.parametrize("package", ["telusur.corpus", "telusur.extract", "telusur.draft"])
def test_every_pattern_is_linear_on_texts_made_against_it(package: str) -> None:
    found = of_package(package)
    assert len(found) > 40
    slow = {}
    for name, pattern, uses in found:
        if (text := next(slow_texts(pattern, uses), None)) is not None:
            slow[name] = (pattern.pattern[:100], text[:40])
    assert slow == {}


@pytest.mark.parametrize(
    "pattern", [r"(a+)+b", r"\s+$", r"\d*\s*,?\s*x", r"(?:a|ab)*c", r"<[^>]*>", r"x[^.]*?y[^.]*?z"]
)
def test_slow_patterns_are_found(pattern: str) -> None:
    assert next(slow_texts(re.compile(pattern), {"search"}), None) is not None


@pytest.mark.parametrize("pattern", [r"(?<!\s)\s++$", r"(?<!a)a++b", r"<[^<>]*+>", r"\b\w+\b"])
def test_linear_patterns_are_not(pattern: str) -> None:
    assert list(slow_texts(re.compile(pattern), {"search"})) == []
    assert hostile_texts(pattern)
