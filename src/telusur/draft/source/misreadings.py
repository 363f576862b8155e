"""Mends what character recognition misreads in a heading or a marker, and tells each case."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from telusur.draft.model import Notice
from telusur.draft.source.line import SourceLine

_AS_DIGITS = str.maketrans({"l": "1", "I": "1", "|": "1", "O": "0", "o": "0", "!": "1"})
_AS_ROMAN = str.maketrans({"l": "I", "1": "I", "|": "I", "!": "I", "i": "I"})
_PASAL = re.compile(
    r"(?P<marks>[#*_\s]*)(?P<word>Pasal|P a s a l|Pasa[1Ii|!]|Fasal|Pasaf|PASAL|PASA[1|!])"
    r"(?P<blank>\s*)"
    r"(?P<number>[0-9lIOo|!]{1,4})(?P<suffix>[A-Z]?)(?P<rest>[*_.\s]*)"
)
_ROMAN = re.compile(r"[IVX]+")
_BAB = re.compile(
    r"(?P<marks>[#*_\s]*)(?:BAB|B A B)\s+(?P<number>[IVXLCl1|!]{1,7})(?P<rest>(?:[*_]|\s.*)?)"
)
_AYAT = re.compile(
    r"(?P<indent>\s*)(?P<marker>(?=\(|\S\s?[0-9lIO|!]{1,3}\s?\))[({\[]\s?(?P<number>[0-9lIO|!]{1,3})\s?[)}\]])(?P<rest>\s.*|[A-Z].*|)"
)
_WORD = re.compile(r"\w+")
_LONE_WORD = re.compile(r"[#*_\s]*Pasal[*_\s]*")
_LONE_NUMBER = re.compile(r"\s*\d{1,3}[A-Z]?\s*")


def mend_misreadings(
    lines: Sequence[SourceLine], path: str
) -> tuple[list[SourceLine], list[Notice]]:
    """Return the lines with headings and markers as they were meant, and a notice for each.

    Only what stands at the beginning of a line, and what can be nothing else, is mended.
    """
    mended, notices = [], list[Notice]()
    for line in _with_whole_headings(lines):
        text = "" if line.is_note else _mended(line.text)
        if text and text != line.text:
            was, now = line.text.strip(), text.strip()
            mended.append(SourceLine(text, line.number))
            if _WORD.findall(was) != _WORD.findall(now):
                notices.append(misread_notice(path, line.number, _head(was, now), _head(now, was)))
        else:
            mended.append(line)
    return mended, notices


def misread_notice(path: str, line: int, was: str, now: str) -> Notice:
    """Tell that the words `was` are read as `now`."""
    return Notice(
        path,
        line,
        f"`{was}` dibaca sebagai `{now}`; periksa hasil pemindaian huruf",
        f"`{was}` is read as `{now}`; check the recognised characters",
        "misreading",
        was,
    )


def _head(text: str, other: str) -> str:
    """Return `text` without the words at its end that it shares with `other`."""
    words, others = text.split(), other.split()
    while words and others and words[-1] == others[-1]:
        words.pop()
        others.pop()
    return " ".join(words) or text


def _mended(text: str) -> str:
    if found := _PASAL.fullmatch(text):
        return _mended_pasal(text, found)
    if found := _BAB.fullmatch(text):
        number = found["number"]
        number = number if number.isdigit() else number.translate(_AS_ROMAN)
        return f"{found['marks']}BAB {number}{found['rest']}"
    if found := _AYAT.fullmatch(text):
        number = found["number"]
        if re.search(r"\d", number) or len(number) == 1:
            return f"{found['indent']}({number.translate(_AS_DIGITS)}){found['rest']}"
    return text


def _mended_pasal(text: str, found: re.Match[str]) -> str:
    number = found["number"]
    is_word = found["word"].lower() == "pasal" and found["blank"]
    if is_word and (number.isdigit() or _ROMAN.fullmatch(number)):
        return text  # `Pasal I` is one of an amending regulation, and no misreading
    if re.search(r"\d", number) or re.fullmatch(r"[lI|!]{1,2}", number):
        digits = number.translate(_AS_DIGITS)
        return f"{found['marks']}Pasal {digits}{found['suffix']}{found['rest']}"
    return text


def _with_whole_headings(lines: Sequence[SourceLine]) -> Iterator[SourceLine]:
    """Put `Pasal` and its number together where they stand on two lines."""
    skip = -1
    for index, line in enumerate(lines):
        if index <= skip:
            continue
        if _LONE_WORD.fullmatch(line.text) and not line.text.lstrip().startswith("#"):
            after = next((n for n in range(index + 1, len(lines)) if not lines[n].is_blank), None)
            if (
                after is not None
                and after <= index + 2
                and _LONE_NUMBER.fullmatch(lines[after].text)
            ):
                skip = after
                joined = line.text.strip().strip("*_")
                yield SourceLine(f"{joined} {lines[after].text.strip()}", line.number)
                continue
        yield line
