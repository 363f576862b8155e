"""Whether a report says of itself that it is confidential.

A mark is known by what it is made of, not by where it stands: a line, a heading, a cell or a name
of nothing but words of `vocabulary.py`, or a sentence about the document itself. Words of running
prose (`menjaga rahasia pribadi`, `kuota terbatas`) are no mark. Where it is doubtful, it is one:
what is withheld without need is told, and `rahasia: tidak` sets it free.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import PurePosixPath

from telusur.corpus.statements.folding import fold, letters_of, words_of
from telusur.corpus.statements.sayings import (
    is_forbidding,
    is_of_another,
    is_said_of_itself,
)
from telusur.corpus.statements.vocabulary import (
    COMPANY,
    INNER,
    KEEPERS,
    KINDS,
    LABELS,
    MATTER,
    NOT,
    OF_LABELS,
    OF_OTHERS,
    SHORT_LEVELS,
    STRONG,
    WEAK,
    YES,
)
from telusur.words import say

_LONGEST = 300
"""Characters; a longer line is no mark, though a sentence in it may be."""
_LONGEST_TITLE = 160
_SHORT_IN_NAMES = frozenset({"RHS", "SRHS", "CONF"})
_LEVELS = STRONG | WEAK
_STEMS = re.compile(
    "rahasia|terbatas|on[fv]ide|secret|classif|klasifikasi|sifat|restrict|dikecuali|embargo|internal"
    "|sendiri|pimpinan|menteri|penerima|recipient|addressee|intern"
    "|ebar|publi|umum|iarkan|edar|bagi|perbanyak|ganda|kopi|utip|bocor|terus|rilis|perlihat"
    "|distrib|releas|shar|circul|forward|copi|disclos|cite|quote|dissem|eyes|useonly|record"
)
_CLOSED_UP = frozenset(
    before + level
    for level in (*STRONG, "terbatas")
    for before in ("", "sangat", "dokumen", "surat", "laporan", "strictly", "top", "naskah")
)
_PART = re.compile(r"[|\t\n•·–—/\\\[\](){}<>:;]+|[ ]{2,}|[ ]-+[ ]|(?<=\w)_+(?=\w)")
_SIGN = re.compile(r"[^\W\d_]+|[:=|\t]|[–—-]|[^\s\w]|\d+|[ ]{2,}")
_YES_LINE = re.compile(
    r"[\W_]*(?P<key>[^\W\d_]+(?:[ _-][^\W\d_]+)?)[\"']?\s*[:=]\s*[\"']?(?P<value>[^\W_]+)[\W_]*"
    r"(?:#.*)?"
)
_BETWEEN_KEYS = re.compile(r"[,{};]")
_TAGGED = re.compile(
    r"(?<![\w#])#(?:sangat|dokumen)?(?:rahasia|konfidensial|confidential|secret)(?!\w)",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"[\W_]*embargo[ ]?:?[ ](?:s\.?[ /]?d\b|sampai|hingga|until)", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?;])\s+")


@dataclass(frozen=True, slots=True)
class Mark:
    """What marks a report as confidential, and where."""

    words: str
    place: str
    """For people: `line 3`, `page header`, `file name`."""

    def __str__(self) -> str:
        return f"“{self.words}” ({self.place})"


def mark_in(lines: Iterable[str], first_line: int = 1) -> Mark | None:
    """Return the first of the `lines` of a text that marks it as confidential.

    A line in small letters that goes on from the one before it is running prose.
    """
    before = ""
    for number, line in enumerate(lines, start=first_line):
        written = line.strip()
        if written and is_mark(written, goes_on=_goes_on(before, written)):
            return Mark(_as_written(written), say("line {number}", number=number))
        before = written
    return None


def mark_among(lines: Iterable[str], place: str) -> Mark | None:
    """Return the first of the `lines` at a place of a file that is a mark, each by itself."""
    found = next((line for line in lines if is_mark(line)), None)
    return Mark(_as_written(found), place) if found else None


def _as_written(line: str) -> str:
    """A mark as people are told it: without Markdown's signs, and not endlessly."""
    return line.replace("*", "").strip(" \t_#|>")[:_LONGEST_TITLE]


def _goes_on(before: str, line: str) -> bool:
    if not before or not line[:1].islower():
        return False
    last = _SENTENCE.split(fold(before))[-1]
    return before[-1] not in ".:;!?" or (last.endswith(";") and is_of_another(words_of(last)))


def is_mark(line: str, *, goes_on: bool = False) -> bool:
    """Whether a line marks its document as confidential; `goes_on` if it continues a sentence."""
    seen = fold(line)
    if _STEMS.search(letters_of(seen)) is None:
        return False
    if len(seen) <= _LONGEST:
        if not goes_on and _is_alone(seen):
            return True
        if _is_labelled(seen) or _is_a_yes(seen) or _TAGGED.search(seen) or _UNTIL.match(seen):
            return True
    if len(seen) <= _LONGEST_TITLE and _is_set_apart(seen, only_capitals=True):
        return True
    sentences = _SENTENCE.split(seen)
    if any(is_said_of_itself(words_of(sentence)) for sentence in sentences):
        return True
    return _forbids(sentences, goes_on=goes_on)


