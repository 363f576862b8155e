"""Fills the folder of a bundle with what may be published, and tells which edition it is."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from telusur import __version__
from telusur.draft.model import Regulation
from telusur.draft.reading import read_draft
from telusur.errors import PublishRefused
from telusur.publish.bundle import files
from telusur.publish.edition import (
    BEFORE,
    CHANGES,
    KEY,
    MANIFEST,
    NUMBER,
    Signer,
    digest,
    next_edition,
    read_manifest,
    write_manifest,
)
from telusur.publish.evidence import Copy, meanings, write_database
from telusur.publish.exports import exports, write_exports, write_files
from telusur.publish.forms import Form
from telusur.publish.redaction import Redacted
from telusur.publish.standing import Standing
from telusur.publish.telling import last_build, open_sources, summary
from telusur.store.connection import store_for_reading
from telusur.store.database import Database
from telusur.words import say
from telusur.workspace import PublishSettings, Workspace

DOWNLOADS = Path("static") / "unduhan"
_TITLE = "Bukti di balik rancangan peraturan"


def fill(
    partial: Path,
    before: Path | None,
    workspace: Workspace,
    db: Database,
    redacted: Redacted,
    signer: Signer | None,
    standing: Standing | None,
    form: Form,
) -> dict[str, int]:
    """Write all of an edition into the folder `partial`; return how many of what there is."""
    settings = workspace.settings.publish
    folder = form.folder(partial)
    regulation = _draft_as_built(standing.draft if standing else workspace.draft, db)
    copy = Copy(db, redacted, settings)
    wanted = meanings(db, workspace.model) if settings.semantic and form.served else None
    counts = write_database(folder / "evidence.db", copy, wanted)
    title = settings.title or regulation.title or _TITLE
    told: dict[str, Any] = {
        "judul": title,
        "versi": settings.version,
        "tanggal": settings.date.isoformat() if settings.date else "",
        **({"pengesahan": standing.name} if standing else {}),
        "lisensi": settings.licence,
        "telusur": __version__,
        "tautan": settings.links,
        "isi": {name: counts[name] for name in ("documents", "findings", "clauses", "links")},
        "penyamaran": summary(redacted, copy),
        "sumber": open_sources(db, redacted, copy),
        "bukti": last_build(db),
        "alamat": settings.base_url if form.served else "/",
        KEY: signer.public.fingerprint if signer else "",
    }
    downloads = _write_downloads(folder, partial / DOWNLOADS, regulation, settings, title)
    if settings.download and not form.served:
        shutil.copyfile(folder / "evidence.db", partial / DOWNLOADS / "evidence.db")
        downloads.append("evidence.db")
    try:
        files.write_metadata(folder, workspace.metadata, title, settings)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise PublishRefused(
            say(
                "{metadata}: this cannot be read: {error}", metadata=workspace.metadata, error=error
            )
        ) from error
    key = signer.public if signer else None
    form.write(folder, partial, title, key, settings)
    _tell(partial, before, told, lambda edition: form.tell(folder, edition, downloads), signer)
    return counts


def _tell(
    partial: Path,
    before: Path | None,
    told: dict[str, Any],
    show: Callable[[dict[str, Any]], None],
    signer: Signer | None,
) -> None:
    """Write which edition this is: the one before once more where nothing at all is different."""

    def write(edition: dict[str, Any]) -> None:
        show({**edition, **told})
        write_manifest(partial, {**edition, **told}, signer)

    if before is not None:
        old = read_manifest(before)
        write({name: old.get(name) for name in (NUMBER, BEFORE, CHANGES)})
        if digest(partial / MANIFEST) == digest(before / MANIFEST):
            return
    write(next_edition(before, partial))


def _write_downloads(
    made: Path, folder: Path, regulation: Regulation, settings: PublishSettings, title: str
) -> list[str]:
    with store_for_reading(made / "evidence.db") as published:
        told: dict[str, object] = {"name": "telusur", "title": title}
        if settings.licence:
            told["licenses"] = [{"title": settings.licence}]
        names = write_exports(folder, exports(published), told)
        names += write_files(folder, published, suggested=settings.links != "accepted")
        if settings.date:
            from telusur.export import render

            (folder / "naskah.xml").write_bytes(render(regulation, ".xml", settings.date))
            names.append("naskah.xml")
    return names


def _draft_as_built(draft: Path, db: Database) -> Regulation:
    regulation = read_draft(draft)
    built = dict(db.execute("SELECT id, fingerprint FROM clauses").fetchall())
    if built != {clause.id: clause.fingerprint for clause in regulation.linkable}:
        raise PublishRefused(
            say("draft/ has changed since the store was built. Run `telusur build` first.")
        )
    return regulation
