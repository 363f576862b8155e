"""Which clauses a finding is linked to, and why."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from link.doubles import FakeEncoder, Memory

from telusur import link
from telusur.extract.lexicon import Challenge, Cues
from telusur.link import Band, Calibrations, Link, Options, Source, Target, calibrate
from telusur.link.bands import calibrated
from telusur.link.encoder import Encoder
from telusur.link.ranking import Ranking
from telusur.link.signals import (
    SIGNALS,
    Before,
    Clauses,
    Findings,
    Said,
    Signal,
    Weigh,
)
from telusur.link.signals.concepts import ConceptEvidence, CueFinder
from telusur.link.signals.parts import parts
from telusur.link.signals.words import tokens
from telusur.workspace import LinkSettings

CHALLENGES = [
    Challenge(
        id="konektivitas",
        label="Konektivitas",
        label_en="Connectivity",
        definition="Jaringan sering putus.",
        cues=Cues(strong=("jaringan internet", "listrik", "sinyal*"), medium=("genset|baterai",)),
        examples=("Loket penuh.",),
    ),
    Challenge(
        id="sdm",
        label="Sumber daya manusia",
        label_en="Staff",
        definition="Petugas kurang.",
        cues=Cues(strong=("petugas", "dilatih … tahun"), weak=("ramah",)),
        examples=("Biaya tidak jelas.",),
    ),
]
TARGETS = [
    Target("jaringan", "Penyelenggara menyediakan jaringan internet cadangan.", "KONEKTIVITAS"),
    Target(
        "krisis",
        "Rencana kelangsungan memuat: a. tempat layanan pengganti; b. jaringan listrik cadangan;"
        " dan c. petugas yang dihubungi warga.",
        "KRISIS",
    ),
    Target("biaya", "Biaya layanan diumumkan di setiap loket dan pada laman.", "BIAYA"),
    Target("sdm", "Petugas dilatih paling sedikit sekali setahun.", "PETUGAS"),
]
SOURCES = [
    Source("putus", "Jaringan internet di loket sering terputus."),
    Source("biaya", "Warga tidak tahu berapa biaya layanan karena tidak diumumkan."),
    Source("lain", "Rombongan disambut tarian daerah."),
]
ALL = Options(threshold=0, per_finding=50)


def rank(
    sources: list[Source],
    targets: list[Target] = TARGETS,
    options: Options = ALL,
    challenges: Sequence[Challenge] = CHALLENGES,
    encoder: FakeEncoder | Encoder | None = None,
) -> list[Link]:
    texts = link.texts_to_embed(sources, targets, challenges)
    used = encoder or FakeEncoder()
    vectors = link.embed_all(texts, used.name, lambda: used, Memory())
    return link.rank(sources, targets, challenges, vectors, options)


def of(finding: str, links: list[Link]) -> list[Link]:
    return [one for one in links if one.finding_id == finding]


@pytest.mark.need("N-LINK-1")
def test_shared_words_bring_the_clause_to_the_top() -> None:
    links = rank(SOURCES)
    assert [of(name, links)[0].clause_id for name in ("putus", "biaya")] == ["jaringan", "biaya"]


def test_links_are_ranked_from_one_with_falling_scores_between_0_and_1() -> None:
    for source in SOURCES:
        links = of(source.id, rank(SOURCES))
        assert [one.rank for one in links] == [1, 2, 3, 4]
        scores = [one.score for one in links]
        assert scores == sorted(scores, reverse=True)
        assert all(0 <= score <= 1 and score == round(score, 4) for score in scores)


def test_options_bound_the_links_of_a_finding() -> None:
    every = rank(SOURCES)
    few = rank(SOURCES, options=Options(threshold=0.1, per_finding=2))
    assert few == [one for one in every if one.score >= 0.1 and one.rank <= 2]
    assert rank(SOURCES, options=Options(threshold=1)) == []


def test_decisions_of_people_correct_scores_and_never_the_order() -> None:
    doubtful = Calibrations(calibrate(np.full(40, 0.5), np.zeros(40)))
    plain = rank(SOURCES, options=Options(threshold=0, per_finding=3))
    corrected = rank(SOURCES, options=Options(0, 3, doubtful))
    assert [(one.finding_id, one.clause_id, one.rank) for one in corrected] == [
        (one.finding_id, one.clause_id, one.rank) for one in plain
    ]
    assert [one.raw_score for one in corrected] == [one.score for one in plain]
    assert all(one.score < one.raw_score for one in corrected if one.raw_score > 0.1)


def test_the_threshold_is_held_against_the_corrected_score() -> None:
    doubtful = Calibrations(calibrate(np.full(40, 0.5), np.zeros(40)))
    kept = rank(SOURCES, options=Options(0.2, 5, doubtful))
    assert kept != rank(SOURCES, options=Options(0.2, 5))
    assert all(one.score >= 0.2 for one in kept)


@pytest.mark.need("N-LINK-3")
@settings(max_examples=30)
@given(st.lists(st.text(max_size=60), max_size=8), st.integers(0, 8))
def test_another_finding_moves_no_link(others: list[str], place: int) -> None:
    added = [Source(f"baru {number}", text) for number, text in enumerate(others)]
    links = rank([*added[:place], *SOURCES, *added[place:]])
    for source in SOURCES:
        assert of(source.id, links) == of(source.id, rank([source]))


def test_many_findings_move_no_link_of_one(fake: FakeEncoder) -> None:
    crowd = [Source(str(number), f"catatan {number} tentang loket") for number in range(700)]
    links = rank([*crowd, SOURCES[0], *crowd], encoder=fake)
    assert of("putus", links) == rank([SOURCES[0]])


def test_equal_clauses_come_in_their_own_order() -> None:
    twins = [Target(name, TARGETS[0].text, "") for name in ("b", "a", "c")]
    links = rank([SOURCES[0]], twins)
    assert [one.clause_id for one in links] == ["b", "a", "c"]
    assert len({one.score for one in links}) == 1


def test_equal_findings_get_equal_links() -> None:
    links = rank([SOURCES[0], Source("kembar", SOURCES[0].text)])
    assert [(one.clause_id, one.score, one.why) for one in of("putus", links)] == [
        (one.clause_id, one.score, one.why) for one in of("kembar", links)
    ]


@pytest.mark.parametrize("text", ["", " ", "…", "2019", "yang dan di", "\ufdfa" * 100])
def test_a_finding_without_words_gets_no_link_by_words(text: str) -> None:
    assert all("kata yang sama" not in one.why for one in rank([Source("s", text)]))


def test_an_empty_finding_gets_no_link_by_default() -> None:
    vectors = np.ones((3, 4), np.float32)
    vectors[0] = 0
    target = Target("t", "Loket dibuka.", "")
    assert link.rank([Source("s", "")], [target], [], vectors, Options()) == []


@pytest.mark.parametrize(
    "targets",
    [
        [TARGETS[0]],
        [Target("satu", "Internet.", "")],
        [Target("kosong", "", "")],
        [Target("kosong", "", ""), Target("henti", "yang dan di", ""), TARGETS[0]],
    ],
    ids=["one", "one word", "empty", "empty and bare"],
)
def test_strange_sets_of_clauses_are_ranked(targets: list[Target]) -> None:
    links = rank(SOURCES, targets)
    assert len(links) == len(SOURCES) * len(targets)
    assert all(np.isfinite(one.score) for one in links)


def test_without_a_taxonomy_links_are_still_made() -> None:
    assert of("putus", rank(SOURCES, challenges=[]))[0].clause_id == "jaringan"


def test_nothing_to_link_gives_nothing() -> None:
    nothing = np.zeros((0, 256), np.float32)
    assert link.rank([], TARGETS, [], nothing, ALL) == []
    assert link.rank(SOURCES, [], [], nothing, ALL) == []


def test_vectors_of_other_texts_are_refused() -> None:
    with pytest.raises(ValueError, match="one row for each text"):
        link.rank(SOURCES, TARGETS, CHALLENGES, np.zeros((3, 256), np.float32), ALL)


@pytest.mark.need("N-LINK-1")
def test_a_shared_challenge_links_what_shares_no_word() -> None:
    """Vectors without any likeness leave the cues as the only evidence."""
    source = Source("s", "Sinyalnya hilang saat hujan.")
    texts = link.texts_to_embed([source], TARGETS, CHALLENGES)
    vectors = np.zeros((len(texts), 4), np.float32)
    first = link.rank([source], TARGETS, CHALLENGES, vectors, ALL)[0]
    assert first.clause_id in ("jaringan", "krisis")
    assert first.why == "tantangan yang sama: Konektivitas"


def test_the_challenge_counts_less_where_words_find_a_clause() -> None:
    texts = ["Listrik padam.", "Listrik padam dan biaya layanan diumumkan di setiap loket."]
    sources = [Source(str(number), text) for number, text in enumerate(texts)]
    vectors = np.zeros((len(link.texts_to_embed(sources, TARGETS, CHALLENGES)), 4), np.float32)
    ranking = Ranking(TARGETS, CHALLENGES, vectors[2:])
    few, many = ranking.evidence(sources, vectors[:2]).counts["concepts"].max(axis=1)
    assert 0 < many < few


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Jaringan internetnya putus.", [1, 0]),
        ("Internet jaringan.", [0, 0]),
        ("SINYALNYA hilang", [1, 0]),
        ("baterai habis", [0.6, 0]),
        ("dilatih sekali dalam dua tahun", [0, 1]),
        ("dilatih satu dua tiga empat lima tahun", [0, 0]),
        ("Petugas, petugas yang ramah", [0, 1.2]),
        ("", [0, 0]),
    ],
)
def test_cues_are_found_as_they_are_written(text: str, found: list[float]) -> None:
    profile = CueFinder(CHALLENGES).profiles([tokens(text)])[0]
    assert profile == pytest.approx(np.array(found) ** 0.75)


def test_a_text_without_cues_gets_no_evidence_from_concepts() -> None:
    evidence = ConceptEvidence(TARGETS, CHALLENGES)
    assert not evidence.evidence(evidence.profiles([tokens("Taman kota ditata.")])).any()
    bare = [Target("a", "Taman kota ditata.", ""), *TARGETS]
    profiles = ConceptEvidence(bare, CHALLENGES).profiles([tokens("Listrik padam.")])
    assert ConceptEvidence(bare, CHALLENGES).evidence(profiles)[0, 0] == 0


@pytest.mark.parametrize(
    ("score", "band"),
    [(1, Band.STRONG), (0.6, Band.STRONG), (0.5999, Band.MIDDLE), (0.35, Band.MIDDLE),
     (0.3499, Band.WEAK), (0.18, Band.WEAK), (0.1799, Band.HIDDEN), (0, Band.HIDDEN)],
)  # fmt: skip
def test_a_score_lies_in_one_band(score: float, band: Band) -> None:
    assert Band.of(score) is band


def test_the_settings_begin_where_the_weak_begin() -> None:
    assert LinkSettings().threshold == Band.WEAK.value == Options().threshold


def test_a_clause_that_stands_out_scores_higher_and_none_of_several_equals() -> None:
    alone, twins, behind = calibrated(np.array([[0.9, 0.1, 0.1], [0.9, 0.9, 0.1], [1.2, 0.9, 0.1]]))
    assert alone[0] > twins[0] == twins[1] > behind[1]
    assert calibrated(np.array([[0.9]]))[0, 0] == twins[0]


@given(st.lists(st.floats(-0.5, 2.5), min_size=1, max_size=6))
def test_scores_keep_the_order_of_the_evidence(evidence: list[float]) -> None:
    (scores,) = calibrated(np.array([sorted(evidence)]))
    assert (np.diff(scores) >= 0).all()


def test_a_chat_is_read_with_its_words_in_full() -> None:
    short, full = rank([Source("s", "ptgs blm dilatih"), Source("s", "petugas belum dilatih")])[::4]
    assert (short.clause_id, short.score, short.why) == (full.clause_id, full.score, full.why)


@pytest.mark.need("N-LINK-2")
def test_why_claims_meaning_only_where_it_adds_something() -> None:
    """The finding points the same way as the second clause, and away from the first."""
    targets = [Target("satu", "Loket dibuka pagi.", ""), Target("dua", "Kursi roda tersedia.", "")]
    source = Source("s", "Loket dibuka siang hari.")
    ahead, back = [1.0, 0.0], [-1.0, 0.0]
    vectors = np.array([ahead, back, back, ahead, ahead], np.float32)
    links = {one.clause_id: one for one in link.rank([source], targets, [], vectors, ALL)}
    assert links["satu"].why == "kata yang sama: loket, dibuka"
    assert links["dua"].why == "maknanya dekat"


@pytest.mark.need("N-LINK-2")
def test_the_nearest_item_of_a_long_clause_counts_and_is_quoted(model: Encoder) -> None:
    filler = " ".join(
        f"({number}) Penyelenggara menyimpan arsip golongan {number} sesuai jadwal retensi dan"
        " melaporkan pemusnahannya kepada lembaga kearsipan."
        for number in range(1, 120)
    )
    item = "(120) Genset dan baterai menjaga komputer tetap menyala bila aliran terhenti."
    targets = [Target("arsip", filler, ""), Target("campuran", f"{filler} {item}", "")]
    assert len(targets[1].text.split()) > 1500
    source = Source("padam", "Listrik padam sehingga layanan berhenti setengah hari.")
    first = of("padam", rank([source], targets, encoder=model))[0]
    assert first.clause_id == "campuran"
    assert "makna terdekat: “(120) Genset dan baterai" in first.why


@pytest.mark.need("N-LINK-1")
def test_meaning_links_what_shares_no_word(model: Encoder) -> None:
    targets = [
        Target("aduan", "Keluhan masyarakat ditanggapi paling lama tiga hari.", "PENGADUAN"),
        Target("dana", "Pendanaan bersumber dari anggaran pendapatan dan belanja.", "PENDANAAN"),
        Target("rentan", "Jalur landai dan kursi roda tersedia di pintu.", "KELOMPOK RENTAN"),
    ]
    sources = [
        Source("s1", "Penyandang disabilitas sulit masuk gedung karena hanya ada tangga."),
        Source("s2", "Protes warga tentang petugas dibiarkan tanpa jawaban."),
    ]
    links = rank(sources, targets, encoder=model)
    assert of("s1", links)[0].clause_id == "rentan"
    assert of("s2", links)[0].clause_id == "aduan"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Loket dibuka.", ()),
        (
            "Fasilitas terdiri atas: a. ruang tunggu luas; b. kursi; dan c. jaringan cadangan.",
            ("Fasilitas terdiri atas:", "a. ruang tunggu luas;", "b. kursi; dan",
             "c. jaringan cadangan."),
        ),
        (
            "(1) Loket dibuka pagi. (2) Loket ditutup sore.",
            ("(1) Loket dibuka pagi.", "(2) Loket ditutup sore."),
        ),
        ("Menurut ayat (1). Dalam hal gagal, diulang.",
         ("Menurut ayat (1).", "Dalam hal gagal, diulang.")),
        ("a. Kementerian Dalam Negeri", ()),
    ],
)  # fmt: skip
def test_a_clause_is_cut_into_its_parts(text: str, expected: tuple[str, ...]) -> None:
    assert parts(text) == expected


@given(st.text())
def test_parts_keep_every_word(text: str) -> None:
    assert not parts(text) or " ".join(parts(text)).split() == text.split()


@pytest.mark.need("N-LINK-6")
def test_a_further_signal_is_a_line_in_the_list_and_sees_what_the_others_said() -> None:
    """It speaks for the last clause, the louder the less words have found."""

    def prepare(clauses: Clauses) -> Weigh:
        def weigh(findings: Findings, before: Before) -> Said:
            assert list(before) == [one.name for one in SIGNALS]
            evidence = np.zeros((len(findings), len(clauses.targets)), np.float32)
            evidence[:, -1] = 1
            silent = 1 - before["words"].evidence.max(axis=1, keepdims=True)
            return Said(evidence, lambda findings, _: ["terakhir"] * len(findings), silent)

        return weigh

    vectors = np.zeros((len(link.texts_to_embed(SOURCES, TARGETS, CHALLENGES)), 4), np.float32)
    signals = [*SIGNALS, Signal("last", 5.0, prepare)]
    ranking = Ranking(TARGETS, CHALLENGES, vectors[len(SOURCES) :], signals=signals)
    evidence = ranking.evidence(SOURCES, vectors[: len(SOURCES)])
    found, _, unfound = evidence.counts["last"][:, -1]
    assert 0 < found < unfound == 5
    first = of("lain", list(ranking.links(SOURCES, evidence, ALL)))[0]
    assert (first.clause_id, first.why) == (TARGETS[-1].id, "terakhir")
    assert first.score > of("lain", rank(SOURCES))[0].score


def test_signals_have_names_of_their_own_and_each_counts() -> None:
    assert len({signal.name for signal in SIGNALS}) == len(SIGNALS)
    assert all(signal.weight > 0 for signal in SIGNALS)
