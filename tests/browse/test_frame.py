"""The opening and closing of a draft, put into the form they are printed in."""

from __future__ import annotations

from telusur.browse.showing.frame import Frame, Section, Words, read_frame


def frame(part: str, *lines: str) -> Frame:
    return read_frame([{"part": part, "text": line} for line in lines])


def test_what_is_considered_hangs_under_its_word() -> None:
    opening = frame(
        "opening",
        "PERATURAN BUPATI UMPAMA",
        "Dengan Persetujuan Bersama",
        "Menimbang : a. bahwa loket sempit;",
        "b. bahwa antrean panjang;",
        "Mengingat:",
        "1. Undang-Undang Nomor 1;",
        "MEMUTUSKAN:",
        "Menetapkan: PERATURAN BUPATI TENTANG LOKET.",
    ).opening
    assert opening == (
        Section(
            "",
            [
                Words("PERATURAN BUPATI UMPAMA", "centred"),
                Words("Dengan Persetujuan Bersama", "centred"),
            ],
        ),
        Section(
            "Menimbang",
            [
                Words("bahwa loket sempit;", "item", "a."),
                Words("bahwa antrean panjang;", "item", "b."),
            ],
        ),
        Section("Mengingat", [Words("Undang-Undang Nomor 1;", "item", "1.")]),
        Section("", [Words("MEMUTUSKAN:", "centred")]),
        Section("Menetapkan", [Words("PERATURAN BUPATI TENTANG LOKET.", "plain")]),
    )


def test_each_signature_has_its_lines_and_the_gazette_stands_below() -> None:
    closing = frame(
        "closing",
        "Agar setiap orang mengetahuinya.",
        "Ditetapkan di Umpama",
        "pada tanggal ...",
        "BUPATI UMPAMA,",
        "Diundangkan di Umpama",
        "SEKRETARIS DAERAH,",
        "LEMBARAN DAERAH TAHUN ... NOMOR ...",
    )
    assert closing.order == (Words("Agar setiap orang mengetahuinya.", "plain"),)
    assert closing.signatures == (
        ("Ditetapkan di Umpama", "pada tanggal ...", "BUPATI UMPAMA,"),
        ("Diundangkan di Umpama", "SEKRETARIS DAERAH,"),
    )
    assert closing.after == (Words("LEMBARAN DAERAH TAHUN ... NOMOR ...", "plain"),)


def test_a_draft_without_a_frame_has_none() -> None:
    assert read_frame([]) == Frame()
