"""Reads findings, and where, when and by whom, from the passages of a document.

A report is led through the rooms of this folder one after the other: `pipeline.py` lists them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telusur.doors import door
from telusur.extract.lean import without_torch

if TYPE_CHECKING:
    from telusur.extract.classifier import Classifier, Meaning, load_classifier
    from telusur.extract.findings.identity import finding_id, normalised
    from telusur.extract.gazetteer import Place, all_places
    from telusur.extract.language.tongue import READ
    from telusur.extract.lexicon import Lexicon, read_lexicon
    from telusur.extract.model import Finding, Reading
    from telusur.extract.reader import Reader
else:
    _open = door(__name__)

    def __getattr__(name: str) -> Any:
        with without_torch():
            return _open(name)


__all__ = [
    "READ",
    "Classifier",
    "Finding",
    "Lexicon",
    "Meaning",
    "Place",
    "Reader",
    "Reading",
    "all_places",
    "finding_id",
    "load_classifier",
    "normalised",
    "read_lexicon",
]
