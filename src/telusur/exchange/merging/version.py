"""One version of a draft as a Word file shows it, its paragraphs known by their bookmarks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from telusur.draft.model import Clause, Regulation
from telusur.draft.outline.parsing import parse_texts
from telusur.draft.reading import regulation_of
from telusur.exchange.word import WordLine, laid_out
from telusur.exchange.word.words import Paragraph

Part = tuple[str, int]
"""A clause's id, and which of its paragraphs, from 0."""
_LABEL = re.compile(r"T(?P<position>\d+)_(?P<part>\d+)(?:_|$)")
_NUMBER = re.compile(r"_Ref(?P<position>\d{6})")


@dataclass(slots=True)
class Version:
    """What a Word file says."""

    ids: Mapping[int, str]
    """The id of each clause by its place in the draft that was exported."""
    regulation: Regulation
    parts: dict[Part, Paragraph] = field(default_factory=dict)
    known: dict[str, str] = field(default_factory=dict)
    """For each clause of `regulation` the id that it was exported with; not for a new one."""
    new: dict[str, Paragraph] = field(default_factory=dict)
    """The first paragraph of each clause that is new."""
    outside: list[Paragraph] = field(default_factory=list)
    """The paragraphs before and behind the clauses."""

    def blind(self, paragraph: Paragraph) -> str:
        """Return the words of a paragraph, in which numbers that Word prints are `⟦id⟧`."""
        said = "".join(
            f"⟦{target}⟧" if (target := self.target(words.target)) else words.text
            for words in paragraph.words
        )
        return " ".join(said.split())

    def target(self, bookmark: str) -> str:
        """Return the id of the clause whose number a field prints; empty for none."""
        found = _NUMBER.fullmatch(bookmark)
        return self.ids.get(int(found["position"]), "") if found else ""


def version_of(lines: Sequence[WordLine], ids: Mapping[int, str]) -> Version:
    """Return the version that some lines are; `ids` are those that it was exported with."""
    text, starts = laid_out(lines)
    regulation = regulation_of(parse_texts({"naskah": text}))
    version = Version(ids, regulation)
    homes = _homes(lines, ids)
    for part, paragraph in homes.items():
        version.parts[part] = paragraph
    names = {id(paragraph): part for part, paragraph in homes.items()}
    of_clauses = set[int]()
    for clause in regulation.clauses:
        line = lines[bisect_right(starts, clause.line) - 1]
        _know(version, clause, line, names, of_clauses)
    first = next((clause.line for clause in regulation.clauses), 10**9)
    last = next((each.line for each in _closing_lines(regulation)), 10**9)
    for line, start in zip(lines, starts, strict=True):
        if start < first or start >= last:
            version.outside += [each for each in line.paragraphs if not each.is_empty]
    return version


def _know(
    version: Version,
    clause: Clause,
    line: WordLine,
    names: Mapping[int, Part],
    taken: set[int],
) -> None:
    for paragraph in line.paragraphs:
        part = names.get(id(paragraph))
        if part and part[1] == 0 and id(paragraph) not in taken:
            taken.add(id(paragraph))
            version.known[clause.id] = part[0]
            return
    if line.paragraphs:
        version.new[clause.id] = line.paragraphs[0]


def _homes(lines: Sequence[WordLine], ids: Mapping[int, str]) -> dict[Part, Paragraph]:
    """Return the paragraph that each bookmark names: the one of which it covers most.

    A heading without words is covered by its bookmark, too; a bookmark without words in any other
    paragraph is what a deletion left.
    """
    best: dict[Part, tuple[int, Paragraph]] = {}
    for line in lines:
        for paragraph in line.paragraphs:
            marks = {
                (ids.get(int(found["position"]), ""), int(found["part"])): count
                for name, count in paragraph.covered.items()
                if (found := _LABEL.match(name))
                and (count > 0 or (paragraph.number and not paragraph.text.strip()))
            }
            for part, count in sorted(marks.items(), key=lambda each: -each[1])[:1]:
                if part[0] and (part not in best or count > best[part][0]):
                    best[part] = count, paragraph
    return {part: paragraph for part, (_, paragraph) in best.items()}


def _closing_lines(regulation: Regulation) -> list[Clause]:
    from telusur.draft.units import lines_outside

    lines = sorted(lines_outside(regulation.ending), key=lambda each: each.line)
    return lines[:1]  # type: ignore[return-value]
