"""An edition as plain pages: the same promises, without a server."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from playwright.sync_api import Browser, Page, expect
from tests.publish.salted import SECRETS, Made, workspace_at
from tests.publish.test_signing import write_key

from telusur.cli import commands
from telusur.errors import PublishRefused
from telusur.plain import Plain, finding
from telusur.plain.finding import SCRIPTS
from telusur.plain.places import Files, read, safe
from telusur.plain.places import Page as Address
from telusur.plain.writing import HERE
from telusur.publish import differences, edition_of, publish, rules, signed_by
from telusur.publish.edition import write_content
from telusur.search.roots import roots
from telusur.store.connection import store_for_reading
from telusur.store.reading import rows

LINKS = ("href", "src", "action", "cite")
SILENT = """
DELETE FROM places WHERE parent_code IS NOT NULL
  AND code NOT IN (SELECT place_code FROM document_places UNION SELECT place_code FROM sites)
"""
"""Places of which nothing is known have pages too, a thousand of them, all alike."""


@pytest.fixture(scope="session")
def store(made: Made, tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = tmp_path_factory.mktemp("store") / "evidence.db"
    shutil.copyfile(made.root / "evidence.db", copy)
    with sqlite3.connect(copy) as connection:
        connection.execute(SILENT)
    connection.close()
    return copy


@pytest.fixture(scope="session")
def plain(made: Made, store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Below a path with a blank: that of a stick may have one."""
    folder = tmp_path_factory.mktemp("terbitan polos") / "situs"
    publish(workspace_at(made.root), store, folder, form=Plain())
    return folder


@pytest.fixture
def tab(chromium: Browser, complaints: list[str]) -> Iterator[Page]:
    page = chromium.new_page(reduced_motion="reduce")
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(f"{said.text} {said.location}"))
    page.on("requestfailed", lambda request: complaints.append(request.url))
    yield page
    page.close()
    assert [one for one in complaints if "favicon.ico" not in one] == []


@pytest.fixture
def complaints() -> list[str]:
    return []


class Bare(Plain):
    """The form without its pages, which take most of the time."""

    leak = ""

    def write(self, made: Path, edition: Path, title: str, *_: object) -> None:
        write_content(made / "evidence.db", edition)
        (edition / "index.html").write_text(f"<h1>{title}</h1>{self.leak}", encoding="utf-8")

    def tell(self, *_: object) -> None:
        pass


# --- names of files ---

NAMES = st.text(min_size=1, max_size=200).filter(lambda name: "/" not in name)
FORBIDDEN = set('<>:"/\\|?*') | {chr(code) for code in range(32)}


@given(NAMES)
def test_every_name_is_one_that_file_systems_and_web_hosts_take(name: str) -> None:
    made = safe(name)
    assert not FORBIDDEN & set(made)
    assert made[0] not in "._ "
    assert made[-1] not in ". "
    assert len(made.encode()) <= 120
    assert made.partition(".")[0].lower() not in {"con", "prn", "aux", "nul", "com1", "lpt9"}


@given(st.lists(NAMES, unique=True, max_size=8))
def test_no_two_pages_share_a_file_whatever_the_file_system_thinks_of_capitals(
    names: list[str],
) -> None:
    files = Files()
    made = [files.of(Address("id", ("temuan", name))).casefold() for name in (*names, "A", "a")]
    assert len({*made}) == len({*names, "A", "a"})


@given(NAMES.filter(lambda name: name not in (".", "..")), st.sampled_from(["id", "en"]))
def test_the_address_of_a_page_is_read_as_that_page(name: str, language: str) -> None:
    page = Address(language, ("naskah", name), (("halaman", "2"),))
    assert read(page.address, Address(language)) == (page, "")


def test_an_ordinary_name_stays_as_it_stands_in_the_address() -> None:
    assert Address("id", ("naskah", "Pasal 29")).file == "naskah/Pasal 29/index.html"
    assert Address("en", ("tempat", "16.71")).file == "en/tempat/16.71/index.html"


# --- what is in it ---


@pytest.mark.need("N-PUBLISH-1")
def test_no_secret_stands_in_any_byte_of_the_pages(plain: Path) -> None:
    def squeezed(text: str) -> str:
        return "".join(filter(str.isalnum, text.casefold()))

    text = squeezed("\n".join(
        f"{path} {path.read_bytes().decode('utf-8', errors='replace')}"
        for path in plain.rglob("*") if path.is_file()
    ))  # fmt: skip
    assert [one for one in SECRETS if squeezed(one) in text] == []
    assert squeezed("Herman Sudrajat") in text


@pytest.mark.parametrize("leak", ["Sumarni Wiryodikromo", "<b>Sumarni</b> Wiryodi<i>kromo</i>"])
def test_a_secret_on_a_page_publishes_nothing(
    made: Made, store: Path, tmp_path: Path, leak: str
) -> None:
    form = Bare()
    form.leak = leak
    with pytest.raises(PublishRefused, match=r"index\.html"):
        publish(workspace_at(made.root), store, tmp_path / "situs", form=form)
    assert not (tmp_path / "situs").exists()


