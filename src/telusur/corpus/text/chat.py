"""A chat as messengers export it: who wrote what, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from telusur.corpus.text.blocks import Block
from telusur.corpus.text.wrapping import Line

_STAMP = (
    r"[\u200e\u200f]?\[?\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?[ \u202f]\d{1,2}[.:]\d{2}(?:[.:]\d{2})?"
    r"(?:[ \u202f][AaPp][Mm])?(?:\][ ]|[ ][-–][ ])[\u200e\u200f]?"
)
_STAMPED = re.compile(_STAMP)
_MESSAGE = re.compile(rf"{_STAMP}(?P<sender>[^:\n\"“”]{{1,60}}): ")
_GROUP = re.compile(
    rf"{_STAMP}[^\n]{{1,80}}?(?:membuat grup|created group) [\"“](?P<name>[^\"”\n]+)"
)
_NOTHING_SAID = re.compile(
    r"\u200e[^\n]*|null|<[^<>\n]{1,60}>|(?:Pesan ini|Anda|This message was|You)[^.\n]{0,30}"
    r"(?:dihapus|menghapus pesan ini|deleted)[^\n]{0,20}"
)
"""What a messenger says in a person's place; it sets U+200E before its own words."""
_FILE = re.compile(
    r"\u200e?(?:[^\n]{1,120} \((?:file terlampir|berkas terlampir|file attached)\)"
    r"|<(?:attached|terlampir|lampiran): [^<>\n]{1,120}>)"
)
"""A picture or a file in a chat; what is said of it stands on the next line."""
_EDITED = re.compile(r"\u200e?<[^<>\n]{1,60}>\Z")
_PHONE = re.compile(r"[~+\d\s().-]{6,}")
_FEWEST = 3
_SHARE = 0.5
_LONGEST_MESSAGE = 20_000
"""Characters before a place in a message within which its first line is looked for."""


def is_chat(lines: Sequence[Line]) -> bool:
    """Whether most lines, and at least three, are stamped with day and time."""
    written = [line for line in lines if not line.blank]
    stamped = sum(_STAMPED.match(line.text) is not None for line in written)
    return stamped >= _FEWEST and stamped >= _SHARE * len(written)


def chat_blocks(lines: Sequence[Line]) -> Iterator[Block]:
    """Yield each line that somebody wrote, without time and name; not what the messenger says."""
    written = False
    for line in lines:
        if message := _MESSAGE.match(line.text):
            first = message.end()
            is_file = _FILE.fullmatch(line.text, first)
            written = is_file is not None or not _NOTHING_SAID.fullmatch(line.text, first)
            if is_file:
                continue
        elif _STAMPED.match(line.text):
            first, written = 0, False
        else:
            first = 0
        end = len(line.text)
        if edited := _EDITED.search(line.text, first):
            end = len(line.text[: edited.start()].rstrip())
        if written and first < end:
            yield Block("paragraph", line.start + first, line.start + end)


def group_of(text: str) -> str | None:
    """Return the name that a chat's group was given, where the export says so."""
    found = _GROUP.search(text)
    return found["name"].strip() if found else None


def sender_at(text: str, position: int) -> str | None:
    """Return who wrote the message at a position; None outside chats, and for a bare number."""
    end = position
    while position - end < _LONGEST_MESSAGE:
        start = text.rfind("\n", 0, end) + 1
        if found := _MESSAGE.match(text, start):
            sender = found["sender"].strip("~ \u200e\u200f")
            return None if _PHONE.fullmatch(sender) else sender
        if start == 0 or not text[start : start + 1].strip():
            return None
        end = start - 1
    return None
