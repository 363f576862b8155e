"""What readers see, in the language that each asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from telusur import words
from telusur.browse.terms import TERMS
from telusur.words import LANGUAGES, speaking

if TYPE_CHECKING:
    from datasette.utils.asgi import Request

INDONESIAN: words.Language = "id"
ASKED = "bahasa"
"""The parameter of an address, and the cookie, that say which language a reader wants."""

CHOSEN = "telusur.language"
"""Where a request has what its address asked for."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language to write pages in: `t` in templates."""

    code: words.Language
    edition: str = ""
    """Which links a published edition shows: `accepted`, `strong`, `all`; empty for a store."""

    def __call__(
        self,
        message: str,
        many: str = "",
        /,
        *,
        when_accepted: str = "",
        when_strong: str = "",
        **values: object,
    ) -> str:
        """Return a sentence with `values` in its blanks; `many` is its form where `n` is not 1.

        `when_accepted` and `when_strong` are what an edition that shows only such links says
        instead: what is not published is not told of as if it were not there.
        """
        instead = {"accepted": when_accepted, "strong": when_strong}.get(self.edition)
        with speaking(self.code):
            if many and not instead:
                return words.say_of(message, many, _count(values), **_written(values))
            return words.say(instead or message, **_written(values))

    def term(self, family: str, key: str, /, **values: object) -> str:
        """Return the term of that key in the family, as `browse/terms` has it, with `values` in
        its blanks; the key itself where there is none: a team may have kinds of its own."""
        known = TERMS[family]
        said = known.get(f"{key}@{self.edition}") or known.get(key)
        if said is None:
            return key
        one, many = (said, "") if isinstance(said, str) else said
        with speaking(self.code):
            return words.say_term(family, one, many, _count(values), **_written(values))

    def number(self, number: float, digits: int | None = None) -> str:
        """Write a number as people of that language do: `1.234,5` or `1,234.5`.

        Without `digits`, whole numbers are written without a fraction, and others as they are.
        """
        with speaking(self.code):
            return _number(number, digits)

    def day(self, day: str | None) -> str:
        """Write a day (ISO 8601, or its beginning) in words: `2 Mei 2024`; nothing for no day."""
        with speaking(self.code):
            return words.day(day or "")

    def percent(self, part: float, whole: float) -> str:
        """Write a share in whole per cent; one that is not all is never written as 100%."""
        share = 0 if not whole else min(100 * part / whole, 99 if part < whole else 100)
        return f"{self.number(max(round(share), 1 if part else 0))}%"


def language_of(request: Request | None, edition: str = "") -> Language:
    """The language a reader asked for in the address, or chose before; Indonesian for others."""
    if request is not None:
        for asked in (request.scope.get(CHOSEN), request.cookies.get(ASKED)):
            for known in LANGUAGES:
                if asked == known:
                    return Language(known, edition)
    return Language(INDONESIAN, edition)


def _count(values: dict[str, object]) -> int:
    """How many there are; only one itself is one: 1.5 are many."""
    count = values.get("n")
    return 1 if count == 1 else 2


def _written(values: dict[str, object]) -> dict[str, object]:
    """Numbers as the language writes them."""
    return {
        name: _number(value) if isinstance(value, int | float) else value
        for name, value in values.items()
    }


def _number(number: float, digits: int | None = None) -> str:
    whole = digits is None and float(number).is_integer()
    return words.number(number, ",.0f" if whole else f",.{2 if digits is None else digits}f")
