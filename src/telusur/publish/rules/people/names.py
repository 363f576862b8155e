"""Names of people, by what stands around them and by the words that they are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile

from telusur.extract.gazetteer import is_small_place
from telusur.publish.model import Hidden
from telusur.publish.rules.patterns.cues import (
    FIELD_OF_THINGS,
    FILLED_IN,
    HONORIFIC,
    LABEL,
    NO_FIRST,
    NO_NAME,
    NOBODY,
    NOT_CALLED,
    SURE_HONORIFIC,
    THING_BEFORE,
    THING_FIRST,
    TITLED,
)
from telusur.publish.rules.patterns.sequences import LIST, items_after
from telusur.publish.rules.patterns.standing import SERVES_IN
from telusur.publish.rules.patterns.words import (
    EPONYM,
    HARD,
    PARTICLES,
    PRODUCT,
    SOFT,
    Word,
    is_acronym,
    is_initial,
    words_from,
)
from telusur.publish.rules.people.belonging import Belonging
from telusur.publish.rules.people.cued import cued_in
from telusur.publish.rules.people.runs import Runs
from telusur.publish.rules.people.slots import slots_in
from telusur.publish.rules.people.small import small_names_in
from telusur.publish.rules.people.tables import name_cells, places_in_columns, things_in_columns
from telusur.publish.rules.staying.eponyms import eponyms_in
from telusur.publish.rules.vocabulary import Vocabulary

_LEVEL = re.compile(
    r"\b(?:Kota|Kabupaten|Kab|Provinsi|Prov|Administrasi|Adm|Kepulauan|Pemkot|Pemkab|Pemprov|KOTA|KABUPATEN|PROVINSI)"
    r"\b\.?\s+\Z"
)
_SMALL_LEVEL = re.compile(r"(?:Kelurahan|Kel\.?|Desa|Kecamatan|Kec\.?|Distrik)[ ]", re.IGNORECASE)
_BRAND = re.compile(r"\b(?i:merek|merk|jenama|pt|cv|ud)[ ](?:[A-Z][a-z]+[ ]){1,2}\Z")
"""Where `Mas` is no form of address: `merek Naga Mas Wangi`."""
_MOST_WORDS = 4
_REACH = 40
IN_CELL = "kolom nama di tabel"
"""Why a cell of a table is a name."""


class NameFinder:
    """Finds the names of people in a text. Knows nothing of officials."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._runs = Runs(vocabulary)

    def names_in(
        self,
        text: str,
        no_names: Iterable[tuple[int, int]],
        products: Iterable[tuple[int, int]] = (),
        *,
        titles: bool = False,
    ) -> Iterator[Hidden]:
        """Yield names; `no_names` are the places, sites and institutions that the text names,
        `products` the programmes, buildings and phrases.

        `titles`: the text is a list of sources, where newspapers stand in capitals; only names
        that are known are found in it.
        """
        seen = text
        covered = bytearray(len(seen) + 1)
        for start, end in no_names:
            serves = SERVES_IN.search(seen, max(0, start - 40), end)
            if serves and serves.end() >= start:
                continue  # `bidan desa Sulastri` names no desa
            end = self._end_of_place(seen, start, end)
            mark = SOFT if _may_be_family(seen, start, end) else HARD
            covered[start:end] = bytes([mark]) * (end - start)
        for start, end in places_in_columns(seen):
            covered[start:end] = bytes([HARD]) * (end - start)
        for phrase in NO_NAME.finditer(seen):
            covered[phrase.start() : phrase.end()] = bytes([HARD]) * len(phrase[0])
        for start, end in products:
            covered[start:end] = bytes([PRODUCT]) * (end - start)
        for start, end in eponyms_in(seen, self._vocabulary):
            covered[start:end] = bytes([EPONYM]) * (end - start)
        found = (
            *self._after_labels(seen, covered),
            *self._after_titles(seen, covered),
            *self._in_cells(seen, covered),
            *self._in_lists(seen, covered),
            *slots_in(seen, self._vocabulary, covered),
            *cued_in(seen, self._vocabulary, covered),
            *self._runs.names_in(seen, covered, _marked(seen), titles=titles),
            *small_names_in(seen, self._vocabulary, covered),
        )
        yield from Belonging(seen, self._vocabulary, covered).of(found)

    def _end_of_place(self, seen: str, start: int, end: int) -> int:
        """Where a desa ends behind whose name somebody's stands: `dari Desa Kuripan Sulastri`."""
        level = _SMALL_LEVEL.match(seen, start, end)
        if level is None or is_small_place(seen[level.end() : end]):
            return end
        words = [word for word in words_from(seen, level.end(), small=False) if word.end <= end]
        for before, word in reversed([*pairwise(words)]):
            if self._vocabulary.is_word(word.written):
                break
            if is_small_place(seen[level.end() : before.end]):
                return before.end
        return end

    def _in_cells(self, seen: str, covered: bytearray) -> Iterator[Hidden]:
        for start, end, sure in name_cells(seen):
            words = words_from(seen, start, small=True)
            if not words or all(covered[word.start] for word in words):
                continue
            if (
                seen[start:end].strip(" -.").lower() in NOBODY
                or words[0].written.lower() in NO_FIRST
            ):
                continue
            if THING_FIRST.match(seen, start):
                continue
            plain = all(self._is_plain(word) for word in words) and not seen[start:end].isupper()
            short = len(words) == 1 or all(word.capital for word in words)
            if not plain or (short and (sure or len(words) > 1)):
                yield Hidden(start, end, "nama", IN_CELL)

    def _in_lists(self, seen: str, covered: bytearray) -> Iterator[Hidden]:
        """Yield what stands in a row behind `Hadir:` and the like, but for offices and places."""
        for head in LIST.finditer(seen):
            if FIELD_OF_THINGS.search(head[0]):
                continue  # `4 orang Obat yang diberikan:` where lines were joined
            for start, end in items_after(seen, head.end()):
                words = words_from(seen, start, small=False)
                if not words or covered[words[0].start] or is_acronym(words[0], seen):
                    continue
                if words[0].written.lower() in NO_FIRST or THING_FIRST.match(seen, start):
                    continue
                name = self._until_word(words)
                alone = name and name[-1].end >= end - 1
                if name and (alone or not all(map(self._is_plain, name))):
                    yield _hidden(name, "dalam daftar nama")

    def _after_labels(self, seen: str, covered: bytearray) -> Iterator[Hidden]:
        for label in LABEL.finditer(seen):
            if THING_BEFORE.search(seen[max(0, label.start() - 40) : label.start()]):
                continue
            written = words_from(seen, label.end(), small=True)
            words = _in_capitals(seen, written) or self._until_word(written, small=True)
            form = ":" in label[0] or "=" in label[0]
            filled = form and bool(words) and FILLED_IN.match(seen, written[-1].end)
            if filled and len(written) <= _MOST_WORDS:
                words = written  # a form says where the name ends: `Pemohon: long siang hek;`
            if not words or all(covered[word.start] for word in words):
                continue
            if not THING_FIRST.match(seen, words[0].start):
                yield _hidden(words, "label di depannya")

    def _after_titles(self, seen: str, covered: bytearray) -> Iterator[Hidden]:
        for title in TITLED.finditer(seen):
            words = words_from(seen, title.end(), small=False)
            if not words or words[0].written.lower() in NO_FIRST:
                continue
            if _BRAND.search(seen, max(0, title.start() - _REACH), title.start()):
                continue
            first = words[0].written
            if is_acronym(words[0], seen) and not self._in_capitals(title, words):
                continue
            known = self._vocabulary.is_name(first) or self._vocabulary.may_be_name(first)
            place = bool(covered[words[0].start])
            if covered[words[0].start] in (PRODUCT, EPONYM):
                continue
            honorific = re.match(rf"(?i:{HONORIFIC})\b", title[0]) is not None
            if self._vocabulary.is_public(first) and not honorific:
                continue  # `warga Sunda` are many
            if (
                self._vocabulary.is_word(first)
                and not known
                and not (honorific and self._called(title, words))
            ):
                continue
            if place and not honorific:  # but `Bapak Malang` is a person
                continue
            yield _hidden(self._until_word(words, at_least=1), "sapaan atau peran di depannya")

    def _in_capitals(self, title: re.Match[str], words: Sequence[Word]) -> bool:
        """Whether two words in capitals behind a form of address are a name: `Sdr. BUDI SETIA`."""
        first = words[0].written
        known = self._vocabulary.is_name(first) or self._vocabulary.may_be_name(first)
        sure = SURE_HONORIFIC.match(title[0]) is not None
        return known and sure and len(words) > 1 and words[1].written.isupper()

    def _called(self, title: re.Match[str], words: Sequence[Word]) -> bool:
        """Whether an ordinary word behind a form of address is somebody's name: `Pak Gembong`."""
        first = words[0].written
        sure = SURE_HONORIFIC.match(title[0]) is not None
        return sure and not first.isupper() and first.lower() not in NOT_CALLED

    def _is_plain(self, word: Word) -> bool:
        """Whether a word is nothing but a word."""
        lower = word.written.lower()
        return self._vocabulary.is_word(word.written) and not self._vocabulary.may_be_name(lower)

    def _until_word(
        self, words: Sequence[Word], at_least: int = 0, *, small: bool = False
    ) -> Sequence[Word]:
        """Cut a name off where ordinary words begin; a first name may be a word: `Cucu`."""
        if len(words) > 1 and words[0].written.lower() not in NO_FIRST:
            following = (word.written.lower() for word in words[1:])
            second = next((one for one in following if one not in PARTICLES), "yang")
            if not self._vocabulary.is_word(second) or self._vocabulary.may_be_name(second):
                at_least = 1
        for number, word in enumerate(words):
            lower = word.written.lower()
            if number >= at_least and lower not in PARTICLES and not is_initial(word):
                ambiguous = self._vocabulary.may_be_name(lower) and (word.capital or small)
                if self._vocabulary.is_word(word.written) and not ambiguous:
                    return words[:number]
        return words


def _marked(seen: str) -> bytearray:
    """Where cells stand that hold things."""
    things = bytearray(len(seen) + 1)
    for start, end in things_in_columns(seen):
        things[start:end] = b"\1" * (end - start)
    return things


def _in_capitals(seen: str, words: Sequence[Word]) -> Sequence[Word]:
    """The words in capitals that `words` begin with, where the line has small letters too: a name
    is set apart so, and ends where the capitals end."""
    large = list(takewhile(lambda word: word.written.isupper(), words))
    if len(large) < 2:
        return []
    line = seen[seen.rfind("\n", 0, words[0].start) + 1 : words[0].start]
    return large if re.search("[a-z]{2}", line) else []


def _may_be_family(seen: str, start: int, end: int) -> bool:
    """Whether a place is one word without its level, as in a person's name: `Melati Batubara`."""
    return " " not in seen[start:end] and not _LEVEL.search(seen[max(0, start - 16) : start])


def _hidden(words: Sequence[Word], why: str) -> Hidden:
    return Hidden(words[0].start, words[-1].end, "nama", why)
