"""What a heading, or the head of a table's column, says about all that stands under it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from telusur.extract.lexicon import Lexicon, plain_phrases, words_of
from telusur.extract.model import Kind

_MOST_WORDS = 8
"""A heading with more words is a sentence, and says less about what follows."""
NUMBER = re.compile(
    r"\A\W*(?:bab\s+\w+|(?:[a-z]|[ivx]{1,5})(?=[.)])|\d+(?:\.\d+)*)[.):]*\s+(?=\S)", re.IGNORECASE
)
_BEFORE = re.compile(
    r"daftar|nama|unit|opd|instansi|pihak|petugas|tim|acara|sesi|kegiatan|teks|keterangan"
    r"|dan|serta|[,&/]"
)
"""What a heading says before it names what it is of: `Nama peserta`, `Waktu dan tujuan`."""
_MOST_AFTER = 2
"""Words after `Daftar hadir`, `Susunan acara`, with which these are still all that a title says."""


class Headings:
    """Tells the kind that a heading gives to what stands under it, or that it holds no findings."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._kinds = [
            (kind.id, words)
            for kind in lexicon.kinds
            for cue in kind.headings
            for words in plain_phrases(cue)
        ]
        self._others, self._exceptions = (
            [words for cue in cues for words in plain_phrases(cue)]
            for cues in (lexicon.not_findings.sections, lexicon.not_findings.other_sections)
        )
        self.kind_of = lru_cache(maxsize=1024)(self._kind_of)
        self.excludes = lru_cache(maxsize=1024)(self._excludes)

    def _kind_of(self, heading: str) -> Kind | None:
        """Return the kind; None where the heading names none, or several."""
        words = words_of(heading)
        if len(words) > _MOST_WORDS:
            return None
        found = {kind for kind, cue in self._kinds if _stands_in(cue, words)}
        return found.pop() if len(found) == 1 else None

    def _excludes(self, heading: str, *, of_all: bool = False) -> bool:
        """Whether nothing under the heading is a finding.

        `of_all`: whether it stands over all of the report, as its title. Then it must say nothing
        else: a summary of a survey is the survey's report.
        """
        words = words_of(NUMBER.sub("", heading, count=1))
        while words and not words[-1].isalnum():
            words.pop()
        if of_all:
            return any(
                _begins(cue, words) and len(words) <= len(cue) + _MOST_AFTER * (len(cue) > 1)
                for cue in self._others
            )
        if len(words) > _MOST_WORDS or any(_begins(cue, words) for cue in self._exceptions):
            return False
        heads = [at for at in range(len(words)) if at == 0 or _BEFORE.fullmatch(words[at - 1])]
        if self.kind_of(heading) is not None:
            heads = heads[:1]
        return any(_begins(cue, words[at:]) for at in heads for cue in self._others)


def _stands_in(cue: Sequence[str], words: Sequence[str]) -> bool:
    return any(_begins(cue, words[at:]) for at in range(len(words)))


def _begins(cue: Sequence[str], words: Sequence[str]) -> bool:
    return list(words[: len(cue)]) == list(cue)
