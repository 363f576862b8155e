"""The notation of cues in `extract/`: phrases that a policy analyst can write.

belum optimal      these words, in this order; capitals do not count, nor -nya at the end
kurang|minim       one of these words
terkendala*        a word that begins so
di … desa          up to four words between
"""

from __future__ import annotations

import re
from itertools import product
from typing import Annotated, Any

from pydantic import AfterValidator

from telusur.extract.lexicon.words import words_of
from telusur.words import say

GAP = "…"
_LONGEST_GAP = 4
_MOST_GAPS = 3
"""With more, there are too many ways to lay a cue on a sentence to try them all."""
_MOST_VARIANTS = 64
_CLITIC = "nya"


def check_cue(cue: str) -> str:
    """Return `cue`, or raise ValueError that says what is wrong with it."""
    words = cue.split()
    if not words:
        raise ValueError(say("a cue needs at least one word"))
    if words[0] == GAP or words[-1] == GAP:
        raise ValueError(say("a cue cannot begin or end with {gap}", gap=GAP))
    if words.count(GAP) > _MOST_GAPS:
        raise ValueError(say("a cue has at most {most_gaps} {gap}", most_gaps=_MOST_GAPS, gap=GAP))
    for word in words:
        if word == GAP:
            continue
        for choice in word.split("|"):
            stem = choice.removesuffix("*")
            if not stem:
                raise ValueError(say("`{word}` lacks a word beside | or before *", word=word))
            if "*" in stem:
                raise ValueError(
                    say("`{word}`: the star stands only at the end of a word", word=word)
                )
            if not is_plain(cue) and len(words_of(stem)) != 1:
                raise ValueError(
                    say(
                        "`{choice}`: beside a star or {gap} stand only plain words",
                        choice=choice,
                        gap=GAP,
                    )
                )
    if _variants(words) > _MOST_VARIANTS:
        raise ValueError(f"`{cue}` has more than {_MOST_VARIANTS} variants")
    return cue


Cue = Annotated[str, AfterValidator(check_cue)]
"""A cue as it stands in a file, checked."""


def is_plain(cue: str) -> bool:
    """Whether `cue` is only words: no star, no gap."""
    return "*" not in cue and GAP not in cue.split()


def plain_phrases(cue: str) -> list[list[str]]:
    """Return the phrases that a plain cue stands for, each a list of words in small letters."""
    choices = [word.split("|") for word in cue.split()]
    phrases = [words_of(" ".join(choice)) for choice in product(*choices)]
    return phrases + [[*words, f"{last}{_CLITIC}"] for *words, last in phrases if last.isalpha()]


def token_pattern(cue: str) -> list[dict[str, Any]]:
    """Return the pattern for spaCy's Matcher that stands for a cue with a star or a gap."""
    pattern: list[dict[str, Any]] = []
    for word in cue.split():
        if word == GAP:
            pattern += [{"IS_PUNCT": False, "OP": "?"}] * _LONGEST_GAP
        else:
            choices = "|".join(_regex(choice) for choice in word.split("|"))
            pattern.append({"NORM": {"REGEX": f"^(?:{choices})$"}})
    return pattern


def _regex(choice: str) -> str:
    stem = re.escape(choice.removesuffix("*").lower())
    return stem + (r"\w*" if choice.endswith("*") else f"(?:{_CLITIC})?")


def _variants(words: list[str]) -> int:
    variants = 1
    for word in words:
        variants *= word.count("|") + 1
    return variants
