"""Names of people, by what stands around them and by the words that they are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from telusur.publish.model import Hidden
from telusur.publish.plain import plain
from telusur.publish.rules.cues import (
    AGE_AFTER,
    HONORIFIC,
    LABEL,
    NO_NAME,
    PRODUCT_BEFORE,
    SMALL_TITLED,
    SPEECH_AFTER,
    SPEECH_BEFORE,
    TITLED,
    WHERE,
)
from telusur.publish.rules.tables import name_cells
from telusur.publish.vocabulary import Vocabulary

_TOKEN = re.compile(r"[^\W\d_](?:[^\W\d_]|['’-](?=[^\W\d_]))*\.?")
_PARTICLES = {"bin", "binti", "van", "der", "de", "al", "el", "da", "dos", "alias"}
_LETTERED = re.compile(
    r"(?:H|Hj|Dr|Drs|Dra|Ir|Prof|KH|R|Rr|St|Moh|Muh|Abd|Sdr|I|Ni|Br|Hb|RA)", re.IGNORECASE
)
_LEVEL = re.compile(
    r"\b(?:Kota|Kabupaten|Kab|Provinsi|Prov|Administrasi|Adm|Kepulauan|Pemkot|Pemkab|Pemprov|KOTA|KABUPATEN|PROVINSI)"
    r"\b\.?\s+\Z"
)
_FREE = re.compile(
    r"(?:\A|[\n|.,:;(“\"”!?-]\s*|\b(?:bernama|nama|kata|ujar|tutur|menurut|oleh|ungkap|keluh|dan|kepada|dengan|bersama)\s+)\Z",
    re.IGNORECASE,
)
_NO_FIRST = {
    "bupati", "gubernur", "camat", "lurah", "kepala", "menteri", "presiden", "wali", "walikota",
    "kota", "kabupaten", "provinsi", "negara", "hamil", "rumah", "dinas", "desa", "guru", "dokter",
    "bidan", "rt", "rw", "haji", "dan", "atau", "yang", "itu", "ini", "dari", "di", "ke", "untuk",
    "tidak", "sudah", "belum", "akan", "saya", "kami", "kita", "mereka", "ia", "dia", "beliau",
}  # fmt: skip
_BLANK = re.compile(r"[ \t]+|[ \t]*\n(?![ \t]*\n)[ \t]*")
_ANY_BLANK = re.compile(r"[ \t]*")
_HARD, _SOFT = 1, 2
"""What a character belongs to: a place or an institution, or what may also be a family name."""
_FULL_LINE = 40
_MOST_WORDS = 6
_MOST_LETTERS_OF_ACRONYM = 6


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text."""

    start: int
    end: int
    written: str
    """Without the full stop of an abbreviation."""

    @property
    def capital(self) -> bool:
        return self.written[0].isupper()


