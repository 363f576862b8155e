"""Numbers in words: `empat belas`."""

from __future__ import annotations

_UNITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_SCALES = ((1_000_000_000, "miliar"), (1_000_000, "juta"), (1_000, "ribu"), (100, "ratus"))
_VALUES = {word: value for value, word in enumerate(_UNITS)} | {
    "sepuluh": 10, "sebelas": 11, "seratus": 100, "seribu": 1_000,
}  # fmt: skip
_MULTIPLIERS = {"ribu": 1_000, "juta": 1_000_000, "miliar": 1_000_000_000, "milyar": 1_000_000_000}
_IGNORED = frozenset(("persen", "rupiah"))


def cardinal(number: int) -> str:
    """Return 14 as `empat belas`; `number` is not negative and below a thousand milliards."""
    for scale, name in _SCALES:
        if number >= scale:
            count, rest = divmod(number, scale)
            one = count == 1 and scale <= 1_000
            words = f"se{name}" if one else f"{cardinal(count)} {name}"
            return f"{words} {cardinal(rest)}" if rest else words
    tens, units = divmod(number, 10)
    if tens == 0:
        return _UNITS[units]
    if tens == 1:
        return {0: "sepuluh", 1: "sebelas"}.get(units, f"{_UNITS[units]} belas")
    return f"{_UNITS[tens]} puluh" + (f" {_UNITS[units]}" if units else "")


def from_cardinal(words: str) -> int | None:
    """Return `empat belas` as 14; None where any word is no numeral."""
    total = group = unit = 0
    for word in words.lower().split():
        if word in _IGNORED:
            continue
        if word in _VALUES:
            value = _VALUES[word]
            group, unit = (group + unit, value)
        elif word == "belas":
            unit += 10
        elif word == "puluh":
            unit *= 10
        elif word == "ratus":
            unit *= 100
        elif word in _MULTIPLIERS:
            total += (group + unit) * _MULTIPLIERS[word]
            group = unit = 0
        else:
            return None
    return total + group + unit
