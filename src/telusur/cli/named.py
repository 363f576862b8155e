"""Words of the store and of the journal, as people are told them."""

from __future__ import annotations

from telusur.words import Later

_WORDS = (
    *(Later("accept"), Later("reject"), Later("unsure"), Later("withdraw"), Later("link")),
    *(Later("justify"), Later("undo"), Later("comment"), Later("reply"), Later("resolve")),
    *(Later("confirm"), Later("dismiss"), Later("correct"), Later("split"), Later("add")),
    *(Later("suggested"), Later("accepted"), Later("rejected"), Later("suspect")),
    *(Later("withdrawn"), Later("superseded"), Later("lost"), Later("missing")),
    *(Later("conflict"), Later("ambiguous"), Later("undone"), Later("holds")),
    *(Later("undecided"), Later("gone"), Later("added"), Later("removed"), Later("changed")),
    *(Later("moved"), Later("renumbered"), Later("reworded"), Later("merged")),
    *(Later("inserted"), Later("deleted"), Later("outside")),
    *(Later("strong"), Later("middle"), Later("weak"), Later("hidden")),
)
_KNOWN = {str.__str__(word): word for word in _WORDS}


def named(word: str) -> str:
    """Return the word in the language of the reader; one that nobody foresaw as it is."""
    return str(_KNOWN.get(word, word))
