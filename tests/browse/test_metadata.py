"""The browser's metadata describe the whole store, and no page or query of it ever fails."""

from __future__ import annotations

import html
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import httpx
import pytest
import yaml
from browse_visits import ask_all
from support import ROOT

from telusur.browse.writing.language import Language
from telusur.store.schema.tables import TABLES
from telusur.store.schema.views import VIEWS

if TYPE_CHECKING:
    from datasette.app import Datasette

METADATA = (ROOT / "datasette_metadata.yml").read_text(encoding="utf-8")
TOLD = yaml.safe_load(METADATA)["databases"]["evidence"]
COLUMNS = {one.name: list(one.columns) for one in (*TABLES, *VIEWS)}
QUERIES: dict[str, dict[str, Any]] = TOLD["queries"]
SEARCHED = [table.name for table in TABLES if table.search] + [
    "findings_by_place",
    "unanswered_findings",
]
EMPTY_HERE = {
    "cells", "repeated_findings", "earlier_readings", "marked_findings", "marked_words",
    "named_sites", "sketches",
    "corrected_findings", "dismissed_findings", "justified_clauses", "justified_findings",
}  # fmt: skip
"""What the made-up store of these tests has no rows of."""
HOSTILE = [
    "'", '"', '""', "'; DROP TABLE findings; --", "%", "_", "*", "-", "antrean*", "(", ")", "^a",
    "a AND", "NOT a", "OR", "NEAR(a b)", "quote:antrean", "{quote} : a", "a + b", "\\", ":kata",
    "<script>alert(1)</script>", "😀", "antrean 😀", " ", "\t\n", "a\u00a0b", "é" * 100,
    "x" * 10_000, "a " * 5_000, '"' * 10_000, "😀" * 5_000,
]  # fmt: skip
# A search for blanks or quotes alone is answered by Datasette with status 400 and FTS5's own words.
HOSTILE_SEARCHES = [value for value in HOSTILE if value.strip('" \t\n')]


def get(browser: Datasette, path: str, **parameters: str) -> httpx.Response:
    response = ask_all(browser, [f"{path}?{urlencode(parameters)}"])[0]
    assert response.status_code == 200, response.text[:500]
    return response


def answer(browser: Datasette, name: str, **parameters: str) -> list[dict[str, Any]]:
    """Rows of a table, view or query, as dictionaries."""
    path = f"/evidence/{name}.json"
    rows: list[dict[str, Any]] = get(browser, path, _shape="array", **parameters).json()
    return rows


def facet_counts(browser: Datasette, name: str, **asked: str) -> dict[str, dict[str, int]]:
    """Counts by label, by facet."""
    told = get(browser, f"/evidence/{name}.json", _facet_size="max", **asked).json()
    return {
        facet: {one["label"]: one["count"] for one in counted["results"]}
        for facet, counted in told["facet_results"].items()
    }


def test_every_table_view_and_column_is_described_and_nothing_else() -> None:
    told = {name: list(one["columns"]) for name, one in TOLD["tables"].items()}
    assert {name: sorted(columns) for name, columns in told.items()} == {
        name: sorted(columns) for name, columns in COLUMNS.items()
    }


@pytest.mark.parametrize("name", COLUMNS)
def test_a_table_has_a_title_a_description_and_words_for_each_column(name: str) -> None:
    told = TOLD["tables"][name]
    words = [told["title"], told["description"], *told["columns"].values()]
    assert all(isinstance(word, str) and len(word) >= 3 for word in words)
    assert all(" · " in word for word in (told["title"], told["description"]))


@pytest.mark.parametrize("name", COLUMNS)
def test_what_is_sorted_by_and_faceted_by_are_columns(name: str) -> None:
    told = TOLD["tables"][name]
    named = [told[key] for key in ("sort", "sort_desc", "label_column") if key in told]
    facets = [*told.get("facets", []), *told.get("offered_facets", [])]
    named += [facet if isinstance(facet, str) else facet["array"] for facet in facets]
    assert set(named) <= set(COLUMNS[name])


def test_every_query_says_what_it_answers_in_both_languages() -> None:
    for name, query in QUERIES.items():
        assert query["title"], name
        assert "(English: " in query["description"], name
        assert all(f":{parameter}" in query["sql"] for parameter in query["params"]), name


def in_language(told: str, language: str) -> str:
    """The half of a title or description that readers of a language see."""
    indonesian, _, english = told.replace(" (English: ", " · ").partition(" · ")
    return indonesian if language == "id" or not english else english.rstrip(")")


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_database_page_leads_to_every_query(browser: Datasette, language: str) -> None:
    page = html.unescape(get(browser, "/evidence", bahasa=language).text)
    for name, query in QUERIES.items():
        assert f'<a href="/evidence/{name}">{in_language(query["title"], language)}</a>' in page
    assert "_memory" not in page


