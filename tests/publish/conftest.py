"""The workspace, built and published once."""

from __future__ import annotations

import pytest
from support import CheapEncoder, built
from tests.publish.salted import Made, decide_links, workspace_at, write_workspace

from telusur import link
from telusur.publish import publish


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(link, "identify", lambda model: f"cheap {model}")
        patch.setattr(link, "load_encoder", lambda *_: CheapEncoder())
        root = tmp_path_factory.mktemp("publish") / "workspace"
        root.mkdir()
        write_workspace(root)
        built(root)
        decide_links(root)
        built(root)
        bundle = root.parent / "terbit"
        done = publish(workspace_at(root), root / "evidence.db", bundle)
        return Made(root, bundle, done)
