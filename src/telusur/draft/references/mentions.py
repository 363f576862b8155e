"""Finds the words of a text that name a provision: `Pasal 5 ayat (2) huruf b`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from telusur.draft.numerals import ORDINAL_PATTERN
from telusur.draft.references.laws import Laws

Step = tuple[str, str]
"""A unit and its number: `("ayat", "2")`."""

_FORMS = {
    "buku": r"B(?:uku|UKU)\s+{}",
    "bab": r"B(?:ab|AB)\s+{}",
    "bagian": r"Bagian\s+{}",
    "paragraf": r"Paragraf\s+{}",
    "pasal": r"[Pp]asa[l1I|]\s+{}",
    "diktum": r"(?i:diktum)\s+{}",
    "ayat": r"[Aa]yat\s*\({}\)",
    "huruf": r"[Hh]uruf\s+{}",
    "angka": r"[Aa]ngka\s+{}",
}
_NUMBERS = {
    "buku": rf"[IVXLC]+|(?i:{ORDINAL_PATTERN})",
    "bab": r"[IVXLC]+[A-Z]?",
    "bagian": rf"(?i:{ORDINAL_PATTERN})",
    "paragraf": r"\d+",
    "pasal": r"[l|]?\d+[A-Z]{0,2}|[IVX]+",
    "diktum": rf"(?i:{ORDINAL_PATTERN})",
    "ayat": r"[l|]?\d+[a-z]{0,2}|[lI|]",
    "huruf": r"[a-z]{1,2}",
    "angka": r"\d+[a-z]?",
}
_STEP = re.compile(
    r"(?:\b|(?<=dan))(?:"  # `danPasal 5`: a fault of conversion
    + "|".join(form.format(f"(?P<{unit}>{_NUMBERS[unit]})") for unit, form in _FORMS.items())
    + r")(?!\w)"
)
# What character recognition makes of a 1: `ayat (l)`, `Pasal l2`.
_MISREAD = {"pasal": re.compile(r"^[l|]"), "ayat": re.compile(r"^[lI|]")}
_MAY_FOLLOW = {
    "buku": ("bab",),
    "bab": ("bagian",),
    "bagian": ("paragraf",),
    "paragraf": (),
    "pasal": ("ayat", "huruf", "angka"),
    "diktum": ("huruf", "angka"),
    "ayat": ("huruf", "angka"),
    "huruf": ("angka",),
    "angka": ("huruf",),
}
_AND = r"dan/atau|dan|atau|serta"
_UNTIL = r"sampai(?:\s+dengan)?|s\.\s?d\.|s/d"
_JOINT = re.compile(rf"\s*+,?\s*+(?:(?P<range>{_UNTIL})|{_AND})?\s*+(?:(?:dalam|pada)\s++)?")
# `ayat (1) dan (2)`, `Pasal 5, 6, dan 7`: what follows must show that the number stands alone,
# for `Pasal 5, 6 (enam) orang` names one Pasal.
_GOES_ON = (
    r"tidak|dapat|wajib|harus|berlaku|adalah|merupakan|yang|untuk|bagi|dengan|dalam|pada|oleh"
    r"|sebagaimana|mengenai|tentang|terhadap|apabila|juga|telah|akan|maka|agar"
    r"|di(?:atur|lakukan|laksanakan|maksud|ken(?:ai|akan)|pidana|berikan|tetapkan|nyatakan|cabut)"
)
_ANOTHER = {
    unit: re.compile(
        rf"(?P<joint>\s*,\s*(?:(?:{_AND})\s+)?|\s+(?:{_AND})\s+|\s+(?P<range>{_UNTIL})\s+)"
        + (rf"\((?P<number>{number})\)" if unit == "ayat" else rf"(?P<number>{number})\b")
        + rf"(?=\s*(?:[,;.:)]|$)|\s+(?:{_AND}|{_UNTIL}|ayat|huruf|angka|[A-Z]|ini|tersebut)\b"
        + (r"|\s)" if unit == "ayat" else rf"|\s+(?:{_GOES_ON})\b)")
    )
    for unit, number in _NUMBERS.items()
    if unit in ("pasal", "diktum", "ayat", "huruf", "angka")
}


@dataclass(frozen=True, slots=True)
class Mention:
    """A provision that a text names, as far as the words themselves tell."""

    start: int
    """Where the words begin (characters)."""
    end: int
    steps: tuple[Step, ...]
    """From the outermost unit inwards; begins further in where the text leaves the rest to its
    place."""
    of_other_law: bool
    ends_range: bool
    """Whether `sampai dengan` joins it to the mention before."""


@dataclass(frozen=True, slots=True)
class _Group:
    """Steps that stand right behind one another."""

    steps: tuple[Step, ...]
    start: int
    end: int
    ends_range: bool = False
    says_outer_last: bool = False
    """Whether the outer unit stands behind the inner one: `ayat (2) Pasal 5`."""


def find_mentions(text: str, laws: Laws) -> list[Mention]:
    """Return the provisions that `text` names, in order."""
    mentions: list[Mention] = []
    for chain in _chains(text, _groups(text)):
        of_other_law = laws.own(chain[0].start, chain[-1].end)
        steps: tuple[Step, ...] = ()
        outer = next((group.steps for group in chain if group.says_outer_last), ())
        for group in chain:
            inherited = _inherited(steps or outer, group.steps[0][0])
            steps = (*inherited, *group.steps)
            mentions.append(Mention(group.start, group.end, steps, of_other_law, group.ends_range))
    return mentions


def _groups(text: str) -> Iterator[_Group]:
    """Yield what stands together, and apart from it the bare numbers that go on with it."""
    group: _Group | None = None
    for found in _STEP.finditer(text):
        if group and found.start() < group.end:
            continue
        unit = str(found.lastgroup)
        misread = _MISREAD.get(unit)
        step = unit, misread.sub("1", found[unit]) if misread else found[unit]
        if group is not None:
            # What goes on may be the last bare number: `ayat (1) atau (2) huruf a`.
            *before, group = group, *_bare_numbers(text, group, found.start())
            yield from before
            if wider := _wider(text, group, step, found):
                group = wider
                continue
            yield group
        group = _Group((step,), found.start(), found.end())
    if group is not None:
        yield group
        yield from _bare_numbers(text, group, len(text))


def _wider(text: str, group: _Group, step: Step, found: re.Match[str]) -> _Group | None:
    """Return the group with a step that stands right behind it; None where it is another."""
    if not text[group.end : found.start()].isspace():
        return None
    if step[0] in _MAY_FOLLOW[group.steps[-1][0]]:
        return replace(group, steps=(*group.steps, step), end=found.end())
    if group.steps[0][0] in _MAY_FOLLOW[step[0]]:
        steps = (step, *group.steps)
        return replace(group, steps=steps, end=found.end(), says_outer_last=True)
    return None


def _bare_numbers(text: str, group: _Group, end: int) -> Iterator[_Group]:
    unit, start = group.steps[-1][0], group.end
    another = _ANOTHER.get(unit)
    while another and (found := another.match(text, start)) and found.end() <= end:
        begin = found.end("joint")
        yield _Group(((unit, found["number"]),), begin, found.end(), found["range"] is not None)
        start = found.end()


def _chains(text: str, groups: Iterator[_Group]) -> list[list[_Group]]:
    """Put together what commas and conjunctions join: `Pasal 9, Pasal 11, dan Pasal 12`."""
    chains: list[list[_Group]] = []
    for group in groups:
        joint = _JOINT.fullmatch(text, chains[-1][-1].end, group.start) if chains else None
        if joint:
            in_range = group.ends_range or joint["range"] is not None
            chains[-1].append(replace(group, ends_range=in_range))
        else:
            chains.append([group])
    return chains


def _inherited(before: Sequence[Step], unit: str) -> tuple[Step, ...]:
    """Return the steps that `ayat (3)` takes over from `Pasal 5 ayat (2)` before it."""
    places = [index for index, step in enumerate(before) if step[0] == unit]
    return tuple(before[: places[-1]]) if places else ()
