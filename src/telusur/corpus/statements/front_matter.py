"""The block of facts between two `---` lines at the top of a report."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, model_validator
from pydantic_core import PydanticCustomError

from telusur.corpus.model import Genre
from telusur.corpus.statements.confidential import is_mark
from telusur.corpus.statements.days import day_in
from telusur.corpus.statements.opening import opening_of
from telusur.corpus.statements.vocabulary import NEUTRAL, NO, NOT, OPEN, STRONG, WEAK, YES
from telusur.errors import Problem
from telusur.validation import read_yaml
from telusur.words import say

_TELLING = ("confidential", "rahasia", "konfidensial", "sifat", "klasifikasi", "classification")
_TELLING_KEY = "|".join(_TELLING)
_LEFT_OPEN = re.compile(rf"[ \t]*(?P<key>{_TELLING_KEY})[ \t]*:[ \t]*(?:#.*)?", re.IGNORECASE)
_MOSTLY_KNOWN = frozenset({"penulis", "author", "tags"})
"""Keys that others write: what has them was meant to be front matter."""
_IN_INDONESIAN = {
    "judul": "title", "tanggal": "date", "tgl": "date", "tempat": "place", "lokasi": "place",
    "sumber": "source", "jenis": "genre", "terbit": "published", "diterbitkan": "published",
    "situs": "site",
}  # fmt: skip
_ALIKE = 0.75
"""From here on a key may be a telling one, mistyped."""


def _day(given: Any) -> Any:
    if not isinstance(given, str):
        return given
    day = day_in(given)
    if day is None:
        raise PydanticCustomError("date_form", say("no day"))
    return day


Day = Annotated[date, BeforeValidator(_day)]
"""A day as people write it: `2021-02-26`, `26 Februari 2021`, `26/02/2021`."""


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
    raise PydanticCustomError("yes_no", say("Write `true` (ya) or `false` (tidak)"))


Level = Annotated[bool | None, BeforeValidator(_level)]
"""Whether something is confidential: `true`, `ya`, `Rahasia`; `false`, `tidak`, `terbuka`."""


class FrontMatter(BaseModel):
    """What a report says of itself; every key may be left out, and others may stand beside them.

    Keys may be in Indonesian (`judul`, `tanggal`) and in capitals.
    """

    model_config = ConfigDict(extra="allow", frozen=True, str_strip_whitespace=True)

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
        """`Rahasia: ya` says what `rahasia: ya` says, and `Judul` what `title` says."""
        if not isinstance(data, dict):
            return data
        named: dict[str, Any] = {}
        for key, value in data.items():
            plain = " ".join(str(key).lower().split())
            name = _IN_INDONESIAN.get(plain, plain)
            known = name in cls.model_fields and name not in named
            named[name if known else str(key)] = value
        if isinstance(genre := named.get("genre"), str):
            named["genre"] = " ".join(genre.lower().split())
        return named

    @property
    def mark(self) -> str | None:
        """The key that says that the report is confidential; None where none says so."""
        said = (f"{key}: true" for key in _TELLING if getattr(self, key))
        return next(said, None) or next(filter(_may_tell, self.unknown), None)

    @property
    def unknown(self) -> list[str]:
        """The lines with keys that are not known here."""
        return [f"{key}: {value}" for key, value in (self.model_extra or {}).items()]

    @property
    def is_open(self) -> bool:
        """Whether it says that the report is not confidential, whatever its text looks like.

        `sifat: biasa` says how a letter is sent; only the plain words have this power.
        """
        said = (self.confidential, self.rahasia, self.konfidensial)
        return not self.mark and False in said


def _may_tell(line: str) -> bool:
    """Whether a line that is not known may be meant to say that a report is confidential."""
    key, _, value = line.lower().partition(": ")
    if is_mark(line):
        return True
    alike = difflib.get_close_matches(key, _TELLING, n=1, cutoff=_ALIKE)
    return bool(alike) and not set(value.split()) <= NO | OPEN | NEUTRAL


_KNOWN = frozenset(_IN_INDONESIAN) | frozenset(FrontMatter.model_fields) | _MOSTLY_KNOWN


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
        remedy = say("Add a line `---` after its last key")
        return (
            nothing,
            text,
            [Problem(path, found.line, say("the front matter does not end"), remedy)],
        )
    if set(found.fence) != {"-"}:
        what = say(
            "the front matter stands between lines `{fence}`, which are not read",
            fence=found.fence[:10],
        )
        remedy = say("Begin and end it with a line `---`, with `key: value` on the lines between")
        return nothing, text, [Problem(path, found.line, what, remedy)]
    front_matter, problems = read_yaml(found.block, FrontMatter, path, first_line=found.line + 1)
    problems += _left_open(found.block, path, found.line + 1)
    return front_matter or nothing, found.rest, problems


def _left_open(yaml: str, path: str, first_line: int) -> Iterator[Problem]:
    """Other keys may be left open; these would publish what somebody meant to withhold."""
    for number, line in enumerate(yaml.split("\n"), start=first_line):
        if found := _LEFT_OPEN.fullmatch(line.rstrip()):
            what = say("`{key}` says neither yes nor no", key=found["key"])
            yield Problem(path, number, what, say("Write `true` (ya) or `false` (tidak)"))


def unknown_lines(front_matter: FrontMatter) -> tuple[tuple[str, str], ...]:
    """Say of each key that is not known that it was passed over, and what may have been meant."""
    remarks = []
    for line in front_matter.unknown:
        key = line.partition(": ")[0]
        names = (*FrontMatter.model_fields, *_IN_INDONESIAN)
        near = difflib.get_close_matches(key.lower(), names, n=1)
        hint = (
            say("Did you mean `{near}`", near=near[0])
            if near
            else say("Known: {names}", names=", ".join(names))
        )
        remarks.append(
            (say("`{key}` is not known in the front matter and was passed over", key=key), hint)
        )
    return tuple(remarks)
