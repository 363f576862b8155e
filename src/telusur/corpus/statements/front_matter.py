"""The block of facts between two `---` lines at the top of a report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from telusur.corpus.model import Genre
from telusur.errors import Problem
from telusur.validation import Day, Strict, YesNo, read_yaml

_OPENING = re.compile(r"---[ \t]*\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_KEY = re.compile(r"(?:[ \t]*(?:#.*)?\n)*([\w-]+)[ \t]*:(?:[ \t]|\n|\Z)")
_OPEN_MARK = re.compile(r"(?P<key>confidential|rahasia)[ \t]*:[ \t]*(?:#.*)?")


class FrontMatter(Strict):
    """What a report says of itself; every key may be left out."""

    title: str | None = None
    date: Day | None = None
    published: Day | None = None
    place: str | None = None
    site: str | None = None
    source: str | None = None
    genre: Genre | None = None
    confidential: YesNo | None = None
    rahasia: YesNo | None = None

    @property
    def mark(self) -> str | None:
        """The key that says that the report is confidential; None where none says so."""
        said = {"confidential": self.confidential, "rahasia": self.rahasia}
        return next((f"{key}: true" for key, value in said.items() if value), None)

    @property
    def is_open(self) -> bool:
        """Whether it says that the report is not confidential, whatever its text looks like."""
        return not self.mark and False in (self.confidential, self.rahasia)


def split_front_matter(text: str, path: str) -> tuple[FrontMatter, str, list[Problem]]:
    """Return the front matter of `text`, the text after it, and every mistake in it.

    A text that merely begins with a horizontal rule has none. `path` is what problems name.
    """
    nothing = FrontMatter()
    opening = _OPENING.match(text)
    first_key = _KEY.match(text, opening.end()) if opening else None
    if opening is None or first_key is None:
        return nothing, text, []
    closing = _CLOSING.search(text, opening.end())
    if closing is None:
        if first_key[1] not in FrontMatter.model_fields:
            return nothing, text, []
        remedy = "Add a line `---` after its last key"
        return nothing, text, [Problem(path, 1, "the front matter does not end", remedy)]
    rest = text[closing.end() :].lstrip("\n")
    yaml = text[opening.end() : closing.start()]
    front_matter, problems = read_yaml(yaml, FrontMatter, path, first_line=2)
    problems += _open_marks(yaml, path)
    return front_matter or nothing, rest, problems


def _open_marks(yaml: str, path: str) -> Iterator[Problem]:
    """Other keys may be left open; this one would publish what somebody meant to withhold."""
    for number, line in enumerate(yaml.split("\n"), start=2):
        if found := _OPEN_MARK.fullmatch(line.rstrip()):
            what = f"`{found['key']}` says neither yes nor no"
            yield Problem(path, number, what, "Write `true` (ya) or `false` (tidak)")
