"""The shortest clause that still says it whole: a unit without what only wraps it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from telusur.extract.people.speech import SpeechPatterns

Span = tuple[int, int]
"""Half-open offsets in the document's text (characters)."""

_FEWEST_WORDS = 3
_ENOUGH_TEXT = 100
"""Characters in which more than the fewest words fit."""
_OPENING = re.compile(
    r"(?:[\s\"'“”‘’«»•*–—-]|\(?(?:\d{1,2}|[a-z])[.)]\s)*"
    r"(?:(?:selain itu|oleh karena itu(?:lah)?|karena itu(?:lah)?|untuk itu|sementara itu|namun"
    r"(?: demikian)?|bahkan|kemudian|lebih lanjut|lebih jauh|di samping itu|di sisi lain"
    r"|meski(?:pun)? demikian|dengan demikian|sebagai informasi|sebab|misalnya|adapun|maka"
    r"|tetapi|tapi|sedangkan|di sini|terlebih|dari sisi \w+"
    r"|(?:oleh )?karenanya|lagi ?pula)\s*,?\s+(?:itu,?\s+)?)?",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"[\s\"'“”‘’«».,;:!…•*–—-]+$")
_ASKS = r"meminta|mengajak|mendorong|berharap|mengharapkan|mengusulkan|menyarankan|mengimbau"
_BREAK = re.compile(
    r";\s+|,\s+(?=(?:namun|sedangkan|tetapi|akan tetapi|sementara|(?:oleh )?karena itu|untuk itu"
    r"|(?:oleh )?karenanya|lagi ?pula"
    rf"|sehingga\s(?:(?!yang\b)\w+\s){{0,3}}(?:{_ASKS}|diharapkan))\s)"
    rf"|\s(?=dan\s(?:{_ASKS})\s)"
)
"""Where a point ends: before a contrast, and before what is asked for because of it."""
_LEANS_BACK = re.compile(
    r"(?:namun|sedangkan|(?:akan )?tetapi|sementara|padahal|tapi)\s+(?:"
    r"(?:juga |memang )?(?:tidak|tak|belum|masih|hanya|kurang|sudah|baru|jarang|sering|bukan"
    r"|ternyata|tanpa|sulit|susah|ada|bisa|dapat|harus|sebagian)\b"
    r"|[^.;]{0,80}\bdi (?:dalam|atas|sana|situ)(?:nya)?\b)",
    re.IGNORECASE,
)
"""A contrast without a subject of its own: what stands before it says the opposite alone."""
_SPOKEN_BREAK = re.compile(
    r"(?<!\s)\s++(?=(?:terus(?!\s++(?:me|ber|ter|di)\w)|habis itu|setelah itu|padahal|tapi|tetapi"
    r"|namun|sedangkan)\s)",
    re.IGNORECASE,
)
_MARK = re.compile(r"[.,;:!?–—()]")
_LONGEST_BREATH = 20
"""Words; more of them without any mark were dictated, or written as one speaks."""


def trimmed(text: str, start: int, end: int, speech: SpeechPatterns) -> Span:
    """Return the span of `text[start:end]` without who says it, links before it, marks around it.

    What is left has at least three words; else only marks and white space are taken off.
    """
    inner = _strip(text, start, end)
    shorter = _without_speaker(text, *inner, speech)
    return shorter if _words(text, *shorter) >= _FEWEST_WORDS else inner


def points_of(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the independent points of a clause: what semicolons and contrasts set apart; what
    links them in speech, where a long one has no marks at all.
    """
    dictated = _words(text, start, end) > _LONGEST_BREATH and not _MARK.search(text, start, end)
    first = start
    for found in (_SPOKEN_BREAK if dictated else _BREAK).finditer(text, start, end):
        if _LEANS_BACK.match(text, found.end(), end):
            continue
        rest = min(end, found.end() + _ENOUGH_TEXT)
        if min(_words(text, first, found.start()), _words(text, found.end(), rest)) > _FEWEST_WORDS:
            yield _strip(text, first, found.start())
            first = found.end()
    yield _strip(text, first, end)


def _without_speaker(text: str, start: int, end: int, speech: SpeechPatterns) -> Span:
    if (
        found := speech.after.search(text, start, end)
    ) and found.start() - start > end - found.end():
        end = found.start()
    if (leaning := speech.according_to.match(text, start, end)) and leaning["comma"]:
        start = leaning.end()
    elif (said := speech.before.match(text, start, end)) and _words(
        text, said.end(), end
    ) >= _FEWEST_WORDS:
        start = said.end()
    return _strip(text, start, end)


def _strip(text: str, start: int, end: int) -> Span:
    """Return the span without marks, white space and linking words around it."""
    if closing := _CLOSING.search(text, max(start, end - 40), end):
        end = closing.start()
    if opening := _OPENING.match(text, start, end):
        start = opening.end()
    if text.count("(", start, end) > text.count(")", start, end) and text[end : end + 1] == ")":
        end += 1
    return min(start, end), end


def _words(text: str, start: int, end: int) -> int:
    return len(text[start:end].split())
