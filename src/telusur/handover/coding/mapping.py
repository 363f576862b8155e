"""What codes mean here: their names are those of kinds and challenges, in either language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from telusur.handover.coding.model import Code

_KINDS = {
    "kendala": ("kendala", "obstacle"),
    "tantangan": ("tantangan", "challenge ahead", "challenge"),
    "kelebihan": ("kelebihan", "strength"),
    "peluang": ("peluang", "opportunity"),
    "kebutuhan": ("kebutuhan", "need"),
}
KINDS = tuple(_KINDS)
_GROUPS = frozenset({"tantangan", "challenge"})
"""Names of a kind that are also the name of all challenges together."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """A kind of finding or a challenge, by its id."""

    kind: str = ""
    challenge: str = ""


class Mapper:
    """Tells what codes mean."""

    def __init__(self, challenges: Iterable[Mapping[str, str]], own: Mapping[str, str]) -> None:
        """`challenges` are rows with `id`, `label`, `label_en`; `own` says which kind or challenge
        (by its id) codes of other names mean."""
        by_id = {kind: Meaning(kind=kind) for kind in _KINDS}
        self._known: dict[str, Meaning] = {}
        for row in challenges:
            by_id.setdefault(row["id"], Meaning(challenge=row["id"]))
            for name in (row["id"], row["label"], row["label_en"]):
                self._known.setdefault(plain(name), Meaning(challenge=row["id"]))
        for kind, names in _KINDS.items():
            self._known.update({plain(name): Meaning(kind=kind) for name in names})
        self.unknown = sorted(set(own.values()) - by_id.keys())
        """What `own` names that is neither a kind nor a challenge."""
        self._known |= {plain(name): by_id[id_] for name, id_ in own.items() if id_ in by_id}

    def meaning(self, code: Code) -> Meaning | None:
        """Return what a code means: by its own name, or by that of the nearest above it."""
        above: Code | None = code
        while above is not None:
            name = plain(above.name)
            is_group = not above.codable and name in _GROUPS
            if name in self._known and not is_group:
                return self._known[name]
            above = above.above
        return None


def plain(name: str) -> str:
    """Return the words of a name, without capitals, marks and the s of an English plural."""
    words = re.findall(r"\w+", unicodedata.normalize("NFKC", name).casefold().replace("_", " "))
    return " ".join(_singular(word) for word in words)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word
