"""A light spaCy Language for Indonesian: our own tokenizer, a workspace's lexicon, no model."""

from __future__ import annotations

from spacy.attrs import LOWER, NORM
from spacy.language import Language
from spacy.vocab import Vocab

from telusur.extract.language.shorthand import plain_word
from telusur.extract.language.tokenizer import Tokenizer
from telusur.extract.lexicon import Lexicon

# Only patterns are matched, so the memory of a parser need not be feared.
_LONGEST_TEXT = 1_000_000_000


class Indonesian(Language):  # type: ignore[no-untyped-call]  # spaCy registers it, untyped
    """A pipeline whose components read by a lexicon.

    Quick to build (`spacy.blank("id")` takes seconds, for exceptions that reports do not need).
    """

    lexicon: Lexicon
    """For the factories of components: spaCy's own settings hold nothing but JSON."""


def blank(lexicon: Lexicon) -> Indonesian:
    """Return a pipeline without components."""
    nlp = Indonesian(
        Vocab(lex_attr_getters={LOWER: str.lower, NORM: plain_word}),
        max_length=_LONGEST_TEXT,
        meta={"lang": "id", "name": "telusur"},
        create_tokenizer=lambda nlp: Tokenizer(nlp.vocab),
    )
    nlp.lexicon = lexicon
    return nlp
