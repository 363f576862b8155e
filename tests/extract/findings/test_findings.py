from __future__ import annotations

import pytest

from ..conftest import Read, report, table


@pytest.mark.need("N-FIND-1")
@pytest.mark.parametrize(
    ("text", "kind", "challenge"),
    [
        ("Jaringan internet di loket masih kurang.", "kendala", "konektivitas"),
        ("Jumlah petugas loket belum memadai.", "kendala", "sdm"),
        ("Tantangan ke depan ialah konektivitas aplikasi.", "tantangan", "konektivitas"),
        ("Aplikasi baru memudahkan warga mengurus izin.", "kelebihan", "transformasi_digital"),
        ("Sarana loket sudah memadai.", "kelebihan", "sarana_prasarana"),
        ("Gedung itu berpotensi menampung semua loket.", "peluang", "sarana_prasarana"),
        ("Perlu satu standar pelayanan untuk semua loket.", "kebutuhan", "standardisasi"),
        ("Petugas diharapkan mampu melayani secara digital.", "kebutuhan", "transformasi_digital"),
    ],
)
def test_kind_and_challenge_come_from_cues(
    read: Read, text: str, kind: str, challenge: str
) -> None:
    (finding,) = read(text).findings
    assert finding.kind == kind
    assert challenge in {match.challenge_id for match in finding.challenges}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Gedung loket tidak memadai.", "kendala"),
        ("Warga tidak lagi mengalami kesulitan mengurus izin daring.", "kelebihan"),
        ("Aplikasi tidak hanya memudahkan warga tetapi juga petugas.", "kelebihan"),
    ],
)
def test_a_negation_turns_the_meaning(read: Read, text: str, kind: str) -> None:
    assert [finding.kind for finding in read(text).findings] == [kind]


def test_an_item_under_a_telling_heading_needs_no_cue(read: Read) -> None:
    document = report("Loket nomor empat", "Kursi di ruang depan", section="Kendala", form="item")
    findings = read(document).findings
    assert [finding.kind for finding in findings] == ["kendala", "kendala"]
    assert findings[0].rule == "butir di bawah judul “Kendala”"
    assert findings[0].confidence >= 0.9


def test_in_a_table_the_column_tells_and_the_cell_is_the_span(read: Read) -> None:
    document = table(
        ("Layanan", "Kendala", "Rekomendasi"),
        ("KTP", "Blangko habis dua pekan", "Kirim blangko tiap bulan"),
    )
    findings = read(document).findings
    assert [(finding.kind, finding.quote, finding.rule) for finding in findings] == [
        ("kendala", "Blangko habis dua pekan", "kolom “Kendala”"),
        ("kebutuhan", "Kirim blangko tiap bulan", "kolom “Rekomendasi”"),
    ]


def test_nothing_under_a_heading_of_attendance_is_a_finding(read: Read) -> None:
    document = report("Jumlah petugas loket belum memadai.", section="Daftar hadir", form="item")
    assert read(document).findings == ()


@pytest.mark.need("N-FIND-8")
def test_a_report_of_ceremony_gives_at_most_one_finding(read: Read) -> None:
    document = report(
        "Acara dibuka secara resmi oleh Bupati dan dihadiri jajaran pejabat.",
        "Rombongan disambut dengan tarian, dilanjutkan dengan ramah tamah.",
        "Dalam sambutannya Bupati mengucapkan terima kasih kepada seluruh peserta.",
        "Acara ditandai dengan pemukulan gong dan pengguntingan pita.",
        "Turut hadir kepala dinas, camat, dan lurah.",
        "Semoga kegiatan ini membawa manfaat bagi kita semua.",
    )
    assert len(read(document).findings) <= 1


@pytest.mark.need("N-FIND-8")
def test_what_the_newsroom_adds_is_no_finding(read: Read) -> None:
    document = report("Editor: masih kurang jaringan", "Baca juga: Loket masih kurang petugas")
    assert read(document).findings == ()


def test_independent_points_are_two_findings(read: Read) -> None:
    text = "Jaringan internet di loket masih kurang, namun jumlah petugas sudah memadai."
    assert [(finding.quote, finding.kind) for finding in read(text).findings] == [
        ("Jaringan internet di loket masih kurang", "kendala"),
        ("jumlah petugas sudah memadai", "kelebihan"),
    ]


def test_links_before_a_clause_are_left_out(read: Read) -> None:
    (finding,) = read("Selain itu, jaringan internet di loket masih kurang.").findings
    assert finding.quote == "jaringan internet di loket masih kurang"


@pytest.mark.need("N-FIND-1")
def test_the_rule_says_in_indonesian_what_fired(read: Read) -> None:
    (finding,) = read("Konektivitas aplikasi perlu diperhatikan.").findings
    assert finding.rule == "isyarat “perlu diperhatikan” (tantangan)"
    assert finding.challenges[0].why == "“Konektivitas”"


@pytest.mark.need("N-FIND-6")
def test_editing_another_part_never_changes_an_id(read: Read) -> None:
    kept = "Jaringan internet di loket masih kurang."
    before = read(report(kept)).findings[0].id
    after = read(report("Tim berkunjung ke Kota Palembang.", kept)).findings[-1].id
    assert before == after


def test_the_same_words_said_twice_have_two_ids(read: Read) -> None:
    line = "Jaringan internet di loket masih kurang."
    first, second = read(report(line, line)).findings
    assert first.id != second.id


def test_capitals_and_marks_do_not_change_an_id(read: Read) -> None:
    one = read("Jaringan internet di loket masih kurang.").findings[0].id
    other = read("“JARINGAN internet di loket masih kurang”").findings[0].id
    assert one == other


def test_language_is_told_or_left_open(read: Read) -> None:
    indonesian = "Layanan di loket ini sudah baik dan warga tidak perlu menunggu lama untuk itu."
    english = "The service at this counter is good and people do not have to wait for it at all."
    assert read(indonesian).language == "id"
    assert read(english).language == "en"
    assert read("Loket.").language == "und"
