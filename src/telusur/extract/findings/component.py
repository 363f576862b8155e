"""The last component: the findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from telusur.corpus import Document
from telusur.extract.attributes import GIVEN, Attribute
from telusur.extract.clauses.units import Unit
from telusur.extract.findings.choosing import findings_among, in_company
from telusur.extract.findings.identity import finding_id, normalised
from telusur.extract.findings.second_opinion import ByMeaning, SecondOpinion
from telusur.extract.judgement.candidate import Candidate
from telusur.extract.judgement.component import CANDIDATES
from telusur.extract.language.indonesian import Indonesian
from telusur.extract.model import Finding
from telusur.extract.people.component import SPEECH
from telusur.extract.places.component import WHEREABOUTS
from telusur.extract.sites.component import SITES_IN_TEXT

FINDINGS: Attribute[tuple[Finding, ...]] = Attribute("findings")
"""In order of position."""
BY_MEANING: Attribute[ByMeaning | None] = Attribute("by_meaning")
"""Given like the report itself; None where the cues decide alone."""

_AROUND = 1000
"""Characters of its sentence on either side of a clause that say who, where and at which site."""


@Language.factory(
    "telusur_findings",
    requires=[CANDIDATES.path, WHEREABOUTS.path, SITES_IN_TEXT.path, SPEECH.path],
    assigns=[FINDINGS.path],
)
class Findings:
    """Chooses the findings among the candidates, and says of each who, where and at which site."""

    def __init__(self, nlp: Indonesian, name: str) -> None:
        self._second_opinion = SecondOpinion(nlp.lexicon)

    def __call__(self, doc: Doc) -> Doc:
        """Write the findings."""
        FINDINGS.write(doc, tuple(_findings(doc, findings_among(self._weighed(doc)))))
        return doc

    def _weighed(self, doc: Doc) -> list[Candidate]:
        candidates, by = CANDIDATES.of(doc), BY_MEANING.of(doc)
        if by is None:
            return in_company([one for one in candidates if not one.clause.unit.foreign])
        return self._second_opinion.on(GIVEN.of(doc).document.text, candidates, by)


def _around(document: Document, unit: Unit, start: int, end: int) -> tuple[int, int]:
    """Return the stretch that says where a finding was made: its sentence, or the row of a table,
    which has the place in a cell of its own."""
    if unit.form == "cell":
        row = document.passages[unit.passage_number - 1]
        return row.start, row.end
    return max(unit.start, start - _AROUND), min(unit.end, end + _AROUND)


def _findings(doc: Doc, chosen: Sequence[Candidate]) -> Iterator[Finding]:
    document, where = GIVEN.of(doc).document, WHEREABOUTS.of(doc)
    sites, speech = SITES_IN_TEXT.of(doc), SPEECH.of(doc)
    seen: Counter[str] = Counter()
    for candidate in chosen:
        judgement, unit = candidate.judgement, candidate.clause.unit
        start, end = candidate.start, candidate.end
        around = _around(document, unit, start, end)
        quote = document.text[start:end]
        seen[normalised(quote)] += 1
        spot = where.spot_of(*around, (start, end))
        place, smaller = spot.place, spot.smaller
        yield Finding(
            id=finding_id(document.id, quote, seen[normalised(quote)]),
            document_id=document.id,
            passage_number=unit.passage_number,
            start=start,
            end=end,
            quote=quote,
            kind=judgement.kind,
            place_code=place.code if place else None,
            smaller_code=smaller.code if smaller else None,
            site_id=sites.about(*around, place),
            said_by=speech.speaker(*around, start),
            confidence=judgement.confidence,
            rule=candidate.rule,
            challenges=judgement.challenges,
        )
