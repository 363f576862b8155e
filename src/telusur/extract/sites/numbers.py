"""Indonesian figures: dots for thousands, a comma for decimals."""

from __future__ import annotations

import re

FIGURE = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
"""Pattern of a figure."""

_WORDS = [
    "nol",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "sebelas",
]
NUMBER_WORDS = {word: float(value) for value, word in enumerate(_WORDS)}


def value_of(figure: str) -> float | None:
    """Return the value of `12.000`, `3,5` or `lima`; None where it is no figure."""
    if figure.lower() in NUMBER_WORDS:
        return NUMBER_WORDS[figure.lower()]
    if not re.fullmatch(FIGURE, figure, re.ASCII):
        return None
    return float(figure.replace(".", "").replace(",", "."))
