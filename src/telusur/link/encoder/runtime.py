"""A model as onnxruntime computes it: there in half a second, and without torch."""

from __future__ import annotations

import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

from telusur.link.encoder.pieces import Pieces

if TYPE_CHECKING:
    from telusur.link.encoder.engine import Vectors

GRAPH = "model.onnx"
SETTINGS = "settings.json"
INPUTS = ("input_ids", "attention_mask")


class Runtime:
    """See `telusur.link.encoder.engine.Engine`."""

    def __init__(self, folder: Path, threads: int = 0) -> None:
        """Load what `telusur.link.encoder.exporting` wrote into `folder`; 0 `threads` are as many
        as there are cores."""
        settings = json.loads((folder / SETTINGS).read_text(encoding="utf-8"))
        self.window: int = settings["window"]
        self.prompt: str = settings["prompt"]
        self.fewest: int = settings["fewest"]
        # Both take their time in libraries that let go of the interpreter.
        with ThreadPoolExecutor(1) as beside:
            pieces = beside.submit(Pieces, folder, settings["padding"])
            self._session = session_from(folder / GRAPH, threads)
            self._pieces = pieces.result()

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return self._pieces.counts([self.prompt + text for text in texts])

    def compute(self, texts: Sequence[str], length: int) -> Vectors:
        import numpy as np

        given = self._pieces.numbers([self.prompt + text for text in texts], length)
        (vectors,) = self._session.run(None, dict(zip(INPUTS, given, strict=True)))
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        # Rows without a token, which only fill a batch up, may have no direction.
        normed: Vectors = np.divide(vectors, norms, out=np.zeros_like(vectors), where=norms > 0)
        return normed


def session_from(file: Path, threads: int = 0) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    # Threads that wait give their core away, to another program and to another of our processes.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.intra_op_num_threads = threads
    options.log_severity_level = 3
    cards = ["CUDAExecutionProvider", "ROCMExecutionProvider", "CPUExecutionProvider"]
    there = [one for one in cards if one in onnxruntime.get_available_providers()]
    return onnxruntime.InferenceSession(str(file), options, providers=there)
