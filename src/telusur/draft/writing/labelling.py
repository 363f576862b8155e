"""Makes labels for the divisions of a draft that came without: stable, readable, unique."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from telusur.draft.labels import is_well_formed
from telusur.draft.model import Clause
from telusur.draft.numerals import ORDINAL_PATTERN
from telusur.draft.outline.numbering import NUMBERED_ID

_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PREFIX = {"buku": "buku-", "bab": "bab-", "bagian": "bagian-", "paragraf": "par-", "pasal": ""}
_MOST_WORDS = 4
_LONGEST = 40
# Words that any Pasal begins with, and that say nothing of what it is about.
_EMPTY_WORDS = re.compile(
    r"yang|dan|di|dalam|ini|peraturan|menteri|dimaksud|dengan|sebagaimana|pada|ayat|pasal|huruf"
    r"|angka|untuk|setiap|dari|atau|oleh|adalah|wajib|dapat|harus|berhak|dilakukan|ketentuan"
    r"|undang-undang|pemerintah|tentang|mengenai|terdiri|atas|meliputi|paling|sedikit|ke|kepada"
    r"|tidak|bagi|agar|sesuai|secara|sebagai|serta|telah|akan|hal|melalui|berdasarkan|terhadap"
    r"|memuat|antara|lain|berupa|para|suatu|tersebut|bab|bagian|paragraf|lebih|lanjut|diatur"
    r"|merupakan|menurut|lama|lambat|jangka|waktu"
)
_DICTUM = re.compile(rf"\bdiktum\s+(?:{ORDINAL_PATTERN})\b")
_DEFINES = re.compile(r"\byang\s+dimaksud\s+dengan\b", re.IGNORECASE)
_ENTERS_INTO_FORCE = re.compile(r"\bini\s+mulai\s+berlaku\s+(?:pada|sejak|setelah|\d)", re.I)


def make_labels(clauses: Sequence[Clause], kept: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return a label for each division and Pasal, by clause id; quoted ones have none.

    A label comes from the title, where there is one that is the clause's alone, or from its first
    telling words. The same text gives the same labels. `kept` are labels that clauses have already.
    """
    labels = dict(kept or {})
    taken = set(labels.values())
    below: dict[str | None, list[Clause]] = defaultdict(list)
    by_id = {clause.id: clause for clause in clauses}
    for clause in clauses:
        below[clause.parent_id].append(clause)
    for clause in clauses:
        if clause.level in _PREFIX and not clause.quoted and clause.id not in labels:
            label = _free(_candidates(clause, below, by_id), taken)
            labels[clause.id] = label
            taken.add(label)
    return labels


def _candidates(
    clause: Clause, below: Mapping[str | None, list[Clause]], by_id: Mapping[str, Clause]
) -> Iterator[str]:
    """Yield labels, the best first."""
    prefix = _PREFIX[clause.level]
    if clause.level != "pasal":
        words = _telling_words(clause.heading)
        above = by_id.get(clause.parent_id or "")
        yield prefix + _joined(words or [clause.level])
        if above is not None:
            yield prefix + _joined([*words[:2], *_telling_words(above.heading)[:3]])
        return
    text = " ".join(_own_words(clause, below))
    if _DEFINES.search(text[:400]):
        yield "definisi"
    if _ENTERS_INTO_FORCE.search(text[:300]):
        yield "mulai-berlaku"
    if title := _title_of_its_own(clause, below, by_id):
        yield _joined(_telling_words(title))
    words = _telling_words(text)
    for count in range(3, 9):
        yield _joined(words[: max(count, 1)], most=count)
    yield _joined(words or ["isi"])


def _title_of_its_own(
    clause: Clause, below: Mapping[str | None, list[Clause]], by_id: Mapping[str, Clause]
) -> str:
    """Return the title of a bagian or bab that has this Pasal only."""
    above = by_id.get(clause.parent_id or "")
    alone = above is not None and len(below[above.id]) == 1
    return above.heading if above is not None and alone else ""


def _own_words(clause: Clause, below: Mapping[str | None, list[Clause]]) -> Iterator[str]:
    yield clause.text
    for child in below.get(clause.id, ()):
        yield from _own_words(child, below)


def _telling_words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    words = _WORD.findall(_DICTUM.sub("", plain))
    words = [word for word in words if not word.isdigit() and word not in _PREFIX]
    telling = [word for word in words if not _EMPTY_WORDS.fullmatch(word) and len(word) > 1]
    # A word that comes again says nothing new.
    return list(dict.fromkeys(telling)) or words[:3]


def _joined(words: Sequence[str], most: int = _MOST_WORDS) -> str:
    chosen: list[str] = []
    for word in words[:most]:
        if chosen and len("-".join([*chosen, word])) > _LONGEST:
            break
        chosen.append(word)
    return "-".join(chosen)


def _free(candidates: Iterator[str], taken: set[str]) -> str:
    """Return the first candidate that is free, or the first with a number behind it.

    A label that looks like a computed id (`pasal-7`) would be taken for one.
    """
    tried = [
        each
        for each in candidates
        if is_well_formed(each) and each not in _PREFIX and not NUMBERED_ID.fullmatch(each)
    ] or ["isi"]
    for label in tried:
        if label not in taken:
            return label
    count = 2
    while f"{tried[0]}-{count}" in taken:
        count += 1
    return f"{tried[0]}-{count}"
