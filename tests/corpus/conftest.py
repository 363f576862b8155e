from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from telusur.corpus import Document, read_report

ABBREVIATIONS = ("Drs", "No.", "Kab", "dr", "H", "Jl", "dll")

Reader = Callable[..., Document]


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    """Write `content` to a file called `name` and read it as a report."""

    def read_content(name: str, content: str | bytes) -> Document:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return read_report(path, relative=name, id="x", abbreviations=ABBREVIATIONS)

    return read_content
