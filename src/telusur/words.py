"""What people read in the terminal and in the browser, in Indonesian or in English.

The code and the templates hold the English sentences; `locale/` holds the Indonesian ones, a
gettext catalogue. The language is the one that a page is asked for in (`speaking`), else what
TELUSUR_BAHASA names, else English where the locale says so, else Indonesian: a machine without a
locale is more likely to stand in an Indonesian office than elsewhere. It is asked for at each
sentence and kept nowhere but in the environment, so that the processes which a build starts speak
as it does.
"""

from __future__ import annotations

import gettext
import os
import string
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any, Literal

Language = Literal["id", "en"]
LANGUAGES: tuple[Language, ...] = ("id", "en")
VARIABLE = "TELUSUR_BAHASA"
DOMAIN = "telusur"
FOLDER = Path(__file__).with_name("locale")
_NO_STATEMENT = ("", "C", "POSIX")
_MONTHS = {
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    "en": "January February March April May June July August September October November December",
}
_READER: ContextVar[Language | None] = ContextVar("reader", default=None)
_SWAPPED = str.maketrans(",.", ".,")


def language(environ: Mapping[str, str] | None = None) -> Language:
    """Return the language in which people are spoken to."""
    if environ is None and (asked := _READER.get()):
        return asked
    environ = os.environ if environ is None else environ
    said = environ.get(VARIABLE, "")
    if said in LANGUAGES:
        return said
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        said = environ.get(name, "").partition(".")[0]
        if said not in _NO_STATEMENT:
            return "en" if said.partition("_")[0] == "en" else "id"
    return "id"


def speak(chosen: Language | None = None) -> None:
    """Have this process and those that it starts speak `chosen`; else what its environment says.

    The words of click are in the same catalogue: it asks gettext, which asks LANGUAGE.
    """
    if chosen:
        os.environ[VARIABLE] = chosen
    os.environ["LANGUAGE"] = language()
    gettext.bindtextdomain(DOMAIN, str(FOLDER))
    gettext.textdomain(DOMAIN)


@contextmanager
def speaking(asked: Language) -> Iterator[None]:
    """Speak the language that one reader of many asked for, as long as they are answered."""
    token = _READER.set(asked)
    try:
        yield
    finally:
        _READER.reset(token)


def say(message: str, /, **facts: object) -> str:
    """Return the message in the language of the reader, with the facts where {names} stand.

    Numbers with a format (`{score:.2f}`, `{count:,}`) and days are written as the language does.
    """
    said = _catalogue(language()).gettext(message) if message else ""  # gettext's "" is its head
    return _FILLED.vformat(said, (), facts) if facts else said


def say_of(one: str, many: str, count: int, /, **facts: object) -> str:
    """Return the form of the message for so many of something; {count} is how many."""
    said = _catalogue(language()).ngettext(one, many, count)
    return _FILLED.vformat(said, (), {"count": count, **facts})


def say_term(family: str, one: str, many: str, count: float, /, **facts: object) -> str:
    """Return a term of a family, for so many of something; its family tells words apart that only
    Indonesian tells apart."""
    spoken = _catalogue(language())
    said = spoken.npgettext(family, one, many, int(count)) if many else spoken.pgettext(family, one)
    return _FILLED.vformat(said, (), facts) if facts else said


def day(of: date | str) -> str:
    """Return a day as the language writes it; a text that is no ISO day as it is."""
    if isinstance(of, str):
        try:
            of = date.fromisoformat(of[:10])
        except ValueError:
            return str(of)
    return f"{of.day} {_MONTHS[language()].split()[of.month - 1]} {of.year}"


def number(value: float, form: str = ".2f") -> str:
    """Return a number in the form that `format` knows, as the language writes it."""
    return _FILLED.format_field(value, form)


class Later(str):
    """A message that is written down before anybody is spoken to: it is said where it is shown."""

    __slots__ = ()

    def __str__(self) -> str:
        return say(str.__str__(self))

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)


class _Filled(string.Formatter):
    """Fills in facts as the language writes them."""

    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, date | datetime) and not format_spec:
            return day(value)
        written: str = super().format_field(value, format_spec)
        number = isinstance(value, int | float) and not isinstance(value, bool) and format_spec
        return written.translate(_SWAPPED) if number and language() == "id" else written


_FILLED = _Filled()


@cache
def _catalogue(chosen: Language) -> gettext.NullTranslations:
    if chosen == "en":
        return gettext.NullTranslations()
    return gettext.translation(DOMAIN, FOLDER, [chosen])
