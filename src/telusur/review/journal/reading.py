"""draft/review.jsonl: an append-only journal, one decision a line. docs/journal.md describes it."""

from __future__ import annotations

import contextlib
import gc
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from telusur.errors import Problem
from telusur.review.journal.decisions import ANY, MODELS, VERSION
from telusur.review.journal.entries import Entry, id_of, in_order
from telusur.validation import read_json
from telusur.words import Later, say

SHOWN = "draft/review.jsonl"
"""What problems call the file."""
_MARKS = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")
_RESTORE = Later("Restore the line from git, or delete it if it was never a decision")


@dataclass(frozen=True, slots=True)
class Journal:
    """What the journal holds."""

    entries: tuple[Entry, ...]
    """In the order in which they were taken, each once."""
    set_aside: tuple[Problem, ...]
    """Lines that are no decisions; all others count."""


def read_journal(path: Path, shown: str = SHOWN) -> Journal:
    """Read all that can be read; `shown` is what problems call the file.

    Lines of several people that git has put together may stand in any order, and some of them
    twice. Without a file there are no decisions. Raises OSError where it cannot be read at all.
    """
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return Journal((), ())
    with _without_collecting():
        return _journal(raw, shown)


def _journal(raw: bytes, shown: str) -> Journal:
    entries: dict[str, Entry] = {}
    problems: list[Problem] = []
    for number, raw_line in enumerate(raw.split(b"\n"), start=1):
        # Windows editors begin files with a mark; git may put such a line in the middle.
        if not (line := raw_line.strip().removeprefix(b"\xef\xbb\xbf").strip()):
            continue
        try:
            decision = ANY.validate_json(line)
        except ValidationError:
            problems.append(_look_closer(line, shown, number))
            continue
        text = line.decode("utf-8")
        entry = Entry(id_of(text), number, text, decision)
        entries.setdefault(entry.id, entry)
    return Journal(tuple(in_order(list(entries.values()))), tuple(problems))


@contextlib.contextmanager
def _without_collecting() -> Iterator[None]:
    """Make many objects that all stay: Python would look three times as long for garbage."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _look_closer(line: bytes, shown: str, number: int) -> Problem:
    """Say what is wrong with a line, in words."""

    def problem(what: str, remedy: str = _RESTORE) -> Problem:
        return Problem(shown, number, say("{what}: it is set aside", what=what), remedy)

    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        return problem(say("this line is not UTF-8"))
    if text.startswith(_MARKS):
        return problem(
            say("this is a mark that git left"), say("Delete the line, and keep those beside it")
        )
    try:
        data: Any = json.loads(text)
    except (ValueError, RecursionError) as error:
        if not text.endswith("}"):
            return problem(say("this line is torn or no decision"))
        return problem(
            say(
                "this is not valid JSON ({error})",
                error=getattr(error, "msg", say("it is too large")),
            )
        )
    if not isinstance(data, dict):
        return problem(say("this is no decision"))
    version, kind = data.get("v", 1), data.get("decision")
    if isinstance(version, int) and version > VERSION:
        return problem(
            say("a newer Telusur wrote this line"), say("Use that version of Telusur, or newer")
        )
    if not isinstance(kind, str) or kind not in MODELS:
        known = ", ".join(MODELS)
        said = str(kind)[:40].encode("utf-8", "replace").decode()  # half a letter is no text
        return problem(
            say("`decision` cannot be `{said}`", said=said),
            say("Write one of {known}", known=known),
        )
    _, mistakes = read_json(text, MODELS[kind], shown, number)
    if mistakes:
        return problem("; ".join(one.what for one in mistakes), mistakes[0].remedy)
    return problem(say("this line holds what is no text"))
