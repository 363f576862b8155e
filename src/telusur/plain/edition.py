"""An edition as plain pages: the same evidence, manifest and proof, in another form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from telusur.plain.writing import HERE, Pages, copied
from telusur.publish.bundle.about import write_about
from telusur.publish.bundle.files import write_readme
from telusur.publish.edition import PublicKey, write_content
from telusur.publish.placing import beside
from telusur.workspace import PublishSettings


class Plain:
    """A folder that any web host shows, and any browser opens from a stick."""

    served = False

    def folder(self, edition: Path) -> Path:
        return beside(edition)

    def copied(self) -> Mapping[str, Path]:
        return copied()

    def write(
        self,
        made: Path,
        edition: Path,
        title: str,
        key: PublicKey | None,
        settings: PublishSettings,
    ) -> None:
        readme = (HERE / "README.md").read_text(encoding="utf-8")
        write_readme(edition, readme, title, key, settings)
        write_content(made / "evidence.db", edition)
        self._pages = Pages(made, edition, settings.links, robots=settings.robots)
        self._pages.write()

    def tell(self, made: Path, told: Mapping[str, Any], downloads: Sequence[str]) -> None:
        write_about(made, told, downloads)
        self._pages.write_edition()
