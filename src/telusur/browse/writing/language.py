"""What readers see, in Indonesian and English, from one catalogue: labels/*.yml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from datasette.utils.asgi import Request

INDONESIAN = "id"
LANGUAGES = (INDONESIAN, "en")
ASKED = "bahasa"
"""The parameter of an address, and the cookie, that say which language a reader wants."""

CHOSEN = "telusur.language"
"""Where a request has what its address asked for."""

MONTHS = {
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    "en": "January February March April May June July August September October November December",
}


@dataclass(frozen=True, slots=True)
class Language:
    """A language to write pages in."""

    code: str
    """`id` or `en`."""
    edition: str = ""
    """Which links a published edition shows: `accepted`, `strong`, `all`; empty for a store. A
    label may have a form of its own for that, called `key@accepted`: what is not published is not
    told of as if it were not there."""

    def __call__(self, key: str, **values: object) -> str:
        """Return the label called `key`, with `values` in its blanks.

        A label may have a form of its own for one of something: `en1` stands where `n` is 1.

        Raises:
            KeyError: the catalogue has no such label.
        """
        label = catalogue().get(f"{key}@{self.edition}") or catalogue()[key]
        form = label[self.code]
        if values.get("n") == 1:
            form = label.get(f"{self.code}1", form)
        if not values:
            return form
        return form.format(**{name: self._written(value) for name, value in values.items()})

    def knows(self, key: str) -> bool:
        """Whether the catalogue has such a label."""
        return key in catalogue()

    def number(self, number: float, digits: int | None = None) -> str:
        """Write a number as people of that language do: `1.234,5` or `1,234.5`.

        Without `digits`, whole numbers are written without a fraction, and others as they are.
        """
        whole = digits is None and float(number).is_integer()
        written = f"{number:,.0f}" if whole else f"{number:,.{2 if digits is None else digits}f}"
        return written.translate(str.maketrans(",.", ".,")) if self.code == "id" else written

    def day(self, day: str | None) -> str:
        """Write a day (ISO 8601, or its beginning) in words: `2 Mei 2024`; nothing for no day."""
        try:
            when = date.fromisoformat((day or "")[:10])
        except ValueError:
            return day or ""
        return f"{when.day} {MONTHS[self.code].split()[when.month - 1]} {when.year}"

    def percent(self, part: float, whole: float) -> str:
        """Write a share in whole per cent; one that is not all is never written as 100%."""
        share = 0 if not whole else min(100 * part / whole, 99 if part < whole else 100)
        return f"{self.number(max(round(share), 1 if part else 0))}%"

    def _written(self, value: object) -> object:
        return self.number(value) if isinstance(value, int | float) else value


def language_of(request: Request | None, edition: str = "") -> Language:
    """The language a reader asked for in the address, or chose before; Indonesian for others."""
    if request is not None:
        for asked in (request.scope.get(CHOSEN), request.cookies.get(ASKED)):
            if asked in LANGUAGES:
                return Language(asked, edition)
    return Language(INDONESIAN, edition)


@cache
def catalogue() -> Mapping[str, Mapping[str, str]]:
    """Return all labels: for each key, its form in each language."""
    return dict(_read())


def _read() -> Iterator[tuple[str, Mapping[str, str]]]:
    seen: set[str] = set()
    labels = files("telusur.browse").joinpath("labels")
    for file in sorted(labels.iterdir(), key=lambda one: one.name):
        if file.name.endswith(".yml"):
            for key, forms in yaml.safe_load(file.read_text(encoding="utf-8")).items():
                if key in seen:
                    raise ValueError(f"{file.name}: the label {key} is there twice")
                seen.add(key)
                yield key, forms
