"""What every answer says about itself, and addresses that mean harm."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from browse_visits import ask

if TYPE_CHECKING:
    from datasette.app import Datasette

ANSWERS = (
    "/",
    "/naskah",
    "/naskah/tidak-ada",
    "/evidence",
    "/evidence/findings.json",
    "/evidence?sql=selec",
    "/laporan?_unduh=csv",
    "/-/static-plugins/telusur/telusur.css",
    "/tidak-ada",
)
HOSTILE = (
    "%00",
    "%ff%fe",
    "a" * 10_000,
    "'; DROP TABLE findings; --",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "..%2f..%2fetc%2fpasswd",
    "%F0%9F%A6%9C",
    "{{7*7}}",
    "%25s%d",
    "NEAR(a b)",
)


@pytest.mark.need("N-BROWSE-8")
@pytest.mark.parametrize("path", ANSWERS)
def test_every_answer_forbids_what_it_does_not_need(browser: Datasette, path: str) -> None:
    headers = ask(browser, path).headers
    rules = dict(
        rule.strip().partition(" ")[::2] for rule in headers["content-security-policy"].split(";")
    )
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == rules["style-src"] == "'self'"
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize("path", ["/", "/naskah", "/temuan/f-1", "/evidence/findings", "/evidence"])
def test_pages_have_no_code_inside_them(browser: Datasette, path: str) -> None:
    page = ask(browser, path).text
    assert "<script>" not in page
    assert "<style" not in page
    assert " style=" not in page
    assert " onclick=" not in page


@pytest.mark.parametrize(
    "path", ["//jahat.example/", "//jahat.example/..", "///jahat.example/", "/%2F/jahat.example/"]
)
def test_no_address_sends_readers_to_another_host(browser: Datasette, path: str) -> None:
    answer = ask(browser, path + "?bahasa=en")
    target = urlsplit(answer.headers.get("location", "/"))
    assert target.netloc == ""
    assert not target.path.startswith(("//", "/\\"))


@pytest.mark.parametrize("page", ["naskah", "temuan", "laporan", "tempat", "lokasi"])
def test_hostile_ids_are_answered_with_a_page_that_helps(browser: Datasette, page: str) -> None:
    for hostile in HOSTILE:
        answer = ask(browser, f"/{page}/{hostile}")
        assert answer.status_code in (302, 404), hostile
        if answer.status_code == 404:
            assert "<h1>" in answer.text
            assert "<script>alert" not in answer.text
            assert "Traceback" not in answer.text


@pytest.mark.parametrize("number", ["0", "-1", "9" * 400, "x", "1.5", "²", "%00"])
def test_odd_numbers_of_pages_are_taken_for_the_nearest(browser: Datasette, number: str) -> None:
    assert ask(browser, f"/laporan?halaman={number}").status_code == 200
