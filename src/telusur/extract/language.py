"""A light spaCy Language for Indonesian: our own tokenizer, names from `extract/`, no model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from telusur.extract.lexicon import Lexicon
from telusur.extract.place_names import names_of_places
from telusur.extract.tokenizer import Tokenizer

if TYPE_CHECKING:
    from spacy.language import Language

PLACE = "PLACE"
SITE = "SITE"

# Only patterns are matched, so the memory of a parser need not be feared.
_LONGEST_TEXT = 1_000_000_000


def make_language(lexicon: Lexicon) -> Language:
    """Return a Language whose Docs have the names of places and types of sites as entities.

    An entity's `ent_id_` is the place's name in small letters, or the id of the site's type.
    Quick to build (`spacy.blank("id")` takes seconds, for exceptions that reports do not need).
    """
    from spacy.attrs import LOWER
    from spacy.language import Language
    from spacy.vocab import Vocab

    language = Language(
        Vocab(lex_attr_getters={LOWER: str.lower}),
        max_length=_LONGEST_TEXT,
        meta={"lang": "id", "name": "telusur"},
        create_tokenizer=lambda nlp: Tokenizer(nlp.vocab),
    )
    ruler = language.add_pipe("entity_ruler", config={"phrase_matcher_attr": "ORTH"})
    ruler.add_patterns(list(_patterns(lexicon)))  # type: ignore[attr-defined]
    return language


def _patterns(lexicon: Lexicon) -> Iterator[dict[str, str]]:
    for name in names_of_places(lexicon.places):
        for written in _spellings([name]):
            yield {"label": PLACE, "pattern": written, "id": name.lower()}
    for site in lexicon.sites.types:
        for written in _spellings([site.name, *site.names]):
            yield {"label": SITE, "pattern": written, "id": site.id}


def _spellings(names: Iterable[str]) -> Iterator[str]:
    """Yield each name once as it is and once in capitals."""
    yield from dict.fromkeys(spelling for name in names for spelling in (name, name.upper()))
