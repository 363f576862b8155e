"""Takes away what converters leave around words: tags, bullets and bold around a marker."""

from __future__ import annotations

import re
from collections.abc import Sequence

from telusur.draft.model import Notice
from telusur.draft.source.line import SourceLine

_BREAK = re.compile(r"<br\s*/?>|</(?:p|div|h[1-6]|li|tr|center)\s*>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:p|div|b|strong|i|em|u|center|span|h[1-6]|font|table|tbody|thead|tr|td|th|ol|ul|li|sup"
    r"|sub|html|body|hr)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_MARKER = r"(?:\\?\(\s?\d{1,3}[a-z]?\s?\\?\)|[a-z]{1,2}\\?[.)]|\d{1,3}[a-z]?\\?[.)])"
_BOLD_MARKER = re.compile(rf"^(\s*)(\*\*|__|\*|_)({_MARKER})\s*\2(?=\s|$)")
_BULLET = re.compile(rf"^(\s*)[-*+•·]\s+(?=(?:[*_]{{1,2}})?{_MARKER}[*_]*(?:\s|$))")
_ESCAPED_MARKER = re.compile(r"^(\s*)(\\?\(\d{1,3}[a-z]?\\?\)|(?:[a-z]{1,2}|\d{1,3}[a-z]?)\\[.)])")


def without_markup(
    lines: Sequence[SourceLine],
    path: str,  # noqa: ARG001 (all steps are called alike)
) -> tuple[list[SourceLine], list[Notice]]:
    """Return the lines without tags; what stood in two blocks of HTML stands on two lines."""
    kept: list[SourceLine] = []
    for line in lines:
        text = line.text.translate(_INVISIBLE)
        if "<" in text:
            parts = [_TAG.sub("", part) for part in _BREAK.split(text)]
            # A tag at the end of a line opens no further line.
            parts = parts[:-1] if len(parts) > 1 and not parts[-1].strip() else parts
            kept += [SourceLine(_plain_marker(part), line.number) for part in parts]
        else:
            kept.append(SourceLine(_plain_marker(text), line.number))
    return kept, []


def _plain_marker(text: str) -> str:
    text = _BULLET.sub(r"\1", text)
    text = _BOLD_MARKER.sub(r"\1\3", text)
    return _ESCAPED_MARKER.sub(lambda found: found[1] + found[2].replace("\\", ""), text)
