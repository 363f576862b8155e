"""Two languages from one catalogue, and nothing outside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from browse_visits import ask

from telusur.browse.terms import TERMS
from telusur.browse.writing.language import Language
from telusur.browse.writing.reasons import reason
from telusur.store.schema.tables import TABLES
from telusur.store.schema.views import VIEWS
from telusur.store.standing import STRONG

if TYPE_CHECKING:
    from datasette.app import Datasette

SOURCE = Path(__file__).parents[2] / "src" / "telusur" / "browse"
ELSEWHERE = [SOURCE.with_name(name) for name in ("reviewing", "plain")]
FILES = [
    *SOURCE.rglob("*.html"),
    *(file for folder in (SOURCE, *ELSEWHERE) for file in folder.rglob("*.py")),
]
ASKED = re.compile(r"""\bt\.term\(\s*"(\w+)", (?:"([^"]+)"( ~)?)?""")
"""A family, and the key, where it is written and not put together."""


def hard_coded(template: str) -> Iterator[str]:
    """Words that stand in a template itself."""
    text = re.sub(r"\{% block (body|main)_class.*?endblock %\}", " ", template, flags=re.S)
    text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", " ", text, flags=re.S)
    text = re.sub(r"<(code|title|pre|textarea)[^>]*>.*?</\1>", " ", text, flags=re.S)
    yield from re.findall(r"(?:aria-label|title|placeholder)=\"\s*(\w[^\"]+)\"", text)
    yield from re.findall(r"[A-Za-z]{3,}", re.sub(r"<[^>]*>", " ", text, flags=re.S))


def test_every_family_that_is_asked_for_is_there_and_no_other() -> None:
    asked = [one for file in FILES for one in ASKED.findall(file.read_text(encoding="utf-8"))]
    assert {family for family, *_ in asked} == set(TERMS)
    whole = [(family, key) for family, key, more in asked if key and not more]
    assert [(family, key) for family, key in whole if key not in TERMS[family]] == []


def test_a_problem_has_a_title_and_advice() -> None:
    problems = {key.removesuffix(".title").removesuffix(".advice") for key in TERMS["problem"]}
    assert {f"{key}{part}" for key in problems for part in ("", ".title", ".advice")} == set(
        TERMS["problem"]
    )


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.html")), ids=lambda path: path.name)
def test_templates_hold_no_words_of_their_own(path: Path) -> None:
    allowed = {"SQL", "CSV"}
    assert set(hard_coded(path.read_text(encoding="utf-8"))) - allowed == set()


@pytest.mark.parametrize(
    "name", sorted({one for table in (*TABLES, *VIEWS) for one in table.columns})
)
def test_every_column_of_the_raw_data_has_a_heading_in_words(name: str) -> None:
    assert name in TERMS["column"]


@pytest.mark.parametrize(
    ("words", "english"),
    [
        ("kata yang sama: loket, antrean; maknanya dekat",
         "words in common: loket, antrean; near in meaning"),
        ("makna terdekat: “kata yang sama: loket”", "nearest in meaning: “kata yang sama: loket”"),
        ("isyarat “isyarat lemah” (kendala)", "cue “isyarat lemah” (obstacle)"),
        ("temuan seperti ini biasa dijawab ketentuan semacam itu; ayat lain dari pasal yang sama "
         "juga sesuai",
         "such provisions usually answer findings like this; other ayat of the same Pasal fit too"),
        ("kalimat di bawah judul “kolom”", "sentence below the heading “kolom”"),
        ("kolom “kolom ”", "column “kolom ”"),
        ("makna, kalimat bahasa Inggris (kendala)", "meaning, sentence in English (obstacle)"),
        ("ditautkan oleh Sari", "linked by Sari"),
        ("buatan sendiri", "buatan sendiri"),
    ],
)  # fmt: skip
def test_reasons_are_english_on_english_pages_and_quotes_stay(words: str, english: str) -> None:
    assert reason(words, Language("en")) == english
    assert reason(words, Language("id")) == words