def test_a_secret_in_the_list_that_is_searched_publishes_nothing(
    made: Made, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = finding._told

    def leaking(*given: Any) -> dict[str, list[Any]]:
        return told(*given) | {"names": ["Sumarni Wiryodikromo"]}

    monkeypatch.setattr(finding, "_told", leaking)
    monkeypatch.setattr("telusur.plain.writing.Pages._all", lambda _: iter(()))
    with pytest.raises(PublishRefused, match=r"cari/temuan\.js"):
        publish(workspace_at(made.root), store, tmp_path / "situs", form=Plain())


def test_every_link_of_every_page_leads_to_a_file_of_the_folder_or_away(plain: Path) -> None:
    pages = {path: html.parse(str(path)).getroot() for path in plain.rglob("*.html")}
    places = {path: set(page.xpath("//@id")) for path, page in pages.items()}
    wrong, checked = [], 0
    for path, page in pages.items():
        for name in LINKS:
            for address in page.xpath(f"//@{name}"):
                parts = urlsplit(address)
                if parts.scheme in ("http", "https"):
                    continue
                target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
                checked += 1
                there = target.is_file() and target.is_relative_to(plain)
                fragment = unquote(parts.fragment)
                if not there or (fragment and fragment not in places.get(target, {fragment})):
                    wrong.append(f"{path.relative_to(plain)}: {address}")
    assert wrong == []
    assert checked > 2000


def test_a_page_has_no_form_that_only_a_server_answers_and_no_code_inside(plain: Path) -> None:
    for path in plain.rglob("*.html"):
        page = html.parse(str(path)).getroot()
        forms = {(path.parent / form.get("action")).resolve() for form in page.iter("form")}
        assert {form.relative_to(plain).parts[-2:] for form in forms} <= {("cari", "index.html")}
        assert all(script.get("src") for script in page.iter("script"))
        assert not page.xpath("//@style | //style")
        assert "localhost" not in page.text_content()
        (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert "default-src 'none'" in policy
        assert page.xpath("//meta[@name='robots']/@content") == ["noindex, nofollow"]


def test_both_languages_have_the_same_pages_and_downloads(plain: Path) -> None:
    def names(folder: Path) -> set[str]:
        return {path.relative_to(folder).as_posix() for path in folder.rglob("*.html")}

    assert names(plain / "en") == {name for name in names(plain) if not name.startswith("en/")}
    assert {"telusur.xlsx", "temuan.csv", "datapackage.json"} <= {
        path.name for path in (plain / "static" / "unduhan").iterdir()
    }
    assert (plain / "matriks" / "matrix.csv").read_bytes().startswith(b"\xef\xbb\xbf")


# --- which edition it is ---


def test_it_is_verified_signed_counted_and_replaced_as_a_bundle_is(
    made: Made, store: Path, plain: Path, tmp_path: Path
) -> None:
    assert differences(plain) == []
    key = write_key(tmp_path / "kunci")
    folder, workspace = tmp_path / "situs", workspace_at(made.root)
    publish(workspace, store, folder, key=key, form=Bare())
    first = edition_of(folder)
    publish(workspace, store, folder, key=key, form=Bare())
    assert edition_of(folder) == first
    publish(workspace, made.root / "evidence.db", folder, key=key)  # as a bundle, to the same place
    assert signed_by(folder) is not None
    second = edition_of(folder)
    assert (first.number, second.number) == (1, 2)
    assert all(
        some == {"baru": 0, "hilang": 0, "berubah": 0} for some in second.told["perubahan"].values()
    )
    (folder / "catatan.txt").write_text("milik orang lain", encoding="utf-8")
    with pytest.raises(PublishRefused, match=r"catatan\.txt"):
        publish(workspace, store, folder, form=Bare())


def test_the_command_says_how_to_go_on_and_verifies(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("telusur.plain.Plain", Bare)
    ask = partial(CliRunner().invoke, commands)
    words = ["--workspace", str(made.root), "publish", str(tmp_path / "situs")]
    told = ask([*words, "--static"])
    assert told.exit_code == 0, told.output
    assert f"Next: open {tmp_path / 'situs' / 'index.html'}" in " ".join(told.output.split())
    assert ask([*words, "--verify"]).exit_code == 0
    (tmp_path / "situs" / "index.html").write_text("lain", encoding="utf-8")
    assert ask([*words, "--verify"]).exit_code == 1


# --- in a browser ---


@pytest.fixture(scope="module")
def below(plain: Path) -> Iterator[str]:
    """The address of the folder that holds it, on a web host that runs nothing."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(plain.parent)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/situs"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("where", ["stick", "host"])
def test_words_are_found_in_any_form_from_a_stick_and_below_a_path(
    plain: Path, below: str, tab: Page, where: str
) -> None:
    tab.goto(plain.joinpath("index.html").as_uri() if where == "stick" else f"{below}/")
    tab.get_by_role("searchbox").fill("pengaduannya")
    tab.get_by_role("button", name="Cari").click()
    hits = tab.locator(".hit")
    expect(tab.locator("#hasil h2").first).to_have_text("1 temuan")
    expect(hits).to_contain_text("Pengaduan masyarakat belum dijawab")
    expect(hits.locator("mark")).to_have_text("Pengaduan")
    hits.locator("blockquote a").click()
    expect(tab.locator("main")).to_contain_text("Pengaduan masyarakat belum dijawab")
    tab.get_by_role("link", name="English").click()
    expect(tab.locator("html")).to_have_attribute("lang", "en")
    tab.get_by_role("searchbox").fill('"jaringan internet" Palembang')
    tab.get_by_role("button", name="Search").click()
    assert all("aringan internet" in hit for hit in tab.locator(".hit .quote").all_inner_texts())
    tab.locator(".hit .hit-more a").first.click()
    expect(tab.locator("h1")).to_contain_text("Pasal")


def test_filters_of_links_and_of_the_form_hold(plain: Path, tab: Page) -> None:
    page = plain.joinpath("cari", "index.html").as_uri()
    tab.goto(page)
    everything = int(tab.locator("#hasil h2").first.inner_text().split()[0])
    tab.get_by_label("Tempat", exact=True).select_option("35.73")
    tab.get_by_role("button", name="Cari").last.click()
    expect(tab.get_by_label("Tempat", exact=True)).to_have_value("35.73")
    assert 0 < int(tab.locator("#hasil h2").first.inner_text().split()[0]) < everything
    assert tab.locator(".hit-source", has_text="Malang").count() == tab.locator(".hit").count()
    tab.get_by_role("link", name="Lepas semua saringan").click()
    expect(tab.locator("#hasil h2").first).to_have_text(f"{everything} temuan")


def test_days_mean_the_same_as_on_a_server_and_what_is_none_is_told(plain: Path, tab: Page) -> None:
    page = plain.joinpath("cari", "index.html").as_uri()

    def found(asked: str) -> int:
        tab.goto(f"{page}?{asked}")
        return int(tab.locator("#hasil h2").first.inner_text().split()[0])

    everything = found("sejak=2000")
    assert 0 < found("sejak=2021-3") == found("sejak=2021-03-01") < everything
    assert found("sejak=2021") == found("sampai=2021") == everything
    assert 0 < found("sampai=2021-02") == found("sampai=2021-2-28") < everything
    for asked in ("sejak=kemarin", "sampai=2023-13", "sejak=2023-02-30"):
        assert found(asked) >= everything
        expect(tab.locator("#hasil .warn")).to_contain_text("tidak dipakai")


def test_an_address_without_its_file_leads_to_the_page_on_a_host(below: str, tab: Page) -> None:
    tab.goto(f"{below}/tempat/16.71")
    expect(tab.locator("h1")).to_contain_text("Kota Palembang")


def test_a_pasal_is_found_as_people_cite_it(plain: Path, made: Made, tab: Page) -> None:
    with store_for_reading(made.bundle / "evidence.db") as db:
        told = rows(db, "SELECT id, label FROM clauses WHERE level = 'pasal' AND label <> id")
    assert told
    for row in told:
        for root in (plain, plain / "en"):
            tab.goto((root / "naskah" / row["label"] / "index.html").as_uri())
            expect(tab).to_have_url((root / "naskah" / row["id"] / "index.html").as_uri())
            expect(tab.locator("h1")).to_contain_text(row["label"])


def test_axe_finds_no_barrier(plain: Path, chromium: Browser) -> None:
    """Where pages differ from those of a server: the search, and maps."""
    for scheme in ("light", "dark"):
        tab = chromium.new_page(color_scheme=scheme, reduced_motion="reduce")
        for page in ("cari/index.html?kata=layanan", "en/peta/index.html"):
            tab.goto(f"{plain.as_uri()}/{page}")
            for width in (1280, 390):
                tab.set_viewport_size({"width": width, "height": 900})
                assert tab.evaluate("document.documentElement.scrollWidth") <= width
                found = Axe().run(tab).response["violations"]
                assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []
        tab.close()


# --- words ---


def test_the_visitors_browser_knows_the_roots_that_a_server_knows(chromium: Browser) -> None:
    listed = Path(rules.__file__).with_name("words.txt").read_text(encoding="utf-8").split()
    words = sorted({word for word in listed if word.isalpha() and word.islower()})[::5]
    page = chromium.new_page()
    for name in SCRIPTS[:2]:
        page.add_script_tag(path=HERE / "script" / name)
    there = page.evaluate("words => words.map((word) => telusurRoots(word).sort())", words)
    page.close()
    assert len(words) > 1000
    assert there == [sorted(roots(word)) for word in words]
