"""Word documents → Markdown."""

from telusur.corpus.office.word.reading import read_word

__all__ = ["read_word"]
