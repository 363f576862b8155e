"""Finds the cues of `extract/` in a text, with spaCy's matchers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from telusur.extract.lexicon import is_plain, plain_phrases, token_pattern

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """A cue found in a text."""

    first: int
    """Position of its first token in the Doc."""
    last: int
    """Position after its last token."""
    label: str
    """What the cue signals."""


class CueMatcher:
    """Finds the phrases and patterns of many labels in one go."""

    def __init__(self, vocab: Vocab, cues: Iterable[tuple[str, Sequence[str]]]) -> None:
        """`cues` are pairs of a label and the cues that signal it."""
        from spacy.matcher import Matcher, PhraseMatcher
        from spacy.tokens import Doc

        self._phrases = PhraseMatcher(vocab, attr="NORM")
        self._patterns = Matcher(vocab)
        self._strings = vocab.strings
        for label, written in cues:
            phrases = [words for cue in written if is_plain(cue) for words in plain_phrases(cue)]
            patterns = [token_pattern(cue) for cue in written if not is_plain(cue)]
            if phrases:
                self._phrases.add(label, [Doc(vocab, words=words) for words in phrases])
            if patterns:
                self._patterns.add(label, patterns)

    def hits(self, doc: Doc) -> list[Hit]:
        """Return what is found, in order of position; hits inside a longer hit are left out."""
        found = {
            Hit(first, last, self._strings[label])
            for matcher in (self._phrases, self._patterns)
            if len(matcher)  # spaCy warns of one without patterns
            for label, first, last in matcher(doc)
        }
        return list(_outermost(sorted(found, key=lambda hit: (hit.first, -hit.last, hit.label))))


def _outermost(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Yield the hits that lie in no longer one; `hits` come by beginning, longest first."""
    longest: Hit | None = None
    for hit in hits:
        if longest is None or hit.last > longest.last:
            longest = hit
        elif (hit.first, hit.last) != (longest.first, longest.last):
            continue
        yield hit
