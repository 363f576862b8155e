"""Understands a question with the model that embedded the findings."""

from __future__ import annotations

import contextlib
import hashlib
import io
import logging
import sqlite3
import threading
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from telusur import link
from telusur.errors import CannotWrite, EncoderUnavailable
from telusur.files import create
from telusur.link.encoder import DEFAULT
from telusur.link.encoder.bundled import cache_folder
from telusur.search.model import Meaning
from telusur.store.database import Database
from telusur.store.embeddings import EmbeddingCache

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

log = logging.getLogger(__name__)

_REMEMBERED = 1000  # so many questions are not embedded twice
_BEST = 10
"""So many findings, the best by their words, tell what a question means."""
_TOWARDS = 2.0  # what they count beside the question itself
_DIGEST, _AT_ONCE = 32, 4096
"""Bytes of a digest; vectors that are worked on at once, since all take much room."""
_COMMONS = 20
"""So many files of what questions have in common are kept: one for each store."""


class Nearness:
    """The meanings of a fixed set of findings.

    Cosines of a language model are all high, and short questions are unlike findings. What all
    findings have in common is therefore taken off them, and what all questions have in common off
    the question, which is then moved towards the findings that its words have found.
    """

    def __init__(self, vectors: Array) -> None:
        """`vectors`: one row a finding, of length 1; zeros where it has none. They are replaced."""
        import numpy as np

        parts = [vectors[begin : begin + _AT_ONCE] for begin in range(0, len(vectors), _AT_ONCE)]
        known = [np.asarray(part.any(axis=1)) for part in parts]
        total = sum(
            part[which].sum(axis=0, dtype="float64")
            for part, which in zip(parts, known, strict=True)
        )
        centre = (total / sum(map(np.count_nonzero, known))).astype(np.float32)
        for part, which in zip(parts, known, strict=True):
            part[:] = _directions(np.where(which[:, None], part - centre, np.float32(0)))
        self._directions = vectors

    def of(self, question: Array, by_words: Array) -> Array:
        """Return how near each finding is to a question, from -1 to 1.

        `question` is its direction, `by_words` the evidence of its words for each finding.
        """
        import numpy as np

        # More than the best are not needed, and sorting all would be slow.
        found = np.argpartition(-by_words, min(_BEST, len(by_words) - 1))[:_BEST]
        weights = by_words[found]
        if weights.any():
            towards = (weights @ self._directions[found]) / weights.sum()
            question = _directions((question + _TOWARDS * towards)[None])[0]
        nearness: Array = self._directions @ question.astype(np.float32)
        return nearness


def nearness(connection: sqlite3.Connection, digests: bytes, encoder: str) -> Nearness | None:
    """Read the vectors that `encoder` gave the findings' quotes; None where the store has none.

    `digests`: the SHA-256 of each, one after the other.
    """
    import numpy as np

    cache, vectors = EmbeddingCache(Database(connection)), None
    keys = [digests[begin : begin + _DIGEST].hex() for begin in range(0, len(digests), _DIGEST)]
    for begin in range(0, len(keys), _AT_ONCE):
        some = keys[begin : begin + _AT_ONCE]
        known = cache.get(encoder, list(dict.fromkeys(some)))
        for number, one in enumerate(some, start=begin):
            if (vector := known.get(one)) is not None:
                if vectors is None:
                    vectors = np.zeros((len(keys), len(vector)), np.float32)
                vectors[number] = vector
    return None if vectors is None else Nearness(vectors)


class Understanding:
    """A model that is loaded when it is first needed, beside the running work, and then kept."""

    def __init__(self, models: Sequence[str], load: Callable[[str], link.Encoder]) -> None:
        """`models`: what may have embedded the findings, as telusur.toml names it."""
        self._models = models
        self._load = load
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._wanted = ""
        self._embed: Callable[[str], Array] | None = None

    def direction(
        self, text: str, encoder: str, usual: Sequence[str]
    ) -> tuple[Array | None, Meaning]:
        """Return what sets the meaning of `text` apart from other questions, or why it is unknown.

        `encoder` is the name that the findings' vectors are kept under, `usual` some short texts
        such as readers type.
        """
        with self._lock:
            if self._thread is None or self._wanted != encoder:
                self._wanted, self._embed = encoder, None
                self._thread = threading.Thread(target=self._start, args=(encoder, usual))
                self._thread.start()
            embed, loading = self._embed, self._thread.is_alive()
        if embed is None:
            return None, Meaning.LOADING if loading else Meaning.ABSENT
        return embed(text), Meaning.USED

    @property
    def loading(self) -> bool:
        """Whether a model is being loaded now."""
        return self._thread is not None and self._thread.is_alive()

    def wait(self) -> None:
        """Wait until the model that was last asked for is loaded, or cannot be."""
        if self._thread:
            self._thread.join()

    def _start(self, encoder: str, usual: Sequence[str]) -> None:
        model = self._model(encoder)
        if model is None:
            return
        try:
            loaded = self._load(model)
            common = _common(loaded, usual)
        except EncoderUnavailable as error:
            if threading.main_thread().is_alive():  # else only the program is ending
                log.warning("searching by words only: %s", error)
            return
        using = threading.Lock()  # a model embeds one text at a time

        @lru_cache(maxsize=_REMEMBERED)
        def embed(text: str) -> Array:
            with using:
                vector = loaded.embed_question(text)
            direction: Array = _directions((vector - common)[None])[0]
            return direction

        with self._lock:
            if self._wanted == encoder:
                self._embed = embed

    def _model(self, encoder: str) -> str | None:
        """Return the model that goes by that name."""
        hub_name = encoder.rpartition("/")[0]  # the name ends with the recipe of its vectors
        for model in (*self._models, DEFAULT, hub_name):
            try:
                if model and link.identify(model) == encoder:
                    return model
            except EncoderUnavailable:
                continue
        return None


def _common(model: link.Encoder, usual: Sequence[str]) -> Array:
    """What questions have in common: the mean of the vectors of some.

    It is kept in the user's cache folder, since computing it takes as long as loading the model;
    but not of an encoder that is no model of ours, and need not be the same under its name.
    """
    import numpy as np

    if not isinstance(model, link.Encoder):
        common: Array = model.embed(usual).mean(axis=0)
        return common
    named = hashlib.sha256("\0".join([model.name, *usual]).encode()).hexdigest()[:16]
    file = cache_folder() / f"questions-{named}.npy"
    with contextlib.suppress(OSError, ValueError, EOFError):
        kept: Array = np.load(file)
        if kept.shape == (model.dimension,):
            return kept
    common = model.embed(usual).mean(axis=0)
    content = io.BytesIO()
    np.save(content, common)
    with contextlib.suppress(OSError, CannotWrite):  # a full disk, or another process was faster
        for old in (file, *sorted(file.parent.glob("questions-*.npy"))[_COMMONS:]):
            old.unlink(missing_ok=True)
        create(file, content.getvalue())
    return common


def _directions(vectors: Array) -> Array:
    import numpy as np

    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    directions: Array = np.divide(vectors, norms, out=np.zeros_like(vectors), where=norms > 1e-9)
    return directions.astype(np.float32)
