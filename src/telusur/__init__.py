"""Telusur: traces the clauses of a draft regulation to what was seen in the field."""

__version__ = "0.1.0"
