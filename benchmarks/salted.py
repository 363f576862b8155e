"""A report with invented secrets in it, as publishing gets it."""

from __future__ import annotations

from datetime import date
from typing import Any

from telusur.corpus.model import Document
from telusur.extract import Reader
from telusur.publish.redaction.reports import Report
from telusur.publish.rules.staying.localities import localities_in

TODAY = date(2026, 11, 21)


def as_read(document: Document, reader: Reader, **told: Any) -> Report:
    """Return `document` with the places and institutions that a build finds in it.

    `told` is what else a Report holds, or holds otherwise: its id, title, source, site and path.
    """
    reading = reader.read(document, today=TODAY)
    smaller = tuple({one.name for one in reading.smaller_places if one.code})
    regencies = {one.place_code for one in reading.places if "." in one.place_code}
    spans = [
        (one.start, one.end)
        for some in (reading.places, reading.smaller_places, reading.institutions)
        for one in some
    ]
    spans += localities_in(document.text, regencies, smaller)
    return Report(
        **({"id": document.id, "title": document.title, "source": ""} | told),
        text=document.text,
        published=True,
        no_names=tuple(spans),
        places=smaller,
    )