@pytest.mark.need("N-BROWSE-5")
def test_pages_tell_reasons_and_headings_in_their_language(browser: Datasette) -> None:
    assert "kata yang sama" in ask(browser, "/temuan/f-1?bahasa=id").text
    table = "/evidence/links?_sort_desc=score&status=accepted&bahasa="
    indonesian, english = (ask(browser, table + code).text for code in ("id", "en"))
    assert "Status sama dengan accepted; urut menurut nilai, dari yang terbesar" in indonesian
    assert "1 baris" in indonesian  # the language is no filter
    assert "sorted by" not in indonesian
    assert "Status is accepted; sorted by score, largest first" in english
    headings = re.findall(r'<th class="col-[^"]*"[^>]*>(.*?)</th>', indonesian, re.S)
    assert headings
    assert not [one for one in headings if "_" in re.sub("<[^>]+>", "", one) or ">Link" in one]


@pytest.mark.parametrize(
    ("code", "told"), [("id", ["2 Mei 2024", "0,90"]), ("en", ["2 May 2024", "0.90"])]
)
def test_answers_to_questions_have_days_and_fractions_as_the_language_writes_them(
    browser: Datasette, code: str, told: list[str]
) -> None:
    page = ask(browser, f"/evidence/bukti-ketentuan?ketentuan=Pasal+7&bahasa={code}").text
    assert [one for one in told if f">{one}<" not in page] == []
    raw = "/evidence/bukti-ketentuan.json?ketentuan=Pasal+7&_shape=array"
    assert "2024-05-0" in ask(browser, raw).text


@pytest.mark.need("N-BROWSE-5")
def test_one_click_lasts(browser: Datasette) -> None:
    answer = ask(browser, "/laporan?bahasa=en")
    assert '<html lang="en">' in answer.text
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("bahasa=en;")
    assert "Max-Age=31536000" in cookie
    later = ask(browser, "/tempat", cookies={"bahasa": "en"})
    assert '<html lang="en">' in later.text
    assert 'href="?bahasa=id"' in later.text


@pytest.mark.need("N-BROWSE-5")
def test_pages_are_indonesian_unless_asked_for_otherwise(browser: Datasette) -> None:
    for path in ("/", "/laporan?bahasa=fr", "/laporan?bahasa=", "/laporan?bahasa=en%0d%0aX:1"):
        answer = ask(browser, path, headers={"accept-language": "en"})
        assert '<html lang="id">' in answer.text
        assert "set-cookie" not in answer.headers


def test_the_switch_keeps_what_was_asked_for(browser: Datasette) -> None:
    page = ask(browser, "/naskah/antrean?halaman=2&_unduh=zip").text
    assert 'href="?halaman=2&amp;bahasa=en"' in page


@pytest.mark.parametrize(
    ("code", "number", "written"),
    [("id", 1234, "1.234"), ("en", 1234, "1,234"), ("id", 0.5, "0,50"), ("id", 2.0, "2")],
)
def test_numbers_are_written_the_way_of_the_language(
    code: Literal["id", "en"], number: float, written: str
) -> None:
    assert Language(code).number(number) == written


@pytest.mark.parametrize(
    ("day", "written"),
    [("2024-05-02", "2 Mei 2024"), ("2024-05-02T01:02:03+00:00", "2 Mei 2024"),
     (None, ""), ("kemarin", "kemarin")],
)  # fmt: skip
def test_days_are_written_in_words(day: str | None, written: str) -> None:
    assert Language("id").day(day) == written


@pytest.mark.parametrize(
    ("part", "whole", "written"),
    [(1, 3, "33%"), (999, 1000, "99%"), (1, 1000, "1%"), (0, 0, "0%"), (3, 3, "100%")],
)
def test_a_share_is_all_or_nothing_only_when_it_is(part: int, whole: int, written: str) -> None:
    assert Language("id").percent(part, whole) == written


def test_one_of_something_has_its_own_form() -> None:
    assert Language("en")("{n} finding", "{n} findings", n=1) == "1 finding"
    assert Language("en")("{n} finding", "{n} findings", n=1200) == "1,200 findings"


def test_indonesian_words_are_marked_as_such_on_english_pages(browser: Datasette) -> None:
    for path in ("/naskah", "/naskah/antrean.ayat-1", "/temuan/f-1"):
        page = ask(browser, f"{path}?bahasa=en").text
        assert '<html lang="en">' in page
        assert re.search(r'<(div|p|blockquote)[^>]* lang="id"', page)


def test_what_is_said_of_strong_suggestions_is_where_they_begin(browser: Datasette) -> None:
    bar = f"{STRONG:g}".replace(".", ",")
    assert f"kuat mulai {bar}, lemah di bawahnya" in ask(browser, "/tentang").text
