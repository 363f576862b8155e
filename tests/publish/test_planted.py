"""A secret that is planted in a finished bundle is found, however it is written or wrapped."""

from __future__ import annotations

import base64
import bz2
import gzip
import io
import json
import lzma
import quopri
import sqlite3
import tarfile
import zlib
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from tests.publish.test_proof import SECRETS, archive

from telusur.publish.proof import leaks_in

NAME = "Tugiyem Rumbiak"
PAD = b"Loket dibuka pukul delapan oleh petugas. "


def tape(data: bytes) -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as file:
        member = tarfile.TarInfo("a.txt")
        member.size = len(data)
        file.addfile(member, io.BytesIO(data))
    return made.getvalue()


def word(xml: str) -> bytes:
    return archive("word/document.xml", f"<w:document>{xml}</w:document>".encode())


def wrapped(data: bytes, *ways: Callable[[bytes], bytes]) -> bytes:
    for way in ways:
        data = way(data)
    return data


def zipped(data: bytes) -> bytes:
    return archive("dalam.bin", data)


def pdf(data: bytes) -> bytes:
    return b"%PDF-1.4\n1 0 obj <<>> stream\n" + zlib.compress(data) + b"\nendstream"


TEXTS: dict[str, str] = {
    "plain": NAME,
    "capitals": NAME.upper(),
    "case mixed": "tUGIYEM rUMBIAK",
    "entities": "".join(f"&#{ord(one)};" for one in NAME),
    "entities in hex": "".join(f"&#x{ord(one):x};" for one in NAME),
    "an entity for the blank": "Tugiyem&nbsp;Rumbiak",
    "entities twice": "Tugiyem&amp;nbsp;Rumbiak",
    "percent": "https://a.id/Tugiyem%20Rumbiak",
    "percent twice": quote(quote(NAME)),
    "percent of every letter": "".join(f"%{ord(one):02X}" for one in NAME),
    "plus": "?nama=Tugiyem+Rumbiak",
    "escapes of JSON": '"' + "".join(f"\\u{ord(one):04x}" for one in NAME) + '"',
    "a line break of JSON": json.dumps({"a": "Tugiyem\nRumbiak"}),
    "soft hyphens": "Tu\u00adgi\u00adyem Rum\u00adbiak",
    "zero width": "\u200b".join(NAME),
    "a line-end hyphen": "Tugi-\nyem Rumbiak",
    "Cyrillic": NAME.replace("i", "і").replace("e", "е").replace("a", "а"),
    "full width": "".join(chr(ord(one) + 0xFEE0) if one != " " else one for one in NAME),
    "accents": "Tugiyém Rumbíak",
    "marks of HTML": "<b>Tugi</b>yem <i>Rum</i>biak",
    "a slug": "/wawancara/tugiyem-rumbiak.html",
    "one word": "TugiyemRumbiak",
    "wide letters": "T U G I Y E M   R U M B I A K",
    "a number with dots": "32.73.01.45.07.89.00.01",
    "a number with middle dots": "327301·450789·0001",
    "a number of full width": "３２７３０１４５０７８９０００１",
}
BYTES: dict[str, bytes] = {
    "UTF-16": NAME.encode("utf-16"),
    "UTF-16 with soft hyphens": "Tu\u00adgiyem Rumbiak".encode("utf-16-le"),
    "UTF-32": NAME.encode("utf-32-le"),
    "UTF-32, big end first": NAME.encode("utf-32-be"),
    "Latin-1 with soft hyphens": b"Tu\xadgiyem Rum\xadbiak",
    "base64": base64.b64encode(PAD + NAME.encode()),
    "base64 in lines": base64.encodebytes(PAD * 3 + NAME.encode()),
    "base64 in a link": b'<img src="data:text/plain;base64,'
    + base64.urlsafe_b64encode(NAME.encode())
    + b'">',
    "base64 of gzip": base64.b64encode(gzip.compress(NAME.encode())),
    "hex": NAME.encode().hex().encode(),
    "quoted-printable": quopri.encodestring(b"Tugiyem=20Rumbiak".replace(b"=20", b"\xc2\xa0")),
    "zip": wrapped(NAME.encode(), zipped),
    "zip in zip in zip": wrapped(NAME.encode(), zipped, zipped, zipped),
    "zip six deep": wrapped(NAME.encode(), *[zipped] * 6),
    "gzip in zip": wrapped(NAME.encode(), gzip.compress, zipped),
    "zip in gzip": wrapped(NAME.encode(), zipped, gzip.compress),
    "bzip2": bz2.compress(NAME.encode()),
    "xz": lzma.compress(NAME.encode()),
    "tar in gzip": wrapped(NAME.encode(), tape, gzip.compress),
    "Word in zip": wrapped(b"", lambda _: word("<w:t>Tugi</w:t><w:t>yem Rumbiak</w:t>"), zipped),
    "a name in a zip": archive("laporan/Tugiyem Rumbiak.txt", b""),
    "PDF": pdf(NAME.encode()),
    "a locked archive": wrapped(b"x", zipped).replace(
        b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00"
    ),
    "a damaged archive": wrapped(NAME.encode(), zipped)[:40],
}  # fmt: skip


