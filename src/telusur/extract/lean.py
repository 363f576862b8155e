"""spaCy without the library that only its trainable models need."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_torch() -> Iterator[None]:
    """Within it, what is imported finds no torch.

    spaCy's engine loads torch wherever it is installed, which takes seconds and hundreds of
    megabytes; our pipeline has no part that asks for it.
    """
    if "torch" in sys.modules:
        yield
        return
    sys.modules["torch"] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules["torch"]
