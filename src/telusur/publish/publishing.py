"""Makes a bundle: redacts, copies, proves, and only then puts the folder in its place."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from sqlite_utils import Database

from telusur import __version__
from telusur.draft.model import Regulation
from telusur.draft.reading import read_draft
from telusur.errors import InvalidWorkspace, PublishRefused
from telusur.extract.lexicon import read_lexicon
from telusur.extract.place_names import names_of_places
from telusur.publish.bundle import files
from telusur.publish.bundle.about import write_about
from telusur.publish.changes import changes_since
from telusur.publish.copying import Copy
from telusur.publish.database import write_database
from telusur.publish.exports import exports, write_exports
from telusur.publish.manifest import MANIFEST, write_manifest
from telusur.publish.proof import Leak, leaks_in
from telusur.publish.qdpx import qdpx
from telusur.publish.redaction import Redacted, Wishes, redact
from telusur.publish.report import write_report
from telusur.publish.sources import Sources, read_sources
from telusur.publish.vocabulary import vocabulary
from telusur.store.connection import store_for_reading
from telusur.store.read import rows
from telusur.workspace import PublishSettings, Workspace

DOWNLOADS = Path("static") / "unduhan"
_TITLE = "Bukti di balik rancangan peraturan"


@dataclass(frozen=True, slots=True)
class Published:
    """What was made, or would be."""

    folder: Path | None
    """The bundle; None in a dry run."""
    report: Path
    """What was redacted, for the person who publishes."""
    counts: dict[str, int]
    """How many of what is published; empty in a dry run."""
    redacted: Redacted


def publish(
    workspace: Workspace, database: Path, folder: Path, *, dry_run: bool = False
) -> Published:
    """Make the bundle `folder` from the store, and the report beside it.

    Raises:
        PublishRefused: something personal was left, a setting fits nothing, or `folder` is there
            and no bundle. There is no new folder then; an earlier edition stays as it was.
        InvalidWorkspace, StoreUnusable: as `telusur build` raises them.
    """
    report = folder.with_name(f"{folder.name}.publish-report.json")
    _refuse_other_folders(folder)
    with store_for_reading(database) as db:
        sources = read_sources(db, workspace.settings.publish)
        redacted = redact_sources(workspace, sources)
        _refuse_secrets_in_draft(redacted, sources)
        checked = _source_files(db, redacted)
        if dry_run:
            write_report(report, redacted, (), checked, "Uji coba: tidak ada yang diterbitkan")
            return Published(None, report, {}, redacted)
        partial = _empty_sibling(folder)
        try:
            counts = _fill(partial, folder, workspace, db, redacted)
            needles = _paths(workspace.root, partial, db)
            leaks = list(leaks_in(partial, redacted.secrets, needles))
            if leaks:
                write_report(report, redacted, leaks, checked, "GAGAL: tidak ada yang diterbitkan")
                raise PublishRefused(_told(leaks, report))
            write_report(report, redacted, (), checked, "Diterbitkan; tidak ada yang bocor")
            _put_in_place(partial, folder)
        finally:
            shutil.rmtree(partial, ignore_errors=True)
    return Published(folder, report, counts, redacted)


def redact_sources(workspace: Workspace, sources: Sources) -> Redacted:
    """Redact all reports by the workspace's own words and wishes."""
    lexicon, problems = read_lexicon(workspace.lexicon)
    if lexicon is None:
        raise InvalidWorkspace(problems)
    settings = workspace.settings.publish
    lists = [
        path.read_text(encoding="utf-8", errors="replace")
        for path in sorted(workspace.lexicon.rglob("*"))
        if path.suffix in (".yml", ".jsonl")
    ]
    words = vocabulary([report.text for report in sources.reports], [*lists, *sources.draft])
    wishes = Wishes(settings.redact, settings.keep, sources.reviewers)
    places = list(names_of_places(lexicon.places))
    return redact(sources.reports, wishes, words, places, [*sources.draft, *sources.institutions])


def _fill(
    partial: Path, folder: Path, workspace: Workspace, db: Database, redacted: Redacted
) -> dict[str, int]:
    settings = workspace.settings.publish
    regulation = _draft_as_built(workspace, db)
    copy = Copy(db, redacted, settings)
    counts = write_database(partial / "evidence.db", copy)
    title = settings.title or regulation.title or _TITLE
    told: dict[str, Any] = {
        "judul": title,
        "versi": settings.version,
        "tanggal": settings.date.isoformat() if settings.date else "",
        "lisensi": settings.licence,
        "telusur": __version__,
        "isi": {name: counts[name] for name in ("documents", "findings", "clauses", "links")},
        "penyamaran": _summary(redacted, copy),
        "sumber": _open_sources(db, redacted, copy),
        "perubahan": changes_since(folder, partial),
    }
    downloads = _write_downloads(partial, regulation, settings, title)
    try:
        files.write_metadata(partial, workspace.metadata, title, settings.licence)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise PublishRefused(f"{workspace.metadata}: this cannot be read: {error}") from error
    files.write_code(partial)
    files.write_settings(partial, settings)
    files.write_service(partial, title)
    files.write_inspection(partial, _table_counts(partial / "evidence.db"))
    write_about(partial, told, downloads)
    write_manifest(partial, told)
    return counts


