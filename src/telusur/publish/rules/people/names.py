"""Names of people, by what stands around them and by the words that they are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from telusur.publish.model import Hidden
from telusur.publish.rules.people.cues import (
    AGE_AFTER,
    HONORIFIC,
    LABEL,
    NO_FIRST,
    NO_NAME,
    PRODUCT_BEFORE,
    SMALL_TITLED,
    SPEECH_AFTER,
    SPEECH_BEFORE,
    THING_BEFORE,
    TITLED,
    WHERE,
)
from telusur.publish.rules.people.tables import name_cells
from telusur.publish.rules.people.words import (
    HARD,
    PARTICLES,
    PRODUCT,
    SOFT,
    Word,
    is_acronym,
    is_initial,
    runs_in,
    words_from,
)
from telusur.publish.vocabulary import Vocabulary

_LEVEL = re.compile(
    r"\b(?:Kota|Kabupaten|Kab|Provinsi|Prov|Administrasi|Adm|Kepulauan|Pemkot|Pemkab|Pemprov|KOTA|KABUPATEN|PROVINSI)"
    r"\b\.?\s+\Z"
)
_FREE = re.compile(
    r"(?:\A|[\n|.,:;(“\"”!?-]\s*|\b(?:bernama|nama|kata|ujar|tutur|menurut|oleh|ungkap|keluh|dan|kepada|dengan|bersama)\s+)\Z",
    re.IGNORECASE,
)
IN_CELL = "kolom nama di tabel"
"""Why a cell of a table is a name."""


class NameFinder:
    """Finds the names of people in a text. Knows nothing of officials."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

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
            mark = SOFT if _may_be_family(seen, start, end) else HARD
            covered[start:end] = bytes([mark]) * (end - start)
        for found in NO_NAME.finditer(seen):
            covered[found.start() : found.end()] = bytes([HARD]) * len(found[0])
        for start, end in products:
            covered[start:end] = bytes([PRODUCT]) * (end - start)
        yield from self._after_labels(seen, covered)
        yield from self._after_titles(seen, covered)
        for start, end in name_cells(seen):
            words = words_from(seen, start, small=True)
            if words and not all(self._is_plain(word) for word in words):
                yield Hidden(start, end, "nama", IN_CELL)
        for found in SMALL_TITLED.finditer(seen):
            if self._vocabulary.is_name(found["name"]):
                yield Hidden(*found.span("name"), "nama", "sapaan di depannya")
        for run in runs_in(seen, covered):
            yield from self._in_run(seen, run, titles, covered)

    def _after_labels(self, seen: str, covered: bytearray) -> Iterator[Hidden]:
        for label in LABEL.finditer(seen):
            if THING_BEFORE.search(seen[max(0, label.start() - 40) : label.start()]):
                continue
            written = words_from(seen, label.end(), small=True)
            words = self._until_word(written, small=True)
            if words and not all(covered[word.start] in (SOFT, HARD) for word in words):
                yield _hidden(words, "label di depannya")

    def _after_titles(self, seen: str, covered: bytearray) -> Iterator[Hidden]:
        for title in TITLED.finditer(seen):
            words = words_from(seen, title.end(), small=False)
            if not words or words[0].written.lower() in NO_FIRST or is_acronym(words[0], seen):
                continue
            first = words[0].written
            known = self._vocabulary.is_name(first) or self._vocabulary.may_be_name(first)
            place = bool(covered[words[0].start])
            if covered[words[0].start] == PRODUCT:
                continue
            honorific = re.match(rf"(?i:{HONORIFIC})\b", title[0]) is not None
            if self._vocabulary.is_word(first) and not known:
                continue
            if place and not honorific:  # but `Bapak Malang` is a person
                continue
            yield _hidden(self._until_word(words, at_least=1), "sapaan atau peran di depannya")

    def _is_plain(self, word: Word) -> bool:
        """Whether a word is nothing but a word."""
        lower = word.written.lower()
        return self._vocabulary.is_word(lower) and not self._vocabulary.may_be_name(lower)

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
                if self._vocabulary.is_word(lower) and not ambiguous:
                    return words[:number]
        return words

    def _in_run(
        self, seen: str, run: Sequence[Word], titles: bool, covered: bytearray
    ) -> Iterator[Hidden]:
        part: list[Word] = []
        before: Word | None = None
        for word in [*run, None]:
            if word is not None and self._may_belong(word, seen, bool(part)):
                part.append(word)
                continue
            if part:
                alone = self._without_places(seen, part, covered)
                yield from self._judged(seen, self._with_first(seen, before, alone), titles)
            part, before = [], word

    def _may_belong(self, word: Word, seen: str, inside: bool) -> bool:
        lower = word.written.lower()
        if is_initial(word) or (inside and lower in PARTICLES):
            return True
        if lower in NO_FIRST or is_acronym(word, seen):
            return False
        return not self._vocabulary.is_word(lower) or self._vocabulary.may_be_name(lower)

    def _with_first(self, seen: str, first: Word | None, words: Sequence[Word]) -> Sequence[Word]:
        """Put a first name that is a word too before a family name: `kata Cucu Kogoya`."""
        if (
            first is None
            or len(words) != 1
            or first.written.lower() in NO_FIRST
            or is_acronym(first, seen)
            or self._vocabulary.is_word(words[0].written)
            or words[0].start - first.end > 2
        ):
            return words
        said = SPEECH_BEFORE.search(seen[max(0, first.start - 40) : first.start])
        aged = AGE_AFTER.match(seen, words[0].end)
        return [first, *words] if said or aged else words

    def _without_places(
        self, seen: str, words: Sequence[Word], covered: bytearray
    ) -> Sequence[Word]:
        """Take places off a name: they belong to it only beside a word that is known as a name."""
        places = [word for word in words if covered[word.start] == SOFT]
        if not places:
            return words
        others = [word for word in words if covered[word.start] != SOFT and not is_initial(word)]
        named = any(
            self._vocabulary.is_name(one.written) or self._vocabulary.may_be_name(one.written)
            for one in [*others, *places]
        )
        ages = others and AGE_AFTER.match(seen, words[-1].end)
        while (
            words
            and covered[words[0].start] == SOFT
            and not (
                (named or ages) and _FREE.search(seen[max(0, words[0].start - 12) : words[0].start])
            )
        ):
            words = words[1:]
        while words and covered[words[-1].start] == SOFT and not (named or ages):
            words = words[:-1]
        return words

    def _judged(self, seen: str, words: Sequence[Word], titles: bool) -> Iterator[Hidden]:
        """Yield words side by side as a name, where enough says that they are one."""
        while words and (words[-1].written.lower() in PARTICLES):
            words = words[:-1]
        if len(words) > 1 and "".join(w.written for w in words).lower() in self._vocabulary.words:
            return  # a word that was broken in two: `Penanda Tanganan`
        full = [word for word in words if len(word.written) > 2 and not is_initial(word)]
        if not full:
            return
        start, end = words[0].start, words[-1].end
        known = [w for w in full if self._vocabulary.is_name(w.written)]
        maybe = [w for w in full if self._vocabulary.may_be_name(w.written)]
        unknown = [
            w
            for w in full
            if not self._vocabulary.is_word(w.written) and w not in known and w not in maybe
        ]
        before = seen[max(0, start - 40) : start]
        product = PRODUCT_BEFORE.search(before) is not None
        cue = (
            AGE_AFTER.match(seen, end)
            or SPEECH_AFTER.match(seen, end)
            or SPEECH_BEFORE.search(before)
        )
        # `A. Hari` at the beginning of a line is an item of a list.
        marked = not is_initial(words[0]) or re.search(r"(?:\A|\n)[ \t|]*\Z", before)
        if (titles and not known and not cue) or (WHERE.search(before) and not known):
            return
        if AGE_AFTER.match(seen, end):
            yield _hidden(words, "umur di belakangnya")
        elif product and not (known and _several(words) and len(known) == len(full)):
            return
        elif len(words) > 1 and (known or len(maybe) > 1 or unknown or (maybe and not marked)):
            yield _hidden(words, "kata-kata yang tampak sebagai nama")
        elif known and (cue or self._vocabulary.is_given(known[0].written)):
            yield _hidden(words, "nama orang yang umum")
        elif (unknown or maybe) and cue and (unknown or SPEECH_BEFORE.search(before)):
            yield _hidden(words, "kata kerja di dekatnya")
        elif unknown and re.search(
            r"(?:wati|yati|ningsih|ningrum|astuti|yanto|yono|wanto|harjo|iyem|inem|syah|udin|uddin)\Z",
            words[-1].written.lower(),
        ):
            yield _hidden(words, "akhiran nama orang")


def _several(words: Sequence[Word]) -> bool:
    return len([word for word in words if word.written.lower() not in PARTICLES]) > 1


def _may_be_family(seen: str, start: int, end: int) -> bool:
    """Whether a place is one word without its level, as in a person's name: `Melati Batubara`."""
    return " " not in seen[start:end] and not _LEVEL.search(seen[max(0, start - 16) : start])


def _hidden(words: Sequence[Word], why: str) -> Hidden:
    return Hidden(words[0].start, words[-1].end, "nama", why)
