"""Definitions and the use of what they define (rules 98 to 109)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from telusur.draft.rules.kinds import Kind
from telusur.draft.rules.manuscript import Manuscript
from telusur.draft.rules.rule import Case, Hit, found, rule, tail, whole, within
from telusur.draft.rules.words import LITTLE_WORDS

_COMMA = re.compile(r"(?P<comma>,)(?=\s+yang\s+dimaksud)")
_NAMES_ITSELF = re.compile(r"^Dalam\s+(?P<name>[A-Z][\w-]*(?:\s+[A-Z][\w-]*)*)\s+ini\b")


@rule(
    "99",
    "warning",
    "definisi diawali `Dalam Peraturan Menteri ini yang dimaksud dengan:`",
    "definitions begin `Dalam Peraturan Menteri ini yang dimaksud dengan:`",
    fixes=True,
)
def leads_in(draft: Manuscript) -> Iterator[Case]:
    for unit in draft.defining:
        lead = unit.text.partition("\n")[0]
        comma, named = _COMMA.search(lead), _NAMES_ITSELF.match(lead)
        kind = draft.kind
        if comma:
            message = "hapus koma di depan “yang dimaksud dengan”"
            message_en = "drop the comma before “yang dimaksud dengan”"
            yield Hit(found(unit, comma, "comma"), message, message_en, "")
        elif not lead.endswith(":"):
            message = "akhiri “yang dimaksud dengan” dengan titik dua"
            message_en = "end “yang dimaksud dengan” in a colon"
            yield Hit(within(unit, len(lead), len(lead)), message, message_en, ":")
        elif kind and not unit.quoted and named and not _is_own(named["name"], kind):
            message = f"peraturan ini menyebut dirinya “{kind.name} ini”"
            message_en = f"this regulation calls itself “{kind.name} ini”"
            yield Hit(found(unit, named, "name"), message, message_en)
        else:
            yield None


def _is_own(name: str, kind: Kind) -> bool:
    """Whether a regulation of this kind may call itself so."""
    own, full = kind.name.casefold(), name.casefold()
    return full == own or (kind.named_in_full and full.startswith(f"{own} "))


@rule(
    "101",
    "warning",
    "definisi bernomor `1.`, berawal huruf kapital, dan berakhir titik",
    "definitions are numbered `1.`, begin with a capital and end in a full stop",
    fixes=True,
)
def form_of_definitions(draft: Manuscript) -> Iterator[Case]:
    for unit in draft.defining:
        items = draft.below[unit.id]
        if items[0].level != "angka":
            message = "nomori definisi dengan `1.`, `2.`, dan seterusnya"
            yield Hit(whole(items[0]), message, "number the definitions `1.`, `2.` and so on")
        for item in items:
            if draft.below.get(item.id):
                continue
            stop = re.search(r"(?P<stop>[;:,]?)$", item.text)
            if item.text[:1].islower():
                message = "awali definisi dengan huruf kapital"
                yield Hit(within(item, 0, 1), message, "begin the definition with a capital")
            elif stop and not item.text.endswith("."):
                message = "akhiri definisi dengan titik"
                yield Hit(
                    tail(item, len(stop[0])), message, "end the definition in a full stop", "."
                )
            else:
                yield None


@rule(
    "102",
    "info",
    "istilah yang didefinisikan digunakan lebih dari satu kali",
    "a defined term is used more than once",
)
def use_of_terms(draft: Manuscript) -> Iterator[Case]:
    uses = _uses(draft)
    for term in draft.terms:
        count = sum(uses[name] for name in term.names)
        if count > 1:
            yield None
            continue
        name = term.names[0]
        times, times_en = ("hanya satu kali", "only once") if count else ("tidak pernah", "never")
        yield Hit(
            within(term.clause, 0, len(name)),
            f"“{name}” {times} digunakan di luar definisinya",
            f"“{name}” is used {times_en} beyond its definition",
        )


def _uses(draft: Manuscript) -> Counter[str]:
    """Count how often each name of a term stands in other clauses than its own definition."""
    own = {term.clause.id: set(term.names) for term in draft.terms}
    pattern = _any_of(tuple(name for term in draft.terms for name in term.names))
    uses: Counter[str] = Counter()
    for clause in draft.clauses if pattern else ():
        for words in (clause.text, clause.heading if clause.level == "bab" else ""):
            for match in pattern.finditer(words) if pattern else ():
                name = " ".join(match[0].split())
                if name not in own.get(clause.id, ()):
                    uses[name] += 1
    return uses


@rule(
    "108",
    "info",
    "istilah yang didefinisikan selalu berawal huruf kapital",
    "a defined term always begins with capitals",
)
def capitals_of_terms(draft: Manuscript) -> Iterator[Case]:
    names = [name for term in draft.terms for name in term.names if _is_title(name)]
    small = {name.lower(): name for name in names}
    any_small, any_right = _any_of(tuple(small)), _any_of(tuple(names))
    if any_small is None or any_right is None:
        return
    for clause in draft.clauses:
        if clause.id in draft.definitions:
            continue  # a definition may say with the same words in small letters what it defines
        for match in any_small.finditer(clause.text):
            name = small[" ".join(match[0].split())]
            yield Hit(
                found(clause, match),
                f"tulis “{name}”, seperti dalam definisinya",
                f"write “{name}”, as in its definition",
            )
        for _ in any_right.finditer(clause.text):
            yield None


def _is_title(name: str) -> bool:
    """Whether each of several words begins with a capital; one word alone is also a plain word."""
    words = [word for word in name.split() if word not in LITTLE_WORDS]
    return len(words) > 1 and all(word[0].isupper() for word in words)


@lru_cache(maxsize=8)
def _any_of(names: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return a pattern for any of the names, the longest first, each as whole words."""
    if not names:
        return None
    longest_first = sorted({" ".join(name.split()) for name in names}, key=len, reverse=True)
    choices = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in longest_first)
    return re.compile(rf"(?<![\w-])(?:{choices})(?![\w-])")
