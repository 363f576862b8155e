from __future__ import annotations

from collections.abc import Callable
from datetime import date

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


@pytest.mark.need("N-READ-5")
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
    with pytest.raises(UnreadableFile, match="nested more than 100 deep"):
        read("a.html", "<div>" * 5000 + "Loket" + "</div>" * 5000)


def test_words_that_are_no_html_are_read_without_a_warning(read: Reader) -> None:
    assert read("a.html", "https://contoh.go.id/loket").text == "https://contoh.go.id/loket"


def test_cookie_banners_and_their_like_are_not_content(read: Reader) -> None:
    page = (
        '<body class="cookies-not-set"><div role="navigation">Menu</div>'
        "<h1>Loket baru</h1><p>Jaringan lambat.</p>"
        '<div id="CookieBanner"><p>Situs ini memakai kuki.</p></div>'
        '<div role="contentinfo">Hak cipta</div></body>'
    )
    assert read("a.html", page).text == "Loket baru\n\nJaringan lambat."


@pytest.mark.parametrize(
    "markup",
    [
        '<meta property="article:published_time" content="2023-03-12T08:00:00+07:00">',
        '<script type="application/ld+json">{"datePublished": "2023-03-12"}</script>',
        '<time itemprop="datePublished" datetime="2023-03-12">kemarin</time>',
    ],
)
def test_the_day_of_publication_is_taken_from_the_markup(read: Reader, markup: str) -> None:
    published = read("a.html", f"<html><head>{markup}</head><p>Jaringan lambat.</p>").published
    assert published == date(2023, 3, 12)


def test_a_table_in_a_table_is_kept(read: Reader) -> None:
    inner = (
        "<table><tr><td>Jenis</td><td>Jumlah</td></tr><tr><td>Kamera</td><td>2</td></tr></table>"
    )
    page = (
        "<table><tr><td>Temuan</td><td>Rincian</td></tr>"
        f"<tr><td>Alat rusak</td><td>{inner}</td></tr></table>"
    )
    assert read("a.html", page).text == (
        "Temuan | Rincian\nAlat rusak | Jenis – Jumlah; Kamera – 2"
    )


def test_a_table_that_lays_out_the_page_is_no_table(read: Reader) -> None:
    inner = (
        "<table><tr><th>Jenis</th><th>Jumlah</th></tr><tr><td>Kamera</td><td>2</td></tr></table>"
    )
    page = f"<table><tr><td><h1>Judul</h1><p>Jaringan lambat.</p>{inner}</td></tr></table>"
    assert read("a.html", page).text == "Judul\n\nJaringan lambat.\n\nJenis | Jumlah\nKamera | 2"


def test_merged_cells_of_a_page_keep_the_columns(read: Reader) -> None:
    document = read(
        "a.html",
        "<table><tr><th colspan=3>Rekap contoh</th></tr>"
        "<tr><th>Loket</th><th>Kendala</th><th>Saran</th></tr>"
        "<tr><td rowspan=2>Loket A</td><td>Kertas habis</td><td>Beli</td></tr>"
        "<tr><td>Kipas mati</td><td>Perbaiki</td></tr>"
        "<tr><td colspan=2>Semua loket sepi</td><td>Kurangi</td></tr></table>",
    )
    rows = [
        {cell.header: document.text[cell.start : cell.end] for cell in one.cells}
        for one in document.passages
        if one.form == "row"
    ]
    assert document.text.startswith("Rekap contoh")
    assert rows == [
        {"Loket": "Loket A", "Kendala": "Kertas habis", "Saran": "Beli"},
        {"Kendala": "Kipas mati", "Saran": "Perbaiki"},
        {"Loket": "Semua loket sepi", "Saran": "Kurangi"},
    ]
