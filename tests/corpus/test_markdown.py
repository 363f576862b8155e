from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telusur.corpus import Document
from telusur.corpus.markup.markdown import read_markdown
from telusur.corpus.text.passages import passages_of

Reader = Callable[..., Document]


def text_of(markdown: str) -> str:
    return read_markdown(markdown).text


def test_markup_is_dropped_and_words_stay() -> None:
    markdown = (
        "Loket **dua** dan *tiga* di [MPP](https://contoh.go.id) `A1` &amp; ~~tidak~~ buka<br>"
        "pagi.<br>Loket\n![denah loket](denah.png) \\*bintang\\* <b>tebal</b>."
    )
    assert text_of(markdown) == (
        "Loket dua dan tiga di MPP A1 & tidak buka pagi.\nLoket denah loket *bintang* tebal."
    )


def test_blocks_stand_on_lines_of_their_own() -> None:
    markdown = (
        "# Judul\nSatu baris\nyang sambung.\n\n> Kutipan.\n\n***\n\n"
        "3. tiga\n4. empat\n   - anak\n\n   lanjutan\n\n- satu\n- dua\n\n```\nkode\n```\n"
        "<div>Dalam kotak</div><script>tidak()</script>\n"
    )
    assert text_of(markdown) == (
        "Judul\n\nSatu baris yang sambung.\n\nKutipan.\n\n"
        "3. tiga\n4. empat\n  - anak\n  lanjutan\n\n- satu\n- dua\n\nkode\n\nDalam kotak"
    )


def test_bold_lines_and_labels_act_as_headings(read: Reader) -> None:
    document = read(
        "a.md",
        "# Catatan\n\nPembuka.\n\n**Kendala jaringan**\n\nSinyal lemah.\n\nPeluang:\n\n"
        "- Serat optik\n\n- **Kelebihan:**\n  - Loket tertata\n- **Penting**\n\n"
        "**Kalimat tebal yang utuh.**\n",
    )
    assert [(p.form, p.section, p.text) for p in document.passages] == [
        ("sentence", "Catatan", "Pembuka."),
        ("sentence", "Kendala jaringan", "Sinyal lemah."),
        ("item", "Peluang:", "Serat optik"),
        ("item", "Kelebihan:", "Loket tertata"),
        ("item", "Kelebihan:", "Penting"),
        ("sentence", "Kelebihan:", "Kalimat tebal yang utuh."),
    ]


def test_lists_that_markdown_does_not_know_are_lists(read: Reader) -> None:
    document = read("a.md", "Kendala berikut kami catat.\na. Jaringan lambat.\nb. Listrik padam.\n")
    assert [(p.form, p.text) for p in document.passages] == [
        ("sentence", "Kendala berikut kami catat."),
        ("item", "Jaringan lambat."),
        ("item", "Listrik padam."),
    ]
    assert document.text.split("\n")[1] == "a. Jaringan lambat."


def test_a_label_before_a_hard_break_is_a_heading(read: Reader) -> None:
    document = read("a.md", "Kendala:<br>- Jaringan lambat<br>- Listrik padam\n")
    assert [(p.form, p.section, p.text) for p in document.passages] == [
        ("item", "Kendala:", "Jaringan lambat"),
        ("item", "Kendala:", "Listrik padam"),
    ]


def test_lines_of_a_chat_stay_lines(read: Reader) -> None:
    lines = [
        "Grup penyuluh kecamatan",
        "08:11 PPL Rusdi: pompa di blok tiga mati sejak Senin",
        "08:14 Ibu Lasmi: pupuk sudah sampai 🙏",
        "08:20 PPL Rusdi: *mohon* teknisi",
        "08:31 Ibu Lasmi: kelompok kami belum punya ketua",
    ]
    document = read("a.md", "\n".join(lines))
    assert document.text == "\n".join(lines).replace("*", "")
    assert [passage.text for passage in document.passages] == document.text.split("\n")[1:]


def test_a_chat_as_messengers_export_it_is_read_as_in_plain_text(read: Reader) -> None:
    text = "".join(
        f"12/03/24 08.{minute} - Tutik: {words}\n"
        for minute, words in [(10, "loket dua sepi"), (12, "genset mati"), (15, "mohon solar")]
    )
    as_markdown, as_text = read("a.md", text), read("a.txt", text)
    assert [one.text for one in as_markdown.passages] == [
        "loket dua sepi",
        "genset mati",
        "mohon solar",
    ]
    assert [one.text for one in as_text.passages] == [one.text for one in as_markdown.passages]


def test_rows_without_a_rule_are_rows(read: Reader) -> None:
    text = (
        "KARTU AMATAN PASAR IKAN\nButir | Hasil | Uraian\n"
        "Cold storage | Tidak | kompresor rusak sejak lebaran\nTimbangan | Ya | ditera bulan lalu\n"
    )
    document = read("a.md", text)
    assert document.text == text.strip()
    assert [one.form for one in document.passages] == ["row", "row"]
    cell = document.passages[0].cells[-1]
    assert (cell.header, document.text[cell.start : cell.end]) == (
        "Uraian",
        "kompresor rusak sejak lebaran",
    )
    assert document.passages[0].section == "KARTU AMATAN PASAR IKAN"


