"""Tabulations: their levels and how their items begin and end (rules 87 to 91)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from telusur.draft.model import Clause
from telusur.draft.rules.manuscript import Manuscript
from telusur.draft.rules.rule import Case, Hit, Spot, found, rule, tail, whole, within
from telusur.draft.rules.words import ALWAYS_CAPITAL

_ITEMS = ("huruf", "angka", "subhuruf", "subangka")
_BELOW = {
    "pasal": "huruf", "ayat": "huruf", "huruf": "angka", "angka": "subhuruf",
    "subhuruf": "subangka",
}  # fmt: skip
_WRITTEN = {"huruf": "a.", "angka": "1.", "subhuruf": "a)", "subangka": "1)"}
_FOREIGN_MARKER = re.compile(
    r"(?m)(?:^|(?<=[:;] ))(?P<marker>[-–—•▪●*]|\([a-z]{1,2}\)|\([ivx]+\)|[ivx]+[.)])(?=\s+\w)"
)
_CONJUNCTION = re.compile(r"(?:[;,]\s*+|(?<![\s;,])\s*+)(?P<word>dan/atau|dan|atau|serta)\s*+$")
_LEADS_IN = re.compile(r":\s*$")
_BEGINS_LARGE = re.compile(r"(?P<word>[A-Z][a-z]+)\b")

_NAME = re.compile(r"[A-Z][\w-]*\s+\(?(?P<next>[A-Z][\w-]*)")


@rule(
    "87b",
    "warning",
    "rincian berurutan: `a.`, lalu `1.`, lalu `a)`, lalu `1)`",
    "levels follow one another as `a.`, `1.`, `a)`, `1)`",
)
def order_of_levels(draft: Manuscript) -> Iterator[Case]:
    for parent, items in _lists(draft):
        expected = _BELOW.get(parent.level)
        if parent.id in draft.definitions and parent.level in ("angka", "ayat", "pasal"):
            expected = "huruf"
        if expected is None or items[0].level == expected:
            yield None
        else:
            written, wanted = _WRITTEN[items[0].level], _WRITTEN[expected]
            yield Hit(
                whole(items[0]),
                f"rincian di bawah {parent.level} ditulis `{wanted}`, bukan `{written}`",
                f"items below {parent.level} are numbered `{wanted}`, and not `{written}`",
            )


@rule(
    "87h",
    "warning",
    "rincian paling banyak empat tingkat, tanpa tanda lain",
    "at most four levels of items, and no other markers",
)
def levels_too_deep(draft: Manuscript) -> Iterator[Case]:
    for clause in draft.clauses:
        if clause.level not in (*_ITEMS, "ayat", "pasal"):
            continue
        match = _FOREIGN_MARKER.search(clause.text)
        if match is None:
            yield None
        else:
            yield Hit(
                found(clause, match, "marker"),
                f"“{match['marker']}” bukan tanda rincian; gunakan `a.`, `1.`, `a)`, `1)`, atau "
                "pecah menjadi pasal atau ayat lain",
                f"“{match['marker']}” marks no item; use `a.`, `1.`, `a)`, `1)`, or make another "
                "Pasal or ayat",
            )


@rule(
    "87c",
    "warning",
    "rincian berawal huruf kecil, kecuali istilah yang didefinisikan",
    "items begin in lower case, but for defined terms",
)
def items_begin_small(draft: Manuscript) -> Iterator[Case]:
    defined = {word for term in draft.terms for name in term.names for word in name.split()[:1]}
    known = defined | ALWAYS_CAPITAL
    for parent, items in _lists(draft):
        if not _LEADS_IN.search(parent.text.partition("\n")[0]):
            continue
        for item in items:
            match = _BEGINS_LARGE.match(item.text)
            name = _NAME.match(item.text)
            if match is None or match["word"] in known or (name and name["next"] not in defined):
                yield None
            else:
                yield Hit(
                    found(item, match, "word"),
                    f"awali rincian dengan huruf kecil: “{match['word'].lower()}”",
                    f"begin the item in lower case: “{match['word'].lower()}”",
                )


@rule(
    "87d",
    "warning",
    "rincian berakhir titik koma; yang terakhir berakhir titik",
    "items end in a semicolon, the last in a full stop",
    fixes=True,
)
def items_end(draft: Manuscript) -> Iterator[Case]:
    for parent, items in _lists(draft):
        if len(items) > 1 and _are_sentences(draft, items):
            continue
        for item in items[:-1]:
            if not draft.below.get(item.id):
                yield _ends_in_semicolon(item)
        last, outermost = items[-1], parent.level not in _ITEMS
        if draft.below.get(last.id):
            continue
        if outermost and "\n" not in parent.text and not last.text.endswith("."):
            stop = re.search(r"[;:,]?$", last.text)
            yield Hit(
                tail(last, len(stop[0]) if stop else 0),
                "akhiri rincian terakhir dengan titik",
                "end the last item in a full stop",
                ".",
            )
        else:
            yield None


def _ends_in_semicolon(item: Clause) -> Case:
    conjunction = _CONJUNCTION.search(item.text)
    end = conjunction.start() if conjunction else len(item.text)
    if item.text[end : end + 1] == ";" or item.text[end - 1 : end] == ";":
        return None
    stop = re.search(r"[.,:]?$", item.text[:end])
    begin = stop.start() if stop else end
    length = end - begin
    if conjunction and item.text[end : end + 1] == ",":
        begin, length = end, 1
    return Hit(
        within(item, begin, begin + length),
        "akhiri rincian ini dengan titik koma",
        "end this item in a semicolon",
        ";",
    )


@rule(
    "87f",
    "warning",
    "rincian yang dirinci lagi berakhir titik dua",
    "an item that has items of its own ends in a colon",
)
def lead_in(draft: Manuscript) -> Iterator[Case]:
    for parent, _ in _lists(draft):
        lead = parent.text.partition("\n")[0]
        if not lead or lead.endswith(":"):
            yield None
        else:
            yield Hit(
                within(parent, max(len(lead) - 1, 0), len(lead)),
                "akhiri kalimat di depan rincian dengan titik dua",
                "end the words before the items in a colon",
            )


@rule(
    "88",
    "warning",
    "`dan`, `atau`, atau `dan/atau` satu kali, setelah rincian sebelum yang terakhir",
    "`dan`, `atau` or `dan/atau` once, behind the item before the last",
)
def conjunction(draft: Manuscript) -> Iterator[Case]:
    for _, items in _lists(draft):
        if len(items) < 2 or _are_sentences(draft, items):
            continue
        ends = [_end_of(draft, item) for item in items]
        early = [end for end in ends[:-2] if _CONJUNCTION.search(end.words)]
        if not _CONJUNCTION.search(ends[-2].words):
            spot = ends[-2]
            yield Hit(
                spot,
                "akhiri rincian sebelum yang terakhir dengan “dan”, “atau”, atau “dan/atau”",
                "end the item before the last in “dan”, “atau” or “dan/atau”",
            )
        elif early:
            yield Hit(
                early[0],
                "kata hubung hanya setelah rincian sebelum yang terakhir",
                "the conjunction stands only behind the item before the last",
            )
        else:
            yield None


def _lists(draft: Manuscript) -> Iterator[tuple[Clause, list[Clause]]]:
    """Yield what governs each list of items, and its items.

    The definitions are sentences, and so are the instructions of a regulation that amends.
    """
    for parent in draft.clauses:
        items = [item for item in draft.below.get(parent.id, ()) if item.level in _ITEMS]
        defines = parent in draft.defining
        instructs = draft.amends and parent.level == "pasal" and not parent.quoted
        if items and not defines and not instructs:
            yield parent, items


def _are_sentences(draft: Manuscript, items: Sequence[Clause]) -> bool:
    """Whether each item is a sentence of its own, with a full stop."""
    return all(_end_of(draft, item).words.rstrip().endswith(".") for item in items)


def _end_of(draft: Manuscript, item: Clause) -> Spot:
    """Point at the end of an item with all that stands below it."""
    below = draft.below.get(item.id)
    while below and "\n" not in item.text:
        item = below[-1]
        below = draft.below.get(item.id)
    return tail(item, 12)
