"""A model as sentence-transformers computes it: any model, with seconds to load and much memory."""

from __future__ import annotations

import logging
import os
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from telusur.link.encoder.batches import FULL

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

    from telusur.link.encoder.engine import Vectors

_SETTINGS = {
    # Read when huggingface_hub is first imported.
    "HF_HUB_OFFLINE": "1",
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "TRANSFORMERS_VERBOSITY": "error",
    # Its threads would quarrel with torch's, and it warns when the process forks.
    "TOKENIZERS_PARALLELISM": "false",
    # Threads that wait give their core away: with another program at work on two cores, embedding
    # is nine times as fast as with threads that spin. Read when torch is first imported.
    "OMP_WAIT_POLICY": "PASSIVE",
}
_LOGGERS = ("sentence_transformers", "transformers", "huggingface_hub", "torch")
_LONGEST_WINDOW = 512


@contextmanager
def quiet() -> Iterator[None]:
    """Within it, no third-party warning, log line or progress bar reaches the user."""
    for name, value in _SETTINGS.items():
        os.environ.setdefault(name, value)
    levels = {name: logging.getLogger(name).level for name in _LOGGERS}
    for name in _LOGGERS:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from transformers.utils import logging as transformers_logging

            transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
            yield
    finally:
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)


def load(place: str) -> SentenceTransformer:
    """Load the folder or the model of the hub's cache that `place` names; nothing is fetched.

    Raises whatever the parts of a model raise when it is missing or broken.
    """
    with quiet():
        from sentence_transformers import SentenceTransformer

        return SentenceTransformer(place, device="cpu", local_files_only=True)


class Reference:
    """See `telusur.link.encoder.engine.Engine`."""

    fewest = FULL

    def __init__(self, model: SentenceTransformer, name: str) -> None:
        """Wrap `model`, whose `name` tells the family that it is of."""
        self.model = model
        self.window = min(model.max_seq_length or _LONGEST_WINDOW, _LONGEST_WINDOW)
        self.prompt = _prompt(model, name)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        prompted = [self.prompt + text for text in texts]
        with quiet():
            return [len(ids) for ids in self.model.tokenizer(prompted)["input_ids"]]

    def compute(self, texts: Sequence[str], length: int) -> Vectors:
        with quiet():
            vectors: Vectors = self.model.encode(
                list(texts),
                prompt=self.prompt,
                batch_size=len(texts),
                show_progress_bar=False,
                convert_to_numpy=True,
                normalize_embeddings=True,
                processing_kwargs={"text": {"padding": "max_length", "max_length": length}},
            )
        return vectors


def _prompt(model: SentenceTransformer, name: str) -> str:
    """The words put in front of every text: what the model's own settings say.

    E5 models were trained with prompts but do not all say so in their settings.
    """
    default = model.prompts.get(model.default_prompt_name or "")
    if default is not None:
        return str(default)
    return "query: " if "e5" in name.lower() else ""
