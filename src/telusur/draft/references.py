"""What the words of a clause refer to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from telusur.draft.mentions import LawMention, Mention, Step, find_laws, find_mentions
from telusur.draft.model import Reference, ReferenceState
from telusur.draft.prose import PrintedReference
from telusur.draft.tree import Node

_LEVELS_OF_UNIT = {
    "ayat": ("ayat",),
    "huruf": ("huruf", "subhuruf"),
    "angka": ("angka", "subangka"),
}


class ReferenceReader:
    """Reads the references of one regulation, clause by clause."""

    def __init__(self, nodes: Sequence[Node], by_name: Mapping[str, Node]) -> None:
        self._by_name = by_name
        self._pasal: dict[str, list[Node]] = defaultdict(list)
        for node in nodes:
            if node.level == "pasal":
                self._pasal[node.number].append(node)
        self._in_order = [node for node in nodes if node.level == "pasal"]

    def read(
        self, node: Node, text: str, by_label: Sequence[PrintedReference]
    ) -> tuple[Reference, ...]:
        """Return the references in `text`, the words of `node`, in order of position.

        `by_label` are those that the draft makes by label: their target is known.
        """
        laws = find_laws(text)
        mentions = find_mentions(text, laws)
        # Where words go on behind a printed label (`[](#antrean) ayat (2)`), they say more.
        printed = [each for each in by_label if not any(_is_wider(m, each) for m in mentions)]
        references = [self._by_label(node, text, each) for each in printed]
        references += [_reference(node, text, law, None, "external") for law in laws]
        known: list[PrintedReference | LawMention] = [*printed, *laws]
        for index, mention in enumerate(mentions):
            if not any(_overlap(mention, each) for each in known):
                references.append(self._by_words(node, text, mention, laws))
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
        siblings = self._in_order if begin.level == "pasal" else _siblings(begin)
        if begin in siblings and end in siblings:
            whole = PrintedReference("", first.start, last.end)
            for target in siblings[siblings.index(begin) + 1 : siblings.index(end)]:
                yield _reference(node, text, whole, target, "ok")

    def _resolve(self, node: Node, steps: Sequence[Step]) -> tuple[Node | None, ReferenceState]:
        unit, number = steps[0]
        if unit == "pasal":
            candidates = self._pasal.get(number, [])
            if len(candidates) > 1:
                return None, "unsure"
            return _found(_descend(candidates, steps[1:]))
        lineage = list(_lineage(node))
        if unit == "ayat":
            return _found(_descend([each for each in lineage if each.level == "pasal"], steps))
        # `huruf a` alone: in the nearest unit around that has such an item. Letters and figures
        # are also ordinary words, so one that is not there proves nothing.
        found = next((target for each in lineage if (target := _descend([each], steps))), None)
        return (found, "ok") if found else (None, "unsure")


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


def _siblings(node: Node) -> list[Node]:
    return node.parent.children if node.parent else []


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


def _overlap(mention: Mention, other: PrintedReference | LawMention) -> bool:
    return mention.start < other.end and other.start < mention.end