def test_only_the_cache_and_the_search_indexes_are_hidden(browser: Datasette) -> None:
    tables = get(browser, "/evidence.json").json()["tables"]
    shown = {table["name"] for table in tables if not table["hidden"]}
    assert shown == {table.name for table in TABLES} - {"embeddings"}


@pytest.mark.parametrize("name", COLUMNS)
def test_every_table_and_view_page_opens_with_its_title_and_descriptions(
    browser: Datasette, name: str
) -> None:
    told = TOLD["tables"][name]
    for language in ("id", "en"):
        page = html.unescape(get(browser, f"/evidence/{name}", bahasa=language).text)
        for words in (told["title"], told["description"], *told["columns"].values()):
            assert in_language(words, language) in page
        assert Language(language)("These took too long to count:") not in page
    told = get(browser, f"/evidence/{name}.json").json()
    assert told["rows"] or name in EMPTY_HERE
    assert set(COLUMNS[name]) <= set(told["columns"])


@pytest.mark.parametrize("name", QUERIES)
def test_every_query_answers_something_when_nothing_is_filled_in(
    browser: Datasette, name: str
) -> None:
    page = html.unescape(get(browser, f"/evidence/{name}").text)
    assert in_language(QUERIES[name]["title"], "id") in page
    assert in_language(QUERIES[name]["description"], "id") in page
    told = get(browser, f"/evidence/{name}.json").json()
    assert told["ok"]
    assert told["rows"]


@pytest.mark.parametrize("name", QUERIES)
def test_no_input_makes_a_query_fail(browser: Datasette, name: str) -> None:
    paths = [
        f"/evidence/{name}{ending}?{urlencode({parameter: value})}"
        for parameter in QUERIES[name]["params"] or ["unknown"]
        for value in HOSTILE
        for ending in ("", ".json")
    ]
    for path, response in zip(paths, ask_all(browser, paths), strict=True):
        assert response.status_code == 200, path[:200]
        assert Language("id")("This question cannot be answered:") not in response.text
        assert "<script>alert" not in response.text or path.split("?")[0].endswith(".json")


@pytest.mark.parametrize("name", SEARCHED)
def test_no_input_makes_a_search_fail(browser: Datasette, name: str) -> None:
    paths = [
        f"/evidence/{name}{ending}?{urlencode({'_search': value})}"
        for value in HOSTILE_SEARCHES
        for ending in ("", ".json")
    ]
    for path, response in zip(paths, ask_all(browser, paths), strict=True):
        assert response.status_code == 200, path[:200]


@pytest.mark.parametrize(
    ("name", "words", "column", "found"),
    [
        ("findings", "internet putus", "id", ["f-2"]),
        ("findings_by_place", "internet putus", "finding_id", ["f-2"]),
        ("unanswered_findings", "kepastian", "finding_id", ["f-4"]),
        ("unanswered_findings", "internet", "finding_id", []),
        ("passages", "loket tutup", "id", ["lama.1"]),
        ("clauses", "formulir", "id", ["formulir"]),
        ("clauses", "Pasal 73", "id", ["biaya"]),
    ],
)
def test_search_finds_rows_by_words(
    browser: Datasette, name: str, words: str, column: str, found: list[str]
) -> None:
    assert [row[column] for row in answer(browser, name, _search=words)] == found


def test_search_in_one_column_works_on_the_view_too(browser: Datasette) -> None:
    found = answer(browser, "findings_by_place", _search_quote="formulir")
    assert [row["finding_id"] for row in found] == ["f-3"]


def test_findings_by_place_are_counted_by_province_place_kind_and_challenge(
    browser: Datasette,
) -> None:
    """Each when it is asked for, by a link of the page: all at once take too long."""
    page = html.unescape(get(browser, "/evidence/findings_by_place").text)
    counted: dict[str, dict[str, int]] = {}
    for asked in ("_facet=province", "_facet=place", "_facet=kind", "_facet_array=challenges"):
        assert f'href="/evidence/findings_by_place?{asked}#facets"' in page
        counted |= facet_counts(browser, "findings_by_place", **dict([asked.split("=")]))
    assert counted["province"]["Provinsi Umpama"] == 2
    assert counted["place"]["Kota Contoh"] == 1
    assert counted["kind"] == {"kendala": 2, "kelebihan": 1, "kebutuhan": 1}
    assert counted["challenges"]["konektivitas"] == 2


