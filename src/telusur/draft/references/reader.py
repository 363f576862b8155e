"""What the words of a clause refer to."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from telusur.draft.model import Reference, ReferenceState
from telusur.draft.numerals import from_ordinal
from telusur.draft.outline.numbering import value_of
from telusur.draft.outline.prose import PrintedReference
from telusur.draft.outline.tree import Node
from telusur.draft.references.laws import LawMention, Laws
from telusur.draft.references.mentions import Mention, Step, find_mentions

_LEVELS_OF_UNIT = {
    "bab": ("bab",),
    "bagian": ("bagian",),
    "paragraf": ("paragraf",),
    "ayat": ("ayat",),
    "huruf": ("huruf", "subhuruf"),
    "angka": ("angka", "subangka"),
}


class ReferenceReader:
    """Reads the references of one regulation, clause by clause."""

    def __init__(self, nodes: Sequence[Node], by_name: Mapping[str, Node]) -> None:
        self._by_name = by_name
        self._numbered: dict[Step, list[Node]] = defaultdict(list)
        for node in nodes:
            if node.level in ("buku", "bab", "pasal") and not node.quoted:
                self._numbered[_step_to(node)].append(node)
        self._in_order = [each for each in nodes if each.level == "pasal" and not each.quoted]
        self._amends = any(each.quoted for each in nodes)
        self._place = {node: place for place, node in enumerate(self._in_order)}

    def read(
        self, node: Node, text: str, by_label: Sequence[PrintedReference]
    ) -> tuple[Reference, ...]:
        """Return the references in `text`, the words of `node`, in order of position.

        `by_label` are those that the draft makes by label: their target is known.
        """
        laws = Laws(text)
        mentions = find_mentions(text, laws)
        # Where words go on behind a printed label (`[](#antrean) ayat (2)`), they say more.
        printed = [each for each in by_label if not any(_is_wider(m, each) for m in mentions)]
        references = [self._by_label(node, text, each) for each in printed]
        references += [_reference(node, text, law, None, "external") for law in laws.mentions]
        known = _Taken([*printed, *laws.mentions])
        for index, mention in enumerate(mentions):
            if not known.overlaps(mention):
                references.append(self._by_words(node, text, mention, laws.mentions))
            if mention.ends_range and index > 0:
                references += self._within_range(node, text, mentions[index - 1], mention)
        return tuple(sorted(references, key=lambda each: (each.start, each.end)))

    def _by_label(self, node: Node, text: str, printed: PrintedReference) -> Reference:
        target = self._by_name.get(printed.target)
        return _reference(node, text, printed, target, "ok" if target else "missing")

    def _by_words(
        self, node: Node, text: str, mention: Mention, laws: Sequence[LawMention]
    ) -> Reference:
        if mention.of_other_law:
            return _reference(node, text, mention, None, "external")
        target, state = self._resolve(node, mention.steps)
        if state == "missing" and laws:
            # The words may belong to the law that is named somewhere beside them.
            state = "unsure"
        return _reference(node, text, mention, target, state)

    def _within_range(
        self, node: Node, text: str, first: Mention, last: Mention
    ) -> Iterator[Reference]:
        """Yield a reference to each provision between the two ends of `sampai dengan`."""
        if last.of_other_law:
            return
        begin, _ = self._resolve(node, first.steps)
        end, _ = self._resolve(node, last.steps)
        if begin is None or end is None or begin.level != end.level:
            return
        whole = PrintedReference("", first.start, last.end)
        for target in self._between(begin, end):
            yield _reference(node, text, whole, target, "ok")

    def _between(self, begin: Node, end: Node) -> Sequence[Node]:
        if begin.level == "pasal":
            return self._in_order[self._place[begin] + 1 : self._place[end]]
        if begin.parent is None or begin.parent is not end.parent:
            return ()
        among = begin.parent.children
        return among[among.index(begin) + 1 : among.index(end)]

    def _resolve(self, node: Node, steps: Sequence[Step]) -> tuple[Node | None, ReferenceState]:
        unit, number = steps[0]
        if unit == "diktum":
            number = str(from_ordinal(number))
        if unit == "buku":
            number = number.upper()
            if not any(level == "buku" for level, _ in self._numbered):
                return None, "external"  # a book to be read
        is_own = unit == "pasal" and number.isalpha()  # Roman numbers are those of the one at hand
        if _changes_another(node) and not is_own:
            return None, "external"
        if node.quoted and unit in ("buku", "bab", "bagian", "paragraf", "pasal"):
            # A quoted provision speaks of the law that it will stand in.
            return None, "external"
        if unit in ("buku", "bab", "pasal", "diktum"):
            if self._amends and (unit, number) not in self._numbered:
                return None, "external"  # `Ketentuan Pasal 12 diubah`: of the law that is amended
            candidates = self._numbered.get((unit, number), [])
            if unit == "bab" and len(candidates) > 1:
                candidates = _beside(node, candidates) or candidates
            if len(candidates) > 1:
                return None, "unsure"
            return _found(_descend(candidates, steps[1:]))
        if unit in ("bagian", "paragraf"):
            return _found(self._division(node, steps))
        lineage = list(_lineage(node))
        if unit == "ayat":
            pasal = [each for each in lineage if each.level == "pasal"]
            if node.quoted and not any(each.quoted for each in pasal):
                return None, "external"
            return _found(_descend(pasal, steps))
        # `huruf a` alone: in the nearest unit around that has such an item. Letters and figures
        # are also ordinary words, so one that is not there proves nothing.
        found = next((target for each in lineage if (target := _descend([each], steps))), None)
        return (found, "ok") if found else (None, "unsure")

    @staticmethod
    def _division(node: Node, steps: Sequence[Step]) -> Node | None:
        """The bagian or paragraf of that number in the nearest division around."""
        above = node.parent
        while above is not None:
            if found := _descend([above], steps):
                return found
            above = above.parent
        return None


def _beside(node: Node, candidates: Sequence[Node]) -> list[Node]:
    """Those that stand in the same buku as a node: each counts its bab anew."""
    above = _top(node)
    return [each for each in candidates if _top(each) is above]


def _top(node: Node) -> Node:
    while node.parent is not None:
        node = node.parent
    return node


def _step_to(node: Node) -> Step:
    """Return how words name a bab, Pasal or dictum; `PERTAMA` is also called `KESATU`."""
    return ("diktum", str(value_of(node))) if node.is_dictum else (node.level, node.number)


def _changes_another(node: Node) -> bool:
    """Whether its words are about the law that is amended: `Ketentuan ayat (2) diubah …`."""
    return node.is_instruction or (not node.quoted and any(c.quoted for c in node.children))


class _Taken:
    """Spans that are references already; they do not overlap one another."""

    def __init__(self, spans: Sequence[PrintedReference | LawMention]) -> None:
        self._spans = sorted((span.start, span.end) for span in spans)

    def overlaps(self, mention: Mention) -> bool:
        """Whether one of them shares a character with the mention."""
        before = bisect_left(self._spans, (mention.end, 0)) - 1
        return before >= 0 and self._spans[before][1] > mention.start


def _descend(starts: Sequence[Node], steps: Sequence[Step]) -> Node | None:
    """Follow the steps downwards from the one node of `starts`."""
    node = starts[0] if starts else None
    for unit, number in steps:
        if node is None:
            return None
        levels = _LEVELS_OF_UNIT[unit]
        node = next((c for c in node.children if c.level in levels and c.number == number), None)
    return node


def _found(target: Node | None) -> tuple[Node | None, ReferenceState]:
    return (target, "ok") if target else (None, "missing")


def _lineage(node: Node) -> Iterator[Node]:
    """Yield the node and what governs it, up to its Pasal."""
    unit: Node | None = node
    while unit is not None:
        yield unit
        unit = None if unit.level == "pasal" else unit.parent


def _reference(
    node: Node,
    text: str,
    span: Mention | LawMention | PrintedReference,
    target: Node | None,
    state: ReferenceState,
) -> Reference:
    words = text[span.start : span.end]
    return Reference(node.id, target.id if target else None, words, span.start, span.end, state)


def _is_wider(mention: Mention, printed: PrintedReference) -> bool:
    contains = mention.start <= printed.start and printed.end <= mention.end
    return contains and mention.end - mention.start > printed.end - printed.start
