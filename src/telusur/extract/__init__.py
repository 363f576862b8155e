"""Reads findings, and where, when and by whom, from the passages of a document."""

from telusur.extract.classifier import Classifier, Meaning, load_classifier
from telusur.extract.gazetteer import Place, all_places
from telusur.extract.lexicon import Lexicon, read_lexicon
from telusur.extract.model import Finding, Reading
from telusur.extract.reader import Reader

__all__ = [
    "Classifier",
    "Finding",
    "Lexicon",
    "Meaning",
    "Place",
    "Reader",
    "Reading",
    "all_places",
    "load_classifier",
    "read_lexicon",
]
