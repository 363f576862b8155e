"""What Telusur adds to the bundled model: it learnt which provision answers which finding.

Beside each adapted matrix W of the model stand two thin ones, and the model works with W + B · A
(low-rank adaptation). `python -m benchmarks.adapt` trains them; they ship with Telusur as float16.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from telusur.link.encoder.bundled.packed import Contents

FILE = Path(__file__).with_name("adapter.npz")


def digest() -> str:
    """Return what tells this adapter from another."""
    return hashlib.sha256(FILE.read_bytes()).hexdigest()[:8]


def adapted(contents: Contents) -> Contents:
    """Return the model with the adapter's products added to its matrices."""
    import numpy as np

    tensors = dict(contents.tensors)
    with np.load(FILE) as thin:
        for name in sorted({name.rpartition(".")[0] for name in thin.files}):
            product = thin[f"{name}.b"].astype(np.float32) @ thin[f"{name}.a"].astype(np.float32)
            tensors[f"{name}.w"] = tensors[f"{name}.w"] + product.ravel()
    return replace(contents, tensors=tensors)