def test_a_view_is_counted_without_being_sorted(browser: Datasette, database: Path) -> None:
    told = get(browser, "/evidence/clause_evidence.json").json()
    with closing(sqlite3.connect(database)) as connection:
        (count,) = connection.execute("SELECT count(*) FROM clause_evidence").fetchone()
        assert told["filtered_table_rows_count"] == count
        plan = "EXPLAIN QUERY PLAN SELECT count(*) FROM clause_evidence ORDER BY 1"
        assert "ORDER BY" not in str(connection.execute(plan).fetchall())


def test_search_and_facets_combine_on_findings_by_place(browser: Datasette) -> None:
    told = get(
        browser,
        "/evidence/findings_by_place.json",
        _search="loket",
        province="Provinsi Umpama",
        challenges__arraycontains="konektivitas",
        _shape="array",
    ).json()
    assert [row["finding_id"] for row in told] == ["f-1"]


@pytest.mark.parametrize(
    ("name", "facet", "label"),
    [
        ("findings", "kind", "kendala"),
        ("findings", "place_code", "Kota Contoh"),
        ("links", "status", "accepted"),
        ("documents", "genre", "catatan lapangan"),
        ("clauses", "level", "ayat"),
        ("finding_challenges", "challenge_id", "Konektivitas"),
    ],
)
def test_tables_are_counted_by_what_matters(
    browser: Datasette, name: str, facet: str, label: str
) -> None:
    assert label in facet_counts(browser, name)[facet]


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("findings", ["Kunjungan ke Kota Contoh", "Kota Contoh", "MPP Kota Contoh"]),
        ("links", ["Antrean daring belum tersedia di loket satu", "Pasal 7 ayat (1)"]),
        ("finding_challenges", ["Kepastian waktu dan biaya"]),
        ("sites", ["Kota Contoh"]),
        ("clauses", ["BAB I"]),
    ],
)
def test_references_show_names_and_not_keys(
    browser: Datasette, name: str, labels: list[str]
) -> None:
    page = get(browser, f"/evidence/{name}").text
    for label in labels:
        assert f">{label}</a>&nbsp;<em>" in page


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Pasal 7", {"f-1", "f-2"}),
        ("pasal 7 ayat 2", {"f-1", "f-2"}),
        ("Pasal 7 ayat (1)", {"f-1"}),
        ("Pasal 7 ayat (2) huruf a", {"f-1", "f-2"}),
        ("BAB I", {"f-1", "f-2", "f-3"}),
        ("antrean.ayat-1", {"f-1"}),
        ("#formulir", {"f-3"}),
        ("Pasal 73", set()),
        ("Pasal 99", set()),
    ],
)
def test_evidence_of_a_clause_includes_the_clauses_in_it(
    browser: Datasette, asked: str, found: set[str]
) -> None:
    rows = answer(browser, "bukti-ketentuan", ketentuan=asked)
    assert {row["temuan"] for row in rows} == found


def test_accepted_evidence_comes_first(browser: Datasette) -> None:
    rows = answer(browser, "bukti-ketentuan", ketentuan="Pasal 7 ayat (2)")
    assert [(row["temuan"], row["status"]) for row in rows] == [
        ("f-2", "diterima"),
        ("f-1", "saran kuat"),
    ]


def test_what_is_missing_on_either_side_is_told(browser: Datasette) -> None:
    rows = answer(browser, "ketentuan-tanpa-bukti")
    assert [(row["ketentuan"], row["yang ada"]) for row in rows] == [
        ("Pasal 7 ayat (1)", "saran kuat"),
        ("Pasal 72", "saran kuat"),
        ("Pasal 73", "tidak ada apa pun"),
    ]
    assert [row["temuan"] for row in answer(browser, "temuan-tanpa-jawaban")] == ["f-4"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"tempat": "contoh"}, {"f-1"}),
        ({"tempat": "01.01"}, {"f-2"}),
        ({"tempat": "01"}, {"f-1", "f-2"}),
        ({"tempat": "Provinsi Umpama"}, {"f-1", "f-2"}),
        ({"tempat": "umpama", "tantangan": "kepastian"}, {"f-1"}),
        ({"jenis": "Kendala"}, {"f-1", "f-2"}),
        ({"tantangan": "connectivity"}, {"f-1", "f-2"}),
        ({"tempat": "%"}, set()),
        ({}, {"f-1", "f-2", "f-3", "f-4"}),
    ],
)
def test_findings_of_a_place_by_part_of_its_name_or_its_code(
    browser: Datasette, asked: dict[str, str], found: set[str]
) -> None:
    assert {row["temuan"] for row in answer(browser, "temuan-di-tempat", **asked)} == found


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("antre", ["f-1"]),
        ("LOKET antrean", ["f-1"]),
        ('"putus" - internet*', ["f-2"]),
        ("antrean internet", []),
        ("***", []),
    ],
)
def test_words_find_findings_by_their_beginnings(
    browser: Datasette, asked: str, found: list[str]
) -> None:
    assert [row["temuan"] for row in answer(browser, "cari-temuan", kata=asked)] == found


