"""The component of dates."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from telusur.extract.attributes import GIVEN, Attribute
from telusur.extract.dates.visit import Days, days_of
from telusur.extract.sites.component import FIRST_YEAR

DAYS: Attribute[Days] = Attribute("days")


@Language.component("telusur_dates", requires=[FIRST_YEAR.path], assigns=[DAYS.path])
def dates(doc: Doc) -> Doc:
    """Write when the visit was, and when the report was published."""
    given = GIVEN.of(doc)
    DAYS.write(doc, days_of(given.document, today=given.today, since=FIRST_YEAR.of(doc)))
    return doc
