"""Reading many reports, of which some are made to stop it."""

from __future__ import annotations

import io
import os
import pickle
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from telusur.corpus import ReportReader, batch, reading
from telusur.errors import ReaderFailed, UnreadableFile

SENTENCE = "Jaringan internet di loket sering terputus."


@pytest.fixture
def reader() -> Iterator[ReportReader]:
    with ReportReader(("Drs", "No.")) as one:
        yield one


def page(folder: Path, name: str = "a.html", words: str = f"<p>{SENTENCE}</p>") -> Path:
    (folder / name).write_text(words, "utf-8")
    return folder / name


def test_all_formats_are_read_and_one_process_serves_them(
    reader: ReportReader, tmp_path: Path
) -> None:
    word = docx.Document()
    word.add_paragraph(SENTENCE)
    word.save(str(tmp_path / "c.docx"))
    for path in (page(tmp_path), page(tmp_path, "b.txt", SENTENCE), tmp_path / "c.docx"):
        document = reader.read(path, relative=path.name, id="x")
        assert [one.text for one in document.passages] == [SENTENCE]
        if path.suffix == ".html":
            first = reader._process
    assert reader._process is first is not None


def test_what_is_read_apart_is_what_is_read_here(reader: ReportReader, tmp_path: Path) -> None:
    path = page(tmp_path, words=f"<h1>Loket</h1><p>Menurut No. 3. {SENTENCE}</p>")
    here = reading.read_report(path, relative="a.html", id="x", abbreviations=("Drs", "No."))
    assert reader.read(path, relative="a.html", id="x") == here


def test_a_mistake_in_a_file_is_told_as_ever(reader: ReportReader, tmp_path: Path) -> None:
    path = page(tmp_path, words="---\ndate: x\n---\n<p>Loket.</p>")
    with pytest.raises(UnreadableFile, match=r"corpus/a\.html:2: `date` is not a date"):
        reader.read(path, relative="a.html", id="x")


def test_a_reader_that_ends_costs_one_report(reader: ReportReader, tmp_path: Path) -> None:
    path = page(tmp_path)
    reader.read(path, relative="a.html", id="x")
    assert reader._process is not None
    reader._process.kill()
    with pytest.raises(UnreadableFile, match=r"corpus/a\.html: it is too large: reading it was"):
        reader.read(path, relative="a.html", id="x")
    assert reader.read(path, relative="a.html", id="x").passages[0].text == SENTENCE


def test_a_reader_that_computes_too_long_is_ended(
    reader: ReportReader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    busy = "import sys; sys.path[:] = {path!r}\n" + (
        "import resource; resource.setrlimit(resource.RLIMIT_CPU, (1, 9))\nwhile True: pass"
    )
    monkeypatch.setattr(batch, "_START", busy)
    with pytest.raises(UnreadableFile, match="60 s of computing"):
        reader.read(page(tmp_path), relative="a.html", id="x")


def test_an_answer_of_anything_else_is_none(
    reader: ReportReader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Evil:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return os.mkdir, (str(tmp_path / "dibobol"),)

    hostile = f"import sys; {{path!r}}; sys.stdout.buffer.write({pickle.dumps(Evil())!r})"
    monkeypatch.setattr(batch, "_START", hostile)
    with pytest.raises(UnreadableFile, match="ended the reader"):
        reader.read(page(tmp_path), relative="a.html", id="x")
    assert not (tmp_path / "dibobol").exists()


def bomb(path: Path, body: str, copies: int) -> Path:
    """A Word document whose body is `body` many times over."""
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    source = io.BytesIO()
    docx.Document().save(source)
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            if part.filename != "word/document.xml":
                new.writestr(part, old.read(part.filename))
        xml = f"<w:document {names}><w:body>{body * copies}</w:body></w:document>"
        new.writestr("word/document.xml", xml)
    return path


@pytest.mark.parametrize(
    ("body", "copies", "what"),
    [
        ("<w:p><w:r><w:t>a</w:t></w:r></w:p>", 150_000, "more than 100,000 paragraphs"),
        ("<w:p/>", 300_000, "more than 100,000 paragraphs"),
        ("<w:tc>", 200_000, "nested more than 100 deep"),
        ("<w:r/>", 2_100_000, "more than 2,000,000 elements"),
        (" " * 1_000, 20_000, "more than 1,000 times|damaged|no words"),
    ],
)
def test_a_small_word_document_with_too_much_in_it_is_named(
    body: str, copies: int, what: str, reader: ReportReader, tmp_path: Path
) -> None:
    path = bomb(tmp_path / "a.docx", body, copies)
    with pytest.raises(UnreadableFile, match=what):
        reader.read(path, relative="a.docx", id="x")
    assert reader.read(page(tmp_path), relative="a.html", id="x").passages


def test_a_file_that_takes_too_much_memory_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reader: ReportReader
) -> None:
    monkeypatch.setattr(
        batch,
        "_START",
        "import sys; sys.path[:] = {path!r}\n"
        "from telusur.corpus import reading, worker\n"
        "reading.content_of = lambda *_: bytearray(9_000_000_000)\n"
        "worker.serve()",
    )
    with pytest.raises(UnreadableFile, match="too much memory"):
        reader.read(page(tmp_path), relative="a.html", id="x")


def test_a_fault_of_ours_is_told_as_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reader: ReportReader
) -> None:
    def fail(*_: object) -> None:
        raise ValueError("tak terduga \ud800")

    monkeypatch.setattr(reading, "content_of", fail)
    with pytest.raises(
        ReaderFailed, match=r"corpus/a\.txt: Telusur failed on it \(ValueError: tak"
    ):
        reader.read(page(tmp_path, "a.txt", SENTENCE), relative="a.txt", id="x")
