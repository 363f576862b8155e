"""Fields, which Word keeps up to date: references to numbers, and the number of the page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from telusur.draft.model import Clause, Level
from telusur.export.docx.xml import Xml, element

_CITED: dict[Level, tuple[str, str]] = {
    "buku": ("BUKU ", "{}"),
    "bab": ("", "BAB {}"),
    "bagian": ("Bagian ", "{}"),
    "paragraf": ("", "Paragraf {}"),
    "pasal": ("", "Pasal {}"),
    "ayat": ("ayat ", "({})"),
    "huruf": ("huruf ", "{}"),
    "angka": ("angka ", "{}"),
    "subhuruf": ("huruf ", "{})"),
    "subangka": ("angka ", "{})"),
}
"""How a clause is cited: the words before, and what Word prints as its number."""


def run(text: str) -> Xml:
    """Return a run of words."""
    words = element("t")
    words.text = text
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element("r", words)


def line_break() -> Xml:
    """Return a run that begins a new line of the same paragraph."""
    return element("r", element("br"))


def field(instruction: str, shown: str) -> Iterator[Xml]:
    """Yield the runs of a field; `shown` is what stands there until Word computes it anew."""
    code = element("instrText")
    code.text = f" {instruction} "
    code.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    yield element("r", element("fldChar", fldCharType="begin"))
    yield element("r", code)
    yield element("r", element("fldChar", fldCharType="separate"))
    yield run(shown)
    yield element("r", element("fldChar", fldCharType="end"))


def bookmark(name: str, number: int, content: Sequence[Xml]) -> Iterator[Xml]:
    """Yield `content` with the bookmark `name` around it; `number` is unique in the document."""
    yield element("bookmarkStart", id=number, name=name)
    yield from content
    yield element("bookmarkEnd", id=number)


def name_of(clause: Clause) -> str:
    """Return the name of the bookmark of a clause; Word hides those that begin with `_`."""
    return f"_Ref{clause.position:06d}"


def label_of(clause: Clause, part: int = 0) -> str:
    """Return the name of the bookmark by which a paragraph of a clause is known again.

    It begins with the clause's place in the draft; the rest, for people, is its id. Word takes 40
    letters, digits and underscores. `part` counts the paragraphs of a clause from 0.
    """
    name = re.sub(r"[^a-z0-9]+", "_", clause.id.lower())
    return f"T{clause.position}_{part}_{name}"[:40]


def citation(
    words: str, lineage: Sequence[Clause], is_typed: Callable[[Clause], bool]
) -> Iterator[Xml]:
    """Yield `words`, in which each number of a clause of `lineage` is a field.

    `lineage` goes from the outermost clause to the one referred to. A number that Word counts is
    asked for by the switch \\n; one that is typed is what the bookmark encloses.
    """
    start = 0
    for clause in lineage:
        before, form = ("", "{}") if clause.is_dictum else _CITED[clause.level]
        number = form.format(clause.number)
        found = re.compile(rf"(?<!\w){before}({re.escape(number)})(?!\w)").search(words, start)
        begin = found.start(1) if found else start if words == number else None
        if begin is None:
            continue
        if start < begin:
            yield run(words[start:begin])
        switch = "" if is_typed(clause) else r"\n "
        yield from field(f"REF {name_of(clause)} {switch}\\h", number)
        start = begin + len(number)
    if start < len(words):
        yield run(words[start:])