class NameFinder:
    """Finds the names of people in a text. Knows nothing of officials."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def names_in(
        self, text: str, no_names: Sequence[tuple[int, int]], *, titles: bool = False
    ) -> Iterator[Hidden]:
        """Yield names; `no_names` are the places, sites and institutions that the text names.

        `titles`: the text is a list of sources, where newspapers stand in capitals; only names
        that are known are found in it.
        """
        seen = plain(text)
        covered = bytearray(len(seen) + 1)
        for start, end in no_names:
            mark = _SOFT if _may_be_family(seen, start, end) else _HARD
            covered[start:end] = bytes([mark]) * (end - start)
        for found in NO_NAME.finditer(seen):
            covered[found.start() : found.end()] = bytes([_HARD]) * len(found[0])
        yield from self._after_labels(seen, covered)
        yield from self._after_titles(seen, covered)
        for start, end in name_cells(seen):
            words = self._words_from(seen, start, small=True)
            if words and not all(self._is_plain(word) for word in words):
                yield Hidden(start, end, "nama", "kolom nama di tabel")
        for found in SMALL_TITLED.finditer(seen):
            if self._vocabulary.is_name(found["name"]):
                yield Hidden(*found.span("name"), "nama", "sapaan di depannya")
        for run in self._runs(seen, covered):
            yield from self._in_run(seen, run, titles, covered)

    def _after_labels(self, seen: str, covered: bytearray) -> Iterator[Hidden]:
        for label in LABEL.finditer(seen):
            written = self._words_from(seen, label.end(), small=True)
            words = self._until_word(written, small=True)
            if words and not all(covered[word.start] for word in words):
                yield _hidden(words, "label di depannya")

    def _after_titles(self, seen: str, covered: bytearray) -> Iterator[Hidden]:
        for title in TITLED.finditer(seen):
            words = self._words_from(seen, title.end(), small=False)
            if not words or words[0].written.lower() in _NO_FIRST or _is_acronym(words[0], seen):
                continue
            first = words[0].written
            known = self._vocabulary.is_name(first) or self._vocabulary.may_be_name(first)
            place = bool(covered[words[0].start])
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
        if len(words) > 1 and words[0].written.lower() not in _NO_FIRST:
            following = (word.written.lower() for word in words[1:])
            second = next((one for one in following if one not in _PARTICLES), "yang")
            if not self._vocabulary.is_word(second) or self._vocabulary.may_be_name(second):
                at_least = 1
        for number, word in enumerate(words):
            lower = word.written.lower()
            if number >= at_least and lower not in _PARTICLES and not _is_initial(word):
                ambiguous = self._vocabulary.may_be_name(lower) and (word.capital or small)
                if self._vocabulary.is_word(lower) and not ambiguous:
                    return words[:number]
        return words

    def _words_from(self, seen: str, at: int, *, small: bool) -> list[Word]:
        """The words that may make up a name from `at` on; `small` also without capitals."""
        words: list[Word] = []
        while len(words) < _MOST_WORDS and (token := _TOKEN.match(seen, at)):
            word = Word(
                token.start(), token.start() + len(token[0].rstrip(".")), token[0].rstrip(".")
            )
            lower = word.written.lower()
            if not (small or word.capital or (words and lower in _PARTICLES)):
                break
            words.append(word)
            if token[0].endswith(".") and not _is_initial(word):
                break
            glued = _is_initial(word) and token[0].endswith(".")
            blank = (_ANY_BLANK if glued else _BLANK).match(seen, token.end())
            if blank is None or ("\n" in blank[0] and small):
                break
            if not _wrapped(seen, token.end(), blank.end()):
                break
            at = blank.end()
        while words and words[-1].written.lower() in _PARTICLES:
            words.pop()
        return words

    def _runs(self, seen: str, covered: bytearray) -> Iterator[list[Word]]:
        """Words with capitals that stand side by side and are no place, site or institution."""
        run: list[Word] = []
        for token in _TOKEN.finditer(seen):
            word = Word(
                token.start(), token.start() + len(token[0].rstrip(".")), token[0].rstrip(".")
            )
            lower = word.written.lower()
            beside: object = run and re.fullmatch(
                r"\.?(?:[ \t]+|[ \t]*\n[ \t]*)"
                if not _is_initial(run[-1])
                else r"\.?[ \t]*\n?[ \t]*",
                seen[run[-1].end : word.start],
            )
            beside = beside and _wrapped(seen, run[-1].end, word.start)
            stopped = (
                run and seen[run[-1].end : run[-1].end + 1] == "." and not _is_initial(run[-1])
            )
            fits = word.capital or (run and lower in _PARTICLES)
            fits = fits and covered[word.start] != _HARD and not _glued(seen, word)
            if run and not (beside and fits and not stopped):
                yield run
                run = []
            if fits and (run or word.capital):
                run.append(word)
        if run:
            yield run

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
        if _is_initial(word) or (inside and lower in _PARTICLES):
            return True
        if lower in _NO_FIRST or _is_acronym(word, seen):
            return False
        return not self._vocabulary.is_word(lower) or self._vocabulary.may_be_name(lower)

    def _with_first(self, seen: str, first: Word | None, words: Sequence[Word]) -> Sequence[Word]:
        """Put a first name that is a word too before a family name: `kata Cucu Kogoya`."""
        if (
            first is None
            or len(words) != 1
            or first.written.lower() in _NO_FIRST
            or _is_acronym(first, seen)
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
        places = [word for word in words if covered[word.start] == _SOFT]
        if not places:
            return words
        others = [word for word in words if covered[word.start] != _SOFT and not _is_initial(word)]
        named = any(
            self._vocabulary.is_name(one.written) or self._vocabulary.may_be_name(one.written)
            for one in [*others, *places]
        )
        ages = others and AGE_AFTER.match(seen, words[-1].end)
        while (
            words
            and covered[words[0].start] == _SOFT
            and not (
                (named or ages) and _FREE.search(seen[max(0, words[0].start - 12) : words[0].start])
            )
        ):
            words = words[1:]
        while words and covered[words[-1].start] == _SOFT and not (named or ages):
            words = words[:-1]
        return words

    def _judged(self, seen: str, words: Sequence[Word], titles: bool) -> Iterator[Hidden]:
        """Yield words side by side as a name, where enough says that they are one."""
        while words and (words[-1].written.lower() in _PARTICLES):
            words = words[:-1]
        full = [word for word in words if len(word.written) > 2 and not _is_initial(word)]
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
        marked = not _is_initial(words[0]) or re.search(r"(?:\A|\n)[ \t|]*\Z", before)
        if (titles and not known and not cue) or (WHERE.search(before) and not known):
            return
        if AGE_AFTER.match(seen, end):
            yield _hidden(words, "umur di belakangnya")
        elif product and not (known and len(words) > 1 and len(known) == len(full)):
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


def _wrapped(seen: str, end: int, start: int) -> bool:
    """Whether a line that ends between two words was merely full, and is no cell or heading."""
    line_end = seen.find("\n", end, start)
    return line_end < 0 or line_end - (seen.rfind("\n", 0, end) + 1) >= _FULL_LINE


def _may_be_family(seen: str, start: int, end: int) -> bool:
    """Whether a place is one word without its level, as in a person's name: `Melati Batubara`."""
    return " " not in seen[start:end] and not _LEVEL.search(seen[max(0, start - 16) : start])


