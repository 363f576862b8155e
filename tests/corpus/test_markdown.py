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
@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=60))
def test_passages_of_any_markdown_stand_where_they_say(markdown: str) -> None:
    layout = read_markdown(markdown)
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
