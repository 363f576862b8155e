"""The form of an edition: what a server shows, or, elsewhere, pages that need none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from telusur.publish.bundle import files
from telusur.publish.bundle.about import write_about
from telusur.publish.edition import PublicKey
from telusur.store.connection import store_for_reading
from telusur.workspace import PublishSettings


class Form(Protocol):
    """How an edition is written."""

    served: bool
    """Whether a server shows it, from its database."""

    def folder(self, edition: Path) -> Path:
        """Where the database, metadata and templates are made of an edition in another folder."""

    def copied(self) -> Mapping[str, Path]:
        """Its files that are those of the program, and where each is copied from."""

    def write(
        self,
        made: Path,
        edition: Path,
        title: str,
        key: PublicKey | None,
        settings: PublishSettings,
    ) -> None:
        """Write all files but the downloads, and those that say which edition it is.

        `made` is what `folder` gave, with the database and metadata in it.
        """

    def tell(self, made: Path, told: Mapping[str, Any], downloads: Sequence[str]) -> None:
        """Write the page that says which edition it is."""


class Served:
    """A folder that plain Datasette serves."""

    served = True

    def folder(self, edition: Path) -> Path:
        return edition

    def copied(self) -> Mapping[str, Path]:
        return files.copied()

    def write(
        self,
        made: Path,
        edition: Path,
        title: str,
        key: PublicKey | None,
        settings: PublishSettings,
    ) -> None:
        files.write_code(edition, settings)
        files.write_settings(edition, settings)
        files.write_service(edition, title, key, settings)
        with store_for_reading(made / "evidence.db") as db:
            files.write_inspection(edition, {name: db.count(name) for name in db.names("table")})

    def tell(self, made: Path, told: Mapping[str, Any], downloads: Sequence[str]) -> None:
        write_about(made, told, downloads)
