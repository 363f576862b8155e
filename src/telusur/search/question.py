"""Takes apart what a reader typed."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from telusur.link.hygiene import clean
from telusur.link.signals.languages import INDONESIAN
from telusur.link.signals.words import tokens

MOST_WORDS = 40
_MOST_CHARACTERS = 600
_PHRASE = re.compile(r'["“”«»]([^"“”«»]+)["“”«»]')


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked for."""

    text: str
    """All of it, for its meaning."""
    tokens: tuple[str, ...]
    """Its words and figures in lower case, common ones too, as they follow each other."""
    words: tuple[str, ...]
    """Those that tell findings apart, each once, in whatever form a finding has them."""
    exact: tuple[str, ...]
    """Names of places and figures: a finding has these as they are. *Serang* is not *serangan*."""
    phrases: tuple[str, ...]
    """What stood between quotation marks: every hit has it word for word."""
    cut: bool
    """Whether it was too long, and its end was left out."""

    @property
    def sought(self) -> tuple[str, ...]:
        """All words that are looked for."""
        return (*self.words, *self.exact)


def read_question(typed: str, names: Collection[str]) -> Question:
    """Read any text as a question; `names` are the words that names of places consist of."""
    text = clean(typed[: 4 * _MOST_CHARACTERS])
    short = text[:_MOST_CHARACTERS]
    said = tokens(short)
    cut = len(said) > MOST_WORDS or len(text) > len(short) or len(typed) > 4 * _MOST_CHARACTERS
    said = said[:MOST_WORDS]
    telling = [
        one
        for one in dict.fromkeys(said)
        if one not in INDONESIAN.stop_words and (len(one) > 1 or one.isdigit())
    ]
    exact = tuple(one for one in telling if one in names or one[0].isdigit())
    phrases = tuple(
        " ".join(words) for phrase in _PHRASE.findall(short) if (words := tokens(phrase))
    )
    return Question(
        " ".join(short.split()),
        tuple(said),
        tuple(one for one in telling if one not in exact),
        exact,
        phrases,
        cut,
    )
