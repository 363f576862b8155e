"""Writes a sentence-transformers model as a file for onnxruntime, in a process of its own.

That process needs torch and some gigabytes of memory for half a minute, once for each model; it
ends, and no other process of Telusur's loads torch. `python -m telusur.link.encoder.exporting
MODEL FOLDER` is what it runs; MODEL is as in telusur.toml.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from telusur.link.encoder import bundled, pieces, reference
from telusur.link.encoder.context import CONTEXT, IN_CONTEXT
from telusur.link.encoder.reference import quiet
from telusur.link.encoder.runtime import GRAPH, INPUTS, SETTINGS, Runtime

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_ENOUGH = 0.9999
"""The cosine of a text's two vectors, under which the file is not the model."""
_TRIALS = ("antrean di loket", "Warga menunggu dua jam karena jaringan terputus. " * 8, "ya")


class NotExported(Exception):
    """The model cannot be written for onnxruntime; sentence-transformers may still read it."""


def export(model: str, folder: Path) -> None:
    """Write `model` into the empty `folder`, by a process of its own.

    Raises NotExported with the reason.
    """
    command = [sys.executable, "-m", __name__, model, str(folder)]
    own = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run(
        command, capture_output=True, text=True, errors="replace", env=os.environ | own
    )
    if done.returncode:
        said = done.stderr.strip().splitlines() or [f"the process ended with {done.returncode}"]
        raise NotExported(said[-1])


def write(model: SentenceTransformer, name: str, folder: Path) -> None:
    """Write the graph, the weights beside it, the tokenizer and what else a Runtime needs."""
    fast = getattr(model.tokenizer, "backend_tokenizer", None)
    if fast is None:
        raise NotExported("its tokenizer is written in Python")
    wrapped = reference.Reference(model, name)
    _write_graph(model, folder)
    pieces.write(fast, model.tokenizer.pad_token_id, folder)
    padding = {
        "pad_id": model.tokenizer.pad_token_id,
        "pad_token": model.tokenizer.pad_token,
        "direction": model.tokenizer.padding_side,
    }
    settings = {"window": wrapped.window, "prompt": wrapped.prompt, "padding": padding}
    (folder / SETTINGS).write_text(json.dumps(settings, indent=2), encoding="utf-8")
    _compare(wrapped, Runtime(folder))


def _write_graph(model: SentenceTransformer, folder: Path) -> None:
    """Write the graph of texts and, where the model has such layers, that of words in context.

    Both share the file of weights.
    """
    import torch

    layers = _layers(model)
    heard: list[Any] = []

    class Embedding(torch.nn.Module):
        """From tokens to a text's vector, through all modules of the model."""

        def __init__(self) -> None:
            super().__init__()
            self.model = model.eval()

        def forward(self, input_ids: Any, attention_mask: Any) -> Any:
            heard.clear()
            tokens = {"input_ids": input_ids, "attention_mask": attention_mask}
            return self.model(tokens)["sentence_embedding"], *heard

    mask = torch.ones((2, 16), dtype=torch.long)
    mask[1, 9:] = 0
    sizes = {0: torch.export.Dim("texts", max=4096), 1: torch.export.Dim("tokens", min=2, max=512)}
    hooks = [one.register_forward_hook(lambda _, __, out: _hear(heard, out)) for one in layers]
    names = [f"layer{number}" for number, _ in enumerate(layers)]
    with torch.no_grad():
        program = torch.onnx.export(
            Embedding().eval(),
            (torch.ones_like(mask), mask),
            dynamo=True,
            dynamic_shapes=(sizes, sizes),
            input_names=INPUTS,
            output_names=["vector", *names],
            verbose=False,
        )
    for hook in hooks:
        hook.remove()
    if program is None:
        raise NotExported("torch made nothing of it")
    # Beside the graph, weights are mapped into memory and not read: loading takes a tenth.
    program.save(str(folder / GRAPH), external_data=True)
    _divide(folder, names)


def _layers(model: SentenceTransformer) -> list[Any]:
    """The layers whose words are looked at in context."""
    first: Any = model[0]
    try:
        layers = first.auto_model.encoder.layer
        return [layers[number - 1] for number in IN_CONTEXT]
    except (AttributeError, IndexError, TypeError):
        return []


def _hear(heard: list[Any], out: Any) -> None:
    heard.append(out[0] if isinstance(out, tuple) else out)


def _divide(folder: Path, names: list[str]) -> None:
    """Make two graphs of the one, each without what only the other needs."""
    import onnx

    whole = onnx.load(str(folder / GRAPH), load_external_data=False)
    for file, outputs in ((GRAPH, ["vector"]), (CONTEXT, names)):
        if outputs:
            part = onnx.utils.Extractor(whole).extract_model(list(INPUTS), outputs)
            onnx.save(part, str(folder / file))


def _compare(wrapped: reference.Reference, runtime: Runtime) -> None:
    import numpy as np

    for length in (min(16, wrapped.window), min(48, wrapped.window)):
        theirs, ours = (one.compute(_TRIALS, length) for one in (wrapped, runtime))
        if not (np.einsum("ij,ij->i", theirs, ours) >= _ENOUGH).all():
            raise NotExported("what onnxruntime computes is not what the model computes")


def _main(model: str, folder: Path) -> None:
    with quiet():
        if model != bundled.PACKAGE:
            write(reference.load(model), model, folder)
            return
        with tempfile.TemporaryDirectory(dir=folder.parent) as place:
            bundled.write(Path(place))
            write(reference.load(place), model, folder)


def _or_say_why(work: Callable[[], None]) -> int:
    try:
        work()
    except Exception as error:  # torch, onnx and the parts of a model raise whatever they like
        lines = str(error).strip().splitlines() or [type(error).__name__]
        print(lines[0], file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(_or_say_why(lambda: _main(sys.argv[1], Path(sys.argv[2]))))
