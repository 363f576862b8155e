"""Looks for every secret in every byte of what was made."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from pathlib import Path
from types import MappingProxyType

from telusur.publish.proof.database import leaks_in_database
from telusur.publish.proof.leaks import PATH
from telusur.publish.proof.leaks import Leak as Leak
from telusur.publish.proof.views import Unsearchable, packed_in, texts_in
from telusur.publish.text.secrets import Secrets
from telusur.publish.text.tokens import whole_words_from

_DEPTH = 8
"""Archives in each other."""
_PIECE = 1 << 20
"""Characters that are searched at once: lists of the words of a large file would fill memory."""
_MARKS = re.compile(r"(?:<[^<>]{0,4000}>)+")
_ENDING = 3  # bytes: `.md`, `pdf`

Needles = Mapping[bytes, Set[bytes]]
"""Paths by their last bytes."""


def leaks_in(
    folder: Path,
    secrets: Secrets,
    paths: tuple[str, ...],
    program: Mapping[str, Path] = MappingProxyType({}),
) -> Iterator[Leak]:
    """Yield every secret in any file below `folder`; `paths` are names of this machine's folders.

    Files are searched as bytes, in any case, spacing and spelling, as UTF-8, UTF-16 and UTF-32,
    what is packed or encoded in them too, and names of files and folders; databases also row by row
    and by the words of each index.
    """
    needles = _by_ending(paths)
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        yield from _in_text(path.name, f"{name} (nama)", secrets)
        if path.is_symlink():
            yield Leak(name, "berkas", "this is a link out of the bundle")
        elif path.is_file():
            data = path.read_bytes()
            if name in program and data == program[name].read_bytes():
                continue
            found = list(_in_bytes(data, name, secrets, needles, _DEPTH))
            yield from found
            if path.suffix == ".db":
                shown = {leak.words for leak in found if leak.what == PATH}
                yield from leaks_in_database(path, name, secrets, shown)
        elif not path.is_dir():
            yield Leak(name, "berkas", "this is neither a file nor a folder")


def _in_bytes(
    data: bytes, where: str, secrets: Secrets, needles: Needles, depth: int
) -> Iterator[Leak]:
    for path in _paths_in(data, needles):
        yield Leak(where, PATH, path)
    for how, text in texts_in(data):
        yield from _in_text(text, f"{where}{how}", secrets)
    try:
        for how, inner in packed_in(data):
            if depth == 0:
                yield Leak(where, "arsip", "archives lie too deep in each other to be searched")
                return
            yield from _in_text(how, f"{where}{how}", secrets)
            yield from _in_bytes(inner, f"{where}{how}", secrets, needles, depth - 1)
    except Unsearchable as error:
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
    # Words beside marks of XML, and words cut by them: `Siti</t><t> Ami</t><t>nah`.
    if "<" in text and ">" in text:
        yield from _in_words(_MARKS.sub(" ", text), where, secrets)
        yield from _in_words(_MARKS.sub("", text), where, secrets)


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
