"""Clauses that came, went or moved, and the numbers that follow."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from pathlib import Path

from telusur.draft.model import Clause, Reference, Regulation
from telusur.draft.outline.numbering import cite
from telusur.draft.outline.parsing import Parsed, parse_texts
from telusur.draft.provisions import MARKERS
from telusur.draft.reading import regulation_of
from telusur.draft.units import Units
from telusur.draft.writing.escaping import guarded, inline
from telusur.draft.writing.labelling import make_labels
from telusur.draft.writing.markdown import HEADINGS
from telusur.exchange.merging.texts import File, Texts
from telusur.exchange.merging.version import Version
from telusur.exchange.merging.wording import Edit, reword

_ALIKE = 0.6
"""Share of words that make a paragraph without its bookmark the one that lost it."""
_MARKER = re.compile(r"[ \t]*(?:[-*+•][ \t]+)?[*_]*\(?(?P<number>\d{1,3}[a-z]?|[a-z]{1,2})[).]")
_LINK = re.compile(r"(?<=\]\(#)[^()\s]+(?=\))")
_ITEMS = frozenset(MARKERS)


class Structure:
    """Compares the clauses of a Word file with those that were exported, one by one."""

    def __init__(
        self, draft: Regulation, base: Version, word: Version, now: Version, texts: Texts
    ) -> None:
        self._draft = {clause.id: clause for clause in draft.clauses}
        self._references = draft.references
        self._base, self._word, self._now, self._texts = base, word, now, texts
        self._exported = {
            id_: clause for clause in base.regulation.clauses if (id_ := base.known.get(clause.id))
        }
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
        labels = self._fresh_labels(clauses, taken)
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

    def _fresh_labels(self, clauses: Sequence[Clause], taken: dict[str, str]) -> dict[str, str]:
        kept = {
            each.id: self._word.known.get(each.id, "") or each.id
            for each in clauses
            if each.id not in self._word.new
        }
        made = make_labels(clauses, {**taken, **kept})
        used = set(made.values())
        for each in clauses:
            if each.id in self._word.new and each.id not in made:
                words = re.findall(r"[a-z]+", each.text.lower())[:3] or [each.level]
                label, count = "-".join(words), 2
                while label in used or label in ("bab", "bagian", "paragraf", "pasal"):
                    label, count = f"{'-'.join(words)}-{count}", count + 1
                made[each.id] = label
                used.add(label)
        return made

    def _add(self, clause: Clause, label: str, before: Clause) -> None:
        file, begin, end = self._texts.segment(before)
        at = begin + len(file.text[begin:end].rstrip())
        break_ = "\r\n" if "\r\n" in file.text else "\n"
        blocks = [each.replace("\n", break_) for each in self._blocks(clause, label, file)]
        file.edits.append(Edit(at, at, "".join(break_ * 2 + each for each in blocks)))

    def _blocks(self, clause: Clause, label: str, file: File) -> Iterator[str]:
        paragraphs = [self._with_links(clause), *clause.text.split("\n")[1:]]
        if clause.level in HEADINGS or clause.level == "pasal":
            marks, word = HEADINGS.get(clause.level, ("####", "Pasal"))
            title = (
                f": {inline(clause.heading)}" if clause.level != "pasal" and clause.heading else ""
            )
            yield f"{marks} {word}{title} {{#{label}}}"
            yield from (guarded(each) for each in paragraphs if each)
            return
        indent = self._indent(clause, file)
        marker = MARKERS[clause.level].format(clause.number)
        yield f"{indent}{marker} {paragraphs[0]} {{#{label}}}"
        yield from (f"{indent}    {guarded(inline(each))}" for each in paragraphs[1:] if each)

    def _with_links(self, clause: Clause) -> str:
        """Return the first paragraph of a new clause, its references as references by label."""
        text, written, done = clause.text.split("\n")[0], "", 0
        targets = {each.id: each for each in self._word.regulation.clauses}
        for each in self._word.regulation.references:
            target = targets.get(each.to_clause or "")
            known = self._word.known.get(target.id) if target else None
            if each.from_clause != clause.id or each.start < done or each.end > len(text):
                continue
            if target is None or known not in self._draft or each.text != target.label:
                continue
            written += f"{inline(text[done : each.start])}[](#{known})"
            done = each.end
        return written + inline(text[done:])

    def _indent(self, clause: Clause, file: File) -> str:
        """Return the blanks before a new item: those of its neighbours in the draft."""
        by_id = {each.id: each for each in self._word.regulation.clauses}
        for each in self._word.regulation.clauses:
            known = self._draft.get(self._word.known.get(each.id, ""))
            if known and each.parent_id == clause.parent_id and each.level == clause.level:
                return self._blanks(known)
        parent = by_id.get(clause.parent_id or "")
        if parent is None or parent.level not in _ITEMS:
            return ""
        known = self._draft.get(self._word.known.get(parent.id, ""))
        return (self._blanks(known) if known else self._indent(parent, file)) + "    "

    def _blanks(self, clause: Clause) -> str:
        file, begin, _ = self._texts.segment(clause)
        found = re.compile(r"[ \t]*").match(file.text, begin)
        return found[0] if found else ""

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

    def settle(self, files: dict[Path, tuple[str, str]]) -> None:
        """Let references follow what was renumbered: those by label, and those in words."""
        if not files:
            return
        texts = {
            name: files.get(file.path, ("", file.text))[1]
            for name, file in self._texts.files.items()
        }
        new_ids = self._new_ids(texts)
        renamed = {old: new for old, new in new_ids.items() if old != new}
        if renamed:
            texts = {
                name: _LINK.sub(lambda each: renamed.get(each[0], each[0]), text)
                for name, text in texts.items()
            }
        texts = self._words_follow(texts, new_ids)
        for name, file in self._texts.files.items():
            if texts[name] != file.text:
                files[file.path] = file.text, texts[name]

    def _new_ids(self, texts: Mapping[str, str]) -> dict[str, str]:
        """Return the id that each clause of the draft has now, by the one that it had."""
        # References that lead nowhere until they follow must not be followed yet.
        blind = {name: text.replace("](#", "](") for name, text in texts.items()}
        merged = regulation_of(parse_texts(blind, "draft"))
        fresh = set(self._labels.values())
        stayed = [id_ for id_ in self._draft if id_ not in self.deleted or id_ in self._undeletable]
        if any(file.moves for file in self._texts.files.values()):
            order = [self._word.known.get(each.id, "") for each in self._word.regulation.clauses]
            stayed = sorted(stayed, key=lambda id_: order.index(id_) if id_ in order else -1)
        now = [each.id for each in merged.clauses if each.id not in fresh]
        return dict(zip(stayed, now, strict=True)) if len(stayed) == len(now) else {}

    def _words_follow(self, texts: Mapping[str, str], new_ids: Mapping[str, str]) -> dict[str, str]:
        """Write the new number where words refer to a clause: `ayat (2)`, which is (3) now."""
        parsed = parse_texts(texts, "draft")
        merged = regulation_of(parsed)
        by_id = {each.id: each for each in merged.clauses}
        before, after = _references(self._references), _references(merged.references)
        files = {name: File(Path(name), text) for name, text in texts.items()}
        units = Units(merged)
        for old_id, new_id in new_ids.items():
            olds, news = before.get(old_id, []), after.get(new_id, [])
            if [_shape(each) for each in olds] != [_shape(each) for each in news]:
                continue
            clause, text = by_id[new_id], by_id[new_id].text
            for old, new in reversed(list(zip(olds, news, strict=True))):
                words = self._words_now(old, new, new_ids, by_id)
                text = text[: new.start] + words + text[new.end :]
            file = files[clause.path]
            _, following = units.around(clause.path, clause.line)
            for one, other in zip(clause.text.split("\n"), text.split("\n"), strict=True):
                if one != other:
                    begin, end = file.at(clause.line), file.at(following)
                    file.edits += reword(file.text, begin, end, one, other, _citing(parsed)) or []
        return {name: file.edited() for name, file in files.items()}

    def _words_now(
        self,
        old: Reference,
        new: Reference,
        new_ids: Mapping[str, str],
        by_id: Mapping[str, Clause],
    ) -> str:
        """Return the words of a reference with the number that its clause has now."""
        target = by_id.get(new_ids.get(old.to_clause or "", ""))
        if old.state != "ok" or target is None or new.to_clause == target.id:
            return new.text
        label, words = self._draft[old.to_clause or ""].label, old.text.split()
        if label.split()[-len(words) :] != words:
            return new.text
        return " ".join(target.label.split()[-len(words) :])

    def _cited(self, id_: str) -> str:
        return self._draft[id_].label if id_ in self._draft else id_


def _likeness(one: str, other: str) -> float:
    words = re.findall(r"\w+", one), re.findall(r"\w+", other)
    return SequenceMatcher(None, *words, False).ratio()


def _references(references: Iterable[Reference]) -> dict[str, list[Reference]]:
    found: dict[str, list[Reference]] = defaultdict(list)
    for each in sorted(references, key=lambda each: (each.start, each.end)):
        if not found[each.from_clause] or each.start >= found[each.from_clause][-1].end:
            found[each.from_clause].append(each)
    return found


def _shape(reference: Reference) -> str:
    """Return the words of a reference without its numbers."""
    return re.sub(r"\(\w+\)|\b(?:\d+\w*|[ivxlc]+|[a-z]{1,2})\b", "#", reference.text, flags=re.I)


def _citing(parsed: Parsed) -> Callable[[str], str]:
    return lambda target: cite(parsed.by_name[target]) if target in parsed.by_name else ""
