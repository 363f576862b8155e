from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from telusur.corpus import Document, read_report, reading
from telusur.errors import UnreadableFile

Reader = Callable[..., Document]


def test_a_document_knows_its_file(read: Reader) -> None:
    data = "Judul\r\n\r\nJaringan lambat.\r\n".encode("utf-16")
    document = read("a.txt", data)
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert (document.id, document.path) == ("x", "a.txt")
    assert document.text == "Judul\n\nJaringan lambat.\n"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Judul *resmi*\n\nIsi.", "Judul resmi"),
        ("Jaringan lambat.\n\nIsi lain.", "Jaringan lambat."),
        ("kata " * 60 + ".", "a"),
    ],
)
def test_the_title_is_the_first_heading_a_short_first_line_or_the_file_name(
    read: Reader, text: str, title: str
) -> None:
    assert read("a.md", text).title == title


@pytest.mark.parametrize("name", ["a.md", "a.txt", "a.html"])
@pytest.mark.parametrize("text", ["", " \n\t\n", "12 --- 34\n", "---\ntitle: Judul\n---\n"])
def test_a_file_without_words_is_told(read: Reader, name: str, text: str) -> None:
    with pytest.raises(UnreadableFile, match=rf"corpus/{name}: there are no words in it"):
        read(name, text)


def test_a_file_under_the_wrong_suffix_is_told(read: Reader) -> None:
    with pytest.raises(UnreadableFile, match=r"it is called `\.txt` but is a PDF"):
        read("a.txt", b"%PDF-1.7\n1 0 obj\n")
    with pytest.raises(UnreadableFile, match="binary data"):
        read("a.md", bytes(range(256)) * 10)


def test_a_file_that_is_too_large_is_told(read: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LARGEST_FILE", 10)
    with pytest.raises(UnreadableFile, match="larger than 50 MB"):
        read("a.txt", "Jaringan lambat.")


def test_a_file_that_may_not_be_read_is_told(read: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(UnreadableFile, match=r"corpus/a\.txt: reading it is not permitted"):
        read("a.txt", "Jaringan lambat.")


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="cannot be read"):
        read_report(tmp_path / "a.txt", relative="a.txt", id="x", abbreviations=())


def test_abbreviations_are_known_with_or_without_their_dot_and_in_any_case(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Lihat Tab. Dua dan Gbr. Tiga. Selesai.", "utf-8")
    document = read_report(path, relative="a.txt", id="x", abbreviations=("tab", "GBR."))
    assert [p.text for p in document.passages] == ["Lihat Tab. Dua dan Gbr. Tiga.", "Selesai."]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Isi laporan.\n\nSumber: Harian Contoh, 2 Mei 2024\n", "Harian Contoh, 2 Mei 2024"),
        ("---\nsource: Catatan tim\n---\nIsi laporan.\n\nSumber: lain\n", "Catatan tim"),
        ("Sumber daya manusia kurang.\n", None),
    ],
)
def test_the_source_is_what_front_matter_or_a_closing_line_says(
    read: Reader, text: str, source: str | None
) -> None:
    assert read("a.txt", text).source == source
