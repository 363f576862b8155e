"""Where a workspace keeps its things."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from telusur.errors import InvalidWorkspace
from telusur.workspace.finding import STORE, find_workspace
from telusur.workspace.settings import Settings, read_settings


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder with reports, a draft, and the rules for reading them."""

    root: Path
    settings: Settings

    @property
    def corpus(self) -> Path:
        """The reports."""
        return self.root / "corpus"

    @property
    def lexicon(self) -> Path:
        """How reports are read."""
        return self.root / "extract"

    @property
    def draft(self) -> Path:
        """The regulation."""
        return self.root / "draft"

    @property
    def journal(self) -> Path:
        """What people decided about links."""
        return self.draft / "review.jsonl"

    @property
    def metadata(self) -> Path:
        """What the browser tells of each table."""
        return self.root / "datasette_metadata.yml"

    @property
    def database(self) -> Path:
        """The evidence store, unless a command names another."""
        return self.root / STORE

    @property
    def model(self) -> str:
        """The encoder's model; a folder is meant relative to the workspace."""
        folder = self.root / self.settings.encoder.model
        return str(folder) if folder.is_dir() else self.settings.encoder.model


def workspace_at(start: Path) -> Workspace:
    """Return the workspace at `start` or above it, with its settings.

    Raises:
        InvalidWorkspace: there is none, or telusur.toml holds mistakes.
    """
    root = find_workspace(start)
    settings, problems = read_settings(root)
    if settings is None:
        raise InvalidWorkspace(problems)
    return Workspace(root, settings)
