"""A model as onnxruntime computes it: there in half a second, and without torch."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from telusur.errors import CannotWrite
from telusur.files import create
from telusur.link.encoder.batches import FULL, full
from telusur.link.encoder.pieces import Pieces

if TYPE_CHECKING:
    from telusur.link.encoder.engine import Vectors

GRAPH = "model.onnx"
SETTINGS = "settings.json"
INPUTS = ("input_ids", "attention_mask")
_LENGTHS = (16, 32, 48, 80, 128, 192, 256)
"""In tokens, of texts by which it is tried whether few are computed as many are."""
_FEW, _TRIAL = (1, 2, 4, 8), " Warga menunggu dua jam karena jaringan terputus."


class Runtime:
    """See `telusur.link.encoder.engine.Engine`."""

    def __init__(self, folder: Path, threads: int = 0) -> None:
        """Load what `telusur.link.encoder.exporting` wrote into `folder`; 0 `threads` are as many
        as there are cores."""
        settings = json.loads((folder / SETTINGS).read_text(encoding="utf-8"))
        self.window: int = settings["window"]
        self.prompt: str = settings["prompt"]
        self._folder = folder
        # Both take their time in libraries that let go of the interpreter.
        with ThreadPoolExecutor(1) as beside:
            pieces = beside.submit(Pieces, folder, settings["padding"])
            self._session = session_from(folder / GRAPH, threads)
            self._pieces = pieces.result()

    @cached_property
    def fewest(self) -> int:
        """Tried once for each computer that the folder is used on, and kept beside it."""
        named = hashlib.sha256(_computer(self._session).encode()).hexdigest()[:8]
        file = self._folder.with_name(f"{self._folder.name}-{named}.fewest")
        with contextlib.suppress(OSError, ValueError):
            return int(file.read_text("ascii"))
        found = _fewest(self)
        with contextlib.suppress(OSError, CannotWrite):  # or another process was faster
            create(file, str(found).encode())
        return found

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


def _computer(session: Any) -> str:
    """Say what computes a model here: others may compute few texts otherwise than many."""
    import numpy as np
    import onnxruntime

    told = np.show_config(mode="dicts")
    processor = told.get("Machine Information"), told.get("SIMD Extensions")
    return f"{onnxruntime.__version__} {session.get_providers()} {processor}"


def _fewest(engine: Runtime) -> int:
    """Return from how many texts on each gets, on this machine, the vector of a full batch."""
    import numpy as np

    lengths = [length for length in _LENGTHS if length <= engine.window]
    texts = [f"{number}{_TRIAL * (number % 9)} {number}" for number in range(full(min(_LENGTHS)))]
    among = {length: engine.compute(texts[: full(length)], length) for length in lengths}
    for few in _FEW:
        if all(
            np.array_equal(engine.compute(texts[:few], length)[:few], vectors[:few])
            for length, vectors in among.items()
            if few < len(vectors)
        ):
            return few
    return FULL
