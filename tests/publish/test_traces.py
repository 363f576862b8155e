"""Files that are published tell nothing of who made them, when, where, and from what."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from support import ROOT
from tests.publish.salted import Made

from telusur.draft.reading import read_draft
from telusur.export import FORMATS, render
from telusur.publish.bundle import code
from telusur.publish.proof.traces import traces_in

NEUTRAL = "<cp:coreProperties><dc:creator>Telusur</dc:creator></cp:coreProperties>"


def packed(members: dict[str, str | bytes], when: tuple[int, ...] = (1980, 1, 1, 0, 0, 0)) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name, when), data)  # type: ignore[arg-type]
    return made.getvalue()


def test_a_bundle_tells_nothing(made: Made) -> None:
    assert list(traces_in(made.bundle)) == []


def test_what_we_export_tells_nothing(tmp_path: Path) -> None:
    regulation = read_draft(ROOT / "draft")
    for ending in FORMATS:
        (tmp_path / f"naskah{ending}").write_bytes(render(regulation, ending, date(2026, 3, 1)))
    assert list(traces_in(tmp_path)) == []


def test_each_member_of_each_archive_is_dated_alike(made: Made) -> None:
    seen = 0
    for path in made.bundle.rglob("*"):
        if path.is_file() and zipfile.is_zipfile(path):
            for member in zipfile.ZipFile(path).infolist():
                assert member.date_time == (1980, 1, 1, 0, 0, 0), (path, member)
                seen += 1
    assert seen > 10


PLANTED: dict[str, bytes] = {
    "penulis.docx": packed({"docProps/core.xml": NEUTRAL.replace("Telusur", "Sri Wahyuni")}),
    "penyunting.xlsx": packed(
        {"docProps/core.xml": "<a><cp:lastModifiedBy>Sri</cp:lastModifiedBy></a>"}
    ),
    "kantor.docx": packed({"docProps/app.xml": "<P><Company>Biro Hukum</Company></P>"}),
    "templat.docx": packed({"docProps/app.xml": "<P><Template>C:\\sri\\a.dotm</Template></P>"}),
    "komentar.docx": packed({"word/comments.xml": "<w:comments/>"}),
    "catatan.xlsx": packed({"xl/threadedComments/threadedComment1.xml": "<x/>"}),
    "orang.xlsx": packed({"xl/persons/person.xml": "<x/>"}),
    "usulan.docx": packed({"word/document.xml": '<w:p><w:ins w:author="Sri"/></w:p>'}),
    "coretan.docx": packed({"word/document.xml": '<w:p><w:del w:id="1"/></w:p>'}),
    "letak.xlsx": packed({"xl/workbook.xml": '<x15ac:absPath url="C:\\sri\\"/>'}),
    "sisipan.docx": packed({"word/embeddings/lain.xlsx": b"x"}),
    "foto.docx": packed({"word/media/image1.jpeg": b"\xff\xd8\xff\xe1\x00\x10Exif\0\0"}),
    "makro.xlsx": packed({"xl/vbaProject.bin": b"x"}),
    "waktu.zip": packed({"a.txt": "a"}, (2026, 3, 1, 8, 15, 0)),
    "dalam.zip": packed({"b.zip": packed({"docProps/app.xml": "<P><Manager>S</Manager></P>"})}),
    "foto.jpg": b"\xff\xd8\xff\xe1\x00\x10Exif\0\0",
    "gambar.png": b"\x89PNG\r\n\x1a\n",
    "surat.pdf": b"%PDF-1.7 /Author (Sri)",
    "lama.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "peta.svg": b'<svg sodipodi:docname="/home/sri/peta.svg"/>',
    "salin.svg": b'<svg><image href="data:image/jpeg;base64,AAAA"/></svg>',
    ".catatan.swp": b"x",
    "catatan.txt~": b"x",
    "rusak.zip": b"PK\x03\x04rusak",
}


@pytest.mark.parametrize("name", PLANTED)
def test_what_a_file_tells_beside_its_text_is_found(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(PLANTED[name])
    assert {leak.what for leak in traces_in(tmp_path)} == {"sifat berkas"}


def test_an_ordinary_file_is_let_through(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("BMKG dan RIFFA", encoding="utf-8")
    (tmp_path / "a.docx").write_bytes(
        packed({"docProps/core.xml": NEUTRAL, "word/document.xml": "<w:p><w:insideH/></w:p>"})
    )
    assert list(traces_in(tmp_path)) == []


def test_an_editors_leftovers_among_the_code_are_not_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("browse/a.py", "browse/.a.py.swp", "browse/a.py.orig", "browse/catatan.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    for name in ("__init__.py", "search/__init__.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    monkeypatch.setattr(code, "PACKAGE", tmp_path)
    assert {path.as_posix() for path in code.source_files()} == {
        "__init__.py", "browse/a.py", "search/__init__.py",
    }  # fmt: skip
