"""Names that stand alone, and are words besides: told by what stands around them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from telusur.publish.model import Hidden
from telusur.publish.rules.patterns.cues import (
    NO_FIRST,
    OFFICE_WORD,
    PRODUCT_BEFORE,
    WHERE,
)  # fmt: skip
from telusur.publish.rules.patterns.standing import LABELS
from telusur.publish.rules.patterns.words import (
    Word,
)
from telusur.publish.rules.people.belonging import (
    DERIVED,
    IN_SENTENCE,
    PRESUMED,
)  # fmt: skip
from telusur.publish.rules.vocabulary import Vocabulary

ALONE = re.compile(r"[.!?,;:)](?:[ \n]|\Z)|[ \n](?![A-Z])|\Z")
"""No word with a capital goes on with it: a sentence may end, and another begin."""
_FEWEST_LETTERS = 3


def called_like_a_word(vocabulary: Vocabulary, seen: str, run: Sequence[Word]) -> Sequence[Hidden]:
    """An ordinary word with a capital for which neither the language nor a sentence that
    begins has a reason: `anak saya Embun belum sekolah`."""
    word = run[0]
    before = seen[max(0, word.start - 40) : word.start]
    if (
        len(run) == 1
        and len(word.written) > _FEWEST_LETTERS
        and word.written[1:].islower()
        and IN_SENTENCE.search(before)
        and ALONE.match(seen, word.end)
        and not vocabulary.is_public(word.written)
        and word.written.lower() not in NO_FIRST
        and word.written.lower() in vocabulary.words
        and not OFFICE_WORD.fullmatch(word.written.lower())
        and not DERIVED.fullmatch(word.written.lower())
        and not PRODUCT_BEFORE.search(before)
        and not WHERE.search(before)
        and not LABELS.match(seen, word.end)
    ):
        return [Hidden(run[0].start, run[-1].end, "nama", PRESUMED)]
    return []