def _forbids(sentences: Sequence[str], *, goes_on: bool) -> bool:
    """Whether one of the sentences forbids to spread the document, and not what the one before
    speaks of: `PIN bersifat rahasia; jangan disebarkan`."""
    of_another = goes_on
    for sentence in sentences:
        words = words_of(sentence)
        if not of_another and is_forbidding(words):
            return True
        of_another = sentence.endswith(";") and (of_another or is_of_another(words))
    return False


def is_mark_in_title(title: str) -> bool:
    """Whether a title or heading says that its document is confidential: `Catatan (Rahasia)`."""
    seen = fold(title)
    return is_mark(title) or (len(seen) <= _LONGEST and _is_set_apart(seen, only_capitals=False))


def mark_in_path(path: str) -> Mark | None:
    """Return the folder or file name of a report's path that marks it as confidential."""
    *folders, name = PurePosixPath(path).parts
    for folder in folders:
        if _is_mark_in_name(folder) or words_of(fold(folder)) in (["internal"], ["intern"]):
            return Mark(folder, say("folder name"))
    return Mark(name, say("file name")) if _is_mark_in_name(PurePosixPath(name).stem) else None


def _is_alone(seen: str) -> bool:
    """Whether a line holds nothing but a level of confidence and what goes with it."""
    words = words_of(seen)
    if not words:
        return False
    if letters_of(seen) in _CLOSED_UP:
        return True
    if any(word in NOT for word in words) or not all(
        word in COMPANY or word in _LEVELS or word in MATTER or word in INNER for word in words
    ):
        return False
    if STRONG.intersection(words):
        return True
    if WEAK.intersection(words):
        return not MATTER.intersection(words) or seen.isupper() or "yang" in words
    # `Dokumen internal`, not `Internal`, which may head one half of a list of causes.
    return bool({"internal", "intern"}.intersection(words) and KINDS.intersection(words))


def _is_labelled(seen: str) -> bool:
    """Whether a label somewhere in a line gives a level: `Nomor : 1/2  Sifat : Sangat Rahasia`."""
    signs = _SIGN.findall(seen.lower())
    if signs and signs[0] == ":" and _gives_a_level(signs[1:]):
        return True  # in a PDF the colon may have lost its word
    for number, sign in enumerate(signs):
        if sign not in LABELS and not (sign == "akses" and signs[max(0, number - 1)] == "hak"):
            continue
        rest = number + 1
        while rest < len(signs) and signs[rest] in OF_LABELS:
            rest += 1
        parted = rest
        while (parted < len(signs) and signs[parted] in ":=|\t–—-") or (
            parted < len(signs) and signs[parted].isspace()
        ):
            parted += 1
        if parted > rest and _gives_a_level(signs[parted:]):
            return True
    return False


def _gives_a_level(signs: Sequence[str]) -> bool:
    for number, sign in enumerate(signs[:12]):
        after = signs[number + 1] if number + 1 < len(signs) else ""
        if sign in NOT:
            return False
        if sign in STRONG:
            return after not in OF_OTHERS
        if sign in WEAK or sign == "internal":
            return not after[:1].isalpha()
        if sign in SHORT_LEVELS and number == 0:
            return after == ""
        if sign[:1].isalpha() and sign not in COMPANY:
            return False
    return False


def _is_a_yes(seen: str) -> bool:
    """Whether a line is a key of front matter, as other programs write it, that says so."""
    for part in _BETWEEN_KEYS.split(seen.lower()):
        found = _YES_LINE.fullmatch(part)
        if found and found["value"] in YES:
            key = words_of(found["key"])
            if not STRONG.isdisjoint(key) or "kerahasiaan" in key:
                return True
    return False


def _is_set_apart(seen: str, *, only_capitals: bool) -> bool:
    """Whether a level stands in a part of its own: `Laporan – RAHASIA`, `[Rahasia] Catatan`."""
    parts = [part.strip() for part in _PART.split(seen)]
    parts = [part for part in parts if part]
    drawn = "|" in seen or "\t" in seen
    for number, part in enumerate(parts):
        if (only_capitals and not part.isupper()) or not _is_alone(part):
            continue
        if STRONG.intersection(words_of(part)) or letters_of(part) in _CLOSED_UP - WEAK:
            return True
        if not drawn and number in (0, len(parts) - 1):
            return True
    if only_capitals and not seen.isupper():
        return False
    words = words_of(seen)
    return any(
        kind in KINDS and level in STRONG and words[at + 2 : at + 3] != ["dagang"]
        for at, (kind, level) in enumerate(pairwise(words))
    ) and not NOT.intersection(words)


def _is_mark_in_name(name: str) -> bool:
    """Whether a file or folder is called confidential: `2024_RAHASIA_loket`, `arsip-rahasia`."""
    spaced = re.sub(r"[\W_]+", " ", fold(name.replace("_", " "))).strip()
    if _is_alone(spaced) or _is_set_apart(fold(name), only_capitals=False):
        return True
    written = re.findall(r"[^\W\d_]+", spaced)
    words = [word.lower() for word in written]
    if NOT.intersection(words):
        return False
    for number, word in enumerate(words):
        before = words[number - 1] if number else ""
        after = words[number + 1] if number + 1 < len(words) else ""
        capitals = written[number].isupper() and not spaced.isupper()
        if written[number] in _SHORT_IN_NAMES:
            return True
        if word in STRONG and (capitals or (after not in OF_OTHERS and before not in KEEPERS)):
            return True
        if word in WEAK and (capitals or number == 0):
            return True
    return False
