"""Writes a clause that is new in the Word file as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from telusur.draft.model import Clause
from telusur.draft.provision import MARKERS
from telusur.draft.writing.escaping import guarded, inline
from telusur.draft.writing.labelling import make_labels
from telusur.draft.writing.markdown import HEADINGS
from telusur.exchange.merging.texts import File, Texts
from telusur.exchange.merging.version import Version


class Writer:
    """Knows the clauses of the draft around the new ones."""

    def __init__(self, draft: Mapping[str, Clause], word: Version, texts: Texts) -> None:
        self._draft, self._word, self._texts = draft, word, texts

    def labels(self, clauses: Sequence[Clause], taken: dict[str, str]) -> dict[str, str]:
        """Return a label for each clause of the Word file that is new."""
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
                while label in used or label in ("buku", "bab", "bagian", "paragraf", "pasal"):
                    label, count = f"{'-'.join(words)}-{count}", count + 1
                made[each.id] = label
                used.add(label)
        return made

    def blocks(self, clause: Clause, label: str, file: File) -> Iterator[str]:
        """Yield a new clause without those below it, a paragraph each."""
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
        if parent is None or parent.level not in MARKERS:
            return ""
        known = self._draft.get(self._word.known.get(parent.id, ""))
        return (self._blanks(known) if known else self._indent(parent, file)) + "    "

    def _blanks(self, clause: Clause) -> str:
        file, begin, _ = self._texts.segment(clause)
        found = re.compile(r"[ \t]*").match(file.text, begin)
        return found[0] if found else ""
