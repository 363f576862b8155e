"""The component of people and their speech."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from telusur.extract.attributes import GIVEN, Attribute
from telusur.extract.language.indonesian import Indonesian
from telusur.extract.model import InstitutionMention, PersonMention
from telusur.extract.people.institutions import institution_pattern, institutions_in
from telusur.extract.people.named import PeopleReader
from telusur.extract.people.speech import Speech, speech_patterns
from telusur.extract.places.component import WHEREABOUTS

PEOPLE: Attribute[tuple[PersonMention, ...]] = Attribute("people")
INSTITUTIONS: Attribute[tuple[InstitutionMention, ...]] = Attribute("institutions")
SPEECH: Attribute[Speech] = Attribute("speech")


@Language.factory(
    "telusur_people",
    requires=[WHEREABOUTS.path],
    assigns=[PEOPLE.path, INSTITUTIONS.path, SPEECH.path],
)
class People:
    """Reads who is named, and who speaks."""

    def __init__(self, nlp: Indonesian, name: str) -> None:
        people = nlp.lexicon.people
        self._people = PeopleReader(people)
        self._institution = institution_pattern(people)
        self._speech = speech_patterns(people)

    def __call__(self, doc: Doc) -> Doc:
        """Write people, institutions and direct speech."""
        text, places = GIVEN.of(doc).document.text, WHEREABOUTS.of(doc).named
        people = tuple(self._people.people_in(text, places))
        PEOPLE.write(doc, people)
        INSTITUTIONS.write(doc, tuple(institutions_in(text, self._institution, places)))
        SPEECH.write(doc, Speech(text, self._speech, people))
        return doc
