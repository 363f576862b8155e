"""The folder that people work in: where its things lie, what it sets, and what its state is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telusur.doors import door

if TYPE_CHECKING:
    from telusur.workspace.digests import fingerprint, fingerprint_of_folders
    from telusur.workspace.finding import SETTINGS, STORE, find_workspace
    from telusur.workspace.folder import Workspace, workspace_at
    from telusur.workspace.settings import (
        PAGES,
        LinkSettings,
        PublishSettings,
        Settings,
        base_url,
        read_settings,
    )
else:
    __getattr__ = door(__name__)

__all__ = [
    "PAGES",
    "SETTINGS",
    "STORE",
    "LinkSettings",
    "PublishSettings",
    "Settings",
    "Workspace",
    "base_url",
    "find_workspace",
    "fingerprint",
    "fingerprint_of_folders",
    "read_settings",
    "workspace_at",
]
