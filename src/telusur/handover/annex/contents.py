"""Which evidence an annex shows, Pasal by Pasal, place by place or challenge by challenge."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from telusur.draft.compare import Version
from telusur.draft.model import Clause
from telusur.draft.provision import MARKERS
from telusur.handover.annex.model import Annex, Quote, Section
from telusur.handover.reading import Evidence, Finding, Link
from telusur.handover.words import KINDS, NOWHERE, day, gap, verdict

_DIVISIONS = ("buku", "bab", "bagian", "paragraf")
_SHOWN = ("accepted", "suspect", "unsure", "suggested")
"""What an annex may show, in this order; what was rejected never is."""
_NO_EVIDENCE = "Belum ada temuan yang diterima sebagai bukti"
_NOTHING = "Belum ada bukti yang diterima."


def annex(evidence: Evidence, order: str = "pasal", *, suggested: bool = False) -> Annex:
    """Return what the annex holds, in one of `ORDERS`.

    Only what people accepted is in it; with `suggested` also what nobody has decided on and what
    is to be looked at again, each marked as such.
    """
    links = [one for one in evidence.links if one.status == "accepted" or suggested]
    links = [one for one in links if one.status in _SHOWN]
    reports = {
        id_: number
        for number, id_ in enumerate(
            dict.fromkeys(one.finding.row["document_id"] for one in links), start=1
        )
    }
    words, arrange = ORDERS[order]
    return Annex(
        title=evidence.title,
        order=words,
        day=day(evidence.day),
        preface=list(_preface(evidence, links, suggested=suggested)),
        sections=list(arrange(_Shown(evidence, reports), links)),
        reports=[_report(first) for first in _one_of_each(links, reports)],
    )


@dataclass(frozen=True, slots=True)
class _Shown:
    """The evidence, and the numbers that reports have in the list of them."""

    evidence: Evidence
    reports: Mapping[str, int]


def _one_of_each(links: Sequence[Link], reports: Mapping[str, int]) -> Iterator[Finding]:
    of = {one.finding.row["document_id"]: one.finding for one in links}
    return (of[id_] for id_ in reports)


def _report(finding: Finding) -> str:
    """`Kunjungan ke …, dikunjungi 3 Juni 2025. Sumber: …`"""
    row = finding.row
    days = [
        f"{word} {day(row[name])}"
        for word, name in (("dikunjungi", "visited_on"), ("terbit", "published_on"))
        if row[name]
    ]
    source = row["source"] if row["source"] != row["document"] else None
    said = ", ".join([row["document"], *days]).rstrip(".")
    return f"{said}. Sumber: {source.rstrip('.')}." if source else f"{said}."


def _preface(evidence: Evidence, links: Sequence[Link], *, suggested: bool) -> Iterator[str]:
    reports = {one.finding.row["origin"] for one in links}
    findings = {one.finding.row["first"] for one in links}
    places = {one.finding.row["code"] for one in links} - {None}
    yield (
        f"Lampiran ini memuat {len(findings)} temuan dari {len(reports)} laporan di "
        f"{len(places)} tempat yang menjadi dasar ketentuan naskah. Kutipan dimuat apa adanya "
        "dari laporan."
    )
    if suggested:
        yield (
            "Kutipan yang diterima sebagai bukti, yang perlu dilihat lagi, dan yang baru "
            "disarankan dibedakan dengan keterangan pada setiap kutipan. Saran dibuat dengan mesin "
            "dan bukan bukti sebelum diterima."
        )
        return
    yield "Hanya temuan yang diterima sebagai bukti yang dimuat."
    doubtful = sum(one.status == "suspect" for one in evidence.links)
    waiting = sum(one.status in ("suggested", "unsure") for one in evidence.links)
    if doubtful:
        yield (
            f"{doubtful} tautan tidak dimuat karena bunyi temuan atau ketentuannya berubah sejak "
            "diputuskan dan perlu dilihat lagi."
        )
    if waiting:
        yield f"{waiting} saran yang belum diputuskan tidak dimuat."


def _by_pasal(shown: _Shown, links: Sequence[Link]) -> Iterator[Section]:
    """The draft itself as the table of contents, with the evidence below each Pasal."""
    draft = shown.evidence.draft
    behind: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        behind[link.clause.id].append(link)

    def section(clause: Clause) -> Section:
        if clause.level == "pasal":
            return _pasal(shown, clause, behind)
        below = [one for one in draft.children[clause.id] if one.level in _HEADED]
        return Section(
            _label(clause, draft), clause.heading if clause.heading not in clause.label else "",
            below=[section(one) for one in below],
        )  # fmt: skip

    for clause in draft.children[None]:
        if clause.level in _HEADED:
            yield section(clause)


_HEADED = (*_DIVISIONS, "pasal")


def _label(clause: Clause, draft: Version) -> str:
    """`BAB II`, and `Bagian Kesatu` without the bab it stands in: as the draft prints it."""
    parent = draft.by_id.get(clause.parent_id or "")
    own = clause.label.removeprefix(parent.label).strip() if parent else clause.label
    return own.replace("Bab ", "BAB ") if clause.level == "bab" else own


def _pasal(shown: _Shown, pasal: Clause, behind: Mapping[str, list[Link]]) -> Section:
    evidence = shown.evidence
    inside = [pasal, *evidence.draft.below(pasal)]
    provisions = [one for one in inside if one.id in evidence.provisions]
    quotes, remarks, bare = [], [], []
    for one in provisions:
        found = _sorted(behind[one.id])
        of = one.label.removeprefix(pasal.label).strip()
        quotes += [_quote(shown, link, f"untuk {of}" if of else "") for link in found]
        if one.id in evidence.gaps and not found:
            row = evidence.gaps[one.id]
            why = gap(row["reason"], row["law"], row["note"])
            remarks.append(f"{one.label} tidak memerlukan temuan: {why}.")
        elif not found:
            bare.append(of)
    if bare:
        which = f" untuk {', '.join(bare)}" if len(bare) < len(provisions) else ""
        remarks.append(f"{_NO_EVIDENCE}{which}.")
    return Section(pasal.label, words=list(_words(inside)), quotes=quotes, remarks=remarks)


def _words(inside: Sequence[Clause]) -> Iterator[tuple[int, str]]:
    """Yield the lines of a Pasal; an item stands a step further in than what it belongs to."""
    steps: dict[str | None, int] = {}
    for one in inside:
        above = steps.get(one.parent_id, 0)
        steps[one.id] = above + (one.level not in ("pasal", "ayat"))
        marker = MARKERS[one.level].format(one.number) if one.level in MARKERS else ""
        for line in filter(None, f"{marker} {one.text}".strip().split("\n")):
            yield steps[one.id], line


def _by_place(shown: _Shown, links: Sequence[Link]) -> Iterator[Section]:
    """Provinces, and the places in them by name."""
    provinces: dict[str, dict[str, list[Link]]] = defaultdict(lambda: defaultdict(list))
    for link in links:
        row = link.finding.row
        place = row["place"] or NOWHERE
        provinces[row["province"] or NOWHERE][place].append(link)
    for province in sorted(provinces, key=lambda name: (name == NOWHERE, name)):
        below = [
            Section(place, quotes=_with_clauses(shown, found))
            for place, found in sorted(provinces[province].items())
            if place != province
        ]
        own = provinces[province].get(province, [])
        yield Section(province, quotes=_with_clauses(shown, own), below=below)
    if not links:
        yield Section("Bukti menurut tempat", remarks=[_NOTHING])


def _by_challenge(shown: _Shown, links: Sequence[Link]) -> Iterator[Section]:
    """Challenges, and the Pasal that answer each; a quote stands under all of its challenges."""
    evidence = shown.evidence
    by_name: dict[str, dict[str, list[Link]]] = defaultdict(lambda: defaultdict(list))
    for link in links:
        for name in link.finding.challenges or (_NO_CHALLENGE,):
            by_name[name][evidence.pasal_of(link.clause).id].append(link)
    for name in (*evidence.challenges, _NO_CHALLENGE):
        below = [
            Section(
                pasal.label,
                pasal.heading,
                quotes=_with_clauses(shown, by_name[name][pasal.id]),
            )
            for pasal in evidence.draft.clauses
            if pasal.id in by_name[name]
        ]
        if below or name != _NO_CHALLENGE:
            yield Section(name, remarks=() if below else [_NOTHING], below=below)


_NO_CHALLENGE = "Tanpa tantangan"


def _with_clauses(shown: _Shown, links: Sequence[Link]) -> list[Quote]:
    """Quotes with the provisions that each stands behind, each quote once for each verdict."""
    told: dict[tuple[str, str, str], list[Link]] = defaultdict(list)
    for link in _sorted(links):
        told[link.finding.row["id"], link.status, link.meeting].append(link)
    return [
        _quote(shown, same[0], f"untuk {', '.join(link.clause.label for link in same)}")
        for same in told.values()
    ]


def _sorted(links: Sequence[Link]) -> list[Link]:
    return sorted(links, key=lambda one: _SHOWN.index(one.status))


def _quote(shown: _Shown, link: Link, behind: str) -> Quote:
    row = link.finding.row
    where = [row["place"] or NOWHERE, row["site"]]
    said = f"menurut {row['said_by']}" if row["said_by"] else ""
    visited = day(row["visited_on"])
    when = visited or (f"terbit {day(row['published_on'])}" if row["published_on"] else "")
    report = f"{row['document']} [{shown.reports[row['document_id']]}]"
    also = f"diulang dalam {link.finding.elsewhere}" if link.finding.also else ""
    about = [*_without_repeats(where), when or "tanpa tanggal", said, report, also]
    kind = KINDS.get(row["kind"], row["kind"])
    challenges = ", ".join(link.finding.challenges)
    said_of_it = verdict(link.status, link.standing).capitalize()
    decided = f" dalam {link.meeting}" if link.meeting else ""
    parts = [f"{said_of_it}{decided}{f' {behind}' if behind else ''}", kind, challenges]
    return Quote(
        words=" ".join(row["quote"].split()),
        about="; ".join(filter(None, about)),
        verdict=". ".join(filter(None, parts)) + ".",
        accepted=link.status == "accepted",
    )


def _without_repeats(names: Sequence[str | None]) -> Iterator[str]:
    """`MPP Kota Palembang` says `Kota Palembang` already, and better."""
    kept = [name for name in names if name]
    for name in kept:
        if not any(name != other and name in other for other in kept):
            yield name


ORDERS: dict[str, tuple[str, Callable[[_Shown, Sequence[Link]], Iterator[Section]]]] = {
    "pasal": ("menurut Pasal", _by_pasal),
    "place": ("menurut tempat", _by_place),
    "challenge": ("menurut tantangan", _by_challenge),
}
"""How an annex may be arranged: in words, and what arranges it."""
