"""What a build has to do: the difference between the workspace and the store."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from telusur import corpus, draft, link
from telusur.build.standing import WHOLE
from telusur.errors import Problem
from telusur.extract.lexicon import OFFICIALS
from telusur.store.model import Snapshot, Unreadable
from telusur.words import say
from telusur.workspace import Workspace, fingerprint
from telusur.workspace.components import sources_of, versions_of


@dataclass(frozen=True, slots=True)
class ReportFile:
    """A file of the corpus, not yet read."""

    id: str
    path: Path
    relative: str
    """Its path below corpus/, with forward slashes."""
    sha256: str
    """Of its bytes."""
    size: int
    """How many bytes."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is new, and what therefore has to be done again."""

    before: Snapshot
    inputs: dict[str, str]
    """Fingerprints of what the stages work with."""
    read: tuple[ReportFile, ...]
    """Reports that the store does not have as they are now."""
    gone: tuple[str, ...]
    """Ids of reports of the store that are not in the corpus any more."""
    unreadable: tuple[Unreadable, ...]
    """Files that are known to be unreadable without reading them once more."""

    @property
    def afresh(self) -> bool:
        """Whether every report is to be read, because the way of reading has changed."""
        return self._differs("reading")

    @property
    def redraft(self) -> bool:
        """Whether the draft has changed."""
        return self._differs("drafting")

    @property
    def relink(self) -> bool:
        """Whether every finding is to be linked, and not only new ones."""
        return self.afresh or self.redraft or self._differs("linking")

    @property
    def redecided(self) -> bool:
        """Whether people have decided something since."""
        return self._differs("deciding")

    @property
    def nothing_new(self) -> bool:
        """Whether the store is as a build would make it."""
        same = set(self.unreadable) == set(self.before.unreadable)
        return not (self.read or self.gone or self.relink or self.redecided) and same

    def _differs(self, stage: str) -> bool:
        return self.before.inputs.get(stage) != self.inputs[stage]


def make_plan(
    workspace: Workspace,
    before: Snapshot,
    encoder: str,
    calibration: link.Calibrations | None,
    whole: str,
) -> Plan:
    """Compare the workspace with what the last build left; reads bytes, but no report.

    `whole` is a fingerprint of all that a build reads.
    """
    inputs = _fingerprints(workspace, encoder, calibration) | {WHOLE: whole}
    files, unreadable = _look(workspace)
    afresh = before.inputs.get("reading") != inputs["reading"]
    known = {} if afresh else dict(before.documents)
    again = afresh or before.inputs.get("programs") != inputs["programs"]
    if again:
        known = {id_: file for id_, file in known.items() if id_ not in before.waiting}
    failed = [] if again else [one for one in before.unreadable if one.sha256]
    still = {(one.path, one.sha256) for one in failed}
    read = [
        file
        for file in files
        if known.get(file.id) != (file.relative, file.sha256)  # a path tells something, too
        and (f"corpus/{file.relative}", file.sha256) not in still
    ]
    here = {(f"corpus/{file.relative}", file.sha256) for file in files}
    unreadable += [one for one in failed if (one.path, one.sha256) in here]
    readable = {file.id for file in files if f"corpus/{file.relative}" not in _paths(unreadable)}
    gone = sorted(set(before.documents) - readable)
    return Plan(before, inputs, tuple(read), tuple(gone), tuple(sorted(unreadable)))


def as_unreadable(problems: Iterable[Problem], sha256: str) -> list[Unreadable]:
    """Say of each problem what the store keeps of it."""
    return [
        Unreadable(one.path, one.line or 0, f"{one.what}. {one.remedy}.", sha256)
        for one in problems
    ]


def _fingerprints(
    workspace: Workspace, encoder: str, calibration: link.Calibrations | None
) -> dict[str, str]:
    lexicon = [
        path
        for path in workspace.lexicon.glob("*.yml")
        if path.is_file() and path.name != OFFICIALS
    ]
    drafts = [
        path
        for ending in ("*.md", "*.txt")
        for path in workspace.draft.rglob(ending)
        if path.is_file()
    ]
    journal = [workspace.journal] if workspace.journal.is_file() else []
    links = workspace.settings.links.model_dump_json()
    if calibration:
        links += f" {calibration}"
    reading = workspace.settings.reading
    of_reading = reading.model_dump_json(exclude={"unsure"})  # a bar asks for no reading anew
    return {
        "reading": fingerprint(
            files=[*lexicon, *sources_of(reading.components)],
            packages=["corpus", "extract"],
            values=f"{encoder} {of_reading} {versions_of(reading.components)} "
            f"{sorted(workspace.settings.corpus.columns.items())}",
        ),
        "drafting": fingerprint(files=drafts, packages=["draft"]),
        "linking": fingerprint(packages=["link"], values=f"{encoder} {links}"),
        "deciding": fingerprint(files=journal, packages=["review"], values=f"{reading.unsure}"),
        "programs": corpus.programs(),
    }


def _look(workspace: Workspace) -> tuple[list[ReportFile], list[Unreadable]]:
    paths, problems = corpus.find_reports(
        workspace.corpus, follow_links=workspace.settings.corpus.follow_links
    )
    unreadable = as_unreadable([*problems, *draft.passed_over(workspace.draft)], "")
    relatives = {path: path.relative_to(workspace.corpus).as_posix() for path in paths}
    ids = corpus.document_ids(list(relatives.values()))
    files = []
    for path, relative in relatives.items():
        try:
            with path.open("rb") as file:
                sha256 = hashlib.file_digest(file, "sha256").hexdigest()
                size = file.tell()
        except OSError as error:
            what = say("this cannot be read: {strerror}", strerror=error.strerror)
            problem = Problem(
                f"corpus/{relative}", None, what, say("Check the file and its rights")
            )
            unreadable += as_unreadable([problem], "")
            continue
        files.append(ReportFile(ids[relative], path, relative, sha256, size))
    return files, unreadable


def _paths(unreadable: Iterable[Unreadable]) -> set[str]:
    return {one.path for one in unreadable}
