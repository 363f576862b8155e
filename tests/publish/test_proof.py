"""What must not be published is found wherever it lies, however large the file."""

from __future__ import annotations

import gzip
import io
import re
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telusur.publish import proof
from telusur.publish.proof import leaks_in
from telusur.publish.text.secrets import runs_of, secrets

QUOTE = "pungutan di loket tiga jangan dibawa ke luar ruangan ini"
SECRETS = secrets(
    [(("tugiyem", "rumbiak"), "nama"), (("mandacan",), "nama")],
    {"3273014507890001": "nik", "081234567890": "telepon"},
    {"laporan": frozenset({"tugiyem"})},
    frozenset(runs_of(QUOTE)),
    {},
)  # fmt: skip
PLANTED = (
    "Tugiyem Rumbiak", "TUGIYEM\n  RUMBIAK", "tugiyem-rumbiak", "TugiyemRumbiak", "Mandacan",
    "32 7301 450789.0001", "3273014507\n890001", "(0812) 3456-7890", QUOTE.upper(),
)  # fmt: skip
PADDING = "Loket dibuka pukul 08.00 oleh petugas, 1.250 berkas selesai pada 2021-02-26. "


def archive(name: str, data: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(name, data)
    return made.getvalue()


WAYS: dict[str, Callable[[str], bytes]] = {
    "isi.txt": str.encode,
    "isi.bin": lambda text: b"\xff\xfe\x00\x01" + text.encode() + b"\x80",
    "kecil.txt": lambda text: text.encode("utf-16-le"),
    "besar.txt": lambda text: text.encode("utf-16-be"),
    "isi.zip": lambda text: archive("a.txt", text.encode()),
    "dalam.zip": lambda text: archive("b.zip", archive("a.txt", text.encode())),
    "isi.gz": lambda text: gzip.compress(text.encode()),
    "isi.xlsx": lambda text: archive(
        "xl/sharedStrings.xml",
        re.sub(r"\s+", "</t></r><r><rPr><b/></rPr><t>", f"<t>{text}</t>").encode(),
    ),
    "panjang.csv": lambda text: (PADDING * 30_000 + text + PADDING * 5).encode(),
}


@pytest.mark.need("N-PUBLISH-1")
@pytest.mark.parametrize("name", WAYS)
def test_a_planted_secret_is_found_in_every_kind_of_file(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(WAYS[name](PADDING))
    assert list(leaks_in(tmp_path, SECRETS, ())) == []
    for planted in PLANTED if name != "panjang.csv" else PLANTED[:2]:
        (tmp_path / name).write_bytes(WAYS[name](f"{PADDING}{planted} {PADDING}"))
        assert list(leaks_in(tmp_path, SECRETS, ())), planted


def test_a_secret_in_a_name_of_a_file_or_a_member_is_found(tmp_path: Path) -> None:
    (tmp_path / "tugiyem-rumbiak.txt").touch()
    (tmp_path / "isi.zip").write_bytes(archive("3273014507890001.txt", b""))
    assert {leak.what for leak in leaks_in(tmp_path, SECRETS, ())} == {"nama", "nik"}


def test_files_of_the_program_are_searched_only_where_they_are_others(tmp_path: Path) -> None:
    installed = tmp_path / "asal.py"
    installed.write_text("NAMES = ['Tugiyem Rumbiak']", encoding="utf-8")
    bundle = tmp_path / "terbitan"
    bundle.mkdir()
    copy = bundle / "kode.py"
    copy.write_bytes(installed.read_bytes())
    assert list(leaks_in(bundle, SECRETS, (), {"kode.py": installed})) == []
    copy.write_text("# Tugiyem Rumbiak mengeluh", encoding="utf-8")
    assert list(leaks_in(bundle, SECRETS, (), {"kode.py": installed}))


def database(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_words_left_in_a_full_text_index_alone_are_found(tmp_path: Path) -> None:
    database(
        tmp_path / "a.db",
        "CREATE VIRTUAL TABLE cari USING fts5(isi, content='')",
        "INSERT INTO cari (rowid, isi) VALUES (1, 'keluhan Tugiyem Rumbiak di loket')",
    )
    assert any("cari" in leak.where for leak in leaks_in(tmp_path, SECRETS, ()))


def test_rows_deleted_or_free_pages_are_found(tmp_path: Path) -> None:
    database(
        tmp_path / "a.db",
        "PRAGMA secure_delete = OFF",
        "CREATE TABLE documents (id TEXT, text TEXT)",
        "INSERT INTO documents VALUES ('a', 'keluhan Tugiyem Rumbiak di loket')",
        "DROP TABLE documents",
    )
    assert {leak.what for leak in leaks_in(tmp_path, SECRETS, ())} == {"nama", "sisa"}


def test_a_first_name_alone_is_found_only_in_its_own_report(tmp_path: Path) -> None:
    database(
        tmp_path / "a.db",
        "CREATE TABLE documents (id TEXT, text TEXT)",
        "INSERT INTO documents VALUES ('laporan', 'Tugiyem pulang'), ('lain', 'Tugiyem pulang')",
    )
    assert len(list(leaks_in(tmp_path, SECRETS, ()))) == 1


@pytest.mark.parametrize("before", ["", "x", "corpus/", "\0"])
def test_paths_of_this_machine_are_found(tmp_path: Path, before: str) -> None:
    paths = ("laporan/2021/kunjungan.md", "/home/sari/telusur", "kunjungan", "laporan/2021/lain.md")
    for path in paths:
        (tmp_path / "a.txt").write_text(f"lihat {before}{path}.", encoding="utf-8")
        found = {leak.words for leak in leaks_in(tmp_path, SECRETS, paths)}
        assert found == {one for one in paths if one in path}
    (tmp_path / "a.txt").write_text("lihat laporan/2022/kunjunga.md", encoding="utf-8")
    assert list(leaks_in(tmp_path, SECRETS, paths)) == []


WORDS = st.sampled_from([*PLANTED, *QUOTE.split(), "tugiyem", "3273", "0145", "loket", "ﬁlm", "é"])


@given(
    text=st.lists(st.tuples(WORDS, st.sampled_from([" ", "-", "\n", " · ", "_"]))).map(
        lambda some: "".join(map("".join, some))
    ),
    size=st.integers(1, 60),
)
def test_a_text_in_pieces_gives_what_the_whole_gives(text: str, size: int) -> None:
    whole = {text[one.start : one.end] for one in SECRETS.found_in(text)}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(proof, "_PIECE", size)
        pieces = {leak.words for leak in proof._in_words(text, "", SECRETS)}
    assert pieces == whole
