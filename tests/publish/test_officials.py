"""Whose names stay: by the register, by what stands beside them, and in doubt nobody's."""

from __future__ import annotations

from datetime import date

import pytest
from tests.publish.test_rules import places as places
from tests.publish.test_rules import words as words

from telusur.extract.lexicon import Official
from telusur.publish.redaction import Redacted, Wishes, redact
from telusur.publish.redaction.reports import Report
from telusur.publish.rules.vocabulary import Vocabulary

MAYOR = Official(name="Yopi Rumbiak", office="Wali Kota", aliases=("Y. Rumbiak",))
ONCE = Official.model_validate(
    {"name": "Yopi Rumbiak", "office": "Camat", "from": "2019-01-01", "until": "2020-12-31"}
)


class Asker:
    """Redacts texts with a register."""

    def __init__(self, words: Vocabulary, places: list[str]) -> None:
        self.words = words
        self.places = places

    def __call__(
        self,
        *texts: str,
        officials: tuple[Official, ...] = (MAYOR,),
        keep: tuple[str, ...] = (),
        days: tuple[date | None, ...] = (),
    ) -> Redacted:
        dated = (*days, *[None] * len(texts))
        reports = [
            Report(f"r{number}", text, "", "", published=True, no_names=(), day=dated[number])
            for number, text in enumerate(texts)
        ]
        wishes = Wishes((), keep, officials=officials)
        return redact(reports, wishes, self.words, self.places, ())


@pytest.fixture
def ask(words: Vocabulary, places: list[str]) -> Asker:
    return Asker(words, places)


def texts(done: Redacted) -> list[str]:
    return [one.text for (_, part), one in done.parts.items() if part == "text"]


@pytest.mark.parametrize(
    "text",
    [
        "kata Yopi Rumbiak di loket. Bapak Yopi pulang, lalu Rumbiak bertanya.",
        "YOPI RUMBIAK MENINJAU LOKET",
        "kata Y. Rumbiak di loket",
    ],
)
def test_a_registered_name_and_its_parts_stay_without_an_office(text: str, ask: Asker) -> None:
    assert texts(ask(text)) == [text]
    assert "Rumbiak" not in texts(ask(text, officials=()))[0]


def test_the_report_says_that_the_register_speaks_for_a_name(ask: Asker) -> None:
    assert ask("kata Yopi Rumbiak di loket").officials == (
        ("Yopi Rumbiak", "Wali Kota (extract/officials.yml)"),
    )


def test_a_part_of_a_name_says_nothing_where_the_whole_does_not_stand(ask: Asker) -> None:
    done = ask("kata Yopi Rumbiak di loket", "Bapak Yopi mengeluh di loket")
    assert texts(done)[1] == "Bapak [nama] mengeluh di loket"


@pytest.mark.parametrize(
    "citizen",
    [
        "Warga bernama Yopi Rumbiak mengeluh.",
        "Yopi Rumbiak (34), pedagang, mengeluh.",
        "Pemohon: Yopi Rumbiak",
        "| Nama | Keluhan |\n|---|---|\n| Yopi Rumbiak | antre lama |",
    ],
)
def test_the_name_of_a_citizen_is_hidden_everywhere_and_told(citizen: str, ask: Asker) -> None:
    done = ask("kata Yopi Rumbiak di loket", citizen)
    assert "rumbiak" not in " ".join(texts(done)).lower()
    (warning,) = done.warnings
    assert "“Yopi Rumbiak” is also the name of a citizen in r1" in warning
    assert any("terdaftar" in one.why for one in done.redactions if one.document_id == "r1")


def test_keep_has_the_last_word(ask: Asker) -> None:
    citizen = "Warga bernama Yopi Rumbiak mengeluh."
    assert texts(ask(citizen, keep=("Yopi Rumbiak",))) == [citizen]


def test_a_registered_name_that_stands_nowhere_is_told(ask: Asker) -> None:
    (warning,) = ask("Loket tutup.").warnings
    assert "extract/officials.yml: “Yopi Rumbiak” stands in no report" in warning


