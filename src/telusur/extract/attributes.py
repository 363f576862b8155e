"""What rooms write on a Doc for the rooms after them, each with its type.

spaCy keeps such attributes for the whole program and without types: ours have a prefix of their
own, are registered once, where a room declares them, and are written and read through here only.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar, cast

from spacy.tokens import Doc

from telusur.corpus.model import Document

_PREFIX = "telusur_"
_NOTHING = object()

Value = TypeVar("Value")


class Attribute(Generic[Value]):
    """A typed attribute of Docs."""

    def __init__(self, name: str) -> None:
        self._key = _PREFIX + name
        if not Doc.has_extension(self._key):
            Doc.set_extension(self._key, default=_NOTHING)

    @property
    def path(self) -> str:
        """As a component declares what it assigns and requires: `doc._.telusur_places`."""
        return f"doc._.{self._key}"

    def write(self, doc: Doc, value: Value) -> None:
        """Leave `value` on `doc`, in place of what was there."""
        doc._.set(self._key, value)

    def of(self, doc: Doc) -> Value:
        """Return what was written on `doc`.

        Raises:
            LookupError: nothing was: the component that writes it has not run.
        """
        found = doc._.get(self._key)
        if found is _NOTHING:
            raise LookupError(f"nothing has written {self.path} on this Doc")
        return cast(Value, found)


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of a report before it is read."""

    document: Document
    """Its text (that of the Doc, which would have to be put together anew), passages and front
    matter."""
    today: date
    """Bounds dates without a year."""


GIVEN: Attribute[Given] = Attribute("given")
