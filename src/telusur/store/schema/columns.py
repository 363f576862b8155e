"""What a table of evidence.db is declared with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

SqlType = type[str] | type[int] | type[float] | type[bytes]


@dataclass(frozen=True, slots=True)
class Column:
    """A column and what it holds."""

    type: SqlType
    help: str
    references: str | None = None
    """The table whose key it holds. When that row goes, rows that require it go with it, and
    others lose the reference."""
    required: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """A table and what it holds."""

    name: str
    help: str
    key: tuple[str, ...]
    columns: Mapping[str, Column]
    search: tuple[str, ...] = ()
    """Columns with full-text search."""
    indexes: tuple[tuple[str, ...], ...] = field(default=())
    """Further indexes, beside those on every reference."""


@dataclass(frozen=True, slots=True)
class View:
    """A view and the question it answers."""

    name: str
    help: str
    columns: dict[str, str]
    """A help text for each column, in order."""
    sql: str
    whole: str = ""
    """The table whose every row it has once: both have as many."""


def text(help: str, references: str | None = None) -> Column:  # noqa: A002
    return Column(str, help, references)


def optional(type: SqlType, help: str, references: str | None = None) -> Column:  # noqa: A002
    return Column(type, help, references, required=False)


START = Column(int, "where it begins in documents.text, in characters")
END = Column(int, "where it ends in documents.text (half-open)")
DOCUMENT = text("the report it stands in", "documents")
