"""Reads findings, and where, when and by whom, from the passages of a document."""

from telusur.extract.gazetteer import Place, all_places
from telusur.extract.lexicon import Lexicon, read_lexicon
from telusur.extract.model import Finding, Reading
from telusur.extract.reader import Reader

__all__ = ["Finding", "Lexicon", "Place", "Reader", "Reading", "all_places", "read_lexicon"]
