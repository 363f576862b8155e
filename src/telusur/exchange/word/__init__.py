"""Word files as lines of a regulation, with the numbers that Word itself counts."""

from telusur.exchange.word.document import WordDocument, WordLine, open_word

__all__ = ["WordDocument", "WordLine", "open_word"]
