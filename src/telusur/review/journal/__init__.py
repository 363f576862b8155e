"""The journal: its lines, their order and topics, reading them, and writing at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telusur.doors import door

if TYPE_CHECKING:
    from telusur.review.journal.appending import append
    from telusur.review.journal.entries import Entry, heads, id_of, in_order
    from telusur.review.journal.reading import Journal, read_journal
    from telusur.review.journal.topics import Topic, effect_of, ends_of, topic_of, undone
else:
    __getattr__ = door(__name__)

__all__ = [
    "Entry",
    "Journal",
    "Topic",
    "append",
    "effect_of",
    "ends_of",
    "heads",
    "id_of",
    "in_order",
    "read_journal",
    "topic_of",
    "undone",
]
