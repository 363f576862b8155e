"""The legal bases behind `Mengingat` (rules 28 to 52)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from telusur.draft.model import TextLine
from telusur.draft.rules.framework.opening import in_semicolon
from telusur.draft.rules.kinds import Law, law_of
from telusur.draft.rules.manuscript import Manuscript
from telusur.draft.rules.rule import Case, Hit, found, rule, whole, within
from telusur.draft.rules.special.revocation import REVOKES

_STATE_BEHIND_TYPE = re.compile(
    r"^(?:Undang-[Uu]ndang|Peraturan\s+(?:Pemerintah(?:\s+Pengganti\s+Undang-[Uu]ndang)?|Presiden"
    r"|Menteri(?:\s+[A-Z][\w-]*|\s+dan)+?))(?P<words>\s+Republik\s+Indonesia)(?=\s+Nomor\b)"
)
_GAZETTE = re.compile(r"\(Lembaran\s+Negara\b")
_SUPPLEMENT = re.compile(r"\bTambahan\s+Lembaran\s+Negara\b")
_CITED_LAW = re.compile(
    r"(?:Undang-[Uu]ndang|Peraturan\s+[A-Z]\w+)(?:\s++[A-Z][\w-]*+|\s++dan){0,40}?\s++Nomor\s++[\w./-]*\w"
    r"(?:\s+Tahun\s+\d{4})?"
)


@rule(
    "28",
    "warning",
    "dasar hukum bernomor `1.`, `2.` bila lebih dari satu",
    "legal bases are numbered `1.`, `2.` where there are several",
)
def numbered(draft: Manuscript) -> Iterator[Case]:
    lines = draft.regulation.preamble.bases
    wrong = [line for line in lines if not line.marker.isdigit()] if len(lines) > 1 else []
    for line in wrong[:1]:
        message = "nomori dasar hukum dengan `1.`, `2.`, dan seterusnya"
        yield Hit(whole(line), message, "number the legal bases `1.`, `2.` and so on")
    if lines and not wrong:
        yield None


@rule(
    "52",
    "warning",
    "setiap dasar hukum berakhir titik koma",
    "each legal basis ends in a semicolon",
    fixes=True,
)
def ends(draft: Manuscript) -> Iterator[Case]:
    for line in draft.regulation.preamble.bases:
        yield in_semicolon(line, "dasar hukum", "the legal basis")


@rule(
    "41",
    "warning",
    "dasar hukum setingkat atau lebih tinggi",
    "legal bases have the same rank or a higher one",
)
def ranks(draft: Manuscript) -> Iterator[Case]:
    for line, law in _laws(draft):
        if draft.kind is None or law.kind.rank <= draft.kind.rank:
            yield None
        else:
            yield Hit(
                within(line, 0, len(law.kind.name)),
                f"{law.kind.name} lebih rendah daripada {draft.kind.name}",
                f"a {law.kind.name} ranks below a {draft.kind.name}",
            )


@rule(
    "43",
    "warning",
    "dasar hukum berurutan menurut hierarki, lalu menurut waktu",
    "legal bases are in the order of rank, then of time",
)
def order(draft: Manuscript) -> Iterator[Case]:
    before: Law | None = None
    for line, law in _laws(draft):
        if before is not None and law.kind.rank < before.kind.rank:
            yield Hit(
                within(line, 0, len(law.kind.name)),
                f"letakkan {law.kind.name} di depan {before.kind.name}",
                f"put the {law.kind.name} before the {before.kind.name}",
            )
        elif before is not None and before.kind == law.kind and _time(law) < _time(before):
            yield Hit(
                whole(line),
                f"letakkan yang lebih dahulu di depan: Nomor {law.number} Tahun {law.year}",
                f"put the earlier one first: Nomor {law.number} Tahun {law.year}",
            )
        else:
            yield None
        before = law


def _time(law: Law) -> tuple[int, int]:
    return law.year or 0, int(law.number) if law.number.isdigit() else 0


@rule(
    "42",
    "warning",
    "peraturan yang dicabut tidak menjadi dasar hukum",
    "what is revoked is no legal basis",
)
def revoked(draft: Manuscript) -> Iterator[Case]:
    gone = set(_revoked(draft))
    for line, law in _laws(draft):
        if (law.kind.name, law.number, law.year) not in gone:
            yield None
        else:
            yield Hit(
                within(line, 0, len(law.kind.name)),
                f"{law.kind.name} Nomor {law.number} Tahun {law.year} dicabut oleh naskah ini",
                f"this draft revokes {law.kind.name} Nomor {law.number} Tahun {law.year}",
            )


def _revoked(draft: Manuscript) -> Iterator[tuple[str, str, int | None]]:
    """Yield kind, number and year of what the draft revokes."""
    for clause in draft.clauses:
        if clause.quoted or not REVOKES.search(clause.text):
            continue
        for each in (clause, *draft.below.get(clause.id, ())):
            cited = _CITED_LAW.search(each.text)
            if cited and (law := law_of(cited[0])):
                yield law.kind.name, law.number, law.year


@rule(
    "45",
    "warning",
    "tanpa `Republik Indonesia` setelah jenis peraturan",
    "no `Republik Indonesia` behind the type of regulation",
    fixes=True,
)
def name_of_state(draft: Manuscript) -> Iterator[Case]:
    for line in draft.regulation.preamble.bases:
        match = _STATE_BEHIND_TYPE.match(line.text)
        if match is None:
            yield None
        else:
            yield Hit(
                found(line, match, "words"),
                "hapus “Republik Indonesia” setelah jenis peraturan",
                "drop “Republik Indonesia” behind the type of regulation",
                "",
            )


@rule(
    "47",
    "warning",
    "undang-undang dan peraturan pemerintah disertai Lembaran Negara dan Tambahannya",
    "laws and government regulations carry their gazette and its supplement",
)
def gazette(draft: Manuscript) -> Iterator[Case]:
    for line, law in _laws(draft):
        if law.kind.rank not in (2, 3):
            continue
        if not _GAZETTE.search(line.text):
            what = "Lembaran Negara"
        elif not _SUPPLEMENT.search(line.text):
            what = "Tambahan Lembaran Negara"
        else:
            yield None
            continue
        yield Hit(
            within(line, 0, len(law.kind.name)),
            f"tambahkan {what} dalam kurung",
            f"add the {what} in brackets",
        )


def _laws(draft: Manuscript) -> Iterator[tuple[TextLine, Law]]:
    """Yield the legal bases that name a regulation by its number."""
    for line in draft.regulation.preamble.bases:
        if law := law_of(line.text):
            yield line, law
