"""Reads findings, and where, when and by whom, from the passages of a document.

A report is led through the rooms of this folder one after the other: `pipeline.py` lists them.
"""

from typing import TYPE_CHECKING, Any

from telusur.extract.classifier import Classifier, Meaning, load_classifier
from telusur.extract.findings.identity import finding_id, normalised
from telusur.extract.gazetteer import Place, all_places
from telusur.extract.language.tongue import READ
from telusur.extract.lean import without_torch
from telusur.extract.lexicon import Lexicon, read_lexicon
from telusur.extract.model import Finding, Reading

if TYPE_CHECKING:
    from telusur.extract.reader import Reader

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


def __getattr__(name: str) -> Any:
    """Load the reader, and spaCy with it, only where a report is read."""
    if name != "Reader":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    with without_torch():
        from telusur.extract.reader import Reader

    return Reader
