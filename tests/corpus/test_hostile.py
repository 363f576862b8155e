"""Files that are broken, or made to take long."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.growth import growth

from telusur.corpus import Document
from telusur.errors import UnreadableFile

Reader = Callable[..., Document]

SENTENCE = "Jaringan internet di loket sering terputus."


@pytest.mark.need("N-READ-4")
@pytest.mark.parametrize(
    ("name", "broken"),
    [
        ("a.html", "<!-- "),
        ("b.html", '<a href="'),
        ("c.html", "<![CDATA["),
        ("d.html", "<script>"),
        ("e.md", "<!-- "),
        ("f.md", "["),
        ("g.md", "![["),
    ],
    ids=["comments", "attributes", "cdata", "scripts", "comments-md", "brackets", "images"],
)
def test_broken_markup_is_read_in_steps_that_grow_with_its_length(
    read: Reader, name: str, broken: str
) -> None:
    begin = f"<p>{SENTENCE}</p>" if name.endswith("html") else f"{SENTENCE}\n\n"

    def read_marks(length: int) -> Document:
        return read(name, begin + broken * (length // len(broken)))

    assert read_marks(300_000).passages[0].text == SENTENCE
    assert growth(read_marks, 10_000, 80_000) < 1.2


@pytest.mark.parametrize("name", ["a.html", "a.md"])
def test_what_follows_a_comment_left_open_is_read(read: Reader, name: str) -> None:
    text = read(name, f"{SENTENCE}\n\n<!-- lupa ditutup\n\nLoket tutup siang.\n").text
    assert "Loket tutup siang." in text
    assert "<!--" not in text


@pytest.mark.need("N-READ-5")
def test_a_comment_is_not_read(read: Reader) -> None:
    page = f"<p>{SENTENCE}<!-- rahasia --></p>"
    assert read("a.html", page).text == SENTENCE
    assert "rahasia" not in read("a.md", f"<!-- rahasia -->\n\n{SENTENCE}").text


def test_a_line_of_a_megabyte_is_split_into_sentences(read: Reader) -> None:
    assert len(read("a.txt", f"{SENTENCE} " * 20_000).passages) == 20_000


def test_links_are_read_as_their_words_among_many_brackets(read: Reader) -> None:
    text = "[Loket](https://contoh.go.id) tutup. " * 4_000
    assert read("a.md", text).text.startswith("Loket tutup. Loket tutup.")


def test_a_scanned_pdf_with_only_a_picture_is_told(read: Reader) -> None:
    pixels = b"\x00\xff" * 32
    drawing = b"q 400 0 0 400 50 200 cm /Im0 Do Q"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
        b"/Resources << /XObject << /Im0 4 0 R >> >> /Contents 5 0 R >>",
        b"<< /Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray "
        b"/BitsPerComponent 8 /Length 64 >>\nstream\n" + pixels + b"\nendstream",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawing), drawing),
    ]
    data, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(data)
    scan = data + b"xref\n0 6\n0000000000 65535 f \n" + table + trailer
    # With Tesseract it is looked at, and without it told to be a scan.
    with pytest.raises(UnreadableFile, match=r"no words in it, printed or pictured|: a scan\."):
        read("a.pdf", scan)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16", "utf-8-sig", "cp1252"])
def test_a_text_is_read_whatever_its_encoding(read: Reader, encoding: str) -> None:
    text = "“Blangko” habis – warga menunggu.\r\rLoket tutup."
    assert read("a.txt", text.encode(encoding)).text == text.replace("\r", "\n")