@pytest.mark.parametrize(
    ("asked", "quotes"),
    [
        ("7", ["Jaringan internet putus", "Antrean daring"]),
        ("pasal 7", ["Jaringan internet putus", "Antrean daring"]),
        ("Pasal 7 ayat (2)", ["Jaringan internet putus", "Antrean daring"]),
        ("formulir", ["Petugas memakai"]),
        ("Pasal 72", ["Petugas memakai"]),
        ("", ["Jaringan internet putus", "Antrean daring", "Petugas memakai"]),
    ],
)
def test_a_pasal_is_explained_by_each_finding_once_accepted_and_surest_first(
    browser: Datasette, asked: str, quotes: list[str]
) -> None:
    rows = answer(browser, "mengapa-pasal-ini", pasal=asked)
    assert len(rows) == len(quotes)
    assert all(row["kutipan"].startswith(quote) for row, quote in zip(rows, quotes, strict=True))


def test_matrix_shows_gaps_and_loses_no_finding(browser: Datasette) -> None:
    rows = {row["pasal"]: row for row in answer(browser, "matriks")}
    assert list(rows) == ["Pasal 7", "Pasal 72", "Pasal 73"]
    assert (rows["Pasal 7"]["konektivitas"], rows["Pasal 7"]["sdm"]) == (1, None)
    assert rows["Pasal 7"]["saran kuat"] == 2  # of one finding, on two challenges
    assert (rows["Pasal 72"]["tantangan lain"], rows["Pasal 72"]["saran kuat"]) == (None, 1)
    assert rows["Pasal 73"]["tantangan tanpa bukti"] == 3


def test_matrix_has_a_column_for_each_challenge_of_the_workspace(browser: Datasette) -> None:
    taxonomy = (ROOT / "extract" / "challenges.yml").read_text(encoding="utf-8")
    ids = [challenge["id"] for challenge in yaml.safe_load(taxonomy)["challenges"]]
    assert list(answer(browser, "matriks")[0])[5:-1] == ids


def test_challenges_tell_how_many_of_their_findings_are_answered(browser: Datasette) -> None:
    first = answer(browser, "tantangan")[0]
    assert (first["tantangan"], first["temuan"]) == ("Konektivitas", 2)
    assert first["belum terakomodasi"] == 0
    assert (first["Pasal dengan bukti"], first["Pasal dengan saran saja"]) == (1, 0)


def test_newest_reports_come_first_and_undated_ones_last(browser: Datasette) -> None:
    rows = answer(browser, "laporan-terbaru")
    assert [row["tanggal"] for row in rows] == ["2024-05-02", "2019-01-10", None]
    assert (rows[0]["tempat"], rows[0]["temuan"]) == ("Kota Contoh", 4)
    assert rows[0]["belum terakomodasi"] == 1
    assert (rows[1]["temuan"], rows[1]["belum terakomodasi"]) == (0, 0)


def test_facts_of_a_site_come_with_their_source(browser: Datasette) -> None:
    rows = answer(browser, "fakta-lokasi", lokasi="mpp kota")
    assert {(row["fakta"], row["nilai"]) for row in rows} == {
        ("jenis layanan", 120.0),
        ("antrean daring", None),
    }
    assert all(row["sumber"] for row in rows)
    assert answer(browser, "fakta-lokasi", lokasi="andai") == []


def test_coverage_follows_the_draft(browser: Datasette) -> None:
    rows = answer(browser, "cakupan")
    assert [row["ketentuan"] for row in rows][:3] == ["BAB I", "Pasal 7", "Pasal 7 ayat (1)"]
    names = ("jumlah ketentuan", "mempunyai bukti", "saran kuat saja", "tidak ada apa pun")
    assert [rows[0][name] for name in names] == [4, 1, 2, 1]


@pytest.mark.need("N-BUILD-7")
def test_queries_run_in_any_sqlite(database: Path) -> None:
    """The published bundle and other people's tools may have none of Datasette's functions."""
    with closing(sqlite3.connect(database)) as connection:
        for query in QUERIES.values():
            connection.execute(query["sql"], dict.fromkeys(query["params"], "")).fetchall()
