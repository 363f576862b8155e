"""Embeds only what has never been embedded before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from telusur.errors import EncoderUnavailable
from telusur.link.hygiene import clean, key
from telusur.words import say

if TYPE_CHECKING:
    import numpy as np

    from telusur.link.encoder.loading import Encoder

    Vectors = np.ndarray[Any, np.dtype[np.float32]]

_CHUNK = 512  # so many texts are lost, at most, when a build is killed


class VectorCache(Protocol):
    """What keeps vectors from build to build, by the encoder's name and the text's key."""

    def get(self, model: str, keys: Sequence[str]) -> Mapping[str, Vectors]:
        """Return those of `keys` that are known, each with its vector of the shape (dimension,)."""

    def put(self, model: str, vectors: Mapping[str, Vectors]) -> None:
        """Keep `vectors` for good before returning."""


def embed_all(
    texts: Sequence[str],
    encoder_name: str,
    load: Callable[[], Encoder],
    cache: VectorCache,
    progress: Callable[[int], None] | None = None,
) -> Vectors:
    """Return one vector a text, as an array (texts, dimension), from `cache` where it has them.

    `load` is called only if something is missing; every distinct text is embedded once and put
    into the cache, some hundreds at a time. `progress` is called with the number of `texts` that
    got their vectors since it was last called. Without texts the array is (0, 0). Raises
    EncoderUnavailable when the cache holds vectors that cannot all be of this encoder.
    """
    import numpy as np

    keys = [key(text) for text in texts]
    uses = Counter(keys)
    distinct = dict(zip(keys, texts, strict=True))
    known = dict(cache.get(encoder_name, list(distinct)))
    if progress:
        progress(sum(one in known for one in keys))
    missing = [one for one in distinct if one not in known]
    # Texts of like length share a batch; equal lengths stay in a fixed order.
    missing.sort(key=lambda one: (len(clean(distinct[one])), one))
    if missing:
        encoder = load()
        for start in range(0, len(missing), _CHUNK):
            chunk = missing[start : start + _CHUNK]
            vectors = encoder.embed([distinct[one] for one in chunk])
            fresh = dict(zip(chunk, vectors, strict=True))
            cache.put(encoder_name, fresh)
            known.update(fresh)
            if progress:
                progress(sum(uses[one] for one in chunk))
    dimensions = {vector.shape[-1] for vector in known.values()}
    if len(dimensions) > 1:
        raise EncoderUnavailable(
            say(
                "Vectors of different lengths are kept for the encoder {encoder_name} ({str}): the "
                "model has changed under its name. Delete evidence.db and build again; no decision "
                "is lost.",
                encoder_name=encoder_name,
                str=", ".join(map(str, sorted(dimensions))),
            )
        )
    return np.stack([known[one] for one in keys]) if keys else np.zeros((0, 0), np.float32)
