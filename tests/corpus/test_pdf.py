from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from telusur.corpus import Document
from telusur.errors import UnreadableFile

Reader = Callable[..., Document]

Line = tuple[int, int, str]
"""x and y of a line in points, and its words."""


def pdf(*pages: Sequence[Line], drawn: str = "") -> bytes:
    """A PDF of `pages`, in Helvetica of 11 points, with `drawn` on each."""
    contents = [
        "\n".join([*(f"BT /F1 11 Tf {x} {y} Td ({words}) Tj ET" for x, y, words in page), drawn])
        for page in pages
    ]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, content in enumerate(contents):
        objects += [
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * number} 0 R >>",
            f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        ]
    data, offsets = "%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    trailer = f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF"
    return f"{data}xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode("latin-1")


def page(number: int, *lines: str) -> list[Line]:
    """A page with a header, `lines` one under the other (an empty one is a gap), and its number."""
    body = [(72, 760 - 14 * row, words) for row, words in enumerate(lines) if words]
    return [(72, 810, "Catatan Loket"), *body, (280, 30, f"Halaman {number}")]


@pytest.mark.need("N-READ-1")
def test_wrapped_lines_become_paragraphs_and_page_furniture_goes(read: Reader) -> None:
    document = read(
        "a.pdf",
        pdf(
            page(
                1,
                "Laporan loket",
                "",
                "Petugas di loket pertama menunggu sambungan ke pusat data. Pela-",
                "yanan lalu dihentikan, sedangkan peraturan perundang-undangan masing-",
                "masing daerah belum mengatur gangguan semacam itu sama sekali.",
                "",
                "Kendala",
                "- Jaringan di kecamatan lambat, terutama pada pagi hari ketika semua",
                "  loket bekerja.",
                "- Listrik padam.",
                "",
                "Warga yang sudah datang sejak pagi akhirnya pulang, karena petugas tidak",
            ),
            page(2, "dapat memastikan kapan sambungan pulih. Mereka kembali esoknya."),
        ),
    )
    assert document.text == (
        "Laporan loket\n\n"
        "Petugas di loket pertama menunggu sambungan ke pusat data. Pelayanan lalu dihentikan, "
        "sedangkan peraturan perundang-undangan masing-masing daerah belum mengatur gangguan "
        "semacam itu sama sekali.\n\nKendala\n\n"
        "- Jaringan di kecamatan lambat, terutama pada pagi hari ketika semua loket bekerja.\n"
        "- Listrik padam.\n\n"
        "Warga yang sudah datang sejak pagi akhirnya pulang, karena petugas tidak dapat memastikan "
        "kapan sambungan pulih. Mereka kembali esoknya."
    )
    assert document.title == "Laporan loket"
    assert [(p.form, p.section) for p in document.passages][2:4] == [
        ("item", "Kendala"),
        ("item", "Kendala"),
    ]


def test_a_page_number_goes_even_from_a_single_page(read: Reader) -> None:
    assert read("a.pdf", pdf([(72, 700, "Jaringan lambat."), (290, 30, "- 7 -")])).text == (
        "Jaringan lambat."
    )


@pytest.mark.need("N-READ-2")
def test_a_page_without_a_word_is_told(read: Reader) -> None:
    with pytest.raises(UnreadableFile, match="no words in it, printed or pictured"):
        read("a.pdf", pdf([]))


@pytest.mark.parametrize("data", [b"bukan pdf", b"%PDF-1.4\n%%EOF", pdf(page(1, "Isi"))[:300]])
def test_a_damaged_pdf_is_told(read: Reader, data: bytes) -> None:
    with pytest.raises(UnreadableFile, match=r"corpus/a\.pdf: the PDF is damaged"):
        read("a.pdf", data)


def test_a_pdf_with_a_password_is_told(read: Reader) -> None:
    locked = pdf(page(1, "Isi")).replace(
        b"/Root 1 0 R",
        b"/Root 1 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] "
        b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 "
        + b"/O <" + b"11" * 32 + b"> /U <" + b"22" * 32 + b"> >>",
    )  # fmt: skip
    with pytest.raises(UnreadableFile, match="protected by a password"):
        read("a.pdf", locked)


def ruled(*across: int, down: Sequence[int]) -> str:
    """Lines of a table: at `across` from left to right, at `down` from top to bottom."""
    upright = [f"{x} {down[0]} m {x} {down[-1]} l S" for x in across]
    level = [f"{across[0]} {y} m {across[-1]} {y} l S" for y in down]
    return "\n".join(upright + level)


def test_a_table_with_ruled_lines_is_read_as_rows(read: Reader) -> None:
    lines = [
        (72, 800, "Catatan loket"),
        (75, 745, "No"), (105, 745, "Loket"), (205, 745, "Kendala"), (355, 745, "Saran"),
        (75, 725, "1"), (105, 725, "Loket"), (105, 711, "pertama"),
        (205, 725, "Kertas habis"), (355, 725, "Beli kertas"),
        (75, 695, "2"), (205, 695, "Kipas angin"), (205, 681, "mati"), (355, 695, "Perbaiki"),
    ]  # fmt: skip
    drawn = ruled(70, 100, 200, 350, 500, down=[760, 740, 706, 676])
    document = read("a.pdf", pdf(lines, drawn=drawn))
    cells = [
        {cell.header: document.text[cell.start : cell.end] for cell in one.cells}
        for one in document.passages
        if one.form == "row"
    ]
    assert cells == [
        {"No": "1", "Loket": "Loket pertama", "Kendala": "Kertas habis", "Saran": "Beli kertas"},
        {"No": "2", "Kendala": "Kipas angin mati", "Saran": "Perbaiki"},
    ]


def test_a_table_whose_columns_only_stand_apart_is_rows(read: Reader) -> None:
    document = read(
        "a.pdf",
        pdf([
            (72, 780, "Pemantauan loket contoh"),
            (72, 740, "No"), (110, 740, "Lokasi"), (230, 740, "Kendala"),
            (400, 740, "Praktik baik"),
            (72, 718, "1"), (110, 718, "Loket"), (230, 718, "Antre sampai"),
            (400, 718, "Petugas ramah"),
            (110, 704, "depan"), (230, 704, "dua jam"),
            (72, 682, "2"), (110, 682, "Loket samping"), (230, 682, "Kertas habis"),
            (72, 640, "Catatan ini dibuat untuk latihan membaca tabel dan tidak lain dari itu."),
        ]),
    )  # fmt: skip
    rows = [
        {cell.header: document.text[cell.start : cell.end] for cell in one.cells}
        for one in document.passages
        if one.form == "row"
    ]
    assert rows == [
        {"No": "1", "Lokasi": "Loket depan", "Kendala": "Antre sampai dua jam",
         "Praktik baik": "Petugas ramah"},
        {"No": "2", "Lokasi": "Loket samping", "Kendala": "Kertas habis"},
    ]  # fmt: skip
    assert document.passages[-1].text.startswith("Catatan ini")


def test_a_passage_knows_its_page(read: Reader) -> None:
    document = read("a.pdf", pdf(page(1, "Kertas habis."), page(2, "Kipas mati.")))
    assert [(one.text, one.page, one.certainty) for one in document.passages] == [
        ("Kertas habis.", 1, None), ("Kipas mati.", 2, None),
    ]  # fmt: skip
