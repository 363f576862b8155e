"""Texts become vectors: a model that stands on this machine, and a cache of what it has said."""

from telusur.link.encoder.cache import VectorCache, embed_all
from telusur.link.encoder.context import Context
from telusur.link.encoder.loading import DEFAULT, Encoder, identify, load_context, load_encoder

__all__ = [
    "DEFAULT",
    "Context",
    "Encoder",
    "VectorCache",
    "embed_all",
    "identify",
    "load_context",
    "load_encoder",
]
