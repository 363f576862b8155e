"""Words with capitals that stand side by side: what names of people are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(r"[^\W\d_](?:[^\W\d_]|['’-](?=[^\W\d_]))*\.?")
PARTICLES = {"bin", "binti", "van", "der", "de", "al", "el", "da", "dos", "alias", "boru", "br"}
_LETTERED = re.compile(
    r"(?:H|Hj|Dr|Drs|Dra|Ir|Prof|KH|R|Rr|St|Moh|Muh|Abd|Sdr|I|Ni|Br|Hb|RA)", re.IGNORECASE
)
_NO_VOWEL = re.compile(r"[A-Z][b-df-hj-np-tv-z]{1,3}")
_NO_NAMES = frozenset({
    "Jl", "Jln", "Gg", "Kp", "Ds", "Dsn", "Dk", "Kb", "Bpk", "Sdr", "Yth", "Tn", "Ny", "Nn", "Pt",
    "Cv", "Ltr", "Km", "Kg", "Gr", "Rp", "Pd", "Tbk", "Hlm", "Hp", "Tlp", "Tgl", "Tk", "Sd", "Smp",
    "Rt", "Rw", "Ktp", "Kk", "Mpp", "Bln", "Thn", "Lt", "Blk", "Pr", "Lk", "Dt", "Ps", "Tgk",
})  # fmt: skip
"""Short for something else than a part of a name, though without a vowel as `Dg.` and `Gst.`."""
_BLANK = re.compile(r"[ \t]+|[ \t]*\n(?![ \t]*\n)[ \t]*")
_ANY_BLANK = re.compile(r"[ \t]*")
SOFT, HARD, PRODUCT, EPONYM = 1, 2, 3, 4
"""What a character belongs to: what may also be a family name; a place or an institution; a
programme, building or phrase that is called like a person at most; a place called after one."""
_LONGEST = 200
"""Characters of an address, at most."""
_FULL_LINE = 40
_MOST_WORDS = 6
_MOST_LETTERS_OF_ACRONYM = 6
_ENCLITIC = re.compile(r"[A-Z]{2,6}-(?:el|nya|ku|mu)")
_BY_WAY_OF = re.compile(r"\b(?:via|melalui|lewat|aplikasi|sistem)[ ]\Z")
_SHORT = 4
"""Letters of what stands in a cell in capitals and is no name."""
_VOWEL = re.compile(r"[AEIOUY]")
_UNSPEAKABLE = re.compile(r"[^AEIOUY]{4}")


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


def words_from(seen: str, at: int, *, small: bool) -> list[Word]:
    """The words that may make up a name from `at` on; `small` also without capitals."""
    words: list[Word] = []
    while len(words) < _MOST_WORDS and (token := _TOKEN.match(seen, at)):
        word = Word(token.start(), token.start() + len(token[0].rstrip(".")), token[0].rstrip("."))
        lower = word.written.lower()
        if not (small or word.capital or (words and lower in PARTICLES)):
            break
        words.append(word)
        if token[0].endswith(".") and not is_initial(word):
            break
        glued = is_initial(word) and token[0].endswith(".")
        blank = (_ANY_BLANK if glued else _BLANK).match(seen, token.end())
        if blank is None or ("\n" in blank[0] and small):
            break
        if not _wrapped(seen, token.end(), blank.end()):
            break
        at = blank.end()
    while words and words[-1].written.lower() in PARTICLES:
        words.pop()
    return words


def runs_in(seen: str, covered: bytearray) -> Iterator[list[Word]]:
    """Words with capitals that stand side by side and are no place, site or institution."""
    run: list[Word] = []
    for token in _TOKEN.finditer(seen):
        word = Word(token.start(), token.start() + len(token[0].rstrip(".")), token[0].rstrip("."))
        lower = word.written.lower()
        beside: object = run and re.fullmatch(
            r"\.?(?:[ \t]+|[ \t]*\n[ \t]*)" if not is_initial(run[-1]) else r"\.?[ \t]*\n?[ \t]*",
            seen[run[-1].end : word.start],
        )
        beside = beside and _wrapped(seen, run[-1].end, word.start)
        stopped = run and seen[run[-1].end : run[-1].end + 1] == "." and not is_initial(run[-1])
        fits = word.capital or (run and lower in PARTICLES)
        fits = fits and covered[word.start] <= SOFT and not _glued(seen, word)
        if run and not (beside and fits and not stopped):
            yield run
            run = []
        if fits and (run or word.capital):
            run.append(word)
    if run:
        yield run


def _wrapped(seen: str, end: int, start: int) -> bool:
    """Whether a line that ends between two words was merely full, and is no cell or heading."""
    line_end = seen.find("\n", end, start)
    return line_end < 0 or line_end - (seen.rfind("\n", 0, end) + 1) >= _FULL_LINE


def is_initial(word: Word) -> bool:
    written = word.written
    short = _NO_VOWEL.fullmatch(written) is not None and written not in _NO_NAMES
    return len(written) == 1 or short or _LETTERED.fullmatch(written) is not None


def is_acronym(word: Word, seen: str) -> bool:
    """Whether a word in capitals stands among words that are not."""
    if _ENCLITIC.fullmatch(word.written):
        return True
    if not word.written.isupper() or len(word.written) < 2:
        return False
    if len(word.written) > 2 and not _VOWEL.search(word.written):
        return True
    start = seen.rfind("\n", 0, word.start) + 1
    end = seen.find("\n", word.end)
    line = seen[start : end if end >= 0 else len(seen)]
    cell = max(line.split("|"), key=lambda part: word.written in part) if "|" in line else line
    if _BY_WAY_OF.search(seen, max(0, word.start - 12), word.start):
        return True
    if cell is not line and len(word.written) <= _SHORT and re.search("[a-z]{2}", line):
        return True
    letters = [one for one in cell if one.isalpha()]
    small = sum(one.islower() for one in letters)
    if small * 3 >= len(letters):
        return (
            len(word.written) <= _MOST_LETTERS_OF_ACRONYM
            or "-" in word.written
            or _UNSPEAKABLE.search(word.written) is not None
        )
    return False


def _glued(seen: str, word: Word) -> bool:
    """Whether a word is part of something longer: an address, a file, `e-KTP`, `F-1.01`."""
    before, after = seen[word.start - 1 : word.start], seen[word.end : word.end + 2]
    if before == "/" or (after[:1] == "/" and after[1:].isupper()):
        return _in_address(seen, word)
    return (
        before in ("@", "_", "-")
        or bool(re.match(r"[@_/\d]|-\d", after))
        or (after[:1] == "." and after[1:].isalnum() and not is_initial(word))
        or before.isdigit()
    )


def _in_address(seen: str, word: Word) -> bool:
    """Whether what has slashes is more than two names side by side: `Aminah/Budi`."""
    before = re.split(r"\s", seen[max(0, word.start - _LONGEST) : word.start])[-1]
    after = re.split(r"\s", seen[word.end : word.end + _LONGEST])[0]
    whole = before + after
    return whole.count("/") > 1 or any(one in whole.rstrip(".,;:!?)") for one in ".:@_?=")
