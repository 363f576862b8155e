"""Word files as lines of a regulation, with the numbers that Word itself counts."""

from telusur.exchange.word.document import WordDocument, WordLine, laid_out, open_word, read_word

__all__ = ["WordDocument", "WordLine", "laid_out", "open_word", "read_word"]
