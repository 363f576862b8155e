"""Finds a version of a draft: a folder, a file of any kind that is read, or a revision in git."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from pathlib import Path
from stat import S_ISLNK
from tempfile import TemporaryDirectory

from telusur.draft.model import Regulation
from telusur.draft.outline.parsing import parse_texts
from telusur.draft.reading import read_draft, regulation_of
from telusur.errors import InvalidWorkspace, NotFound, Problem
from telusur.exchange.source import read_source
from telusur.words import say


def read_version(what: str, draft: Path) -> Regulation:
    """Read the version that `what` names: a folder or a file, else a revision of `draft` in git.

    Raises:
        NotFound: it is none of these.
        InvalidWorkspace: the version holds mistakes, cannot be read, or has no Pasal.
    """
    path = Path(what)
    if path.is_dir():
        return _with_clauses(read_draft(path), what)
    if path.is_file():
        text, _ = read_source(path)
        return _with_clauses(regulation_of(parse_texts({path.name: text})), path.name)
    with TemporaryDirectory() as folder:
        target = Path(folder) / draft.name
        _unpack(what, draft, target)
        return read_draft(target)


def _with_clauses(regulation: Regulation, what: str) -> Regulation:
    """Return the regulation; one without clauses would be equal to any other of its kind."""
    if not regulation.clauses:
        remedy = say("Check that it holds a regulation as text")
        raise InvalidWorkspace([Problem(what, None, say("no Pasal was found in it"), remedy)])
    return regulation


def _unpack(revision: str, draft: Path, target: Path) -> None:
    """Put the files of `draft` as they were in a revision into `target`."""
    unknown = NotFound(
        say(
            "{revision} is no file, no folder, and no revision of {draft} in git. Name one of "
            "these; `git log --oneline` lists revisions.",
            revision=revision,
            draft=draft,
        )
    )
    if revision.startswith("-") or not draft.is_dir() or shutil.which("git") is None:
        raise unknown
    # `git archive` takes the folder it stands in for a filter: it is asked from the top.
    top = _git(draft, "rev-parse", "--show-toplevel").decode().strip()
    inside = _git(draft, "rev-parse", "--show-prefix").decode().strip()
    packed = top and _git(Path(top), "archive", "--format=zip", f"{revision}:{inside}")
    if not packed:
        raise unknown
    # Nothing of a zip comes to lie outside the folder, whatever it is called.
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        archive.extractall(target)
        links = [one.filename for one in archive.infolist() if S_ISLNK(one.external_attr >> 16)]
    for name in links:
        (target / name).write_bytes(_followed(Path(top), f"{revision}:{inside}", name))


def _followed(top: Path, folder: str, name: str) -> bytes:
    """Return the file that a link in a revision leads to, as it was in that revision."""
    asked = f"{folder}{name}".encode()
    head, _, data = _git(top, "cat-file", "--batch", "--follow-symlinks", given=asked).partition(
        b"\n"
    )
    if b" blob " not in head:
        wrong = say("This link leads to no file of the revision")
        raise InvalidWorkspace(
            [Problem(name, None, wrong, say("Put the file itself into the folder of the draft"))]
        )
    return data[: int(head.split()[2])]


def _git(folder: Path, *command: str, given: bytes | None = None) -> bytes:
    """Return what git prints when it is given that; nothing where it fails."""
    done = subprocess.run(
        ["git", *command], cwd=folder, input=given, capture_output=True, check=False
    )
    return done.stdout if done.returncode == 0 else b""
