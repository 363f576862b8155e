"""Where a report names a type of site, and the place that ends such a name: `MPP Kota Palembang`.

Such a name tells of the place as much as of the site: what was visited is decided by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from telusur.extract.gazetteer import Place
from telusur.extract.language.labels import SITE
from telusur.extract.places.names import NamedPlace

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_LONGEST_BETWEEN = 16
"""Characters between a site's type and its place: `Mal Pelayanan Publik (MPP) Pekanbaru`."""
_BETWEEN = re.compile(r"\s*(?:\([^)\n]{2,12}\)\s*|di\s+)?")
_OFFICE_BEFORE = re.compile(
    r"(?i)(?:kepala|sekretaris|plt\.?|kabid|kasi|pegawai|staf|pejabat|dengan|oleh|melalui)\s+$"
)


@dataclass(frozen=True, slots=True)
class SiteName:
    """The name of a type of site in the text, with the place that follows it."""

    type_id: str
    start: int
    """Where the type's name begins in the text (characters)."""
    end: int
    place: NamedPlace | None
    """None where none follows."""


@dataclass(frozen=True, slots=True)
class FrontSite:
    """The site that the front matter names."""

    names: tuple[SiteName, ...]
    """The types of site in its name."""
    place: Place | None
    """The place that the front matter names."""


def site_names(doc: Doc, text: str, named: Sequence[NamedPlace]) -> Iterator[SiteName]:
    """Yield the names of types of site in `doc`, whose text is `text`, in order; `named` are the
    places that it names."""
    beginning = {one.start: one for one in named}
    for span in doc.ents:
        if span.label_ == SITE and not _is_aside(text, span):
            between = _BETWEEN.match(text, span.end_char, span.end_char + _LONGEST_BETWEEN)
            following = beginning.get(between.end()) if between else None
            yield SiteName(span.ent_id_, span.start_char, span.end_char, following)


def _is_aside(text: str, span: Span) -> bool:
    """Whether the name only belongs to a position, or stands in brackets after the long one."""
    return (
        text[span.start_char - 1 : span.start_char] == "("
        or _OFFICE_BEFORE.search(text[max(0, span.start_char - 20) : span.start_char]) is not None
    )
