"""Who is named, with the position that the text gives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from telusur.extract.lexicon_files import PeopleFile
from telusur.extract.model import PersonMention
from telusur.extract.places import NamedPlace

_NAME = r"[A-Z][\w’'-]*(?:[ ](?:[A-Z][\w’'-]*|[A-Z]\.)){0,4}"
_FEWEST_NAME_WORDS = 2
_POSITION_WORD = r"(?:[A-Z][\w/’'-]*\.?|dan|untuk|bidang|\([A-Z]\w+\))"
_MOST_POSITION_WORDS = 14
_ABBREVIATION = re.compile(r"(?:\b[A-Z][A-Z/-]{2,}|\))(?=[ ][A-Z][a-z])")


class PeopleReader:
    """Recognises people by the position that stands with their name.

    Only where the text shows where the position ends and the name begins: by a comma, by a place
    or an abbreviation that ends the position, or by `selaku` after the name.
    """

    def __init__(self, people: PeopleFile) -> None:
        head = _either(people.positions)
        title = rf"(?:(?:{_either(people.titles)})\.?[ ]?)*"
        position = rf"\b(?:{head})\b(?:[ ]{_POSITION_WORD}){{0,{_MOST_POSITION_WORDS}}}"
        self._run = re.compile(position)
        self._after_comma = re.compile(rf",[ ]{title}(?P<name>{_NAME})(?=[,.;\s])")
        self._title = re.compile(title)
        self._name = re.compile(_NAME)
        self._selaku = re.compile(
            rf"\b(?P<name>{_NAME}),?[ ](?:selaku|yang[ ]juga)[ ](?P<position>{position})"
        )
        self._is_position = re.compile(rf"(?:{head}|{_either(people.institutions)})\b")

    def people_in(self, text: str, places: Sequence[NamedPlace]) -> list[PersonMention]:
        """Return the people in `text`, in order of position; `places` are those it names."""
        found = [
            PersonMention(match["name"], match["position"], *match.span("name"))
            for match in self._selaku.finditer(text)
        ]
        place_ends = {place.end for place in places}
        for run in self._run.finditer(text):
            found += self._after_position(text, run, place_ends)
        return sorted(
            (person for person in found if not self._is_position.match(person.name)),
            key=lambda person: person.start,
        )

    def _after_position(
        self, text: str, run: re.Match[str], place_ends: set[int]
    ) -> Iterator[PersonMention]:
        found = self._after_comma.match(text, run.end())
        if found and " " in found["name"] and not self._is_position.match(found["name"]):
            yield PersonMention(found["name"], run[0], *found.span("name"))
            return
        ends = list(place_ends.intersection(range(*run.span())))
        ends += [found.end() for found in _ABBREVIATION.finditer(text, run.start(), run.end())]
        if not ends:
            return
        end = max(ends)
        title = self._title.match(text, end + 1)
        name = self._name.fullmatch(text, title.end() if title else end + 1, run.end())
        if name and name[0].count(" ") + 1 >= _FEWEST_NAME_WORDS:
            yield PersonMention(name[0], text[run.start() : end], *name.span())


def _either(words: Sequence[str]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word) for word in ordered) or r"(?!)"
