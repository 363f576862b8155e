"""What is said of people alone."""

from __future__ import annotations

import re

from telusur.publish.rules.patterns.cues import AGE_AFTER, HONORIFIC, SPEECH_AFTER, SPEECH_BEFORE
from telusur.publish.rules.staying.offices import is_citizen

_ADDRESSED = re.compile(rf"(?<![\w-])(?i:{HONORIFIC})\b\.?[ \t\n]+\Z")
_AROUND = 40


def of_person(seen: str, start: int, end: int) -> bool:
    """Whether what stands with `seen[start:end]` is said of people alone."""
    return speaks(seen, start, end) or is_citizen(seen, start, end)


def speaks(seen: str, start: int, end: int) -> bool:
    """Whether someone is addressed, is quoted, has an age, or does what only people do."""
    before = seen[max(0, start - _AROUND) : start]
    return bool(_ADDRESSED.search(before) or SPEECH_BEFORE.search(before) or _acts(seen, end))


def is_person(seen: str, start: int, end: int) -> bool:
    """Whether a citizen is named, or someone with an age or who does what only people do."""
    return is_citizen(seen, start, end) or _acts(seen, end)


def _acts(seen: str, end: int) -> bool:
    return bool(AGE_AFTER.match(seen, end) or SPEECH_AFTER.match(seen, end))
