"""Words as a person sees them: no invisible signs, no look-alike letters, no markup."""

from __future__ import annotations

import html
import re
import unicodedata

_TAG = re.compile(r"</?[a-zA-Z][^<>]*+>")
_EMPHASIS = re.compile(r"[*`\\_]+|~~")
_FIGURE = re.compile(r"(?<=[A-Za-z])[01345](?=[A-Za-z])")
_LETTERS = {"0": "O", "1": "I", "3": "E", "4": "A", "5": "S"}
"""Figures that stand for letters: `R4H4SIA`."""
_WORD = re.compile(r"[^\W\d_]+")
# Cyrillic and Greek letters that look like the Latin ones of our marks.
_ALIKE = str.maketrans(
    "АВСЕНІКМОРЅТХасеіорѕхΑΒΕΗΙΚΜΝΟΡΤΧοıİ",
    "ABCEHIKMOPSTXaceiopsxABEHIKMNOPTXoiI",
)


def fold(line: str) -> str:
    """Return `line` as it looks, in plain letters, with runs of blanks as they are."""
    if "&" in line:
        line = html.unescape(line)
    if not line.isascii():
        seen = unicodedata.normalize("NFKD", line.translate(_ALIKE))
        line = "".join(sign for sign in seen if unicodedata.category(sign) not in {"Cf", "Mn"})
    if "<" in line:
        line = _TAG.sub("", line)
    line = _FIGURE.sub(lambda found: _LETTERS[found[0]], line)
    return _EMPHASIS.sub(lambda found: " " if "_" in found[0] else "", line).strip()


def words_of(folded: str) -> list[str]:
    """The words of a folded line in lower case, without figures."""
    return _WORD.findall(folded.lower())


def letters_of(folded: str) -> str:
    """The letters of a folded line in lower case, closed up: `R A H A S I A` is `rahasia`."""
    return "".join(words_of(folded))