@pytest.mark.parametrize(
    ("day", "stays"),
    [
        (date(2019, 1, 1), True), (date(2020, 12, 31), True), (date(2021, 1, 1), False),
        (date(2018, 12, 31), False), (None, False),
    ],
)  # fmt: skip
def test_only_reports_of_the_time_in_office_count(
    day: date | None, stays: bool, ask: Asker
) -> None:
    done = ask("kata Yopi Rumbiak di loket", officials=(ONCE,), days=(day,))
    assert ("Rumbiak" in texts(done)[0]) == stays


def test_a_name_stays_in_reports_of_his_time_and_is_hidden_in_others(ask: Asker) -> None:
    text = "kata Yopi Rumbiak di loket. Lalu Yopi pulang."
    done = ask(text, text, officials=(ONCE,), days=(date(2020, 1, 1), date(2022, 1, 1)))
    assert texts(done) == [text, "kata [nama] di loket. Lalu [nama] pulang."]


def test_an_official_named_once_with_his_office_stays_in_the_whole_report(ask: Asker) -> None:
    text = (
        "Kepala Desa Sukamaju, Suyatmo, hadir. “Loket penuh,” tutur Suyatmo. Suyatmo mengaku lega."
    )
    assert texts(ask(text, officials=())) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Kadin Kominfo Yopi Rumbiak hadir",
        "Pelaksana Tugas Kadinkes Kabupaten Sumedang, dr Yopi Rumbiak hadir",
        "Asisten Administrasi Setda, Yopi Rumbiak, hadir",
        "Kepala Bidang sarana dan Prasarana, Yopi Rumbiak, hadir",
        "Komandan Kodim 0707/Wonosobo, Letkol Inf Yopi Rumbiak hadir",
        "hadir Yopi Rumbiak, SH, MM (Kepala DPMPTSP)",
    ],
)
def test_offices_are_known_in_many_spellings(text: str, ask: Asker) -> None:
    assert texts(ask(text, officials=())) == [text]


@pytest.mark.parametrize(
    ("headline", "below", "name"),
    [
        (
            "WAKIL BUPATI: KEMISKINAN HARUS DISELESAIKAN",
            "Kemarin {} membawa berkas.",
            "Yopi Rumbiak",
        ),
        ("WAKIL BUPATI KEMISKINAN HARUS DISELESAIKAN", "{} menunggu di loket.", "Yopi Rumbiak"),
        ("CAMAT SUMEDANG TINJAU LOKET", "KELUHAN {} TENTANG AKTA", "YOPI RUMBIAK"),
        ("Bupati Dorong Layanan Publik di Desa", "Suaminya, {}, bekerja jauh.", "E. Rumbiak"),
    ],
)
def test_a_headline_makes_no_official_of_who_is_named_below_it(
    headline: str, below: str, name: str, ask: Asker
) -> None:
    text = f"{headline}\n{below}"
    assert texts(ask(text.format(name), officials=())) == [text.format("[nama]")]


@pytest.mark.parametrize(
    "text",
    [
        "BUPATI SUMEDANG,\nYopi Rumbiak",
        "BUPATI SUMEDANG\nYOPI RUMBIAK, S.E.",
        "Kepala Dinas Penanaman Modal\nDrs. Yopi Rumbiak",
        "dijelaskan oleh Kepala Dinas Penanaman\nModal, Yopi Rumbiak, di loket",
    ],
)
def test_an_office_on_the_line_above_counts_in_signatures_and_wrapped_lines(
    text: str, ask: Asker
) -> None:
    assert texts(ask(text, officials=())) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Kalau Perbekel, Pak I Wayan Sudiarka (Perbekel Tegalsari), jarang ada.",
        "Geuchik Sulimpres Rahayu menerima kami.",
        "Penghulu Kampung, Sulimpres Rahayu, menerima kami.",
        "Hukum Tua Sulimpres Rahayu menerima kami.",
        "Kepala Desa, H. Lalu Sulimpres, bersedia.",
        "Tarif itu kata Plt. Kepala DPMPTSP, Dra. Lintang Rahayu.",
        "Kepala Dinas, Sulimpres Momoto, S.Sos., di Jakarta. Sekretaris, Sukinem Rahayu, menerima.",
    ],
)
def test_heads_of_villages_and_who_stands_next_to_a_head_stay(text: str, ask: Asker) -> None:
    assert texts(ask(text, officials=())) == [text]
