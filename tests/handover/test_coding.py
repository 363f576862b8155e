"""Projects of coding software: ours there and back, and those that others write."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from support import CheapEncoder, built
from tests.handover.coded import CODER, HEAD, archive, guid, qualcoder

from telusur.cli.import_ import _KINDS, command
from telusur.handover import PROJECT, hand_over
from telusur.handover.coding import KINDS, ProjectUnreadable, read_project
from telusur.handover.coding.carrying import Carrier, fold
from telusur.handover.coding.mapping import Mapper
from telusur.handover.coding.model import Code
from telusur.store.connection import store_for_reading

TEXT = """Catatan wawancara di loket (contoh)

Petugas memeriksa berkas dua kali karena sistem tidak saling mengenal.
Warga lanjut usia memuji kursi tunggu yang baru.
Genset belum ada, sehingga loket tutup saat listrik padam.
"""
CHECKED = "Petugas memeriksa berkas dua kali karena sistem tidak saling mengenal."
CHAIRS = "Warga lanjut usia memuji kursi tunggu yang baru."
DARK = "loket tutup saat listrik padam"
BOOK = (
    f'<Code guid="{guid(1)}" name="Obstacles" isCodable="true"/>'
    f'<Code guid="{guid(2)}" name="kelebihan" isCodable="true"/>'
    f'<Code guid="{guid(3)}" name="Tantangan" isCodable="false">'
    f'<Code guid="{guid(4)}" name="Interoperability" isCodable="true">'
    f'<Code guid="{guid(5)}" name="Data ganda" isCodable="true"/></Code></Code>'
    f'<Code guid="{guid(6)}" name="Kutipan bagus" isCodable="true"/>'
)
CODINGS = [
    ("Wawancara loket.docx", CHECKED, guid(1)),
    ("Wawancara loket.docx", CHECKED, guid(5)),
    ("Wawancara loket.docx", CHAIRS, guid(2)),
    ("Wawancara loket.docx", DARK, guid(6)),
]


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(command, arguments, obj=root)


def added(root: Path) -> list[dict[str, object]]:
    journal = root / "draft" / "review.jsonl"
    lines = journal.read_text(encoding="utf-8").splitlines() if journal.exists() else []
    return [one for one in map(json.loads, lines) if one["decision"] == "add"]


@pytest.fixture
def here(workspace: Path, encoder: CheapEncoder) -> Path:
    built(workspace)
    return workspace


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return qualcoder(
        tmp_path / "wawancara.qdpx", {"Wawancara loket.docx": TEXT}, CODINGS, book=BOOK
    )


@pytest.mark.need("N-EXPORT-4")
def test_our_own_project_comes_back_with_nothing_new(here: Path, tmp_path: Path) -> None:
    with store_for_reading(here / "evidence.db") as db:
        (findings,) = db.execute("SELECT count(*) FROM findings").fetchone()
        data = hand_over(db, ".qdpx")
    file = tmp_path / PROJECT
    file.write_bytes(data)
    told = run(here, str(file))
    assert told.exit_code == 0, told.output
    assert f"0 findings added, {findings} known already; 0 new reports." in told.output
    assert added(here) == []
    assert [one.name for one in (here / "corpus").iterdir()] == ["palembang.md"]


@pytest.mark.need("N-EXPORT-4")
def test_codes_become_findings_that_their_coder_added(here: Path, project: Path) -> None:
    told = run(here, str(project), "--by", "Orang lain")
    assert "2 findings added, 0 known already; 1 new report." in told.output
    assert "code “Kutipan bagus”, used 1 time," in told.output
    assert told.exit_code == 1
    report = here / "corpus" / "Wawancara loket.txt"
    assert report.read_text(encoding="utf-8") == TEXT
    checked, chairs = added(here)
    assert checked["by"] == CODER
    assert checked["at"] == "2026-03-02T09:30:00Z"
    assert checked["reading"] == {"kind": "kendala", "challenges": ["interoperabilitas"]}
    assert chairs["reading"] == {"kind": "kelebihan"} | {"challenges": []}
    outcome = built(here)
    with store_for_reading(here / "evidence.db") as db:
        (text,) = db.execute(
            "SELECT text FROM documents WHERE id = ?",
            [checked["finding"]["document"]],  # type: ignore[index]
        ).fetchone()
    assert checked["finding"]["quote"] == CHECKED  # type: ignore[index]
    assert CHECKED in text
    assert outcome


@pytest.mark.need("N-EXPORT-4")
def test_what_was_taken_once_is_not_taken_again(here: Path, project: Path) -> None:
    run(here, str(project))
    again = run(here, str(project))  # before any build, and after one
    assert "0 findings added, 2 known already; 0 new reports." in again.output
    built(here)
    assert "0 findings added" in run(here, str(project)).output
    assert len(added(here)) == 2
    assert len([*(here / "corpus").iterdir()]) == 2


@pytest.mark.need("N-EXPORT-4")
def test_the_same_text_is_the_same_report_whatever_its_name_and_blanks(
    here: Path, tmp_path: Path
) -> None:
    with store_for_reading(here / "evidence.db") as db:
        (text,) = db.execute("SELECT text FROM documents").fetchone()
    words = "Pengaduan masyarakat"
    file = qualcoder(
        tmp_path / "a.qdpx",
        {"lain.pdf": f"\r\n{text.replace(chr(10), chr(13) + chr(10))}  "},
        [("lain.pdf", words, guid(1))],
        book=BOOK,
        encoding="utf-8-sig",
        inside="sources",
    )
    told = run(here, str(file))
    assert "1 finding added, 0 known already; 0 new reports." in told.output
    (one,) = added(here)
    assert one["finding"]["quote"] == words  # type: ignore[index]
    assert one["finding"]["document"] == "palembang-md"  # type: ignore[index]


@pytest.mark.parametrize("counted_as", ["one", "two"])
def test_line_ends_of_windows_count_once_or_twice(tmp_path: Path, counted_as: str) -> None:
    text = TEXT.replace("\n", "\r\n")
    file = qualcoder(
        tmp_path / "a.qdpx", {"a": text if counted_as == "two" else TEXT},
        [("a", CHAIRS, guid(2)), ("a", CHECKED, guid(1))], book=BOOK,
    )  # fmt: skip
    with zipfile.ZipFile(file) as old:
        files = {name: old.read(name) for name in old.namelist()}
    files = {name: text.encode() if name.endswith(".txt") else data
             for name, data in files.items()}  # fmt: skip
    (source,) = read_project(archive(tmp_path / "b.qdpx", files)).sources
    assert {source.text[one.start : one.end] for one in source.selections} == {CHAIRS, CHECKED}


def test_codes_of_other_names_are_explained_by_whoever_takes_them(
    here: Path, project: Path
) -> None:
    told = run(here, str(project), "--code", "Kutipan bagus=kendala")
    assert "3 findings added" in told.output
    assert told.exit_code == 0
    wrong = run(here, str(project), "--code", "Kutipan bagus=hambatan")
    assert wrong.exit_code == 2
    assert "hambatan" in wrong.output


def test_words_coded_with_a_challenge_only_need_a_kind(here: Path, tmp_path: Path) -> None:
    file = qualcoder(tmp_path / "a.qdpx", {"a": TEXT}, [("a", DARK, guid(4))], book=BOOK)
    told = run(here, str(file))
    assert "0 findings added" in told.output
    assert "--kind" in told.output
    assert "1 finding added" in run(here, str(file), "--kind", "kendala").output


def test_a_dry_run_takes_nothing(here: Path, project: Path) -> None:
    told = run(here, str(project), "--dry-run")
    assert "2 findings would be added" in told.output
    assert not (here / "draft" / "review.jsonl").exists()
    assert len([*(here / "corpus").iterdir()]) == 1


def test_nothing_that_is_there_is_overwritten(here: Path, project: Path) -> None:
    other = here / "corpus" / "Wawancara loket.txt"
    other.write_text("Laporan orang lain tentang antrean.", encoding="utf-8")
    run(here, str(project))
    assert other.read_text(encoding="utf-8") == "Laporan orang lain tentang antrean."
    assert (here / "corpus" / "Wawancara loket 2.txt").read_text(encoding="utf-8") == TEXT


@pytest.mark.parametrize("name", ["../../jahat.md", "/etc/passwd", "README", ".tersembunyi", "…"])
def test_no_name_of_a_source_leads_out_of_the_corpus(here: Path, tmp_path: Path, name: str) -> None:
    file = qualcoder(tmp_path / "a.qdpx", {name: TEXT}, [(name, CHAIRS, guid(2))], book=BOOK)
    assert "1 finding added" in run(here, str(file)).output
    new = list(here.rglob("*.txt"))
    assert [one.parent for one in new] == [here / "corpus"]
    assert not new[0].name.startswith((".", "README"))
    built(here)  # and it is read


@pytest.mark.need("N-EXPORT-4")
def test_texts_outside_of_the_project_are_never_read(here: Path, tmp_path: Path) -> None:
    secret = tmp_path / "rahasia.txt"
    secret.write_text("Kata sandi: contoh", encoding="utf-8")
    for told in (f"absolute://{secret}", "relative://rahasia.txt", "internal://../rahasia.txt"):
        file = qualcoder(tmp_path / "a.qdpx", {"a": TEXT}, [], book=BOOK)
        with zipfile.ZipFile(file) as old:
            xml = old.read("project.qde").decode()
        start = xml.index("internal://")
        xml = xml[:start] + told + xml[xml.index('"', start) :]
        result = run(here, str(archive(tmp_path / "b.qdpx", {"project.qde": xml.encode()})))
        assert "“a”: its text is not in the project" in result.output
        assert result.exit_code == 1
    assert len([*(here / "corpus").iterdir()]) == 1


BOMB = HEAD.replace(
    "<Project", '<!DOCTYPE Project [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><Project'
)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"P",
        b"<Project/>",
        {"lain.txt": b"x"},
        {"project.qde": b""},
        {"project.qde": b"<Project"},
        {"project.qde": b"<html/>"},
        {"project.qde": f"{BOMB}&b;</Project>".encode()},
        {"project.qde": f"{BOMB}</Project>".encode()},
        {"project.qde": b" " * 50_000_001},
    ],
)
def test_what_is_no_project_is_told_in_a_sentence(
    here: Path, tmp_path: Path, data: bytes | dict[str, bytes]
) -> None:
    file = tmp_path / "a.qdpx"
    if isinstance(data, bytes):
        file.write_bytes(data)
    else:
        archive(file, data)
    with pytest.raises(ProjectUnreadable, match=r"a\.qdpx"):
        read_project(file)
    assert len([*(here / "corpus").iterdir()]) == 1


def test_pictures_recordings_and_marked_areas_are_named(tmp_path: Path) -> None:
    sources = (
        '<PictureSource name="loket.jpg" path="internal://1.jpg"><PictureSelection><Coding>'
        f'<CodeRef targetGUID="{guid(1)}"/></Coding></PictureSelection></PictureSource>'
        '<AudioSource name="rekaman.mp3" path="internal://2.mp3"/>'
        f'<PDFSource name="surat.pdf"><Representation plainTextPath="internal://3.txt">'
        f'<PlainTextSelection startPosition="0" endPosition="7"><Coding>'
        f'<CodeRef targetGUID="{guid(1)}"/></Coding></PlainTextSelection></Representation>'
        "</PDFSource>"
    )
    xml = f"{HEAD}<CodeBook><Codes>{BOOK}</Codes></CodeBook><Sources>{sources}</Sources></Project>"
    files = {"project.qde": xml.encode(), "sources/3.txt": b"Antrean panjang."}
    project = read_project(archive(tmp_path / "a.qdpx", files))
    (source,) = project.sources
    assert source.name == "surat.pdf"
    assert source.text[: source.selections[0].end] == "Antrean"
    told = "\n".join(project.passed_over)
    assert "“loket.jpg” is a picture" in told
    assert "“rekaman.mp3” is a recording" in told
    assert "“loket.jpg”: 1 coded areas" in told


def test_the_option_names_every_kind() -> None:
    assert _KINDS == KINDS


@pytest.mark.parametrize(
    ("name", "above", "meant"),
    [
        ("KENDALA", None, "kendala"),
        ("needs", None, "kebutuhan"),
        ("Opportunities", None, "peluang"),
        ("interoperability", None, "interoperabilitas"),
        ("SIAK", Code("Interoperabilitas", True, None), "interoperabilitas"),
        ("antrean", Code("Kendala", False, None), "kendala"),
        ("lain", Code("Challenges", False, None), None),
        ("lain", Code("Challenges", True, None), "tantangan"),
        ("metode", None, None),
    ],
)
def test_names_are_understood_in_either_language(
    name: str, above: Code | None, meant: str | None
) -> None:
    rows = [{"id": "interoperabilitas", "label": "Interoperabilitas",
             "label_en": "Interoperability"}]  # fmt: skip
    meaning = Mapper(rows, {}).meaning(Code(name, True, above))
    assert (meaning and (meaning.kind or meaning.challenge)) == meant


@given(st.text("ab \n\t", min_size=1, max_size=30), st.data())
def test_words_are_carried_to_the_same_letters(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    report = " ".join(text.split()) + "\n"
    span = Carrier(text, report).carry(start, end)
    if not text[start:end].strip():
        assert span is None
        return
    assert span
    assert fold(report[span[0] : span[1]]) == fold(text[start:end])
    assert fold(report[: span[0]]) == fold(text[:start])
    assert report[span[0] : span[1]].strip() == report[span[0] : span[1]]