def _hidden(words: Sequence[Word], why: str) -> Hidden:
    return Hidden(words[0].start, words[-1].end, "nama", why)


def _is_initial(word: Word) -> bool:
    return len(word.written) == 1 or _LETTERED.fullmatch(word.written) is not None


def _is_acronym(word: Word, seen: str) -> bool:
    """Whether a word in capitals stands among words that are not."""
    if not word.written.isupper() or len(word.written) < 2:
        return False
    start = seen.rfind("\n", 0, word.start) + 1
    end = seen.find("\n", word.end)
    line = seen[start : end if end >= 0 else len(seen)]
    cell = max(line.split("|"), key=lambda part: word.written in part)
    letters = [one for one in cell if one.isalpha()]
    small = sum(one.islower() for one in letters)
    if small * 3 >= len(letters):
        return len(word.written) <= _MOST_LETTERS_OF_ACRONYM or "-" in word.written
    return False


def _glued(seen: str, word: Word) -> bool:
    """Whether a word is part of something longer: an address, a file, `e-KTP`, `F-1.01`."""
    before, after = seen[word.start - 1 : word.start], seen[word.end : word.end + 2]
    return (
        before in ("@", "/", "_", "-")
        or bool(re.match(r"[@_/\d]|-\d", after))
        or (after[:1] == "." and after[1:].isalnum() and not _is_initial(word))
        or before.isdigit()
    )
