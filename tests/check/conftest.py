"""For tests of what `telusur check` says."""

from __future__ import annotations

import pytest


@pytest.fixture
def indonesian(monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader's language, whatever that of the other tests is."""
    monkeypatch.setenv("TELUSUR_BAHASA", "id")
