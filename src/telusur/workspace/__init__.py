"""The folder that people work in: where its things lie, what it sets, and what its state is."""

from __future__ import annotations

from telusur.workspace.fingerprint import fingerprint
from telusur.workspace.folder import Workspace, find_workspace, workspace_at
from telusur.workspace.settings import (
    PAGES,
    SETTINGS,
    LinkSettings,
    PublishSettings,
    Settings,
    base_url,
    read_settings,
)

__all__ = [
    "PAGES",
    "SETTINGS",
    "LinkSettings",
    "PublishSettings",
    "Settings",
    "Workspace",
    "base_url",
    "find_workspace",
    "fingerprint",
    "read_settings",
    "workspace_at",
]
