"""A text in plain characters, and the way back: what is looked at when secrets are sought.

One secret can be written in many ways: with soft hyphens, in full-width or Cyrillic letters,
percent-encoded, as entities of HTML. All of them are one text here, for finding and for proving.
"""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote_to_bytes

_MOST_ROUNDS = 4
"""`%2520` is a blank after two."""
# Most of a long text is letters and blanks. Every pattern begins with a character that is rare
# among them, which the engine looks for many times faster than it tries alternatives.
_PIECE = re.compile(
    r"[^\t\n\r -$'-)+,./0-9:;=>?@A-Z\[\]^_`a-z{|}~](?:"
    r"(?P<wide>(?<=[^\x00-\x7f]))"
    r"|(?P<percent>(?<=%)[0-9A-Fa-f]{2}(?>(?:%[0-9A-Fa-f]{2})*))"
    r"|(?P<entity>(?<=&)(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?<=\\)(?P<escape>u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|x[0-9A-Fa-f]{2}|u\{[0-9A-Fa-f]{1,6}\})"
    r"|(?P<blank>(?<=\\)[nrt]|(?<=<)(?:br|BR)[ ]?/?>)"
    r"|(?P<control>(?<=[\x00-\x08\x0b\x0c\x0e-\x1f\x7f])|(?<=[A-Za-z]\*)\*{0,2}(?=[a-z]))"
    r"|(?P<broken>(?<=[A-Za-z]-)(?:[ \t]{0,8}\r?\n[ \t]{0,8}|[ \t]{1,3})(?=[a-z])"
    r"|(?<=[A-Z][A-Z]-)[ \t]{0,8}\r?\n[ \t]{0,8}(?=[A-Z][A-Z])))"
)
_FILE = re.compile(r":\\(?<=\b[A-Za-z]:\\)[^\s\"]++")
"""A path of Windows, from its colon: nothing in it is an escape."""
_APART = re.compile(
    r"(?<![A-Za-z0-9.@/-])[A-Za-z](?P<mark>[ ]{1,3}|[.\-_*|~+]|[ ][.\-_*|~+][ ])"
    r"(?:[A-Za-z](?P=mark)){3,60}[A-Za-z](?![A-Za-z0-9])"
)
_LONE = re.compile(r"[ .\-_*|~+][A-Za-z][ .\-_*|~+]{1,3}[A-Za-z][ .\-_*|~+]")
"""Letters that stand alone, as two of those do that are set apart."""
_WIDE_BREAK = re.compile(
    "(?<=[^\\W\\d_])(?:[\u00ad\u2010\u2011][ \\t]{0,8}\\r?\\n[ \\t]{0,8}|"
    "\u00ad[ \\t]{1,3})(?=[^\\W\\d_])"
)
_TWICE = 4
"""Letters by which a doubled word is told from one that a line broke: `undang-\nundang`."""
_ALIKE = str.maketrans(
    "АВЕЅІЈКМНОРСТУХЬаеѕіјкмнорсԁтухһԛԝвгΑΒΕΖΗΙΚΜΝΟΡΤΥΧαοινρτυχκηıłŁøØđĐɑɡɩʀʜᴀʙᴄᴅᴇɢɪᴊᴋʟᴍɴᴏᴘᴛᴜᴠᴡʏᴢ′″‘’ʼ`´\u2212\u2800\u3164\u2028\u2029\x85",
    "ABESIJKMHOPCTYXbaesijkmhopcdtyxhqwbrABEZHIKMNOPTYXaoivptyxknilLoOdDagirha"
    "bcdegijklmnoptuvwyz'\"'''''-  \n\n\n",
)


