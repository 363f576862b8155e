"""Asks a browser for odd addresses: `python -m benchmarks.fuzz_addresses STORE [--number N]`.

Paths and parameters are drawn by hypothesis from those that Datasette and our pages know, and from
texts that break programs. What is answered by an error of our own is printed, shrunk to the least
address that brings it about.
"""

from __future__ import annotations

import argparse
import asyncio
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import quote, quote_from_bytes

from hypothesis import HealthCheck, Phase, Verbosity, given, settings
from hypothesis import strategies as st

from telusur.browse.serving.serve import make_browser

TABLES = ("findings", "findings_by_place", "documents", "links", "clauses", "coverage", "places")
PAGES = (
    *("", "naskah", "temuan", "laporan", "tempat", "lokasi", "celah", "matriks", "peta", "bagan"),
    *("cari", "tentang", "evidence"),
)
QUERIES = ("tantangan", "matriks", "cari-temuan", "temuan-di-tempat", "mengapa-pasal-ini")
ENDINGS = ("", ".json", ".csv", ".blob", ".db", ".jsono", "/")
PARAMETERS = (
    *("_facet", "_facet_array", "_facet_date", "_facet_size", "_sort", "_sort_desc", "_size"),
    *("_next", "_search", "_search_quote", "_searchmode", "_col", "_nocol", "_shape", "_json"),
    *("_labels", "_label", "_stream", "_dl", "_nl", "_trace", "_timelimit", "_through", "_where"),
    *("_blob_column", "_blob_hash", "_nofacet", "_nosuggest", "_nocount", "_filter_column"),
    *("_filter_op", "_filter_value", "_filter_column_1", "_sort_by_desc", "_format", "_header"),
    *("_json_infinity", "_ttl", "_hash", "_extra", "_group", "sql", "kata", "tempat", "jenis"),
    *("tantangan", "sejak", "sampai", "halaman", "per", "pusat", "perbesar", "bahasa", "_unduh"),
    *("pasal", "quote", "quote__contains", "kind__in", "confidence__gt", "place__arraycontains"),
    *("quote__like", "quote__glob", "visited_on__date", "start__exact", "rowid", "id__notin"),
)
VALUES = (
    *("", "0", "1", "-1", "max", "on", "off", "kind", "quote", "place", "id", "rowid", "objects"),
    *("array", "arrays", "raw", "9" * 30, "9" * 5_000, "1e999", "NaN", "null", "[]", "{}", "[[1]]"),
    *('{"table":"links"}', '{"table":"links","column":"finding_id","value":[1]}', '["a"]', "a,b,c"),
    *("2024-13-45", "0000-00-00", "9999-12-31", "csv", "xlsx", "json", "en", "id", "-90,181"),
    *("nan,nan", "select 1", "select zeroblob(9e9)", "NEAR(a b)", '"', "'", "*", "a*", "^a", "~00"),
    *("%", "\x00", "\ud7ff", "\U0001f99c", "\u202e", "../..", "<script>", "a" * 3_000, "\r\nX: y"),
)

_value = st.one_of(
    st.sampled_from(VALUES).map(quote),
    st.text(max_size=12).map(lambda text: quote(text.encode("utf-8", "surrogatepass"))),
    st.binary(max_size=6).map(quote_from_bytes),
)
_name = st.one_of(st.sampled_from(PARAMETERS), _value)
_query = st.lists(st.tuples(_name, _value), max_size=4).map(
    lambda pairs: "&".join(f"{name}={value}" for name, value in pairs)
)
_id = st.one_of(
    _value, st.sampled_from(("f-1", "1", "kunjungan", "antrean", "01.71", "f-1,antrean"))
)
_page = st.one_of(
    st.sampled_from(PAGES).map(lambda page: f"/{page}"),
    st.tuples(st.sampled_from(PAGES[1:]), _id).map("/".join).map("/{}".format),
    st.tuples(st.sampled_from(TABLES + QUERIES), st.sampled_from(ENDINGS)).map(
        lambda parts: "/evidence/" + "".join(parts)
    ),
    st.tuples(st.sampled_from(TABLES), _id, st.sampled_from(ENDINGS)).map(
        lambda parts: f"/evidence/{parts[0]}/{parts[1]}{parts[2]}"
    ),
)
ADDRESSES = st.tuples(_page, _query).map(lambda parts: "?".join(parts))
"""Paths with their parameters, encoded as a client sends them."""


def wrong(answer: Any) -> str | None:
    """Return what is wrong with an answer; None where it is one that a reader can use."""
    if answer.status_code >= 500:
        return f"{answer.status_code}: {answer.text[:200]}"
    return "it tells how it is made" if "Traceback (most recent" in answer.text else None


def main() -> None:
    """Ask for as many addresses as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", type=Path)
    parser.add_argument("--number", type=int, default=20_000)
    asked = parser.parse_args()
    metadata = Path(__file__).parents[1] / "datasette_metadata.yml"
    browser = make_browser(metadata, asked.store)
    statuses = Counter[int]()

    @settings(
        max_examples=asked.number,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        verbosity=Verbosity.normal,
        suppress_health_check=list(HealthCheck),
    )
    @given(ADDRESSES)
    def each(address: str) -> None:
        answer = asyncio.run(browser.client.get(address))
        statuses[answer.status_code] += 1
        assert wrong(answer) is None, (address, wrong(answer))

    each()
    print(f"{statuses.total()} answers:", dict(statuses))


if __name__ == "__main__":
    main()
