"""Which tables there are, and what stands in them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping

from telusur.draft.model import Clause
from telusur.handover.reading import Evidence, Finding, Link
from telusur.handover.tables.resting import better, pasal_state, stands_of, state_of
from telusur.handover.tables.table import Cell, Line, Look, Table
from telusur.handover.words import KINDS, day, gap, verdict
from telusur.store.standing import OF_LINKS

_DIVISIONS = ("buku", "bab", "bagian", "paragraf")


def tables_of(evidence: Evidence) -> list[Table]:
    """Return all tables, in the order in which a workbook has them."""
    return [make(evidence) for make in TABLES.values()]


def _matrix(evidence: Evidence) -> Table:
    return _by_challenge(
        evidence,
        "matriks",
        "Matriks",
        "Setiap Pasal dan tantangan: banyaknya temuan yang diterima sebagai bukti; yang kosong "
        "tidak ada.",
        "accepted",
    )


def _suggested_matrix(evidence: Evidence) -> Table:
    return _by_challenge(
        evidence,
        "matriks-saran",
        "Matriks saran kuat",
        "Setiap Pasal dan tantangan: banyaknya temuan yang baru disarankan kuat oleh mesin. Saran "
        "bukan bukti.",
        "strong",
    )


def _by_challenge(
    evidence: Evidence, name: str, title: str, help_: str, counted_standing: str
) -> Table:
    """Pasal by challenge; a finding counts once for a Pasal, by the best of its links to it."""
    names, stands = evidence.challenges, stands_of(evidence)
    behind: dict[str, dict[str, tuple[str, Finding]]] = defaultdict(dict)
    for link in _standing(evidence):
        known, first = behind[evidence.pasal_of(link.clause).id], link.finding.row["first"]
        if first not in known or better(link.standing, known[first][0]):
            known[first] = (link.standing, link.finding)

    def line(pasal: Clause) -> Line:
        found = behind[pasal.id].values()
        counted = Counter(standing for standing, _ in found)
        of = Counter(
            challenge
            for standing, one in found if standing == counted_standing
            for challenge in one.challenges
        )  # fmt: skip
        state, look = pasal_state(evidence, pasal, stands)
        numbers = [counted[one] or None for one in OF_LINKS[:4]]
        return Line([pasal.label, pasal.heading, *numbers, state,
                     *(of[one] or None for one in names)], look)  # fmt: skip

    return Table(
        name,
        title,
        help_,
        [("Pasal", 12), ("Judul", 34), *_COUNTED, ("Keadaan", 26), *((one, 6) for one in names)],
        [_heading(one, 7 + len(names)) if one.level in _DIVISIONS else line(one)
         for one in evidence.draft.clauses if one.level in (*_DIVISIONS, "pasal")],
        kept=2,
        upright=True,
    )  # fmt: skip


def _clauses(evidence: Evidence) -> Table:
    behind: dict[str, list[Link]] = defaultdict(list)
    for link in evidence.links:
        behind[link.clause.id].append(link)
    stands = stands_of(evidence)

    def line(clause: Clause) -> Line:
        own = behind[clause.id]
        accepted = [link for link in own if link.standing == "accepted"]
        state, look = state_of(stands.get(clause.id))
        return Line(
            [clause.label, clause.heading, clause.text, state,
             *(_count(link.standing == one for link in own) for one in OF_LINKS[:4]),
             _different(accepted, "origin"), _different(accepted, "code")],
            look,
        )  # fmt: skip

    return Table(
        "ketentuan",
        "Ketentuan",
        "Setiap ketentuan naskah dengan bunyinya, banyaknya bukti di belakangnya (dari berapa "
        "laporan dan tempat), dan banyaknya saran.",
        [("Ketentuan", 22), ("Judul", 24), ("Bunyi", 60), ("Keadaan", 22), *_COUNTED,
         ("Laporan", 9), ("Tempat", 9)],
        [_heading(one, 10) if one.level in _DIVISIONS else line(one)
         for one in evidence.draft.clauses],
    )  # fmt: skip


def _findings(evidence: Evidence) -> Table:
    cited: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for link in _standing(evidence):
        cited[link.finding.row["id"]][link.standing].append(link.clause.label)
    lines = [
        Line(
            [*_of_finding(one), *_further(one),
             *("; ".join(cited[id_][standing]) for standing in _TOLD), id_],
            _finding_look(evidence, id_, cited[id_]),
        )
        for id_, one in evidence.findings.items()
        if not one.repeats
    ]  # fmt: skip
    return Table(
        "temuan",
        "Temuan",
        "Setiap temuan dari laporan, dengan ketentuan yang menjawabnya menurut penelaah, lalu "
        "menurut saran mesin.",
        [*_FINDING, *_FURTHER, ("Bukti untuk", 18), ("Disarankan kuat untuk", 16),
         ("Disarankan lemah untuk", 16), ("Kode", 14)],
        lines,
    )  # fmt: skip


def _links(evidence: Evidence) -> Table:
    return Table(
        "tautan",
        "Tautan",
        "Temuan di belakang setiap ketentuan: yang diterima sebagai bukti, lalu saran mesin.",
        [("Ketentuan", 16), ("Bunyi ketentuan", 36), *_FINDING, ("Keputusan", 14), ("Rapat", 18),
         ("Nilai", 6), ("Kode temuan", 14)],
        [
            Line([link.clause.label, link.clause.text, *_of_finding(link.finding),
                  verdict(link.status, link.standing), link.meeting, _rounded(link.score),
                  link.finding.row["id"]])
            for link in evidence.links
        ],
    )  # fmt: skip


def _gaps(evidence: Evidence) -> Table:
    answered = {link.finding.row["id"] for link in _standing(evidence)}
    stands = stands_of(evidence)
    clauses = [
        Line([_LACKS[stands[one.id]], one.label, one.text, one.heading, one.id],
             state_of(stands[one.id])[1])
        for one in evidence.draft.clauses
        if stands.get(one.id) in _LACKS
    ]  # fmt: skip
    findings = [
        Line(["Temuan belum terakomodasi", *_cited(one), id_], "gap")
        for id_, one in evidence.findings.items()
        if id_ not in answered and id_ not in evidence.gaps and not one.repeats
    ]
    return Table(
        "celah",
        "Celah",
        "Ketentuan tanpa bukti, dengan saran atau tanpa, dan temuan yang belum terakomodasi.",
        [("Celah", 30), ("Ketentuan atau laporan", 30), ("Bunyi", 64), ("Judul atau tempat", 28),
         ("Kode", 24)],
        [*clauses, *findings],
    )  # fmt: skip


_TOLD = ("accepted", "strong", "weak")
_LACKS = {
    "none": "Ketentuan tanpa bukti dan saran",
    "weak": "Ketentuan dengan saran lemah saja",
    "strong": "Ketentuan dengan saran kuat",
}
_COUNTED = (("Bukti", 8), ("Dilihat kembali", 9), ("Saran kuat", 8), ("Saran lemah", 8))


def _justified(evidence: Evidence) -> Table:
    def lines() -> Iterator[Line]:
        for id_, row in evidence.gaps.items():
            why = gap(row["reason"], row["law"], row["note"])
            if row["clause_id"]:
                clause = evidence.draft.by_id[id_]
                said = ["Ketentuan", clause.label, clause.text, clause.heading]
                yield Line([*said, why, day(row["at"]), id_], "justified")
            else:
                cited = _cited(evidence.findings[id_])
                yield Line(["Temuan", *cited, why, day(row["at"]), id_], "justified")

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
        "Mengapa setiap tautan disarankan, dan mengapa diputuskan demikian.",
        [("Ketentuan", 16), ("Kutipan temuan", 44), ("Alasan saran", 44), ("Nilai", 6),
         ("Keputusan", 14), ("Alasan keputusan", 28), ("Rapat", 18), ("Kode temuan", 14)],
        [
            Line([link.clause.label, link.finding.row["quote"], link.why, _rounded(link.score),
                  verdict(link.status, link.standing), link.note, link.meeting,
                  link.finding.row["id"]])
            for link in evidence.links
        ],
    )  # fmt: skip


TABLES: dict[str, Callable[[Evidence], Table]] = {
    "matriks": _matrix,
    "matriks-saran": _suggested_matrix,
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
_FURTHER = (("Lokasi", 18), ("Menurut", 16), ("Sumber", 30))


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


def _finding_look(evidence: Evidence, id_: str, cited: Mapping[str, list[str]]) -> Look:
    if cited.get("accepted") or cited.get("suspect"):
        return "plain"
    if id_ in evidence.gaps:
        return "justified"
    return "suggested" if any(cited.values()) else "gap"


def _different(links: list[Link], column: str) -> int | None:
    return len({link.finding.row[column] for link in links} - {None}) or None


def _count(some: Iterator[bool]) -> int | None:
    return sum(some) or None


def _rounded(score: float | None) -> float | None:
    return None if score is None else round(score, 2)
