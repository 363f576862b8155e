"""The count of steps is that of the patterns as Python matches them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest
from hostile_patterns import patterns_of, patterns_of_bytes
from matching import TooManySteps, spans, steps

TEXT = (
    "Ibu Tugiyem Rangkasari (45 tahun), NIK 3273 0145 0789 0001, Jl. Kelinci No. 4 RT 01/RW 02. "
    "HP 0812-3456-7890; a@b.go.id https://x.id/?a=1 | Nama | Aa |\nB 1234 XY -6.123456, 17-08-1965"
)


def test_patterns_find_what_python_finds() -> None:
    for name, (pattern, _) in patterns_of("telusur.publish").items():
        assert spans(pattern, TEXT) == [one.span() for one in pattern.finditer(TEXT)], name


@pytest.mark.parametrize(("pattern", "grows"), [(r"a+b", True), (r"(?<!a)a++b", False)])
def test_steps_grow_with_the_square_where_a_pattern_tries_again(pattern: str, grows: bool) -> None:
    one = re.compile(pattern)
    before = steps(one, "a" * 50, 1_000_000)
    assert (steps(one, "a" * 200, 1_000_000) > before * 10) is grows


def test_what_takes_too_long_is_broken_off() -> None:
    with pytest.raises(TooManySteps):
        steps(re.compile(r"(?:a+)+b"), "a" * 60, 10_000)


SINGLE = {codes.IN, codes.LITERAL, codes.NOT_LITERAL, codes.ANY}


def possessive_groups(piece: Any) -> Iterator[Any]:
    """All that is repeated possessively and can itself be matched in more than one way."""
    if isinstance(piece, list | tuple | parser.SubPattern):
        parts = list(piece)
        if parts and parts[0] is codes.POSSESSIVE_REPEAT:
            _, (_, _, repeated) = parts
            if len(repeated) > 1 or repeated[0][0] not in SINGLE:
                yield repeated
        for part in parts:
            yield from possessive_groups(part)


def test_no_group_is_repeated_possessively() -> None:
    """Python before 3.11.5, which is Debian's, gets these wrong, but not atomic groups."""
    assert list(possessive_groups(parser.parse(r"a(?:bc?)++")))
    assert not list(possessive_groups(parser.parse(r"a++[bc]*+(?>(?:bc?)+)")))
    of_text = {name: used.pattern for name, used in patterns_of("telusur").items()}
    of_bytes = patterns_of_bytes("telusur")
    assert of_bytes
    wrong = [
        name
        for name, one in (*of_text.items(), *of_bytes.items())
        if list(possessive_groups(parser.parse(one.pattern, one.flags)))
    ]
    assert not wrong, "write (?>(?:…)+) instead of (?:…)++"
