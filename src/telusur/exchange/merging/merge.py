"""Brings the edits of a Word file back to the draft: base, draft and Word file are compared."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

from telusur.corpus.office.word.markup import parse
from telusur.draft.model import Clause, Regulation
from telusur.draft.outline.numbering import cite
from telusur.draft.outline.parsing import Parsed, draft_files, parse_folder
from telusur.draft.reading import regulation_of
from telusur.errors import InvalidWorkspace, Problem
from telusur.exchange.merging.base import base_of
from telusur.exchange.merging.following import Following
from telusur.exchange.merging.rebasing import rebased
from telusur.exchange.merging.structure import Structure
from telusur.exchange.merging.texts import Texts
from telusur.exchange.merging.version import Part, Version, version_of
from telusur.exchange.merging.wording import reword
from telusur.exchange.word import WordDocument, open_word, read_word
from telusur.exchange.word.aside import comments_of
from telusur.exchange.word.changes import revisions_of
from telusur.export.files import render
from telusur.words import say

State = Literal["settled", "open", "conflict", "same"]
"""Made or accepted; tracked and not decided; not brought back; in the draft already."""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between the Word file and what was exported."""

    kind: Literal["reworded", "inserted", "deleted", "moved", "outside"]
    state: State
    clause: str
    """How the clause is cited in the draft; of a new one, in the Word file."""
    old: str
    new: str
    why: str = ""
    """Of a conflict: why it is one, and what to do, in Indonesian."""
    by: tuple[tuple[str, str], ...] = ()
    """Of a change that nobody decided: who made it, and on which day (ISO 8601)."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment in the Word file."""

    clause: Clause | None
    """The clause of the draft that it is on; None where it is on none."""
    author: str
    date: str
    text: str


@dataclass(slots=True)
class Merged:
    """What became of a Word file's edits."""

    files: dict[Path, tuple[str, str]] = field(default_factory=dict)
    """What each file that changes held, and what it holds now."""
    changes: list[Change] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


def merge(draft: Path, word: Path, base: Path | None = None, *, leave_open: bool = False) -> Merged:
    """Return the draft with the edits of a Word file that was exported from it.

    `base` is that file as it was exported, where it does not remember what it said. Tracked changes
    that nobody decided are brought in as well, or left out with `leave_open`.

    Raises InvalidWorkspace where the Word file cannot be read, or was not exported from a draft.
    """
    document = open_word(word)
    before = base_of(open_word(base) if base else document)
    if before is None:
        what = say("it does not say what it was exported from")
        remedy = say(
            "Name the file as it was exported: `telusur draft merge FILE --base EXPORTED.docx`"
        )
        raise InvalidWorkspace([Problem((base or word).name, None, what, remedy)])
    rejected = open_word(word, rejecting=True)
    return _Merge(draft, document, before, rejected, leave_open=leave_open).merged()


