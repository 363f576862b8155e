"""One version of a draft, ready to be compared with another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from telusur.draft.model import Clause, Reference
from telusur.draft.provision import MARKERS

DIVISIONS = ("buku", "bab", "bagian", "paragraf")


@dataclass(slots=True)
class Version:
    """Clauses in reading order with what the comparison asks of them again and again."""

    clauses: Sequence[Clause]
    references: Sequence[Reference]
    by_id: dict[str, Clause] = field(init=False)
    children: dict[str | None, list[Clause]] = field(init=False)
    blind: dict[str, str] = field(init=False)
    """By id: its words with all below it, in which each reference is a `§`: numbers that moved
    do not make two clauses different."""
    _references: dict[str, list[Reference]] = field(init=False)

    def __post_init__(self) -> None:
        self.by_id = {one.id: one for one in self.clauses}
        self.children = defaultdict(list)
        for one in self.clauses:
            self.children[one.parent_id].append(one)
        self._references = defaultdict(list)
        for reference in self.references:
            self._references[reference.from_clause].append(reference)
        self.blind = {}
        for one in reversed(self.clauses):
            below = (self.blind[child.id] for child in self.children[one.id])
            own = one.heading if one.level in DIVISIONS else self.own_words(one, lambda _: "§")
            self.blind[one.id] = " ".join([own, *below]).strip()

    def own_words(self, clause: Clause, name: Callable[[Reference], str]) -> str:
        """Return the clause's own words, its references to this draft replaced by what `name` says.

        A range refers to each provision between its ends with the same words: they count once.
        """
        pieces, at = [], 0
        for one in self._references[clause.id]:
            if one.start >= at and one.state in ("ok", "missing"):
                pieces += [clause.text[at : one.start], name(one)]
                at = one.end
        return "".join([*pieces, clause.text[at:]])

    def printed(self, clause: Clause) -> str:
        """Return the words of a clause as one reads it: of a division its title, of everything
        else all that stands below it too."""
        if clause.level in DIVISIONS:
            return clause.heading
        below = (
            f"{MARKERS[each.level].format(each.number)} {each.text}"
            for each in self.below(clause)
            if each.level in MARKERS
        )
        return "\n".join(filter(None, [clause.text, *below]))

    def pasal(self) -> list[Clause]:
        """Return the Pasal of the draft itself, in order."""
        return [one for one in self.clauses if one.level == "pasal" and not one.quoted]

    def divisions(self) -> list[Clause]:
        return [one for one in self.clauses if one.level in DIVISIONS]

    def below(self, clause: Clause) -> Iterator[Clause]:
        """Yield all clauses below one, in reading order."""
        for child in self.children[clause.id]:
            yield child
            yield from self.below(child)
