"""Compares what a build found with what a careful reader found."""

from __future__ import annotations

from telusur.evaluate.compare import Comparison, compare
from telusur.evaluate.gold import GoldDocument, read_gold
from telusur.evaluate.groups import genre_lines, kind_matrix, matrix_lines
from telusur.evaluate.scores import Score, score

__all__ = [
    "Comparison",
    "GoldDocument",
    "Score",
    "compare",
    "genre_lines",
    "kind_matrix",
    "matrix_lines",
    "read_gold",
    "score",
]
