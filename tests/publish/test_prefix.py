"""Below a path of a web server, every link leads where it should, and nothing else is open."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import httpx
import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser
from tests.publish.proxy import BELOW, proxy
from tests.publish.salted import Made, workspace_at
from tests.publish.server import served
from tests.publish.test_served import CLOSED
from tests.waiting import PATIENCE

from telusur.browse.pages import routes
from telusur.browse.writing.prefix import here, with_prefix
from telusur.cli.publish import command
from telusur.publish import publish
from telusur.workspace import PAGES, Workspace, base_url

MOST = 50
_LINK = re.compile(r'(?:href|src|action)="([^"]*)"')


@pytest.fixture(scope="module")
def bundle(made: Made, tmp_path_factory: pytest.TempPathFactory) -> Path:
    settings = workspace_at(made.root).settings
    wanted = settings.publish.model_copy(update={"base_url": BELOW})
    workspace = Workspace(made.root, settings.model_copy(update={"publish": wanted}))
    folder = tmp_path_factory.mktemp("bawah") / "terbit"
    publish(workspace, made.root / "evidence.db", folder)
    return folder


@pytest.fixture(scope="module")
def server(bundle: Path) -> Iterator[httpx.Client]:
    with served(bundle) as client:
        yield client


@pytest.fixture(scope="module", params=["strips", "keeps"])
def site(server: httpx.Client, request: pytest.FixtureRequest) -> Iterator[str]:
    with proxy(server.base_url, strips=request.param == "strips") as address:
        yield address


def test_every_link_of_every_page_leads_below_the_path(site: str) -> None:
    """Follow the links of a site, of each kind of address a few."""
    waiting = [f"{site}{BELOW}", f"{site}{BELOW}evidence/findings?_size=2&_facet=kind"]
    seen = {*waiting}
    kinds: dict[str, int] = {}
    with httpx.Client(timeout=PATIENCE) as client:
        for address in waiting:  # which grows meanwhile
            if waiting.index(address) == MOST:
                break
            answer = client.get(address)
            assert answer.status_code == 200, address
            if "html" not in answer.headers.get("content-type", ""):
                continue
            for given in _LINK.findall(answer.text):
                link = urlsplit(urljoin(address, html.unescape(given)))
                if f"{link.scheme}://{link.netloc}" != site:
                    assert not link.netloc.startswith("127."), (address, given)
                    continue
                assert link.path.startswith(BELOW), (address, given)
                assert not link.path.startswith(BELOW + "bukti"), (address, given)
                asked = ",".join(sorted({one.split("=")[0] for one in link.query.split("&")}))
                kind = f"{re.sub('(?<=./)[^/]+$', '', link.path.removeprefix(BELOW))}?{asked}"
                whole = link._replace(fragment="").geturl()
                if whole not in seen and kinds.get(kind, 0) < 1:
                    kinds[kind] = kinds.get(kind, 0) + 1
                    seen.add(whole)
                    waiting.append(whole)
    paths = {urlsplit(one).path.removeprefix(BELOW) for one in seen}
    for wanted in (
        "naskah",
        "laporan",
        "tentang",
        "evidence/findings",
        "static/unduhan/",
    ):
        assert any(path.startswith(wanted) for path in paths), wanted
    for wanted in ("_next", "_sort", "place_code", "bahasa"):
        assert any(wanted in urlsplit(one).query for one in seen), wanted


def test_a_reader_finds_the_way_in_a_browser(site: str, chromium: Browser) -> None:
    page = chromium.new_page()
    wrong: list[str] = []
    page.on("response", lambda one: one.status >= 400 and wrong.append(one.url))
    page.goto(f"{site}{BELOW}cari")
    page.locator("main input[name=kata]").first.fill("jaringan")
    page.locator("main input[name=kata]").first.press("Enter")
    page.wait_for_url(re.compile(re.escape(f"{site}{BELOW}cari?") + ".*kata=jaringan"))
    page.locator('a[href*="bahasa=en"]').first.click()
    page.wait_for_url(re.compile("bahasa=en"))
    assert page.locator("html").get_attribute("lang") == "en"
    page.goto(f"{site}{BELOW}naskah")
    assert page.locator("html").get_attribute("lang") == "en"  # the cookie reaches below
    assert page.locator('nav a[aria-current="page"]').count() == 1
    page.goto(f"{site}{BELOW}evidence/findings?_size=2&_facet=kind")
    page.locator("a[rel=next]").click()
    page.wait_for_url(re.compile("_next="))
    page.locator(".facet-info a").first.click()
    page.wait_for_url(re.compile("place_code="))
    assert page.url.startswith(f"{site}{BELOW}evidence/findings?")
    page.goto(f"{site}{BELOW}terbitan")
    with page.expect_download() as download:
        page.locator('a[href$="temuan.csv"]').click()
    assert "kind" in download.value.path().read_text(encoding="utf-8")
    page.close()
    assert wrong == []


@pytest.mark.parametrize("path", [path for path, status in CLOSED.items() if status != 414])
@pytest.mark.parametrize("below", ["/bukti", "//bukti", "/bukti/", "/bukti//", "/bukti/."])
def test_what_is_closed_is_closed_below_the_path_too(
    server: httpx.Client, below: str, path: str
) -> None:
    if path.startswith("/?"):
        pytest.skip("no path")
    assert server.get(f"{below}{path}").status_code in (400, 403, 404)


@pytest.mark.parametrize(
    "path",
    ["/bukti/-/databases.json", "/bukti/-/threads", "/%62ukti/-/threads", "/bukti%2f-/threads",
     "/bukti/%2d/threads", "/bukti/%252d/threads", "/lain/-/threads", "/bukti/bukti/-/threads",
     "/bukti/-/static/../threads", "/bukti/-", "/bukti/-/", "/bukti/-.json", "/bukti\\-\\threads"],
)  # fmt: skip
def test_datasettes_own_pages_are_closed_in_every_spelling(
    server: httpx.Client, made: Made, path: str
) -> None:
    answer = server.get(path, follow_redirects=True)
    assert answer.status_code in (400, 404)
    with (
        served(made.bundle, "--setting", "base_url", BELOW)
        if path.endswith("abases.json")
        else (pytest.MonkeyPatch.context()) as other
    ):
        if isinstance(other, httpx.Client):
            assert other.get(path).status_code == 404


@pytest.mark.parametrize("below", ["", "/bukti"])
@pytest.mark.parametrize("asked", ["_next='", "_next=%27", "_next=%00", "_size=x", "_facet=%00"])
def test_a_page_that_is_not_there_is_no_mistake_of_ours(
    server: httpx.Client, below: str, asked: str
) -> None:
    assert server.get(f"{below}/evidence/findings_by_place?{asked}").status_code < 500


def test_verify_says_where_it_is_served(bundle: Path) -> None:
    done = CliRunner().invoke(command, ["--verify", str(bundle)], obj=bundle)
    assert "served below /bukti/" in done.output
    assert json.loads((bundle / "settings.json").read_text())["base_url"] == BELOW


@pytest.mark.parametrize("given", ["bukti", "/bukti", "bukti/", "/bukti/", "//bukti//"])
def test_slashes_are_put_where_they_belong(given: str) -> None:
    assert base_url(given) == BELOW
    assert base_url("/") == base_url("") == "/"


@pytest.mark.parametrize("given", ["/../", "/-/", "/a b/", "/a?b/", "/evidence/", "https://x.id/"])
def test_what_is_no_path_is_refused(given: str) -> None:
    with pytest.raises(ValueError, match=r"write it like|take another word"):
        base_url(given)


def test_no_path_begins_as_a_page_of_ours() -> None:
    assert {pattern.strip("^$/").split("/")[0] for pattern, _ in routes()} - {""} <= PAGES


def test_a_request_has_the_path_exactly_once() -> None:
    for path in ("/bukti/naskah", "/naskah"):
        scope = with_prefix({"path": path, "raw_path": path.encode()}, BELOW)
        assert (scope["path"], scope["raw_path"]) == ("/bukti/naskah", b"/bukti/naskah")
    for path in ("/bukti", "/bukti/", "/"):
        assert with_prefix({"path": path}, BELOW)["raw_path"] == b"/bukti/"


def test_links_name_no_server() -> None:
    assert here("http://127.0.0.1:8001/bukti/evidence/x?a=%C3%A4#y") == (
        "/bukti/evidence/x?a=%C3%A4#y"
    )
