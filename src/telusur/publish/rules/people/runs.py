"""Names by the words that they are made of: words with capitals side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from telusur.extract.gazetteer import is_small_place
from telusur.publish.model import Hidden
from telusur.publish.rules.patterns.cues import (
    AGE_AFTER,
    MEDIA,
    NO_FIRST,
    OFFICE_WORD,
    PRODUCT_BEFORE,
    SPEECH_AFTER,
    SPEECH_BEFORE,
    WHERE,
)
from telusur.publish.rules.patterns.named import BY
from telusur.publish.rules.patterns.standing import SERVES_IN, stands_as_person
from telusur.publish.rules.patterns.words import (
    PARTICLES,
    SOFT,
    Word,
    is_acronym,
    is_initial,
    runs_in,
)
from telusur.publish.rules.vocabulary import Vocabulary

_FREE = re.compile(
    r"(?:\A|[\n|.,:;(“\"”!?-]\s{0,3}|\b(?:bernama|nama|kata|ujar|tutur|menurut|oleh|ungkap|keluh|dan|kepada|dengan|bersama)\s{1,3})\Z",
    re.IGNORECASE,
)
_ENDING = re.compile(
    r"(?:wati|yati|ningsih|ningrum|astuti|yanto|yono|wanto|harjo|iyem|inem|syah|udin|uddin|tono|"
    r"wardoyo|diharjo|lastri|tinah|ningtyas|ayu|wulan|karno|joyo|rejo|yah|toh|roh|fah)\Z"
)
_IN_SENTENCE = re.compile(r"[a-z)\d][,;]?[ \n]\Z")
_FEWEST_LETTERS = 4
_GOES_ON = re.compile(r"[ -][A-Z0-9(“\"]|[-/][A-Za-z]")
_BUILT = re.compile(
    r"(?:ber|ter|me[mn]?|pe[mnr]?|peng|meng|ke|se|di)[a-z]{3,40}(?:an|kan|i|nya)|[a-z]{1,40}(?:asi|isi|usi|osi|logi|"
    r"[ao]gi|itas|isme|ing|tion|ment|[ae]nce|ity|[iou][nr]al|tif|tik|[bkgt]er|ory|ous|ive|ture|age|ware|tech|nya|kan|"
    r"kes|des|das|bang|prov|kab|pol|dik|kum|bud|nas|panrb|[bcdfghjklmnpqrstvwxz]{4}[a-z]{0,40})"
)
"""Affixes of the language and of foreign words, and what offices are shortened to."""
WEAK = "kata tak dikenal di tengah kalimat"
"""Why a word is hidden of which nothing else says that it is a name: only where it stands."""


class Runs:
    """Finds names among words with capitals."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def names_in(self, seen: str, covered: bytearray, *, titles: bool) -> Iterator[Hidden]:
        """Yield names; in a list of sources (`titles`) newspapers are none."""
        for run in runs_in(seen, covered):
            yield from self._in_run(seen, run, titles, covered)

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
        if lower in NO_FIRST or is_acronym(word, seen) or OFFICE_WORD.fullmatch(lower):
            return False
        return not self._vocabulary.is_word(word.written) or self._vocabulary.may_be_name(lower)

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
        product = PRODUCT_BEFORE.search(before) is not None and not SERVES_IN.search(before)
        cue = (
            AGE_AFTER.match(seen, end)
            or SPEECH_AFTER.match(seen, end)
            or SPEECH_BEFORE.search(before)
        )
        # `A. Hari` at the beginning of a line is an item of a list.
        marked = not is_initial(words[0]) or re.search(r"(?:\A|\n)[ \t|]*\Z", before)
        newspaper = titles and not known and not cue and MEDIA.search(seen, start, end)
        if newspaper or (WHERE.search(before) and not known):
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
        elif unknown and (
            _ENDING.search(words[-1].written.lower())
            or (BY.search(before) and self._stands_out(unknown[0], seen, before))
        ):
            yield _hidden(words, "kata tak dikenal yang tampak sebagai nama")
        elif unknown and self.is_odd(unknown[0]) and stands_as_person(seen, start, end):
            yield _hidden(words, "kata tak dikenal di tempat nama orang")
        elif unknown and self._stands_out(unknown[0], seen, before):
            yield _hidden(words, WEAK)

    def _stands_out(self, word: Word, seen: str, before: str) -> bool:
        """Whether an odd word has a capital in the middle of a sentence and stands alone."""
        return (
            self.is_odd(word)
            and _IN_SENTENCE.search(before) is not None
            and not _GOES_ON.match(seen, word.end)
        )

    def is_odd(self, word: Word) -> bool:
        """Whether a word that is none is neither written small elsewhere, nor a small place, nor
        built like a foreign word."""
        lower = word.written.lower()
        return (
            len(word.written) >= _FEWEST_LETTERS
            and word.written[1:].islower()
            and not _BUILT.fullmatch(lower)
            and lower not in self._vocabulary.small
            and not is_small_place(lower)
            and lower not in NO_FIRST
            and not OFFICE_WORD.fullmatch(lower)
            and not self._vocabulary.is_word(word.written)
        )


def _several(words: Sequence[Word]) -> bool:
    return len([word for word in words if word.written.lower() not in PARTICLES]) > 1


def _hidden(words: Sequence[Word], why: str) -> Hidden:
    return Hidden(words[0].start, words[-1].end, "nama", why)
