"""Looks for every secret in every byte of what was made."""

from __future__ import annotations

import gzip
import io
import re
import sqlite3
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path

from telusur.publish.secrets import Secrets
from telusur.publish.tokens import whole_words_from

_WIDE = re.compile(rb"(?:[\x20-\x7e]\x00){6}|(?:\x00[\x20-\x7e]){6}")
_DEPTH = 4
_PACKED_XML = (b"PK\x03\x04", b"\x1f\x8b")
_PIECE = 1 << 20
"""Characters that are searched at once: lists of the words of a large file would fill memory."""
_MARKS = re.compile(r"(?:<[^<>]{0,400}>)+")
_ENDING = 3  # bytes: `.md`, `pdf`

Needles = Mapping[bytes, Set[bytes]]
"""Paths by their last bytes."""


@dataclass(frozen=True, slots=True)
class Leak:
    """A secret that is there all the same."""

    where: str
    """The file, and the member, table or row inside it."""
    what: str
    """The rule that had hidden it."""
    words: str
    """The secret: for the person who publishes, never for the bundle."""


def leaks_in(folder: Path, secrets: Secrets, paths: tuple[str, ...]) -> Iterator[Leak]:
    """Yield every secret in any file below `folder`; `paths` are names of this machine's folders.

    Files are searched as bytes, in any case and spacing, as UTF-8 and UTF-16, archives inside
    archives too, and names of files; databases also row by row and by the words of each index.
    """
    needles = _by_ending(paths)
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            yield Leak(name, "berkas", "this is a link out of the bundle")
        elif path.is_file():
            yield from _in_text(name, f"{name} (nama berkas)", secrets)
            yield from _in_bytes(path.read_bytes(), name, secrets, needles, _DEPTH)
            if path.suffix == ".db":
                yield from _in_database(path, name, secrets)


def _in_bytes(
    data: bytes, where: str, secrets: Secrets, needles: Needles, depth: int
) -> Iterator[Leak]:
    for path in _paths_in(data, needles):
        yield Leak(where, "jalur berkas", path)
    yield from _in_text(data.decode("utf-8", errors="replace"), where, secrets)
    if _WIDE.search(data):
        narrow = data.replace(b"\0", b"")
        yield from _in_text(narrow.decode("utf-8", errors="replace"), f"{where} (UTF-16)", secrets)
    if depth and data.startswith(_PACKED_XML):
        yield from _in_archive(data, where, secrets, needles, depth - 1)


def _in_archive(
    data: bytes, where: str, secrets: Secrets, needles: Needles, depth: int
) -> Iterator[Leak]:
    try:
        if data.startswith(b"\x1f\x8b"):
            yield from _in_bytes(gzip.decompress(data), f"{where}!", secrets, needles, depth)
            return
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.namelist():
                inner = f"{where}!{member}"
                yield from _in_text(member, inner, secrets)
                yield from _in_bytes(archive.read(member), inner, secrets, needles, depth)
    except (OSError, zipfile.BadZipFile, zlib.error, EOFError) as error:
        yield Leak(where, "arsip", f"this archive cannot be searched: {error}")


def _by_ending(paths: tuple[str, ...]) -> Needles:
    by_ending: dict[bytes, set[bytes]] = defaultdict(set)
    for path in paths:
        by_ending[path.encode()[-_ENDING:]].add(path.encode())
    return by_ending


def _paths_in(data: bytes, needles: Needles) -> Iterator[str]:
    """Look for the few endings that thousands of paths have, and at what stands before each."""
    for ending, some in needles.items():
        lengths = sorted({len(path) for path in some})
        at = data.find(ending)
        while at >= 0:
            end = at + len(ending)
            yield from (
                data[end - size : end].decode()
                for size in lengths
                if size <= end and data[end - size : end] in some
            )
            at = data.find(ending, at + 1)


def _in_text(text: str, where: str, secrets: Secrets) -> Iterator[Leak]:
    yield from _in_words(text, where, secrets)
    # Numbers of entities in XML, and words cut by its marks: `Siti</t><t> Aminah`.
    if "<" in text and ">" in text:
        yield from _in_words(_MARKS.sub(" ", text), where, secrets)


def _in_words(text: str, where: str, secrets: Secrets) -> Iterator[Leak]:
    for piece in _pieces(text, secrets.longest):
        for one in secrets.found_in(piece):
            yield Leak(where, one.rule, piece[one.start : one.end])


def _pieces(text: str, longest: int) -> Iterator[str]:
    """Cut a text between words; a piece ends with the `longest` words that the next begins with,
    so that nothing is cut in two."""
    begin = 0
    while len(text) - begin > _PIECE:
        following, end = whole_words_from(text, begin + _PIECE, longest)
        yield text[begin:end]
        begin = following
    yield text[begin:]


def _in_database(path: Path, name: str, secrets: Secrets) -> Iterator[Leak]:
    """Yield what is wrong with a database: secrets by row and index, loose ends, leftovers."""
    for ending in ("-wal", "-shm", "-journal"):
        if path.with_name(path.name + ending).exists():
            yield Leak(f"{name}{ending}", "sisa", "an unfinished transaction lies beside it")
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    try:
        yield from _structure(connection, name)
        for table, columns in _tables(connection):
            for row in connection.execute(f'SELECT * FROM "{table}"'):  # noqa: S608
                told = dict(zip(columns, row, strict=True))
                document = told.get("document_id") or (
                    told.get("id") if table == "documents" else None
                )
                for column, value in told.items():
                    if isinstance(value, str):
                        for one in secrets.found_in(value, document):
                            words = value[one.start : one.end]
                            yield Leak(f"{name}: {table}.{column}", one.rule, words)
        yield from _indexes(connection, name, secrets)
    finally:
        connection.close()


def _structure(connection: sqlite3.Connection, name: str) -> Iterator[Leak]:
    if connection.execute("PRAGMA freelist_count").fetchone()[0]:
        yield Leak(name, "sisa", "there are free pages in it")
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != "delete":
        yield Leak(name, "sisa", "it keeps a write-ahead log")
    for problem in connection.execute("PRAGMA integrity_check").fetchall():
        if problem[0] != "ok":
            yield Leak(name, "rusak", str(problem[0]))
    for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check").fetchall():
        yield Leak(f"{name}: {table}", "rujukan", f"a row refers to nothing in {parent}")


def _tables(connection: sqlite3.Connection) -> Iterator[tuple[str, list[str]]]:
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    ).fetchall()
    for (table,) in names:
        columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]
        yield table, columns


def _indexes(connection: sqlite3.Connection, name: str, secrets: Secrets) -> Iterator[Leak]:
    """Put each indexed text together again from the index alone, and look into that."""
    indexes = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL%fts5%'"
    ).fetchall()
    for number, (index,) in enumerate(indexes):
        look = f"look_{number}"
        connection.execute(
            f"CREATE VIRTUAL TABLE temp.{look} USING fts5vocab(main, '{index}', instance)"
        )
        texts = connection.execute(
            f"SELECT doc, col, group_concat(term, ' ') FROM "  # noqa: S608
            f'(SELECT * FROM temp.{look} ORDER BY doc, col, "offset") GROUP BY doc, col'
        )
        for _, column, text in texts:
            for one in secrets.found_in(text):
                yield Leak(f"{name}: {index}.{column}", one.rule, text[one.start : one.end])