@dataclass(frozen=True, slots=True)
class _Layer:
    """One round: what was put in the place of what, in order; all else only moved."""

    new_starts: list[int]
    new_ends: list[int]
    old_starts: list[int]
    old_ends: list[int]

    def old(self, start: int, end: int) -> tuple[int, int]:
        return self._old_start(start), self._old_end(end - 1)

    def _old_start(self, at: int) -> int:
        number = bisect_right(self.new_starts, at) - 1
        if number < 0:
            return at
        inside = at < self.new_ends[number]
        return self.old_starts[number] if inside else self._beyond(number, at)

    def _old_end(self, last: int) -> int:
        number = bisect_right(self.new_starts, last) - 1
        if number < 0:
            return last + 1
        inside = last < self.new_ends[number]
        return self.old_ends[number] if inside else self._beyond(number, last) + 1

    def _beyond(self, number: int, at: int) -> int:
        return self.old_ends[number] + at - self.new_ends[number]

    def new(self, at: int) -> int:
        number = bisect_right(self.old_starts, at) - 1
        if number < 0:
            return at
        if at < self.old_ends[number]:
            return self.new_starts[number]
        return self.new_ends[number] + at - self.old_ends[number]


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in plain characters."""

    text: str
    layers: tuple[_Layer, ...] = ()

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]`, which is not empty, stands in the original: an escape or a
        ligature of which a part is meant is taken whole."""
        for layer in reversed(self.layers):
            start, end = layer.old(start, end)
        return start, end

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where `original[start:end]` stands in `text`."""
        for layer in self.layers:
            start, end = layer.new(start), layer.new(end)
        return start, end


@lru_cache(maxsize=16)
def fold(text: str) -> Folded:
    """Return `text` with one spelling for each character, and the way back to it.

    Case stays. Characters that cannot be seen go, escapes become what they stand for, words that
    a line broke or whose letters are set apart become whole.
    """
    layers = []
    for _ in range(_MOST_ROUNDS):
        done, layer = _round(text)
        if not layer.new_starts:
            break
        layers.append(layer)
        text = done
    return Folded(text, tuple(layers))


def _round(text: str) -> tuple[str, _Layer]:
    parts: list[str] = []
    layer = _Layer([], [], [], [])
    at = length = 0
    for start, end, new in _pieces(text):
        if start < at or new == text[start:end]:
            continue
        parts += [text[at:start], new]
        length += start - at
        layer.new_starts.append(length)
        length += len(new)
        layer.new_ends.append(length)
        layer.old_starts.append(start)
        layer.old_ends.append(end)
        at = end
    parts.append(text[at:])
    return "".join(parts), layer


def _pieces(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield what has another spelling, in order: where it begins and ends, and its plain form.

    Of two that overlap the first counts.
    """
    whole = sorted([*_files(text), *_apart(text)])
    reached = number = 0
    for found in _PIECE.finditer(text):
        start, end = found.span()
        while number < len(whole) and whole[number][0] <= start:
            if whole[number][0] >= reached:
                yield whole[number]
                reached = whole[number][1]
            number += 1
        if start < reached:
            continue
        if found.lastgroup == "wide" and (line := _WIDE_BREAK.match(text, start)):
            end = line.end()
            new = "" if not _doubled(text, start, end) else "-"
        else:
            new = _folded(found, text)
        yield start, end, new
        reached = end
    yield from whole[number:]


def _files(text: str) -> Iterator[tuple[int, int, str]]:
    for found in _FILE.finditer(text):
        start = found.start() - 1
        yield start, found.end(), text[start : found.end()]


def _apart(text: str) -> Iterator[tuple[int, int, str]]:
    """Words whose letters are set apart, in the lines where letters stand alone."""
    reached = 0
    for hint in _LONE.finditer(text):
        if hint.start() < reached:
            continue
        begin = max(reached, text.rfind("\n", 0, hint.start()) + 1)
        reached = text.find("\n", hint.end())
        reached = len(text) if reached < 0 else reached
        for found in _APART.finditer(text, begin, reached):
            yield *found.span(), "".join(filter(str.isalpha, found[0]))


def _folded(found: re.Match[str], text: str) -> str:
    words = found[0]
    match found.lastgroup:
        case "wide":
            return _CHARACTERS[words]
        case "percent":
            return unquote_to_bytes(words).decode("utf-8", errors="replace")
        case "entity":
            return html.unescape(words)
        case "escape":
            code = int(found["escape"].strip("uUx{}"), 16)
            return chr(code) if code < 0xD800 or 0xE000 <= code <= 0x10FFFF else ""
        case "blank":
            return " " if words.startswith("\\") else "\n"
        case "control":
            return ""
        case "broken":
            return "-" if _doubled(text, found.start(), found.end()) else ""
    return words


def _doubled(text: str, start: int, end: int) -> bool:
    """Whether the word after a hyphen repeats the one before it."""
    following = text[end : end + _TWICE].lower()
    return following in text[max(0, start - 24) : start].lower()


class _Characters(dict[str, str]):
    """What becomes of each character; looked up once for each."""

    def __missing__(self, character: str) -> str:
        self[character] = _plain(character)
        return self[character]


_CHARACTERS = _Characters()


def _plain(character: str) -> str:
    alike = character.translate(_ALIKE)
    if alike != character:
        return alike
    category = unicodedata.category(character)
    if category in ("Cf", "Cc", "Mn", "Me", "Cs"):
        return ""
    if category == "Zs":
        return " "
    if category == "Pd":
        return "-"
    digit = unicodedata.digit(character, None)
    if digit is not None:
        return str(digit)
    simple = unicodedata.normalize("NFKD", character)
    bare = "".join(one for one in simple if unicodedata.category(one) not in ("Mn", "Me", "Cf"))
    return bare.translate(_ALIKE) or " "
