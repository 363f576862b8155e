"""What an analyst writes in `extract/` becomes patterns when a workspace is opened. Whatever it is,
these take time in proportion to the text, too."""

from __future__ import annotations

import re
import sys
from dataclasses import replace

import pytest
from hostile_patterns import slow_text
from matching import steps
from tests.extract.conftest import EXTRACT, TODAY, report

from telusur.extract import Lexicon, Reader, read_lexicon
from telusur.extract.lexicon import Cues, Fact, PeopleFile, PlacesFile
from telusur.extract.lexicon.files import NotFindingsFile, SitesFile
from telusur.extract.people.named import PeopleReader
from telusur.extract.people.speech import speech_patterns

BOUNDED = {"telusur.extract.clauses.component": "is matched once, where a clause begins"}
"""Modules with a pattern that would be slow if it were searched for."""
WORDS = (
    "a",
    "a a",
    "A",
    "A A",
    "A.",
    "Aa",
    "a-a",
    "(a+)+",
    "a|a",
    "[a",
    "a\\",
    ".*",
    "$^",
    "1",
    "a ",
)
CUES = (
    "a … b … c", "a* … a* … a*", "a … … a", "a|a|a a|a", "a a a", "(a+)+$", ".* .*", "[a-", "\\",
    "a|b|c|d|e|f|g|h", "a,b", "a. a.", "1 1", "-", "a*",
)  # fmt: skip
NOTE = report(
    "Kunjungan ke Kota Palembang, Senin (12/3/2024).",
    "Menurut Bupati, Pak Budi, antrean di loket MPP masih panjang.",
    "“Jaringan internet di loket sering putus,” ujar Kepala Dinas Dukcapil, Budi Santoso.",
)


def odd_words(lexicon: Lexicon) -> Lexicon:
    """`lexicon` with words in every list that a pattern could stumble over."""
    people = dict.fromkeys(PeopleFile.model_fields, WORDS)
    fact = {"label": "L", "label_en": "L", "units": plain(), "before": plain()}
    return replace(
        lexicon,
        people=PeopleFile(**people),
        places=PlacesFile(visit=CUES, also_words=WORDS, not_villages=WORDS),
        sites=SitesFile(types=lexicon.sites.types, facts=(Fact(id="f", cues=plain(), **fact),)),
        not_findings=NotFindingsFile(sections=CUES, lines=WORDS, cues=Cues(strong=CUES)),
    )


def plain() -> tuple[str, ...]:
    return tuple(cue for cue in CUES if "*" not in cue and "…" not in cue)


def compiled_for(lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch) -> dict[str, re.Pattern[str]]:
    """Every pattern that is compiled by what reads reports, while it is made and while it reads."""
    found: dict[str, re.Pattern[str]] = {}
    compiling = re._compile  # type: ignore[attr-defined]

    def compile_and_tell(pattern: object, flags: int) -> re.Pattern[str]:
        made: re.Pattern[str] = compiling(pattern, flags)
        caller = sys._getframe(2)
        name = caller.f_globals["__name__"]
        if name.startswith("telusur.") and isinstance(made.pattern, str):
            found[f"{name}:{caller.f_lineno}:{made.pattern}"] = made
        return made

    monkeypatch.setattr(re, "_compile", compile_and_tell)
    Reader(lexicon).read(NOTE, today=TODAY)
    return found


@pytest.mark.parametrize("written", ["ours", "odd"])
def test_patterns_of_what_an_analyst_wrote_are_linear(
    written: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    lexicon, _ = read_lexicon(EXTRACT)
    assert lexicon
    lexicon = lexicon if written == "ours" else odd_words(lexicon)
    patterns = compiled_for(lexicon, monkeypatch)
    assert len(patterns) > 15
    before = speech_patterns(lexicon.people).before
    slow = {
        name[:160]: text
        for name, pattern in patterns.items()
        if name.partition(":")[0] not in BOUNDED
        and (text := slow_text(pattern, {"match" if pattern == before else "search"}))
    }
    assert slow == {}


@pytest.mark.parametrize("before", [", ", "A, a ", "Aaaa Bbbb, ", '"aaaaaaaaaaaa" a ', "a "])
@pytest.mark.parametrize("unit", ["a ", "A ", "A. ", "a A "])
def test_titles_that_lie_in_each_other_are_read_in_one_way(before: str, unit: str) -> None:
    people = PeopleFile(**dict.fromkeys(PeopleFile.model_fields, ("a", "a a", "A", "A A", "A.")))
    speech = speech_patterns(people)
    patterns = [*vars(PeopleReader(people)).values(), speech.quotation, speech.according_to]
    for pattern in patterns:
        # Of 100 words; the number of ways to read them would have twenty digits.
        assert steps(pattern, before + unit * 100 + "!", 1_000_000)
