from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.growth import growth

from telusur.extract import Reader, Reading
from telusur.extract.language.tokenizer import Tokenizer
from telusur.extract.lexicon import is_plain, plain_phrases, token_pattern
from telusur.extract.lexicon.cues import check_cue

from .conftest import TODAY, report

WORDS = st.sampled_from(
    [
        *("perlu", "harus", "masih", "kurang", "belum", "jaringan", "internet", "petugas"),
        *("Kota", "Palembang", "MPP", "Bogor", "Kab.", "Drs.", "Budi", "Santoso", "ujar"),
        *("“", "”", '"', "(", ")", ",", ".", ";", ":", "—", "–", "\t", "🙂", "Jum’at", "ke-30"),
        *("12.000", "Jumat", "(26/02)", "378", "layanan", "Kepala", "Dinas", "namun"),
        *("Menurut", "mengatakan", "bahwa", "Kecamatan", "Wonosobo", "PALEMBANG"),
    ]
)
LINES = st.lists(
    st.one_of(st.lists(WORDS, max_size=30).map(" ".join), st.text(max_size=80)),
    min_size=1,
    max_size=6,
).map(lambda lines: [line.replace("\n", " ").replace("\r", " ") for line in lines])


def spans(reading: Reading) -> list[tuple[int, int, str]]:
    return [(it.start, it.end, it.quote) for it in (*reading.findings, *reading.site_facts)] + [
        (it.start, it.end, it.name) for it in (*reading.people, *reading.institutions)
    ]


@pytest.mark.need("N-READ-3")
@settings(max_examples=150)
@given(LINES)
def test_every_offset_is_exact_whatever_the_text(reader: Reader, lines: list[str]) -> None:
    document = report(*lines)
    reading = reader.read(document, today=TODAY)
    for start, end, quote in spans(reading):
        assert document.text[start:end] == quote
    for place in reading.places:
        assert 0 <= place.start <= place.end <= len(document.text)
    positions = [(finding.start, finding.end) for finding in reading.findings]
    assert positions == sorted(positions)
    assert len({finding.id for finding in reading.findings}) == len(reading.findings)
    assert all(0 <= finding.confidence <= 1 for finding in reading.findings)
    assert all(finding.quote.strip() and finding.rule for finding in reading.findings)


@settings(max_examples=30)
@given(LINES)
def test_reading_twice_gives_the_same(reader: Reader, lines: list[str]) -> None:
    document = report(*lines)
    assert reader.read(document, today=TODAY) == reader.read(document, today=TODAY)


@given(st.text())
def test_tokens_put_together_are_the_text(text: str) -> None:
    from spacy.vocab import Vocab

    assert Tokenizer(Vocab())(text).text == text


@given(st.text(alphabet="ab|*… -'", max_size=20))
def test_every_cue_that_is_accepted_can_be_matched(cue: str) -> None:
    from spacy.matcher import Matcher
    from spacy.vocab import Vocab

    try:
        check_cue(cue)
    except ValueError:
        return
    if is_plain(cue):
        assert all(plain_phrases(cue))
    else:
        Matcher(Vocab()).add("cue", [token_pattern(cue)])


@pytest.mark.parametrize(
    "unit",
    [
        *("jaringan internet masih kurang dan ", "perlu jaringan; ", " ", '"', ", ", "a"),
        *("Kepala ", "Kamis (13/9) "),
    ],
    ids=["words", "points", "spaces", "quotes", "commas", "one word", "positions", "dates"],
)
def test_a_long_line_is_read_in_steps_that_grow_with_its_length(reader: Reader, unit: str) -> None:
    def read_line(length: int) -> Reading:
        return reader.read(report(unit * (length // len(unit))), today=TODAY)

    read_line(300_000)
    assert growth(read_line, 5_000, 40_000) < 1.3
