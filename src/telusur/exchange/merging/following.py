"""Lets references follow what was renumbered: those by label, and those in words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from telusur.draft.model import Clause, Reference, Regulation
from telusur.draft.outline.numbering import cite
from telusur.draft.outline.parsing import Parsed, parse_texts
from telusur.draft.reading import regulation_of
from telusur.draft.units import Units
from telusur.exchange.merging.texts import File, Texts
from telusur.exchange.merging.wording import reword

_LINK = re.compile(r"(?<=\]\(#)[^()\s]+(?=\))")


class Following:
    """Knows which clause of the draft is which of the merged one."""

    def __init__(self, draft: Regulation, stayed: Sequence[str], fresh: set[str]) -> None:
        self._draft = {clause.id: clause for clause in draft.clauses}
        self._references = draft.references
        self._stayed, self._fresh = stayed, fresh

    def settle(self, files: dict[Path, tuple[str, str]], drafted: Texts) -> None:
        """Let references follow what was renumbered: those by label, and those in words."""
        if not files:
            return
        texts = {
            name: files.get(file.path, ("", file.text))[1] for name, file in drafted.files.items()
        }
        new_ids = self._new_ids(texts)
        renamed = {old: new for old, new in new_ids.items() if old != new}
        if renamed:
            texts = {
                name: _LINK.sub(lambda each: renamed.get(each[0], each[0]), text)
                for name, text in texts.items()
            }
        texts = self._words_follow(texts, new_ids)
        for name, file in drafted.files.items():
            if texts[name] != file.text:
                files[file.path] = file.text, texts[name]

    def _new_ids(self, texts: Mapping[str, str]) -> dict[str, str]:
        """Return the id that each clause of the draft has now, by the one that it had."""
        # References that lead nowhere until they follow must not be followed yet.
        blind = {name: text.replace("](#", "](") for name, text in texts.items()}
        merged = regulation_of(parse_texts(blind, "draft"))
        now = [each.id for each in merged.clauses if each.id not in self._fresh]
        return dict(zip(self._stayed, now, strict=True)) if len(self._stayed) == len(now) else {}

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
