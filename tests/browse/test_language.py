"""Two languages from one catalogue, and nothing outside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

import pytest
from browse_visits import ask

from telusur.browse.writing.language import LANGUAGES, Language, catalogue
from telusur.browse.writing.reasons import reason
from telusur.store.schema.tables import TABLES
from telusur.store.schema.views import VIEWS
from telusur.store.standing import STRONG

if TYPE_CHECKING:
    from datasette.app import Datasette

SOURCE = Path(__file__).parents[2] / "src" / "telusur" / "browse"
REVIEWERS = SOURCE.with_name("reviewing")
FILES = [*SOURCE.rglob("*.py"), *SOURCE.rglob("*.html"), *REVIEWERS.rglob("*.py")]
# `t("a.b")`, `t("a.b" if … else "c.d")`, `visit.t(…)`, and labels handed on to `t`.
ASKED = re.compile(r"""\bt(?:\.knows)?\(\s*f?"([^"{]+)("\s*~|\{|")""")
FAMILY = re.compile(r'f"([a-z_]+\.)\{')
WRITTEN = re.compile(r'"([a-z_]+(?:\.[a-z_ ]+)+)"')


def asked() -> tuple[set[str], set[str]]:
    """The keys that sources ask for, and the beginnings of those they put together."""
    whole, beginnings = set[str](), set[str]()
    for file in FILES:
        text = file.read_text(encoding="utf-8")
        beginnings.update(FAMILY.findall(text))
        for key, ending in ASKED.findall(text):
            (whole if ending == '"' else beginnings).add(key)
    return whole, beginnings


def hard_coded(template: str) -> Iterator[str]:
    """Words that stand in a template itself."""
    text = re.sub(r"\{% block (body|main)_class.*?endblock %\}", " ", template, flags=re.S)
    text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", " ", text, flags=re.S)
    text = re.sub(r"<(code|title|pre|textarea)[^>]*>.*?</\1>", " ", text, flags=re.S)
    yield from re.findall(r"(?:aria-label|title|placeholder)=\"\s*(\w[^\"]+)\"", text)
    yield from re.findall(r"[A-Za-z]{3,}", re.sub(r"<[^>]*>", " ", text, flags=re.S))


@pytest.mark.need("N-BROWSE-5")
def test_no_label_is_missing() -> None:
    whole, beginnings = asked()
    assert len(whole) > 100
    assert whole - catalogue().keys() == set()
    for beginning in beginnings:
        assert any(key.startswith(beginning) for key in catalogue()), beginning


def test_no_label_is_unused() -> None:
    whole, beginnings = asked()
    written = {key for file in FILES for key in WRITTEN.findall(file.read_text(encoding="utf-8"))}
    whole |= {key for key in catalogue() if key.partition("@")[0] in whole | written}
    unused = catalogue().keys() - whole - written
    assert {key for key in unused if not key.startswith(tuple(beginnings))} == set()


@pytest.mark.parametrize("key", sorted(catalogue()))
def test_a_label_says_the_same_in_both_languages(key: str) -> None:
    label = catalogue()[key]
    assert set(LANGUAGES) <= set(label) <= {*LANGUAGES, "id1", "en1"}
    blanks = {code: {blank for _, blank, _, _ in Formatter().parse(label[code]) if blank}
              for code in label}  # fmt: skip
    assert blanks["id"] == blanks["en"]
    assert all(blanks[code] <= blanks["id"] for code in label)
    assert all(label[code].strip() for code in label)


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.html")), ids=lambda path: path.name)
def test_templates_hold_no_words_of_their_own(path: Path) -> None:
    allowed = {"SQL", "CSV"}
    assert set(hard_coded(path.read_text(encoding="utf-8"))) - allowed == set()


@pytest.mark.parametrize(
    "name", sorted({one for table in (*TABLES, *VIEWS) for one in table.columns})
)
def test_every_column_of_the_raw_data_has_a_heading_in_words(name: str) -> None:
    assert Language("id").knows(f"column.{name}")


@pytest.mark.parametrize(
    ("words", "english"),
    [
        ("kata yang sama: loket, antrean; maknanya dekat",
         "words in common: loket, antrean; near in meaning"),
        ("makna terdekat: “kata yang sama: loket”", "nearest in meaning: “kata yang sama: loket”"),
        ("isyarat “isyarat lemah” (kendala)", "cue “isyarat lemah” (obstacle)"),
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
    code: str, number: float, written: str
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
    assert Language("en")("found.count", n=1) == "1 finding"
    assert Language("en")("found.count", n=1200) == "1,200 findings"


def test_indonesian_words_are_marked_as_such_on_english_pages(browser: Datasette) -> None:
    for path in ("/naskah", "/naskah/antrean.ayat-1", "/temuan/f-1"):
        page = ask(browser, f"{path}?bahasa=en").text
        assert '<html lang="en">' in page
        assert re.search(r'<(div|p|blockquote)[^>]* lang="id"', page)


@pytest.mark.parametrize(("name", "words"), [("weak.show", "0,6"), ("about.link.is", "0,6")])
def test_what_is_said_of_strong_suggestions_is_where_they_begin(name: str, words: str) -> None:
    assert f"{STRONG:g}".replace(".", ",") == words
    assert words in Language("id")(name)
