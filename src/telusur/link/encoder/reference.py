"""A model as sentence-transformers computes it: any model, with seconds to load and much memory."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from telusur.link.encoder.quiet import quiet

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

    from telusur.link.encoder.engine import Vectors

_LONGEST_WINDOW = 512


def load(place: str) -> SentenceTransformer:
    """Load the folder or the model of the hub's cache that `place` names; nothing is fetched.

    Raises whatever the parts of a model raise when it is missing or broken.
    """
    with quiet():
        from sentence_transformers import SentenceTransformer

        return SentenceTransformer(place, device="cpu", local_files_only=True)


class Reference:
    """See `telusur.link.encoder.engine.Engine`."""

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