@pytest.mark.parametrize("kind", TEXTS)
def test_a_secret_in_any_spelling_is_found(kind: str, tmp_path: Path) -> None:
    (tmp_path / "a.bin").write_bytes(PAD + TEXTS[kind].encode() + b" " + PAD)
    assert list(leaks_in(tmp_path, SECRETS, ()))


@pytest.mark.parametrize("kind", BYTES)
def test_a_secret_in_any_encoding_is_found(kind: str, tmp_path: Path) -> None:
    (tmp_path / "a.bin").write_bytes(BYTES[kind])
    assert list(leaks_in(tmp_path, SECRETS, ()))


@pytest.mark.parametrize(
    "name", ["tugiyem-rumbiak/a.txt", "a/Tugiyem%20Rumbiak", "3273014507890001/b"]
)
def test_a_secret_in_the_name_of_a_folder_is_found(name: str, tmp_path: Path) -> None:
    (tmp_path / name).mkdir(parents=True)
    assert list(leaks_in(tmp_path, SECRETS, ()))


def database(path: Path, *statements: tuple[str, tuple[object, ...]]) -> None:
    connection = sqlite3.connect(path)
    for statement, values in statements:
        connection.execute(statement, values)
    connection.commit()
    connection.close()


def test_a_first_name_alone_in_a_search_index_is_found_in_its_own_report(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    rows = [("laporan", "keluhan Tugiyem di loket"), ("lain", "keluhan Tugiyem di loket")]
    database(
        path,
        ("CREATE TABLE passages (document_id TEXT, text TEXT)", ()),
        ("CREATE VIRTUAL TABLE passages_fts USING fts5(text, content='passages')", ()),
        *(("INSERT INTO passages VALUES (?, ?)", row) for row in rows),
        ("INSERT INTO passages_fts (passages_fts) VALUES ('rebuild')", ()),
        ("UPDATE passages SET text = 'keluhan [nama] di loket'", ()),
    )
    found = [one for one in leaks_in(tmp_path, SECRETS, ()) if "passages_fts" in one.where]
    assert len(found) == 1


@pytest.mark.parametrize("value", [3273014507890001, b"Tugiyem Rumbiak", "Tugiyem&nbsp;Rumbiak"])
def test_a_secret_in_a_cell_of_any_type_is_found(value: object, tmp_path: Path) -> None:
    database(
        tmp_path / "a.db",
        ("CREATE TABLE t (a)", ()),
        ("INSERT INTO t VALUES (?)", (value,)),
    )
    assert any("t.a" in one.where for one in leaks_in(tmp_path, SECRETS, ()))


def test_nothing_is_found_where_nothing_is(tmp_path: Path) -> None:
    (tmp_path / "a.bin").write_bytes(PAD * 500 + base64.b64encode(PAD * 9) + wrapped(PAD, zipped))
    (tmp_path / "b.zip").write_bytes(wrapped(PAD, zipped, gzip.compress, zipped))
    assert list(leaks_in(tmp_path, SECRETS, ())) == []
