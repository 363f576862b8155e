"""Which tables there are, and what stands in them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator

from telusur.draft.model import Clause
from telusur.handover.reading import Evidence, Finding, Link
from telusur.handover.tables.table import Cell, Line, Look, Table
from telusur.handover.words import KINDS, STATUSES, day, gap

_DIVISIONS = ("buku", "bab", "bagian", "paragraf")


def tables_of(evidence: Evidence) -> list[Table]:
    """Return all tables, in the order in which a workbook has them."""
    return [make(evidence) for make in TABLES.values()]


def _matrix(evidence: Evidence) -> Table:
    names = evidence.challenges
    behind: dict[str, dict[str, Finding]] = defaultdict(dict)
    accepted: dict[str, set[str]] = defaultdict(set)
    for link in _standing(evidence):
        pasal, finding = evidence.pasal_of(link.clause).id, link.finding
        behind[pasal][finding.row["first"]] = finding
        if link.status == "accepted":
            accepted[pasal].add(finding.row["first"])

    def line(pasal: Clause) -> Line:
        found = behind[pasal.id].values()
        counted = Counter(name for one in found for name in one.challenges)
        state, look = _pasal_state(evidence, pasal)
        counts = [counted[name] or None for name in names]
        cells = [pasal.label, pasal.heading, len(found), len(accepted[pasal.id]), state, *counts]
        return Line(cells, look)

    return Table(
        "matriks",
        "Matriks",
        "Setiap Pasal dan tantangan: banyaknya temuan yang mendukung; yang kosong tidak ada.",
        [("Pasal", 12), ("Judul", 34), ("Temuan", 9), ("Diterima", 9), ("Keadaan", 26),
         *((name, 6) for name in names)],
        [_heading(one, 5 + len(names)) if one.level in _DIVISIONS else line(one)
         for one in evidence.draft.clauses if one.level in (*_DIVISIONS, "pasal")],
        kept=2,
        upright=True,
    )  # fmt: skip


def _clauses(evidence: Evidence) -> Table:
    behind: dict[str, list[Link]] = defaultdict(list)
    for link in evidence.links:
        behind[link.clause.id].append(link)

    def line(clause: Clause) -> Line:
        own = [link for link in behind[clause.id] if link.status != "rejected"]
        state, look = _state(evidence, clause, supported=bool(own))
        return Line(
            [clause.label, clause.heading, clause.text, state,
             *(_count(link.status == status for link in own)
               for status in ("accepted", "suggested", "suspect")),
             _different(own, "origin"), _different(own, "code")],
            look,
        )  # fmt: skip

    return Table(
        "ketentuan",
        "Ketentuan",
        "Setiap ketentuan naskah dengan bunyinya dan banyaknya bukti di belakangnya.",
        [("Ketentuan", 22), ("Judul", 24), ("Bunyi", 60), ("Keadaan", 18), ("Diterima", 9),
         ("Usulan", 9), ("Dilihat kembali", 10), ("Laporan", 9), ("Tempat", 9)],
        [_heading(one, 9) if one.level in _DIVISIONS else line(one)
         for one in evidence.draft.clauses],
    )  # fmt: skip


def _findings(evidence: Evidence) -> Table:
    cited: dict[str, list[str]] = defaultdict(list)
    for link in _standing(evidence):
        cited[link.finding.row["id"]].append(link.clause.label)
    lines = [
        Line(
            [*_of_finding(one), *_further(one), "; ".join(cited[id_]), id_],
            _finding_look(evidence, id_, cited),
        )
        for id_, one in evidence.findings.items()
        if not one.repeats
    ]
    return Table(
        "temuan",
        "Temuan",
        "Setiap temuan dari laporan, dengan ketentuan yang menjawabnya.",
        [*_FINDING, *_FURTHER, ("Ketentuan", 26), ("Kode", 14)],
        lines,
    )


def _links(evidence: Evidence) -> Table:
    return Table(
        "tautan",
        "Tautan",
        "Temuan di belakang setiap ketentuan, dan keputusan tentangnya.",
        [("Ketentuan", 16), ("Bunyi ketentuan", 36), *_FINDING, ("Keputusan", 14), ("Rapat", 18),
         ("Nilai", 6), ("Kode temuan", 14)],
        [
            Line([link.clause.label, link.clause.text, *_of_finding(link.finding),
                  STATUSES[link.status], link.meeting, _rounded(link.score),
                  link.finding.row["id"]])
            for link in evidence.links
        ],
    )  # fmt: skip


def _gaps(evidence: Evidence) -> Table:
    answered = {link.finding.row["id"] for link in _standing(evidence)}
    supported = {link.clause.id for link in _standing(evidence)}
    clauses = [
        Line(["Ketentuan tanpa bukti", one.label, one.text, one.heading, one.id], "gap")
        for one in evidence.draft.clauses
        if one.id in evidence.provisions - supported - evidence.gaps.keys()
    ]
    findings = [
        Line(["Temuan tanpa ketentuan", *_cited(one), id_], "gap")
        for id_, one in evidence.findings.items()
        if id_ not in answered and id_ not in evidence.gaps and not one.repeats
    ]
    return Table(
        "celah",
        "Celah",
        "Ketentuan yang belum didukung temuan, dan temuan yang belum terakomodasi.",
        [("Celah", 22), ("Ketentuan atau laporan", 30), ("Bunyi", 64), ("Judul atau tempat", 28),
         ("Kode", 24)],
        [*clauses, *findings],
    )  # fmt: skip


def _justified(evidence: Evidence) -> Table:
    def lines() -> Iterator[Line]:
        for id_, row in evidence.gaps.items():
            why = gap(row["reason"], row["law"], row["note"])
            if row["clause_id"]:
                clause = evidence.draft.by_id[id_]
                said = ["Ketentuan tanpa bukti", clause.label, clause.text, clause.heading]
                yield Line([*said, why, day(row["at"]), id_], "justified")
            else:
                cited = _cited(evidence.findings[id_])
                yield Line(
                    ["Temuan tanpa ketentuan", *cited, why, day(row["at"]), id_], "justified"
                )

    return Table(
        "celah-dibenarkan",
        "Celah yang dibenarkan",
        "Celah yang diputuskan tidak perlu diisi, dan alasannya.",
        [("Celah", 22), ("Ketentuan atau laporan", 26), ("Bunyi", 60), ("Judul atau tempat", 26),
         ("Alasan", 44), ("Diputuskan", 16), ("Kode", 26)],
        list(lines()),
    )  # fmt: skip


def _reasons(evidence: Evidence) -> Table:
    return Table(
        "alasan",
        "Alasan",
        "Mengapa setiap tautan diusulkan, dan mengapa diputuskan demikian.",
        [("Ketentuan", 16), ("Kutipan temuan", 44), ("Alasan usulan", 44), ("Nilai", 6),
         ("Keputusan", 14), ("Alasan keputusan", 28), ("Rapat", 18), ("Kode temuan", 14)],
        [
            Line([link.clause.label, link.finding.row["quote"], link.why, _rounded(link.score),
                  STATUSES[link.status], link.note, link.meeting, link.finding.row["id"]])
            for link in evidence.links
        ],
    )  # fmt: skip


TABLES: dict[str, Callable[[Evidence], Table]] = {
    "matriks": _matrix,
    "ketentuan": _clauses,
    "temuan": _findings,
    "tautan": _links,
    "celah": _gaps,
    "celah-dibenarkan": _justified,
    "alasan": _reasons,
}
"""What makes each table, by its name."""

_FINDING = (
    ("Kutipan temuan", 44), ("Jenis", 10), ("Tantangan", 16), ("Tempat", 16), ("Tanggal", 13),
    ("Laporan", 22),
)  # fmt: skip
_FURTHER = (("Lokasi", 20), ("Menurut", 18), ("Sumber", 40))


def _of_finding(finding: Finding) -> list[Cell]:
    row = finding.row
    return [
        row["quote"], KINDS.get(row["kind"], row["kind"]), "; ".join(finding.challenges),
        row["place"], day(row["day"]), "; diulang dalam: ".join(
            filter(None, [row["document"], finding.elsewhere])
        ),
    ]  # fmt: skip


def _further(finding: Finding) -> list[Cell]:
    return [finding.row[name] for name in ("site", "said_by", "source")]


def _cited(finding: Finding) -> list[Cell]:
    return [finding.row["document"], finding.row["quote"], finding.row["place"]]


def _heading(clause: Clause, width: int) -> Line:
    words = clause.label if clause.heading in clause.label else f"{clause.label} {clause.heading}"
    return Line([words.strip(), *[None] * (width - 1)], "heading")


def _standing(evidence: Evidence) -> Iterator[Link]:
    return (link for link in evidence.links if link.status != "rejected")


def _pasal_state(evidence: Evidence, pasal: Clause) -> tuple[str, Look]:
    """What a Pasal lacks: its own words, or those of its ayat, that nothing supports."""
    inside = [one for one in (pasal, *evidence.draft.below(pasal)) if one.id in evidence.provisions]
    if not inside:
        return "bukan norma", "plain"
    supported = {link.clause.id for link in _standing(evidence)}
    bare = [one for one in inside if one.id not in supported]
    open_ = [one for one in bare if one.id not in evidence.gaps]
    if not bare:
        return "didukung", "plain"
    if not open_:
        return "celah yang dibenarkan", "justified"
    if len(open_) == len(inside):
        return "CELAH: tanpa bukti", "gap"
    return f"CELAH: {len(open_)} dari {len(inside)} ayat", "gap"


def _state(evidence: Evidence, clause: Clause, *, supported: bool) -> tuple[str, Look]:
    if clause.id not in evidence.provisions:
        return "", "plain"
    if supported:
        return "didukung", "plain"
    if clause.id in evidence.gaps:
        return "celah yang dibenarkan", "justified"
    return "CELAH: tanpa bukti", "gap"


def _finding_look(evidence: Evidence, id_: str, cited: dict[str, list[str]]) -> Look:
    if cited[id_]:
        return "plain"
    return "justified" if id_ in evidence.gaps else "gap"


def _different(links: list[Link], column: str) -> int | None:
    return len({link.finding.row[column] for link in links} - {None}) or None


def _count(some: Iterator[bool]) -> int | None:
    return sum(some) or None


def _rounded(score: float | None) -> float | None:
    return None if score is None else round(score, 2)
