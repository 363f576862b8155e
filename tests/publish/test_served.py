"""A bundle, served as its readers' server does, gives what it should and nothing more."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest
from tests.publish.salted import SECRETS, Made
from tests.publish.server import served

PAGES = (
    "/", "/naskah", "/naskah/jaringan", "/laporan", "/laporan/palembang-md", "/tempat",
    "/tempat/16.71", "/lokasi", "/cari?kata=jaringan", "/tentang", "/terbitan", "/evidence",
    "/evidence/findings", "/evidence/findings.json", "/evidence/findings_by_place.csv",
    "/static/unduhan/temuan.csv", "/static/unduhan/datapackage.json",
    "/-/static-plugins/telusur/telusur.css",
)  # fmt: skip
CLOSED = {
    "/-/databases.json": 404, "/-/settings": 404, "/-/plugins.json": 404, "/-/threads": 404,
    "/-/metadata.json": 404, "/-/versions.json": 404, "/%2d/databases.json": 404,
    "/./-/databases.json": 404, "/evidence.db": 403, "/evidence?sql=select+1": 403,
    "/evidence.json?sql=select+1": 403, "/evidence/findings.json?_where=1=1": 403,
    "/evidence/findings.csv?_stream=on": 403,
    "/static/%2e%2e/evidence.db": 400, "/..%2f..%2fetc/passwd": 400, "/_memory": 404,
    "/evidence/sqlite_master.json": 404, "/" + "a" * 3000: 414, "/?" + "a=1&" * 150: 400,
}  # fmt: skip


@pytest.fixture(scope="module")
def server(made: Made) -> Iterator[httpx.Client]:
    with served(made.bundle) as client:
        yield client


@pytest.mark.need("N-PUBLISH-5")
@pytest.mark.parametrize("path", PAGES)
def test_pages_open_safely_and_tell_no_secret(server: httpx.Client, path: str) -> None:
    answer = server.get(path)
    assert answer.status_code == 200
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["x-frame-options"] == "DENY"
    assert answer.headers["referrer-policy"] == "same-origin"
    assert answer.headers["x-robots-tag"] == "noindex, nofollow"
    assert [one for one in SECRETS if one in answer.text] == []
    if "html" in answer.headers["content-type"]:
        assert '<a href="/terbitan">' in answer.text


@pytest.mark.parametrize("path", [one for one in PAGES if "." not in one and "-/" not in one])
def test_every_page_says_that_it_shows_suggestions(server: httpx.Client, path: str) -> None:
    assert 'class="edition-banner"' in server.get(path).text
    assert "Saran bukan bukti" in server.get(path).text


@pytest.mark.parametrize("path", PAGES)
def test_a_server_in_front_may_keep_a_page_until_the_next_edition(
    server: httpx.Client, path: str
) -> None:
    seen = server.get(path, headers={"cookie": "bahasa=id; lain=1"})
    assert seen.headers["cache-control"] == "public, max-age=60"
    known = {"if-none-match": seen.headers["etag"]}
    assert server.get(path, headers=known).status_code == 304
    assert server.get(path, headers=known | {"cookie": "bahasa=en"}).status_code == 200
    assert server.get("/evidence?sql=select+1", headers=known).status_code == 403


@pytest.mark.parametrize("path", CLOSED)
def test_what_is_closed_stays_closed(server: httpx.Client, made: Made, path: str) -> None:
    answer = server.get(path)
    assert answer.status_code == CLOSED[path]
    assert str(made.bundle) not in answer.text
    assert "Traceback" not in answer.text


@pytest.mark.need("N-PUBLISH-5")
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_written(server: httpx.Client, method: str) -> None:
    assert server.request(method, "/evidence/findings").status_code == 405


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "OPTIONS"])
@pytest.mark.parametrize(
    "path",
    [*CLOSED, "/%00", "/evidence/%00", "/evidence/findings?_facet=%00", "/evidence/findings?%00=1",
     "/evidence/findings.json?kind=%00", "/cari?kata=%00", "/evidence?sql=%00"],
)  # fmt: skip
def test_what_is_closed_or_no_text_is_never_a_mistake_of_ours(
    server: httpx.Client, method: str, path: str
) -> None:
    answer = server.request(method, path)
    assert answer.status_code < 500
    assert method == "GET" or answer.status_code in (400, 403, 404, 405)


def test_robots_are_sent_away(server: httpx.Client) -> None:
    assert server.get("/robots.txt").text == "User-agent: *\nDisallow: /\n"


def test_this_edition_tells_what_it_is(server: httpx.Client) -> None:
    page = server.get("/terbitan").text
    for words in ("CC BY 4.0", "2026-03-01", "Ini terbitan pertama", "[NIK]", "temuan.csv"):
        assert words in page
    english = server.get("/terbitan?bahasa=en").text
    for words in ("About this edition", "Licence", "This is the first edition", "temuan.csv"):
        assert words in english
        assert words == "temuan.csv" or words not in page


def test_the_bundle_stays_as_it_was_made(server: httpx.Client, made: Made) -> None:
    from telusur.publish import differences

    server.get("/")
    assert differences(made.bundle) == []