class _Merge:
    def __init__(
        self,
        draft: Path,
        document: WordDocument,
        base: Version,
        rejected: WordDocument,
        *,
        leave_open: bool,
    ) -> None:
        self.parsed: Parsed = parse_folder(draft)
        self.draft: Regulation = regulation_of(self.parsed)
        self.texts = Texts(draft, self.draft, draft_files(draft))
        edited = version_of(document.lines, base.ids)
        self.base = base = rebased(base, edited, self.draft)
        self.document = rejected if leave_open else document
        self.word = version_of(self.document.lines, base.ids)
        self.rejected = version_of(rejected.lines, base.ids)
        exported = read_word(render(self.draft, ".docx", date.min), Path("naskah.docx"))
        ids = {clause.position: clause.id for clause in self.draft.clauses}
        self.now = version_of(exported.lines, ids)
        self.clauses = {clause.id: clause for clause in self.draft.clauses}
        self.revisions = list(revisions_of(parse(document.parts[document.main])))
        self.result = Merged()

    def merged(self) -> Merged:
        structure = Structure(self.draft, self.base, self.word, self.now, self.texts)
        for label, text in structure.known_by_now:
            self._tell("inserted", "same", label, "", text)
        gone = structure.deleted
        for part in self.base.parts:
            if part in self.word.parts and part[0] not in gone:
                self._reword(part)
        self._lost_parts(gone)
        for id_, why in structure.delete():
            old = self.clauses.get(id_)
            state = "conflict" if why else self._state_of_deleted(id_)
            self._tell("deleted", state, old.label if old else id_, structure.words(id_), "", why)
        for clause, text, why in structure.insert():
            state = "conflict" if why else self._state_of_new(text)
            self._tell("inserted", state, clause.label, "", text, why)
        for id_, why in structure.move():
            self._tell("moved", "conflict" if why else "settled", self._label(id_), "", "", why)
        structure.renumber()
        self._outside()
        self._remark()
        self.result.files = self.texts.changed()
        following = Following(self.draft, structure.stayed(), structure.fresh)
        following.settle(self.result.files, self.texts)
        return self.result

    def _reword(self, part: Part) -> None:
        before, after = self.base.parts[part], self.word.parts[part]
        old, new = self.base.blind(before), self.word.blind(after)
        if old == new:
            return
        there = self.now.parts.get(part)
        shown = self.now.blind(there) if there else ""
        label = self._label(part[0])
        if there is None:
            why = "ketentuan ini sudah dihapus dari naskah sejak ekspor"
            self._tell("reworded", "conflict", label, before.text, after.text, why)
        elif shown == new:
            self._tell("reworded", "same", label, before.text, after.text)
        elif shown != old:
            why = f"naskah juga mengubahnya sejak ekspor menjadi “{_flat(there.text)}”"
            self._tell("reworded", "conflict", label, before.text, after.text, why)
        else:
            self._write(part, label)

    def _write(self, part: Part, label: str) -> None:
        clause, there, after = self.clauses[part[0]], self.now.parts[part], self.word.parts[part]
        numbers = {self.now.target(each.target): each.text for each in there.words if each.target}
        new = "".join(
            numbers.get(self.word.target(each.target), each.text) if each.target else each.text
            for each in after.words
        )
        old = there.text
        if clause.level in ("buku", "bab", "bagian", "paragraf") and part[1] == 0:
            old, new = old.partition("\n")[2] or old, new.partition("\n")[2] or new
        if clause.is_dictum and part[1] == 0:  # `KESATU : …` stands on one line in Word only
            old, new = (each.partition(":")[2].lstrip() or each for each in (old, new))
        file, begin, end = self.texts.segment(clause)
        edits = reword(file.text, begin, end, old, new, self._cite)
        if edits is None:
            why = "kata-katanya tidak ditemukan utuh dalam berkas naskah; ubahlah di sana"
            self._tell("reworded", "conflict", label, there.text, after.text, why)
            return
        file.edits += edits
        state = self._state(part)
        self._tell("reworded", state, label, self.base.parts[part].text, after.text)

    def _lost_parts(self, gone: set[str]) -> None:
        """Tell the further paragraphs of a clause that the Word file has no more."""
        for part, paragraph in self.base.parts.items():
            if part in self.word.parts or part[1] == 0 or part[0] in gone:
                continue
            why = "paragraf lanjutan ini tidak ada lagi di Word; hapuslah sendiri dalam naskah"
            self._tell("deleted", "conflict", self._label(part[0]), paragraph.text, "", why)

    def _state(self, part: Part) -> State:
        there = self.rejected.parts.get(part)
        base, word = self.base.blind(self.base.parts[part]), self.word.blind(self.word.parts[part])
        return (
            "open"
            if there is not None and self.rejected.blind(there) in (base,) and base != word
            else "settled"
        )

    def _state_of_deleted(self, id_: str) -> State:
        return "open" if (id_, 0) in self.rejected.parts else "settled"

    def _state_of_new(self, text: str) -> State:
        words = " ".join(text.split())
        said = (" ".join(each.text.split()) for each in self.rejected.regulation.clauses)
        return "settled" if words in set(said) else "open"

    def _outside(self) -> None:
        """Tell what changed before and behind the clauses: people write it themselves."""
        from difflib import SequenceMatcher

        old = [self.base.blind(each) for each in self.base.outside]
        new = [self.word.blind(each) for each in self.word.outside]
        for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, False).get_opcodes():
            if tag == "equal":
                continue
            was, now = " / ".join(old[i1:i2]), " / ".join(new[j1:j2])
            if i2 - i1 == j2 - j1:
                for one, other in zip(old[i1:i2], new[j1:j2], strict=True):
                    self._reword_outside(one, other)
            else:
                why = "bagian pembuka dan penutup tidak ditambah atau dikurangi; ubahlah sendiri"
                self._tell("outside", "conflict", "Pembuka atau penutup", was, now, why)

    def _reword_outside(self, old: str, new: str) -> None:
        for file, begin, end in self.texts.outside():
            edits = reword(file.text, begin, end, old, new, self._cite)
            if edits is not None:
                file.edits += edits
                is_open = old in {self.rejected.blind(each) for each in self.rejected.outside}
                self._tell(
                    "outside", "open" if is_open else "settled", "Pembuka atau penutup", old, new
                )
                return
        if new not in {self.now.blind(each) for each in self.now.outside}:
            why = "kata-katanya tidak ditemukan utuh dalam berkas naskah; ubahlah di sana"
            self._tell("outside", "conflict", "Pembuka atau penutup", old, new, why)

    def _remark(self) -> None:
        base = self.document.main.rpartition("/")[0]
        places = {
            number: part[0]
            for part, paragraph in self.word.parts.items()
            for number in paragraph.comments
        }
        for comment in comments_of(self.document.parts, base).values():
            clause = self.clauses.get(places.get(comment.id, ""))
            self.result.remarks.append(Remark(clause, comment.author, comment.date, comment.text))

    def _cite(self, target: str) -> str:
        node = self.parsed.by_name.get(target)
        return cite(node) if node else ""

    def _label(self, id_: str) -> str:
        clause = self.clauses.get(id_)
        return clause.label if clause else id_

    def _tell(
        self, kind: str, state: State, clause: str, old: str, new: str, why: str = ""
    ) -> None:
        by = self._by(old, new) if state == "open" else ()
        change = Change(kind, state, clause, _flat(old), _flat(new), why, by)  # type: ignore[arg-type]
        self.result.changes.append(change)

    def _by(self, old: str, new: str) -> tuple[tuple[str, str], ...]:
        """Return who changed a paragraph, known by what it says with the change or without."""
        was, is_ = "".join(old.split()), "".join(new.split())
        found = (
            each.by
            for each in self.revisions
            if (is_ and is_ in each.accepted) or (was and was in each.rejected)
        )
        return tuple(dict.fromkeys(one for by in found for one in by))


def _flat(words: str) -> str:
    return " ".join(words.split())
