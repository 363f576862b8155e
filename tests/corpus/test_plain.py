from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from telusur.corpus import Document
from telusur.corpus.text.passages import passages_of
from telusur.corpus.text.plain import read_plain

Reader = Callable[..., Document]


def shown(document: Document) -> list[tuple[str, str, str]]:
    return [(passage.form, passage.section, passage.text) for passage in document.passages]


def test_the_text_stays_as_it_is(read: Reader) -> None:
    text = "  Judul catatan\n\n\tJaringan  lambat.\n\n\nListrik padam. \n"
    assert read("a.txt", text).text == text


def test_headings_in_their_shapes_open_sections(read: Reader) -> None:
    text = (
        "Catatan loket\n\nPembuka.\n\nKENDALA JARINGAN\nSinyal lemah.\n\n"
        "Peluang:\nAda serat optik.\nB. Kelebihan\nLoket tertata.\n\n"
        "Sarana\n------\nKursi cukup.\n\nTindak lanjut\n\nTambah alat."
    )
    assert shown(read("a.txt", text)) == [
        ("sentence", "Catatan loket", "Pembuka."),
        ("sentence", "KENDALA JARINGAN", "Sinyal lemah."),
        ("sentence", "Peluang:", "Ada serat optik."),
        ("sentence", "B. Kelebihan", "Loket tertata."),
        ("sentence", "Sarana", "Kursi cukup."),
        ("sentence", "Tindak lanjut", "Tambah alat."),
    ]


def test_marks_are_no_part_of_an_item(read: Reader) -> None:
    text = "Kendala:\n- Satu\n• Dua\n1. Tiga\n2) Empat\na. Lima\n(b) Enam\n–\tTujuh"
    document = read("a.txt", text)
    assert [passage.form for passage in document.passages] == ["item"] * 7
    assert [passage.text.split()[0] for passage in document.passages] == [
        "Satu", "Dua", "Tiga", "Empat", "Lima", "Enam", "Tujuh",
    ]  # fmt: skip


def test_an_item_of_two_sentences_is_two_passages(read: Reader) -> None:
    document = read("a.txt", "Kendala:\n- Jaringan lambat. Listrik\n  padam tiap sore.\n- Lain.")
    assert [passage.text for passage in document.passages] == [
        "Jaringan lambat.",
        "Listrik\n  padam tiap sore.",
        "Lain.",
    ]


def test_sentences_run_across_the_lines_of_wrapped_text(read: Reader) -> None:
    text = (
        "Petugas di loket pertama menunggu sambungan ke\n"
        "pusat data. Kepala Dinas Kependudukan dan\n"
        "Pencatatan Sipil menyebut gangguan itu terjadi\nhampir tiap hari.\n"
        "Warga Kecamatan Contoh memilih datang lebih\nawal ke loket. Mereka pulang siang."
    )
    assert [passage.text.replace("\n", " ") for passage in read("a.txt", text).passages] == [
        "Petugas di loket pertama menunggu sambungan ke pusat data.",
        "Kepala Dinas Kependudukan dan Pencatatan Sipil menyebut gangguan itu terjadi "
        "hampir tiap hari.",
        "Warga Kecamatan Contoh memilih datang lebih awal ke loket.",
        "Mereka pulang siang.",
    ]


def test_each_line_of_unwrapped_text_is_a_paragraph(read: Reader) -> None:
    text = "Judul berita\nJaringan di loket lambat sekali\nListrik padam tiap sore\n"
    assert [passage.text for passage in read("a.txt", text).passages] == [
        "Jaringan di loket lambat sekali",
        "Listrik padam tiap sore",
    ]


def test_rows_know_the_columns_their_cells_stand_in(read: Reader) -> None:
    for text in (
        "No\tKendala\tTindak lanjut\n1\tJaringan lambat\tTambah alat\n2\t\tLatih petugas\n",
        "| No | Kendala | Tindak lanjut |\n|---|---|---|\n"
        "| 1 | Jaringan lambat | Tambah alat |\n| 2 | | Latih petugas |\n",
    ):
        document = read("a.txt", text)
        assert [
            [(cell.header, document.text[cell.start : cell.end]) for cell in passage.cells]
            for passage in document.passages
        ] == [
            [("No", "1"), ("Kendala", "Jaringan lambat"), ("Tindak lanjut", "Tambah alat")],
            [("No", "2"), ("Tindak lanjut", "Latih petugas")],
        ]
        assert {passage.form for passage in document.passages} == {"row"}


def test_a_dateline_and_a_closing_list_of_names_open_no_section(read: Reader) -> None:
    text = "Judul\n\nPalu, 18 Februari 2019\n\nLoket buka.\n\nPenyusun: Tim\nSumber: Arsip\n"
    assert {passage.section for passage in read("a.txt", text).passages} == {"Judul"}


PIECES = st.sampled_from(
    ["Loket", "lambat", "12", "A.", "a.", "-", "•", "1.", ":", ".", "?", "|", "\t", " ", "\n",
     "\n\n", "“", "”", "(", ")", "…", "KENDALA", "---", "é", "报告", "\u2028", "\xa0", "\x85"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=60))
def test_every_letter_of_any_text_lies_in_a_passage_or_a_heading(text: str) -> None:
    text = text.replace("\r", " ")
    layout = read_plain(text)
    passages = passages_of(layout, ["no"])
    position, covered = 0, set[int]()
    for number, passage in enumerate(passages, start=1):
        assert passage.number == number
        assert position <= passage.start < passage.end <= len(text)
        assert text[passage.start : passage.end] == passage.text == passage.text.strip()
        covered.update(range(passage.start, passage.end))
        position = passage.end
    position = 0
    for block in layout.blocks:
        assert position <= block.start < block.end
        if block.kind in ("heading", "header"):
            covered.update(range(block.start, block.end))
        for cell in block.cells:
            assert block.start <= cell.start < cell.end <= block.end
        position = block.end
    # All that is left are the marks of list items.
    for word in "".join(" " if i in covered else c for i, c in enumerate(text)).split():
        assert sum(map(str.isalnum, word)) <= 5, word


def test_notes_without_capitals_are_a_passage_a_line(read: Reader) -> None:
    notes = ["genset mati", "tinta habis dari minggu lalu", "kursi cukup", "operator seorang"]
    assert [text for *_, text in shown(read("a.txt", "\n".join(notes)))] == notes


def test_a_sentence_that_goes_on_in_small_letters_stays_whole(read: Reader) -> None:
    text = "Mesin cetak rusak dan\nbelum diganti.\nKursi kurang sehingga\nwarga berdiri."
    assert [text for *_, text in shown(read("a.txt", text))] == [
        "Mesin cetak rusak dan\nbelum diganti.",
        "Kursi kurang sehingga\nwarga berdiri.",
    ]
