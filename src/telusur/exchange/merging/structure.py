"""Clauses that came, went or moved, and the numbers that follow."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from telusur.draft.model import Clause, Regulation
from telusur.draft.provision import MARKERS
from telusur.exchange.merging.rebasing import added_since
from telusur.exchange.merging.texts import File, Texts
from telusur.exchange.merging.version import Version
from telusur.exchange.merging.wording import Edit
from telusur.exchange.merging.writer import Writer

_ALIKE = 0.6
"""Share of words that make a paragraph without its bookmark the one that lost it."""
_MARKER = re.compile(r"[ \t]*(?:[-*+•][ \t]+)?[*_]*\(?(?P<number>\d{1,3}[a-z]?|[a-z]{1,2})[).]")
_ITEMS = frozenset(MARKERS)


class Structure:
    """Compares the clauses of a Word file with those that were exported, one by one."""

    def __init__(
        self, draft: Regulation, base: Version, word: Version, now: Version, texts: Texts
    ) -> None:
        self._draft = {clause.id: clause for clause in draft.clauses}
        self._base, self._word, self._now, self._texts = base, word, now, texts
        self._exported = {
            id_: clause for clause in base.regulation.clauses if (id_ := base.known.get(clause.id))
        }
        self.known_by_now: list[tuple[str, str]] = []
        """How each clause is cited, and what it says, that is new in the Word file and that the
        draft has by now, too."""
        self._find_added(draft)
        self._writer = Writer(self._draft, word, texts)
        self._find_lost()
        self._there = set(word.known.values())
        self.deleted = {id_ for id_ in self._exported if id_ not in self._there}
        self._undeletable: set[str] = set()
        self._unmoved: set[str] = set()
        self._labels: dict[str, str] = {}
        """The label of each clause of the Word file that is new and was written."""

    def words(self, id_: str) -> str:
        """Return what a clause said when it was exported."""
        return self._exported[id_].text

    def _find_added(self, draft: Regulation) -> None:
        for new, id_ in added_since(self._word, self._base, draft).items():
            self._word.known[new] = id_
            self._word.parts[id_, 0] = self._word.new.pop(new)
            self.known_by_now.append((self._draft[id_].label, self._draft[id_].text))

    def _find_lost(self) -> None:
        """Know a paragraph again that was typed anew, so that its bookmark is gone."""
        there = set(self._word.known.values())
        lost = [id_ for id_ in self._exported if id_ not in there]
        clauses = {clause.id: clause for clause in self._word.regulation.clauses}
        for new in list(self._word.new):
            one = clauses[new]
            likeness = [
                (_likeness(one.text, self.words(id_)), id_)
                for id_ in lost
                if self._exported[id_].level == one.level and one.text
            ]
            score, id_ = max(likeness, default=(0.0, ""))
            if score >= _ALIKE:
                self._word.known[new] = id_
                self._word.parts[id_, 0] = self._word.new.pop(new)
                lost.remove(id_)

    def delete(self) -> Iterator[tuple[str, str]]:
        """Delete what is gone, and yield each clause with what stands against it, if anything."""
        for id_ in self._exported:
            if id_ not in self.deleted or id_ not in self._draft:
                continue
            clause = self._draft[id_]
            why = self._against_deleting(id_, clause)
            if why:
                self._undeletable.add(id_)
            else:
                self._remove(clause)
            yield id_, why

    def _against_deleting(self, id_: str, clause: Clause) -> str:
        below = [each.id for each in self._draft.values() if each.parent_id == id_]
        if any(each not in self.deleted for each in below if each in self._exported):
            return "isinya masih ada di Word; pindahkan atau hapuslah sendiri"
        if any(each not in self._exported for each in below):
            return "naskah menambah ketentuan di bawahnya sejak ekspor"
        for part, paragraph in self._now.parts.items():
            was = self._base.parts.get(part)
            if part[0] == id_ and (
                was is None or self._now.blind(paragraph) != self._base.blind(was)
            ):
                return "naskah mengubahnya sejak ekspor"
        if self._texts.shares_line(clause):
            return "dalam naskah ia sebaris dengan ketentuan lain; hapuslah sendiri"
        for other, each in self._word.parts.items():
            if any(self._word.target(words.target) == id_ for words in each.words):
                return f"{self._cited(other[0])} masih merujuknya"
        return ""

    def _remove(self, clause: Clause) -> None:
        """Take out the lines of a clause; notes to the reader stay."""
        file, begin, end = self._texts.segment(clause)
        lines = file.text[begin:end].splitlines(keepends=True)
        kept = "".join(f"{line.rstrip()}\n\n" for line in lines if line.lstrip().startswith(">"))
        file.edits.append(Edit(begin, end, kept))

    def insert(self) -> Iterator[tuple[Clause, str, str]]:
        """Write what is new, and yield each clause, its words, and what stands against it."""
        before: Clause | None = None
        clauses = self._word.regulation.clauses
        fresh = [each for each in clauses if each.id in self._word.new]
        taken = {id_: id_ for id_ in self._draft}
        labels = self._writer.labels(clauses, taken)
        for clause in clauses:
            known = self._word.known.get(clause.id)
            if known in self._draft and (known not in self.deleted or known in self._undeletable):
                before = self._draft[str(known)]
            elif clause in fresh:
                if before is None:
                    yield clause, clause.text, "di depannya tidak ada ketentuan; tulislah sendiri"
                    continue
                self._labels[clause.id] = labels[clause.id]
                self._add(clause, labels[clause.id], before)
                yield clause, clause.text or clause.heading, ""

    def _add(self, clause: Clause, label: str, before: Clause) -> None:
        file, begin, end = self._texts.segment(before)
        at = begin + len(file.text[begin:end].rstrip())
        break_ = "\r\n" if "\r\n" in file.text else "\n"
        blocks = [each.replace("\n", break_) for each in self._writer.blocks(clause, label, file)]
        file.edits.append(Edit(at, at, "".join(break_ * 2 + each for each in blocks)))

    def move(self) -> Iterator[tuple[str, str]]:
        """Move what stands elsewhere in the Word file, and yield it with what stands against it."""
        order = [
            id_
            for each in self._word.regulation.clauses
            if (id_ := self._word.known.get(each.id)) in self._exported
        ]
        moved = self._moved(order)
        for place, id_ in enumerate(order):
            clause = self._draft.get(id_)
            if id_ not in moved or clause is None or clause.parent_id in moved:
                continue
            before = next(
                (
                    self._draft[each]
                    for each in reversed(order[:place])
                    if each in self._draft and not self._within(each, moved)
                ),
                None,
            )
            why = self._against_moving(clause, before)
            if before is not None and not why:
                file, begin, end = self._whole(clause)
                _, first, last = self._texts.segment(before)
                at = first + len(file.text[first:last].rstrip())
                file.moves.append((begin, end, at))
            else:
                self._unmoved.update(each for each in moved if self._within(each, {id_}))
            yield id_, why

    def _moved(self, order: Sequence[str]) -> set[str]:
        """Return the clauses out of order: as few as leave the others in it."""
        there = set(order)
        places = {
            id_: at for at, id_ in enumerate(each for each in self._exported if each in there)
        }
        ends: list[str] = []
        before: dict[str, str | None] = {}
        for id_ in order:  # the longest rising run, by patience sorting
            at = bisect_left([places[each] for each in ends], places[id_])
            before[id_] = ends[at - 1] if at else None
            ends[at : at + 1] = [id_]
        kept, last = set[str](), ends[-1] if ends else None
        while last is not None:
            kept.add(last)
            last = before[last]
        return there - kept

    def _against_moving(self, clause: Clause, before: Clause | None) -> str:
        if before is None or before.path != clause.path:
            return "tempat barunya di Word tidak ada dalam berkas yang sama; pindahkanlah sendiri"
        whole = [
            clause,
            *(each for each in self._draft.values() if self._within(each.id, {clause.id})),
        ]
        if any(self._texts.shares_line(each) for each in (*whole, before)):
            return "dalam naskah ia sebaris dengan ketentuan lain; pindahkanlah sendiri"
        return ""

    def _whole(self, clause: Clause) -> tuple[File, int, int]:
        """Return where a clause stands with all below it."""
        file, begin, end = self._texts.segment(clause)
        for each in self._draft.values():
            if self._within(each.id, {clause.id}) and each.path == clause.path:
                end = max(end, self._texts.segment(each)[2])
        return file, begin, end

    def _within(self, id_: str, those: set[str]) -> bool:
        """Whether a clause is one of those, or stands below one."""
        while id_ not in those:
            parent = self._draft[id_].parent_id if id_ in self._draft else None
            if parent is None:
                return False
            id_ = parent
        return True

    def renumber(self) -> None:
        """Give items the numbers that they have in the Word file, where others came or went."""
        for clause in self._word.regulation.clauses:
            known = self._word.known.get(clause.id, "")
            there, was = self._draft.get(known), self._exported.get(known)
            if there is None or was is None or clause.level not in _ITEMS or self._unmoved:
                continue
            if (
                clause.number == was.number
                or there.number != was.number
                or there.level != clause.level
            ):
                continue
            file, begin, end = self._texts.segment(there)
            found = _MARKER.match(file.text, begin, end)
            if found and found["number"] == there.number and not self._texts.shares_line(there):
                file.edits.append(Edit(found.start("number"), found.end("number"), clause.number))

    def stayed(self) -> list[str]:
        """Return the clauses of the draft that are still there, in the order in which they are."""
        stayed = [id_ for id_ in self._draft if id_ not in self.deleted or id_ in self._undeletable]
        if not any(file.moves for file in self._texts.files.values()):
            return stayed
        order = [self._word.known.get(each.id, "") for each in self._word.regulation.clauses]
        return sorted(stayed, key=lambda id_: order.index(id_) if id_ in order else -1)

    @property
    def fresh(self) -> set[str]:
        """The labels of the clauses that were written."""
        return set(self._labels.values())

    def _cited(self, id_: str) -> str:
        return self._draft[id_].label if id_ in self._draft else id_


def _likeness(one: str, other: str) -> float:
    words = re.findall(r"\w+", one), re.findall(r"\w+", other)
    return SequenceMatcher(None, *words, False).ratio()