def _write_downloads(
    partial: Path, regulation: Regulation, settings: PublishSettings, title: str
) -> list[str]:
    folder = partial / DOWNLOADS
    with store_for_reading(partial / "evidence.db") as published:
        told: dict[str, object] = {"name": "telusur", "title": title}
        if settings.licence:
            told["licenses"] = [{"title": settings.licence}]
        names = write_exports(folder, exports(published), told)
        (folder / "telusur.qdpx").write_bytes(qdpx(published, title))
        names.append("telusur.qdpx")
        if settings.date:
            from telusur.export import render

            (folder / "naskah.xml").write_bytes(render(regulation, ".xml", settings.date))
            names.append("naskah.xml")
    return names


def _draft_as_built(workspace: Workspace, db: Database) -> Regulation:
    regulation = read_draft(workspace.draft)
    built = dict(db.execute("SELECT id, fingerprint FROM clauses").fetchall())
    if built != {clause.id: clause.fingerprint for clause in regulation.clauses}:
        raise PublishRefused(
            "draft/ has changed since the store was built. Run `telusur build` first."
        )
    return regulation


def _refuse_secrets_in_draft(redacted: Redacted, sources: Sources) -> None:
    for text in sources.draft:
        for one in redacted.secrets.found_in(text):
            words = text[one.start : one.end]
            raise PublishRefused(
                f"The draft itself says “{words}”, which is hidden in the reports ({one.rule}). "
                "Add it to `keep` under [publish] in telusur.toml, or take it out of the draft."
            )


def _summary(redacted: Redacted, copy: Copy) -> dict[str, Any]:
    """How much was redacted, by rule and report, and nothing of what."""
    by_report: dict[str, Counter[str]] = {}
    for one in redacted.redactions:
        by_report.setdefault(copy.documents[one.document_id], Counter())[one.rule] += 1
    total = Counter(one.rule for one in redacted.redactions)
    return {
        "aturan": dict(sorted(total.items())),
        "laporan": {name: dict(sorted(some.items())) for name, some in sorted(by_report.items())},
    }


def _open_sources(db: Database, redacted: Redacted, copy: Copy) -> dict[str, str]:
    """SHA-256 of the files of reports in which nothing was hidden.

    Of others it would let anyone try numbers until one fits.
    """
    hidden = {one.document_id for one in redacted.redactions}
    return {
        copy.documents[row["id"]]: row["sha256"]
        for row in rows(db, "SELECT id, sha256 FROM documents ORDER BY id")
        if row["id"] in copy.documents and row["id"] not in hidden
    }


def _source_files(db: Database, redacted: Redacted) -> dict[str, str]:
    """SHA-256 of the files of all published reports: for the report, which is not published."""
    return {
        row["path"]: row["sha256"]
        for row in rows(db, "SELECT id, path, sha256 FROM documents ORDER BY path")
        if (row["id"], "text") in redacted.parts
    }


def _table_counts(database: Path) -> dict[str, int]:
    with store_for_reading(database) as db:
        return {name: db.table(name).count for name in db.table_names()}


def _paths(root: Path, partial: Path, db: Database) -> tuple[str, ...]:
    """Names of folders and files of this machine, which no reader needs to know."""
    folders = {str(root.resolve()), str(partial.resolve()), str(partial.resolve().parent)}
    files_read = {row["path"] for row in rows(db, "SELECT path FROM documents")}
    return tuple(sorted(path for path in folders | files_read if len(path) > len("/srv/x")))


def _refuse_other_folders(folder: Path) -> None:
    if (
        folder.exists()
        and not (folder / MANIFEST).is_file()
        and (not folder.is_dir() or any(folder.iterdir()))
    ):
        raise PublishRefused(
            f"{folder}: this is there already and no published bundle. Name another folder."
        )


def _empty_sibling(folder: Path) -> Path:
    """A folder beside the one that is wanted, for its owner alone; older leftovers go."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        for left in folder.parent.glob(f".{folder.name}.partial-*"):
            shutil.rmtree(left, ignore_errors=True)
        partial = folder.parent / f".{folder.name}.partial-{os.getpid()}"
        partial.mkdir(mode=0o700)
    except OSError as error:
        raise PublishRefused(f"{folder}: this cannot be made: {error.strerror}.") from error
    return partial


def _put_in_place(partial: Path, folder: Path) -> None:
    """Everything was proven: whoever looks sees the old edition whole, or the new one."""
    for path in [partial, *partial.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)
    old = folder.with_name(f".{folder.name}.partial-old")
    if folder.exists():
        shutil.rmtree(old, ignore_errors=True)
        folder.rename(old)
    partial.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def _told(leaks: Sequence[Leak], report: Path) -> str:
    some = "\n".join(f"  {leak.where}: {leak.what}" for leak in leaks[:10])
    more = f"\n  … and {len(leaks) - 10} more" if len(leaks) > 10 else ""
    return (
        f"Nothing was published: {len(leaks)} places would have shown what must be hidden.\n"
        f"{some}{more}\nRead {report}, and correct the reports or [publish] in telusur.toml."
    )
