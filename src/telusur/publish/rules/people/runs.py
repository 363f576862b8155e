"""Names by the words that they are made of: words with capitals side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from telusur.extract.gazetteer import is_small_place
from telusur.publish.model import Hidden
from telusur.publish.rules.patterns.cues import (
    AGE_AFTER,
    FIELD_OF_THINGS,
    MEDIA,
    NO_FIRST,
    OFFICE_WORD,
    PRODUCT_BEFORE,
    SPEECH_AFTER,
    SPEECH_BEFORE,
    WHERE,
)  # fmt: skip
from telusur.publish.rules.patterns.standing import SERVES_IN
from telusur.publish.rules.patterns.words import (
    PARTICLES,
    SOFT,
    Word,
    is_acronym,
    is_initial,
    runs_in,
)
from telusur.publish.rules.people.alone import ALONE, called_like_a_word
from telusur.publish.rules.people.belonging import (
    IN_SENTENCE,
    PRESUMED,
)  # fmt: skip
from telusur.publish.rules.vocabulary import Vocabulary, names_listed

_FREE = re.compile(
    r"(?:\A|[\n|.,:;(“\"”!?-]\s{0,3}|\b(?:bernama|nama|kata|ujar|tutur|menurut|oleh|ungkap|keluh|dan|kepada|dengan|bersama)\s{1,3})\Z",
    re.IGNORECASE,
)
_LEAD = re.compile(r"\b[A-Z][\w'-]{1,20}[ ]\Z")
_VILLAGE = re.compile(
    r"\b(?i:desa|kelurahan|kecamatan|distrik|nagari|kampung|gampong|pekon)[ ]"
    r"(?P<lead>(?:[A-Z][\w'-]{1,20}[ ])?)\Z"
)
_FEWEST_LETTERS = 3
_BUILT = re.compile(
    r"(?:meng?|peng?|pem|mem|ber|ter|di|se|ke)[a-z]{3,40}(?:kan|nya)|"
    r"[a-z]{2,40}(?:isasi|ologi|itas|isme|tion|ment|[ae]nce|ity|ware|tech)"
)
"""Affixes of the language and of foreign words: no name has them."""
_APART = re.compile(r"[*_]{0,2}[ ]?(?:[(–—|]|[-:][ ]|\n|\Z)")
"""Behind what stands for itself at the beginning of an item, a line or a cell."""
_DAY = re.compile(
    r"[ ]{0,10}(?:[/,][ ]?[A-Za-z]{2,10})?[ ]{0,10}:[ *]{0,4}(?:Senin|Selasa|Rabu|Kamis|Jum['’]?at|Sabtu|Minggu|Ahad)\b"  # noqa: E501
)
"""Behind `Hari`, which is a label then and nobody."""
_EDITION = re.compile(r"[ ](?:New[ ]Generation|Next[ ]Gen(?:eration)?|Mobile|Apps?)\b")
"""Behind what is a program and nobody: `lewat Sulimpres Mobile`."""
_FIELD = 150
"""Characters of a field that are looked at."""


class Runs:
    """Finds names among words with capitals."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def names_in(
        self, seen: str, covered: bytearray, things: bytearray, *, titles: bool
    ) -> Iterator[Hidden]:
        """Yield names; in a list of sources (`titles`) newspapers are none, and where `things`
        stand, what is not known as a name."""
        for run in runs_in(seen, covered):
            if things[run[0].start] or FIELD_OF_THINGS.search(
                seen, max(0, run[0].start - _FIELD), run[0].start
            ):
                words = (word.written for word in run)
                if not any(self._vocabulary.is_name(one) for one in words):
                    continue
            found = [*self._in_run(seen, run, titles, covered)]
            yield from found or called_like_a_word(self._vocabulary, seen, run)

    def _in_run(
        self, seen: str, run: Sequence[Word], titles: bool, covered: bytearray
    ) -> Iterator[Hidden]:
        part: list[Word] = []
        for word in [*run, None]:
            if word is not None and self._may_belong(word, seen, bool(part)):
                part.append(word)
                continue
            if part:
                yield from self._judged(seen, self._without_places(seen, part, covered), titles)
            part = []

    def _may_belong(self, word: Word, seen: str, inside: bool) -> bool:
        lower = word.written.lower()
        if is_initial(word) or (inside and lower in PARTICLES):
            return True
        if lower in NO_FIRST or is_acronym(word, seen) or OFFICE_WORD.fullmatch(lower):
            return False
        if self._vocabulary.may_be_name(lower):
            return True
        return not self._vocabulary.is_word(word.written) and (
            inside or not self._vocabulary.is_public(lower)
        )

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
        if (tail := _behind_village(seen, words, before)) and tail != words:
            yield from self._judged(seen, tail, titles)
            return
        product = PRODUCT_BEFORE.search(before) is not None and not _ends(SERVES_IN, before)
        cue = (
            AGE_AFTER.match(seen, end)
            or SPEECH_AFTER.match(seen, end)
            or SPEECH_BEFORE.search(before)
        )
        # `A. Hari` at the beginning of a line is an item of a list.
        marked = not is_initial(words[0]) or re.search(r"(?:\A|\n)[ \t|]*\Z", before)
        if titles and not known and not cue and MEDIA.search(seen, start, end):
            return
        if (
            WHERE.search(before)
            and not known
            and (is_small_place(seen[start:end]) or all(is_small_place(w.written) for w in full))
        ):
            return
        lead = _LEAD.search(before)
        product = product or bool(
            lead
            and self._vocabulary.is_word(lead[0].strip())
            and PRODUCT_BEFORE.search(before[: lead.start()])
        )
        inside = lead and WHERE.search(before[: lead.start()])
        if lead and inside and is_small_place(lead[0] + seen[start:end]):
            return  # `ke Long Apung`: one word of the place is a word of the language
        if _EDITION.match(seen, end) and not known and not cue:
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
        elif (
            any(map(self._is_odd, unknown))
            or known
            or (maybe and IN_SENTENCE.search(before) and ALONE.match(seen, end))
            or (maybe and _APART.match(seen, end) and not _DAY.match(seen, end))
        ):
            yield _hidden(words, PRESUMED)

    def _is_odd(self, word: Word) -> bool:
        """Whether nothing explains the capital of a word that is none of the language."""
        lower = word.written.lower()
        return (
            len(word.written) >= _FEWEST_LETTERS
            and all(
                part[1:].islower() or part.isupper() for part in re.split("['’-]", word.written)
            )
            and not _BUILT.fullmatch(lower)
        )


def _ends(pattern: re.Pattern[str], before: str) -> bool:
    """Whether what `pattern` finds last reaches to the end."""
    return any(found.end() == len(before) for found in pattern.finditer(before))


def _behind_village(seen: str, words: Sequence[Word], before: str) -> Sequence[Word]:
    """What stands behind a village's name in a run: `dari Kampung Melayu Sulimpres`."""
    if level := _VILLAGE.search(before):
        for count in range(len(words) - 1, 0, -1):
            if is_small_place(level["lead"] + seen[words[0].start : words[count - 1].end]):
                return words[count:]
        if len(words) > 1 and words[1].written.lower() in names_listed():
            return words[1:]
    return words


def _several(words: Sequence[Word]) -> bool:
    return len([word for word in words if word.written.lower() not in PARTICLES]) > 1


def _hidden(words: Sequence[Word], why: str) -> Hidden:
    return Hidden(words[0].start, words[-1].end, "nama", why)
