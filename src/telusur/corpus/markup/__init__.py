"""Markdown and HTML → the text as one reads it, with its blocks."""
