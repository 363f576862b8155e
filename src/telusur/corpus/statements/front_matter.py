"""The block of facts between two `---` lines at the top of a report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BeforeValidator, model_validator
from pydantic_core import PydanticCustomError

from telusur.corpus.model import Genre
from telusur.corpus.statements.opening import opening_of
from telusur.corpus.statements.vocabulary import NEUTRAL, NO, NOT, OPEN, STRONG, WEAK, YES
from telusur.errors import Problem
from telusur.validation import Day, Strict, read_yaml

_TELLING = ("confidential", "rahasia", "konfidensial", "sifat", "klasifikasi", "classification")
_TELLING_KEY = "|".join(_TELLING)
_LEFT_OPEN = re.compile(rf"[ \t]*(?P<key>{_TELLING_KEY})[ \t]*:[ \t]*(?:#.*)?", re.IGNORECASE)
_MOSTLY_KNOWN = frozenset(
    {"judul", "tanggal", "tempat", "lokasi", "sumber", "penulis", "jenis", "author", "tags"}
)
"""Keys that others write: what has them was meant to be front matter."""


def _level(given: Any) -> Any:
    words = str(given).lower().replace("-", " ").split()
    if not words:
        return given
    if set(words) <= YES:
        return True
    if set(words) <= NO | OPEN or (NOT.intersection(words) and STRONG.intersection(words)):
        return False
    if (STRONG | WEAK).intersection(words) and not NOT.intersection(words):
        return True
    if set(words) <= NEUTRAL:
        return None
    raise PydanticCustomError("yes_no", "Write `true` (ya) or `false` (tidak)")


Level = Annotated[bool | None, BeforeValidator(_level)]
"""Whether something is confidential: `true`, `ya`, `Rahasia`; `false`, `tidak`, `terbuka`."""


class FrontMatter(Strict):
    """What a report says of itself; every key may be left out."""

    title: str | None = None
    date: Day | None = None
    published: Day | None = None
    place: str | None = None
    site: str | None = None
    source: str | None = None
    genre: Genre | None = None
    confidential: Level = None
    rahasia: Level = None
    konfidensial: Level = None
    sifat: Level = None
    klasifikasi: Level = None
    classification: Level = None

    @model_validator(mode="before")
    @classmethod
    def _in_any_case(cls, data: Any) -> Any:
        """`Rahasia: ya` says what `rahasia: ya` says."""
        if not isinstance(data, dict):
            return data
        return {
            key.lower() if str(key).lower() in _TELLING else key: value
            for key, value in data.items()
        }

    @property
    def mark(self) -> str | None:
        """The key that says that the report is confidential; None where none says so."""
        return next((f"{key}: true" for key in _TELLING if getattr(self, key)), None)

    @property
    def is_open(self) -> bool:
        """Whether it says that the report is not confidential, whatever its text looks like.

        `sifat: biasa` says how a letter is sent; only the plain words have this power.
        """
        said = (self.confidential, self.rahasia, self.konfidensial)
        return not self.mark and False in said


_KNOWN = frozenset(FrontMatter.model_fields) | _MOSTLY_KNOWN


def split_front_matter(text: str, path: str) -> tuple[FrontMatter, str, list[Problem]]:
    """Return the front matter of `text`, the text after it, and every mistake in it.

    A text that merely begins with a horizontal rule has none. What looks like front matter and
    cannot be read is a mistake: it may say that the report is confidential. `path` is what
    problems name.
    """
    nothing = FrontMatter()
    found = opening_of(text, _KNOWN, _TELLING)
    if found is None:
        return nothing, text, []
    if found.rest is None:
        remedy = "Add a line `---` after its last key"
        return nothing, text, [Problem(path, found.line, "the front matter does not end", remedy)]
    if set(found.fence) != {"-"}:
        what = f"the front matter stands between lines `{found.fence[:10]}`, which are not read"
        remedy = "Begin and end it with a line `---`, with `key: value` on the lines between"
        return nothing, text, [Problem(path, found.line, what, remedy)]
    front_matter, problems = read_yaml(found.block, FrontMatter, path, first_line=found.line + 1)
    problems += _left_open(found.block, path, found.line + 1)
    return front_matter or nothing, found.rest, problems


def _left_open(yaml: str, path: str, first_line: int) -> Iterator[Problem]:
    """Other keys may be left open; these would publish what somebody meant to withhold."""
    for number, line in enumerate(yaml.split("\n"), start=first_line):
        if found := _LEFT_OPEN.fullmatch(line.rstrip()):
            what = f"`{found['key']}` says neither yes nor no"
            yield Problem(path, number, what, "Write `true` (ya) or `false` (tidak)")
