"""Whatever the bytes of a regulation, or of a project of coding software: it is read, or told."""

from __future__ import annotations

import contextlib
import io
import tempfile
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.corpus.test_pdf import pdf
from tests.fuzz.foreign import archives_with_changed_parts, damaged, encodings
from tests.handover.coded import guid, qualcoder

from telusur.draft import read_draft
from telusur.errors import InvalidWorkspace
from telusur.exchange.importing import import_draft
from telusur.exchange.merging.base import base_of, with_base
from telusur.exchange.word.document import read_word
from telusur.handover.coding import ProjectUnreadable, read_project

fuzzed = settings(settings.get_profile("fuzz"))
pytestmark = pytest.mark.filterwarnings("ignore")  # parsers warn of what is broken

LINES = (
    "PERATURAN MENTERI", "NOMOR 1 TAHUN 2026", "TENTANG", "LOKET", "Menimbang:", "a. bahwa",
    "Mengingat:", "1. Undang-Undang Nomor 1 Tahun 2020;", "MEMUTUSKAN:", "Menetapkan:", "BAB I",
    "KETENTUAN UMUM", "Bagian Kesatu", "Pasal 1", "Pasal 1A", "Pasal {loket}", "Pasal 99999999",
    "(1) Setiap loket melayani.", "(2) Sebagaimana dimaksud pada ayat (1).", "a. loket;", "1. satu",
    "Di antara Pasal 1 dan Pasal 2 disisipkan", "diubah sebagai berikut:", "“Pasal 2", "LAMPIRAN",
    "KESATU", "Ditetapkan di", "{pasal:loket}", "{", "<!-- telusur: boleh -->", "| a | b |", "",
)  # fmt: skip
"""What a regulation is made of, in no order."""
REGULATION = "\n\n".join(LINES)
regulations = st.lists(st.sampled_from(LINES) | st.text(max_size=15), max_size=30).map("\n".join)


def _sound_word() -> bytes:
    document = docx.Document()
    for line in LINES:
        document.add_paragraph(line.replace("{loket}", "2"))
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _sound_project() -> bytes:
    book = f'<Code guid="{guid(1)}" name="Antrean" isCodable="true"/>'
    with tempfile.TemporaryDirectory() as folder:
        texts = {"a": "Antrean panjang di loket."}
        path = Path(folder) / "a.qdpx"
        return qualcoder(path, texts, [("a", "Antrean", guid(1))], book=book).read_bytes()


WORD = _sound_word()
PDF = pdf([(72, 700, "BAB I"), (72, 680, "Pasal 1"), (72, 660, "Setiap loket melayani.")])
PROJECT = _sound_project()


def imports(name: str, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        try:
            done = import_draft(path)
        except InvalidWorkspace as error:
            problems = error.problems
        else:
            assert done.markdown.encode("utf-8")
            return
    assert problems
    assert all(one.path == name and one.remedy for one in problems)


@fuzzed
@given(regulations, encodings)
def test_texts_of_regulations(text: str, encoding: str) -> None:
    imports("a.txt", text.encode(encoding, "replace"))


@fuzzed
@given(damaged(WORD) | archives_with_changed_parts(WORD))
def test_regulations_in_word(data: bytes) -> None:
    imports("a.docx", data)


@fuzzed
@given(damaged(PDF))
def test_regulations_in_pdf(data: bytes) -> None:
    imports("a.pdf", data)


@fuzzed
@given(regulations | damaged(REGULATION.encode()).map(lambda one: one.decode("utf-8", "replace")))
def test_drafts(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "draft.md").write_text(text, encoding="utf-8")
        with contextlib.suppress(InvalidWorkspace):
            clauses = read_draft(Path(folder)).clauses
            assert len({one.id for one in clauses}) == len(clauses)


@fuzzed
@given(damaged(PROJECT) | archives_with_changed_parts(PROJECT))
def test_coded_projects(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.qdpx"
        path.write_bytes(data)
        with contextlib.suppress(ProjectUnreadable):
            read_project(path)


@fuzzed
@given(st.data())
def test_what_an_exported_draft_remembers(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "draft.md").write_text("# Loket\n\n## Pasal 1\n\nLoket melayani.\n")
        sound = with_base(WORD, read_draft(Path(folder)))
    changed = data.draw(archives_with_changed_parts(sound))
    with contextlib.suppress(InvalidWorkspace):
        base_of(read_word(changed, Path("a.docx")))
