"""Texts become vectors: a model that stands on this machine, and a cache of what it has said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telusur.doors import door

if TYPE_CHECKING:
    from telusur.link.encoder.cache import VectorCache, embed_all
    from telusur.link.encoder.context import Context
    from telusur.link.encoder.loading import Encoder, load_context, load_encoder
    from telusur.link.encoder.naming import DEFAULT, identify
else:
    __getattr__ = door(__name__)

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
