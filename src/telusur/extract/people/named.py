"""Who is named, with the position that the text gives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from telusur.extract.lexicon import PeopleFile
from telusur.extract.model import PersonMention
from telusur.extract.places.names import NamedPlace

_NAME = r"[A-Z][\w’'-]{0,40}(?:[ ](?:[A-Z][\w’'-]{0,40}|[A-Z]\.)){0,4}"
_DEGREE = r"(?:[A-Z][A-Za-z]{0,5}\.){1,4}[A-Za-z]{0,5}\.?"
MOST_TITLES = 8
"""Before one name: `Prof. Dr. H. Ir.`; more are no titles."""
_FEWEST_NAME_WORDS = 2
_POSITION_WORD = r"(?:[A-Z][\w/’'-]{0,40}\.?|dan|untuk|bidang|\([A-Z]\w+\))"
_NO_NAME = re.compile(
    r"(?:Kecamatan|Kabupaten|Kota|Provinsi|Desa|Kelurahan|Bidang|Bagian|Seksi|Subdit|Unsur|OPD|SKPD"
    r"|Perangkat|Jajaran|Pelaksana|Peraturan|Undang-Undang|Nomor|Tahun|Republik|Indonesia|Negara"
    r"|Rumah|Sekolah|Hari|Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu|Untuk|Dalam|Pada|Namun|Ini)\b"
    r"|[A-Z]{2,}\b"
)
"""What begins no name; nor does an abbreviation."""
_NEEDS_NO_OFFICE = re.compile(
    r"(?:(?:Wakil )?(?:Bupati|Gubernur|Wali ?[Kk]ota|Presiden)|Wabup|Wagub|Sekda|Sekretaris Daerah"
    r"|Dandim|Kapolres)(?=[ ])"
)
"""Positions after which a name can stand at once."""
_MOST_POSITION_WORDS = 14
_ABBREVIATION = re.compile(r"(?:\b[A-Z][A-Z/-]{2,60}+|\))(?=[ ][A-Z][a-z])")


class PeopleReader:
    """Recognises people by the position that stands with their name.

    Only where the text shows where the position ends and the name begins: by a comma, by a place
    or an abbreviation that ends the position, or by `selaku` after the name.
    """

    def __init__(self, people: PeopleFile) -> None:
        head = _either(people.positions)
        # Each title once: `A A A` is one way to read the titles `A` and `A A`, not many.
        title = rf"(?>(?:{_either(people.titles)})\b\.?[ ]?){{0,{MOST_TITLES}}}"
        position = rf"\b(?:{head})\b(?:[ ]{_POSITION_WORD}){{0,{_MOST_POSITION_WORDS}}}"
        self._run = re.compile(position)
        self._after_comma = re.compile(rf",[ ]{title}(?P<name>{_NAME})(?=[,.;\s])")
        self._goes_on = re.compile(rf",[ ][a-z]|[ ](?:{_either(people.saying)})\b")
        self._title = re.compile(title)
        self._name = re.compile(_NAME)
        self._selaku = re.compile(
            rf"\b(?P<name>{_NAME}),?(?:[ ]{_DEGREE},?){{0,8}}[ ](?:selaku|yang[ ]juga)[ ]"
            rf"(?P<position>{position})"
        )
        # The position that follows a name ends with its comma: `Budi Santoso, Kepala Dinas, …`
        self._apposition = re.compile(
            rf"\b(?P<name>{_NAME}),(?:[ ]{_DEGREE},?){{0,8}}[ ]"
            rf"(?P<position>{position})(?=[,.;)”\"\n]|\Z)"
        )
        self._is_position = re.compile(rf"(?:{head}|{_either(people.institutions)})\b")

    def people_in(self, text: str, places: Sequence[NamedPlace]) -> list[PersonMention]:
        """Return the people in `text`, in order of position; `places` are those it names."""
        runs = list(self._run.finditer(text))
        # `Sekretaris Daerah Kota X Budi, Kepala Dinas Y …` lists people: what stands inside a
        # position is no name that the next position would explain.
        inside = {place for run in runs for place in range(*run.span())}
        found = [
            PersonMention(match["name"], match["position"].rstrip("."), *match.span("name"))
            for pattern in (self._selaku, self._apposition)
            for match in pattern.finditer(text)
            if " " in match["name"]
            and (pattern is self._selaku or match.start("name") not in inside)
        ]
        place_ends = {place.end for place in places}
        for run in runs:
            found += self._after_position(text, run, place_ends)
        place_starts = {place.start for place in places}
        by_start = {
            person.start: person
            for person in found
            if person.start not in place_starts and self._is_name(person.name)
        }
        return [by_start[start] for start in sorted(by_start)]

    def _after_position(
        self, text: str, run: re.Match[str], place_ends: set[int]
    ) -> Iterator[PersonMention]:
        found = self._after_comma.match(text, run.end())
        if found and self._is_name(found["name"]) and self._is_whole(text, found):
            yield PersonMention(found["name"], run[0], *found.span("name"))
            return
        last = run.end() - run[0].endswith(".")
        ends = list(place_ends.intersection(range(run.start(), last)))
        ends += [found.end() for found in _ABBREVIATION.finditer(text, run.start(), last)]
        if head := _NEEDS_NO_OFFICE.match(text, run.start(), last):
            ends.append(head.end())
        if not ends:
            return
        end = max(ends)
        title = self._title.match(text, end + 1)
        name = self._name.fullmatch(text, title.end() if title else end + 1, last)
        if name and name[0].count(" ") + 1 >= _FEWEST_NAME_WORDS:
            yield PersonMention(name[0], text[run.start() : end], *name.span())

    def _is_name(self, words: str) -> bool:
        return not self._is_position.match(words) and not _NO_NAME.match(words)

    def _is_whole(self, text: str, found: re.Match[str]) -> bool:
        """Whether a name after a comma is one: of several words, or with another comma or a verb of
        speech after it (`Kepala Bidang Data, Rina, …`)."""
        return " " in found["name"] or self._goes_on.match(text, found.end("name")) is not None


def _either(words: Sequence[str]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word) for word in ordered) or r"(?!)"
