"""Finds the finding of a past decision in today's reports: its file is not its identity.

A report may have been moved, renamed, or saved in another format; then its findings have other ids
and the same words. Where the same words stand in several places, what stood around them tells which
was meant, then where the report's other decided findings went.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from telusur.draft.compare.likeness import words_of
from telusur.review.journal.decisions import FindingThen
from telusur.review.model import FindingNow
from telusur.review.placing.clauses_now import most_alike

_SAME_PLACE = 0.5
"""From this share of common words on (0 to 1), what stands around two quotes is the same."""
_ALIKE_ELSEWHERE = 0.7
"""Other words in another report must be more alike than in the same to be those judged."""
_MOST = 20
"""So many findings are compared word by word."""
_MANY = 1000
"""So many are kept until they are sorted out."""


@dataclass(frozen=True, slots=True)
class Found:
    """What became of a finding."""

    id: str | None
    """None where no report says anything like it."""
    changed: bool = False
    """Whether it says it in other words."""
    ambiguous: bool = False
    """Whether nothing tells for sure that this is the one that was meant."""


class FindingFinder:
    """Looks findings of then up among those of now."""

    def __init__(
        self,
        findings: Sequence[FindingNow],
        documents: Collection[str],
        thens: Iterable[FindingThen],
    ) -> None:
        """`documents` are the ids of all reports; `thens` all findings that will be asked for."""
        self._documents = documents
        self._findings = findings
        self._with_word: dict[str, list[FindingNow]] | None = None
        self._known: dict[FindingThen, Found] = {}
        self._decided: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        for then in thens:
            self._decided[then.document].add(_words(then.quote))
        self._same: dict[tuple[str, ...], list[FindingNow]] = {
            words: [] for some in self._decided.values() for words in some
        }
        for one in findings if self._same else ():
            if (words := _words(one.quote)) in self._same:
                self._same[words].append(one)

    def find(self, then: FindingThen) -> Found:
        """Return the finding of today that a finding of then is."""
        if (known := self._known.get(then)) is None:
            same = self._not_elsewhere(then, self._same.get(_words(then.quote), ()))
            known = self._among(then, same) if same else self._reworded(then)
            self._known[then] = known
        return known

    def _among(self, then: FindingThen, same: Sequence[FindingNow]) -> Found:
        """Choose among findings of the same words."""
        around = {one.id: _around(then, one) for one in same}
        told = [one for one in same if (around[one.id] or 0) >= _SAME_PLACE]
        own = [one for one in same if one.id == then.id]
        if own and (own[0] in told or not told):
            return Found(own[0].id)
        if then.document in self._documents:
            same = [one for one in same if one.document_id == then.document] or same
            if same[0].document_id != then.document:
                return self._reworded_at_home(then) or Found(same[0].id, ambiguous=True)
        if len(left := [one for one in same if one in told]) == 1:
            return Found(left[0].id)
        report = self._report(then)
        here = [one for one in left or same if one.document_id == report]
        sure = len(here) == 1 and (bool(left) or around[here[0].id] is None)
        return Found((here or left or same)[0].id, ambiguous=not sure)

    def _not_elsewhere(self, then: FindingThen, findings: Iterable[FindingNow]) -> list[FindingNow]:
        """Those that do not stand in a report which said the same already then."""
        return [one for one in findings if one.document_id not in then.elsewhere]

    def _report(self, then: FindingThen) -> str | None:
        """The report of today in which the finding should stand: its own, or what became of it.

        A report that is gone became the one that holds most of what was decided of it, if that
        is at least half.
        """
        if then.document in self._documents:
            return then.document
        decided = self._decided[then.document]
        votes = Counter(
            document
            for words in decided
            for document in {one.document_id for one in self._same.get(words, ())}
            if document not in then.elsewhere
        )
        if not votes:
            return None
        (first, most), *rest = votes.most_common(2)
        clear = not rest or rest[0][1] < most
        return first if clear and 2 * most >= len(decided) else None

    def _reworded_at_home(self, then: FindingThen) -> Found | None:
        """Other words in the same report, where the same stand in another report only."""
        if then.document not in self._documents:
            return None
        return self._most_alike(
            then, [one for one in self._findings if one.document_id == then.document]
        )

    def _reworded(self, then: FindingThen) -> Found:
        if (report := self._report(then)) is not None:
            here = [one for one in self._findings if one.document_id == report]
            if found := self._most_alike(then, here):
                return found
        if then.document in self._documents:
            return Found(None)
        return self._most_alike(then, self._near(then), _ALIKE_ELSEWHERE) or Found(None)

    def _most_alike(
        self, then: FindingThen, others: Sequence[FindingNow], least: float = _SAME_PLACE
    ) -> Found | None:
        of = {one.quote: one.id for one in others}
        quote = most_alike(then.quote, list(of), least)
        return Found(of[quote], changed=True) if quote is not None else None

    def _near(self, then: FindingThen) -> list[FindingNow]:
        """The findings that share most words with it, whatever report they stand in."""
        if self._with_word is None:
            self._with_word = defaultdict(list)
            for one in self._findings:
                for word in set(_words(one.quote)):
                    self._with_word[word].append(one)
        shared = Counter(
            one for word in set(_words(then.quote)) for one in self._with_word.get(word, ())
        )
        nearest = sorted(shared, key=lambda one: (-shared[one], one.id))
        return self._not_elsewhere(then, nearest[:_MOST])


def reports_concerned(
    thens: Collection[FindingThen],
    documents: Collection[str],
    findings: Iterable[tuple[str, str, str]],
) -> set[str]:
    """Return the reports in which a `FindingFinder` may find one of `thens`: what it finds depends
    on no other, so those need not be in memory.

    `findings` are all, each by its id, its report and its words; `documents` are all reports.
    """
    same: dict[tuple[str, ...], set[str]] = {_words(then.quote): set() for then in thens}
    astray = [then for then in thens if then.document not in documents]
    asking: dict[str, list[int]] = defaultdict(list)
    for number, then in enumerate(astray):
        for word in set(_words(then.quote)):
            asking[word].append(number)
    near: list[list[tuple[int, str, str]]] = [[] for _ in astray]
    for id_, report, quote in findings:
        words = _words(quote)
        if words in same:
            same[words].add(report)
        shared = Counter(number for word in set(words) for number in asking.get(word, ()))
        for number, many in shared.items():
            near[number].append((-many, id_, report))
            if len(near[number]) > _MANY:
                near[number] = sorted(near[number])[:_MOST]
    concerned = {then.document for then in thens if then.document in documents}
    concerned.update(*same.values())
    for then, nearest in zip(astray, near, strict=True):
        if not same[_words(then.quote)] - set(then.elsewhere):
            concerned |= {report for _, _, report in sorted(nearest)[:_MOST]}
    return concerned


def _words(text: str) -> tuple[str, ...]:
    """The words of a text, whatever format it was saved in."""
    return tuple(words_of(unicodedata.normalize("NFKC", text).replace("\u00ad", "")))


def _around(then: FindingThen, now: FindingNow) -> float | None:
    """How much of what stood around then stands around now, 0 to 1; None where nothing did."""
    one = Counter(_words(f"{then.before} {then.after}"))
    other = Counter(_words(" ".join(now.around)))
    if not one:
        return None
    return 2 * (one & other).total() / (one.total() + other.total())
