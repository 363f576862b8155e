"""How many links stand where, as chips: made in Python and remembered, as pages have thousands."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from markupsafe import Markup

from telusur.browse.writing.language import Language
from telusur.store.standing import OF_LINKS

SHOWN = OF_LINKS[:4]
"""What is shown, the surest first; what was rejected has its own place."""
_CHIP = Markup('<span class="stand stand-{}">{}</span> ')
_NUMBER = Markup('<span class="count-{}">{}</span>')


def chips(counts: Mapping[str, int], t: Language) -> Markup:
    """Return a chip for each standing that some links have."""
    return _chips(tuple(counts[one] for one in SHOWN), t)


@lru_cache(maxsize=4096)
def _chips(numbers: tuple[int, ...], t: Language) -> Markup:
    return Markup("").join(
        _CHIP.format(one, t.term("stand", f"{one}.n", n=n))
        for one, n in zip(SHOWN, numbers, strict=True)
        if n
    )


@lru_cache(maxsize=4096)
def in_words(numbers: tuple[int, ...], t: Language) -> str:
    """Say how many links stand where, in the order of `SHOWN`."""
    told = zip(SHOWN, numbers, strict=True)
    return ", ".join(t.term("stand", f"{one}.n", n=n) for one, n in told if n)


@lru_cache(maxsize=4096)
def in_numbers(numbers: tuple[int, ...], t: Language, *, weak: bool) -> Markup:
    """Return the numbers alone, each drawn as what stands so; weak ones only if asked for."""
    told = zip(SHOWN, numbers, strict=True)
    return Markup("").join(
        _NUMBER.format(one, t.number(n)) for one, n in told if n and (weak or one != "weak")
    )
