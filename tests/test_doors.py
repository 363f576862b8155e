"""Rooms open what stands behind a name when it is asked for, and say what there is not."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src"
ROOMS = [
    ".".join(file.parent.relative_to(SOURCE).parts)
    for file in sorted((SOURCE / "telusur").rglob("__init__.py"))
    if "door(__name__)" in file.read_text("utf-8")
]


@pytest.mark.parametrize("name", ROOMS)
def test_each_name_of_a_room_is_there(name: str) -> None:
    room = importlib.import_module(name)
    assert room.__all__
    for one in room.__all__:
        assert getattr(room, one) is getattr(room, one)
    with pytest.raises(AttributeError, match="no attribute 'tidak_ada'"):
        _ = room.tidak_ada
