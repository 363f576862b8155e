from __future__ import annotations

from collections.abc import Callable

import pytest

from telusur.corpus import Document
from telusur.errors import UnreadableFile

Reader = Callable[..., Document]

PAGE = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>Loket baru | Situs Contoh</title>
<style>p {color: red}</style><script>lacak()</script></head>
<body><nav><a href="/">Beranda</a></nav><header>Situs Contoh</header>
<main><article><h1>Loket baru</h1>
<p>Jaringan <b>lambat</b> &amp; putus. Warga * menunggu 1. hari # ini.</p>
<div hidden>Rahasia</div><div style="display: none">Tersembunyi</div>
<h2>Kendala</h2><ul><li>Listrik padam.</li><li>Alat rusak.</li></ul>
<table><tr><th>Hal</th><th>Keadaan</th></tr><tr><td>Loket</td><td>Tutup</td></tr></table>
<table><tbody><tr><td>Butir</td><td>Usul</td></tr><tr><td>Alat</td><td>Tambah</td></tr></tbody>
</table><form><button>Kirim</button></form></article></main>
<aside>Berita lain</aside><footer>Hak cipta</footer></body></html>"""


def test_only_the_content_of_a_page_is_read(read: Reader) -> None:
    document = read("a.html", PAGE)
    assert document.title == "Loket baru"
    assert document.text == (
        "Loket baru\n\nJaringan lambat & putus. Warga * menunggu 1. hari # ini.\n\nKendala\n\n"
        "- Listrik padam.\n- Alat rusak.\n\nHal | Keadaan\nLoket | Tutup\n\n"
        "Butir | Usul\nAlat | Tambah"
    )
    assert [p.section for p in document.passages if p.form == "item"] == ["Kendala", "Kendala"]
    rows = [p for p in document.passages if p.form == "row"]
    assert [[c.header for c in p.cells] for p in rows] == [["Hal", "Keadaan"], ["Butir", "Usul"]]


@pytest.mark.parametrize(
    ("charset", "words"),
    [("windows-1252", "“Blangko” habis."), ("iso-8859-1", "Café tutup."), ("koi8-r", "Окно два.")],
)
def test_a_page_is_read_in_the_character_set_it_declares(
    read: Reader, charset: str, words: str
) -> None:
    page = f'<meta charset="{charset}"><p>{words}</p>'
    assert read("a.htm", page.encode(charset)).text == words


def test_utf_8_is_read_whatever_is_declared(read: Reader) -> None:
    page = '<meta charset="iso-8859-1"><p>“Blangko” habis.</p>'
    assert read("a.html", page).text == "“Blangko” habis."
    assert read("a.html", page.replace("iso-8859-1", "bukan-nama")).text == "“Blangko” habis."


def test_the_only_article_is_the_content_and_xhtml_is_read(read: Reader) -> None:
    page = (
        '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><div>Menu</div>'
        "<article><p>Jaringan lambat.</p></article></body></html>"
    )
    assert read("a.html", page).text == "Jaringan lambat."


def test_the_header_of_an_article_and_a_form_around_a_page_are_content(read: Reader) -> None:
    page = (
        "<body><form><header>Situs</header><article><header><h1>Loket baru</h1></header>"
        "<p>Jaringan lambat.</p></article><form><input>Cari</form></form></body>"
    )
    assert read("a.html", page).text == "Loket baru\n\nJaringan lambat."


def test_a_frame_of_one_cell_is_running_text(read: Reader) -> None:
    page = "<table><tr><td>Jaringan lambat. Listrik padam.</td></tr></table>"
    assert [p.form for p in read("a.html", page).passages] == ["sentence", "sentence"]


def test_text_that_looks_like_markdown_stays_text(read: Reader) -> None:
    page = "<p>_tidak_ **tebal** [x](y) &lt;b&gt; `kode` | a\\b &amp;amp;</p><p># Bukan judul</p>"
    assert read("a.html", page).text == (
        "_tidak_ **tebal** [x](y) <b> `kode` | a\\b &amp;\n\n# Bukan judul"
    )


def test_a_page_without_content_has_no_words(read: Reader) -> None:
    with pytest.raises(UnreadableFile, match="no words"):
        read("a.html", "<html><head><title>Judul</title></head><body><nav>Menu</nav></body></html>")


def test_a_page_nested_too_deep_is_told(read: Reader) -> None:
    with pytest.raises(UnreadableFile, match="nested too deep"):
        read("a.html", "<div>" * 5000 + "Loket" + "</div>" * 5000)


def test_words_that_are_no_html_are_read_without_a_warning(read: Reader) -> None:
    assert read("a.html", "https://contoh.go.id/loket").text == "https://contoh.go.id/loket"
