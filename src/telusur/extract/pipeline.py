"""How a report is read: the table of contents.

Each room has one component, a spaCy factory `telusur_NAME` in its `component.py`, which declares
what it needs of those before it and what it writes on the Doc (`nlp.analyze_pipes()` shows it).
"""

from __future__ import annotations

from collections.abc import Mapping

from telusur.errors import InvalidWorkspace, Problem
from telusur.extract.attributes import GIVEN, Attribute, Given
from telusur.extract.clauses.component import CLAUSES
from telusur.extract.dates.component import DAYS
from telusur.extract.findings.component import BY_MEANING, FINDINGS
from telusur.extract.judgement.component import CANDIDATES
from telusur.extract.language.component import FRONT_MATTER, LANGUAGE
from telusur.extract.language.indonesian import Indonesian, blank
from telusur.extract.lexicon import Lexicon
from telusur.extract.people.component import INSTITUTIONS, PEOPLE, SPEECH
from telusur.extract.places.component import (
    FRONT_SITE,
    OPEN_PLACES,
    PLACES,
    SITE_NAMES,
    SMALLER_PLACES,
    WHEREABOUTS,
)
from telusur.extract.sites.component import FIRST_YEAR, SITE_FACTS, SITES, SITES_IN_TEXT
from telusur.words import say

COMPONENTS = (
    "language",  # in which language it is, and where names of places and types of sites stand
    "places",  # which places it names, which were visited, which one a sentence is about
    "sites",  # which service sites it names, and what it states of them
    "people",  # who is named, which institutions are, and who says what
    "dates",  # when the visit was, and when the report was published
    "clauses",  # what is judged one by one, each in its place
    "judgement",  # what the cues of extract/ say of each clause
    "findings",  # which clauses are findings, by cues and by meaning
)
"""In this order; a workspace may put components of its own between them."""

__all__ = [
    "BY_MEANING",
    "CANDIDATES",
    "CLAUSES",
    "COMPONENTS",
    "DAYS",
    "FINDINGS",
    "FIRST_YEAR",
    "FRONT_MATTER",
    "FRONT_SITE",
    "GIVEN",
    "INSTITUTIONS",
    "LANGUAGE",
    "OPEN_PLACES",
    "PEOPLE",
    "PLACES",
    "SITES",
    "SITES_IN_TEXT",
    "SITE_FACTS",
    "SITE_NAMES",
    "SMALLER_PLACES",
    "SPEECH",
    "WHEREABOUTS",
    "Attribute",
    "Given",
    "make_pipeline",
]


def make_pipeline(lexicon: Lexicon, own: Mapping[str, str] | None = None) -> Indonesian:
    """Return the pipeline of this lexicon, with the workspace's `own` components, each by the
    name of one of ours, after which it runs.

    Raises:
        InvalidWorkspace: a component of the workspace cannot be made.
    """
    nlp = blank(lexicon)
    for ours in COMPONENTS:
        nlp.add_pipe(f"telusur_{ours}", name=ours)
        for name, after in (own or {}).items():
            if after == ours:
                _add(nlp, name)
    return nlp


def _add(nlp: Indonesian, name: str) -> None:
    try:
        nlp.add_pipe(name)
    except Exception as error:
        raise broken_component(name, say("cannot be made"), error) from error


def broken_component(name: str, what: str, error: Exception) -> InvalidWorkspace:
    """Return the error for people about a component that is not ours."""
    cause = f"{type(error).__name__}: {error}".split("\n")[0]
    said = f"the component `{name}` {what} ({cause})"
    remedy = say("Mend it, or take it out of [reading]")
    return InvalidWorkspace([Problem("telusur.toml", None, said, remedy)])
