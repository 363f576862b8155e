"""A workspace's folder `extract/`: what an analyst can change about how reports are read."""

from telusur.extract.lexicon.cues import GAP, is_plain, plain_phrases, token_pattern
from telusur.extract.lexicon.files import (
    Challenge,
    Cues,
    Fact,
    Official,
    PeopleFile,
    PlacesFile,
    PolarityFile,
    SiteType,
)
from telusur.extract.lexicon.place_names import names_of_places
from telusur.extract.lexicon.reading import OFFICIALS, Lexicon, read_lexicon
from telusur.extract.lexicon.words import TOKEN, words_of

__all__ = [
    "GAP",
    "OFFICIALS",
    "TOKEN",
    "Challenge",
    "Cues",
    "Fact",
    "Lexicon",
    "Official",
    "PeopleFile",
    "PlacesFile",
    "PolarityFile",
    "SiteType",
    "is_plain",
    "names_of_places",
    "plain_phrases",
    "read_lexicon",
    "token_pattern",
    "words_of",
]