def test_notes_without_capitals_stay_apart(read: Reader) -> None:
    notes = [
        "pagi hujan",
        "dermaga licin, dua orang jatuh",
        "loket tiket tutup jam 9",
        "kapal penuh",
    ]
    document = read("a.md", "\n".join(notes))
    assert [passage.text for passage in document.passages] == notes


def test_notes_above_a_drawn_line_are_no_heading(read: Reader) -> None:
    notes = ["H1 genset mati dua kali", "H2 petugas cuti semua", "H3 blangko habis", "H4 pulang"]
    document = read("a.md", "\n".join(notes) + "\n---\nSelesai.\n")
    assert {*notes[1:], "Selesai."} <= {passage.text for passage in document.passages}


def test_lines_after_a_list_are_no_part_of_its_last_item(read: Reader) -> None:
    text = (
        "07.02 Posko: usul kami\n1. tambah perahu\n2. tambah pelampung\n"
        "07.10 Dermaga: setuju, perahu kurang\n07.12 Posko: pelampung tinggal enam\n"
    )
    document = read("a.md", text)
    assert [passage.text for passage in document.passages][-3:] == [
        "tambah pelampung",
        "07.10 Dermaga: setuju, perahu kurang",
        "07.12 Posko: pelampung tinggal enam",
    ]


@pytest.mark.parametrize(
    "wrapped",
    [
        # at one width
        "Petugas di loket pertama menunggu sambungan ke pusat data di\n"
        "Kabupaten Contoh hampir setiap pagi, sehingga antrean warga\n"
        "Desa Sukaraja dan Desa Talang mengular sampai ke jalan raya\n"
        "2 kali sepekan menurut catatan satpam yang kami baca di pos.",
        # by hand, at no width
        "Petugas di loket pertama menunggu\nsambungan ke pusat data di ibu kota\n"
        "Kabupaten Contoh hampir setiap pagi,\nsehingga antrean warga\nmengular",
        # two lines alone
        "Antrean terpanjang kami lihat pada loket kependudukan milik Kota\nContoh.",
        "Menurut petugas hal itu sudah diatur dengan jelas di dalam pasal\n12. Warga belum tahu.",
        # an item
        "- Petugas menunggu sambungan ke pusat data\n  Kabupaten Contoh setiap pagi",
        "> Antrean warga di\n> loket dua dan\n> loket tiga sampai ke\n> Jalan Melati",
    ],
)
def test_wrapped_paragraphs_stay_whole(wrapped: str) -> None:
    layout = read_markdown(wrapped, by_hand=True)
    assert layout == read_markdown(wrapped)
    assert "\n" not in layout.text


def test_a_title_above_its_text_is_no_part_of_it(read: Reader) -> None:
    text = "Loket Pulau Ikut Tutup\nWarga tiga desa menunggu kapal perpustakaan selama dua pekan."
    document = read("a.md", text)
    assert [(one.section, one.text) for one in document.passages] == [tuple(text.split("\n"))]


def test_line_ends_of_other_formats_mean_nothing() -> None:
    lines = "Satu | dua\nTiga | empat\nLima | enam\nTujuh | delapan"
    assert text_of(lines) == lines.replace("\n", " ")


def test_cells_of_a_table_know_their_columns(read: Reader) -> None:
    document = read(
        "a.md",
        "| No | Kendala | Usul |\n|---|---|---|\n"
        "| 1 | Jaringan **lambat**. Sering. | Alat \\| kabel |\n| 2 | | Pelatihan |\n| | | |\n",
    )
    assert document.text == (
        "No | Kendala | Usul\n1 | Jaringan lambat. Sering. | Alat | kabel\n2 |  | Pelatihan"
    )
    first, second = document.passages
    assert first.form == second.form == "row"
    assert [(c.header, document.text[c.start : c.end]) for c in first.cells] == [
        ("No", "1"),
        ("Kendala", "Jaringan lambat. Sering."),
        ("Usul", "Alat | kabel"),
    ]
    assert [(c.header, document.text[c.start : c.end]) for c in second.cells] == [
        ("No", "2"),
        ("Usul", "Pelatihan"),
    ]


PIECES = st.sampled_from(
    ["# ", "- ", "1. ", "> ", "**", "*", "_", "`", "```", "[", "](x)", "![", "|", "|-|-|\n", "\\",
     "&amp;", "&#10;", "<b>", "<div>", "</div>", "<!--", "<br>", "  \n", "\n", "\n\n", "    ", " ",
     "Loket", "a.", "Kendala:", "No. ", "…", "“", "é", "\u2028", "\xa0", "---", "\t"]
)  # fmt: skip


@pytest.mark.need("N-READ-1")
@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=60), st.booleans())
def test_passages_of_any_markdown_stand_where_they_say(markdown: str, by_hand: bool) -> None:
    layout = read_markdown(markdown, by_hand=by_hand)
    text, position = layout.text, 0
    for passage in passages_of(layout, ["no"]):
        assert position <= passage.start < passage.end <= len(text)
        assert text[passage.start : passage.end] == passage.text == passage.text.strip()
        assert any(character.isalnum() for character in passage.text)
        for cell in passage.cells:
            assert passage.start <= cell.start < cell.end <= passage.end
        position = passage.end
    headings = [text[b.start : b.end] for b in layout.blocks if b.kind == "heading"]
    assert all("\n" not in heading for heading in headings)
