"""Finds what opens a report and looks like front matter, however it is written."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

_BLANK = re.compile(r"[\s\ufeff\u200b\u2060]*")
_FENCE = re.compile(
    r"[ \t]*+(?P<sign>[-+*=;~—–`_])(?>(?:[ \t]*+(?P=sign))*)[ \t]*+(?P<said>\w*+)[ \t]*+"
)
_KEY = re.compile(
    r"[ \t]*+[{\"']?(?P<key>[^\W\d_][\w-]*+(?:[ \t]++[\w-]++){0,3})[ \t]*+[\"']?[ \t]*+[:=]"
    r"(?=\s|\Z|[\"'\[])"
)
_FORMATS = frozenset({"", "yaml", "yml", "toml", "json"})
_LONGEST = 200
"""Lines; front matter that does not end before is none."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A block of keys at the top of a text."""

    line: int
    """The line of the file on which it opens, from 1."""
    fence: str
    """What opens it, without white space: `---`."""
    block: str
    """What stands in it."""
    rest: str | None
    """The text after it; None where it does not end."""


def opening_of(text: str, known: Collection[str], telling: Collection[str]) -> Opening | None:
    """Return the block at the top of `text` that looks like front matter, or None.

    It may stand after blank lines, be indented, and be fenced by any line of signs. One that is
    closed has keys; one that is not holds one of the `known` or `telling` keys. A rule above prose
    has neither.
    """
    start = _BLANK.match(text)
    begins = text.rfind("\n", 0, start.end()) + 1 if start else 0
    line, lines = text.count("\n", 0, begins) + 1, text[begins:].split("\n")
    fence = _fence(lines[0].lstrip("\ufeff\u200b\u2060"))
    if fence is None:
        return None
    inside = lines[1 : _LONGEST + 1]
    ends = next((at for at, one in enumerate(inside) if _closes(one, fence)), None)
    block = inside if ends is None else inside[:ends]
    keys = {_plain(found["key"]) for one in block if (found := _KEY.match(one))}
    if keys.isdisjoint({*known, *telling}) and (ends is None or not _has_keys(block)):
        return None
    rest = None if ends is None else "\n".join(lines[ends + 2 :]).lstrip("\n")
    return Opening(line, fence, "\n".join([*block, ""]), rest)


def _fence(line: str) -> str | None:
    found = _FENCE.fullmatch(line)
    if found is None or found["said"].lower() not in _FORMATS:
        return None
    signs = "".join(line.split())
    is_long = len(signs.removesuffix(found["said"])) > 2 or signs[0] in "—–"
    return signs if is_long else None


def _closes(line: str, fence: str) -> bool:
    return line.strip() == "..." or ((other := _fence(line)) is not None and other[0] == fence[0])


def _has_keys(block: list[str]) -> bool:
    """Whether a closed block is keys and not prose between two rules."""
    filled = [line for line in block if line.strip() and not line.lstrip().startswith("#")]
    keys = [found for line in filled if (found := _KEY.match(line))]
    if not keys or not _KEY.match(filled[0]):
        return False
    if len(keys[0]["key"].split()) == 1:
        return True
    inner = [line for line in filled if line[0].isspace() or line.startswith("-")]
    return 2 * (len(keys) + len(inner)) > len(filled)


def _plain(key: str) -> str:
    return " ".join(key.lower().replace("-", " ").replace("_", " ").split())
