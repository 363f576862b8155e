"""`/peta`, and how the map is drawn."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from browse_visits import ask, ask_all, links, words
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser

from telusur.browse.figures.clusters import Spot, clustered
from telusur.browse.figures.map import (
    COARSE,
    EAST,
    FINE,
    NORTH,
    SOUTH,
    WEST,
    Grain,
    Group,
    View,
    drawn,
    large,
    small,
)
from telusur.browse.figures.naming import Box, Name, placed
from telusur.browse.writing.addresses import Addresses
from telusur.browse.writing.language import Language

if TYPE_CHECKING:
    from datasette.app import Datasette

GROUPS = {
    "kendala": Group("kendala", "Kendala", "▼", "part-kendala"),
    "peluang": Group("peluang", "Peluang", "●", "part-peluang"),
}
TO = Addresses(lambda path: path)
T = Language("id")

degrees = st.tuples(st.floats(SOUTH, NORTH), st.floats(WEST, EAST), st.integers(1, 500))


def spot(code: str, latitude: float, longitude: float, number: int = 3) -> Spot:
    return Spot(code, f"Kota <{code}>", latitude, longitude, Counter(kendala=number, peluang=1))


@given(places=st.lists(degrees, max_size=30), apart=st.floats(0, 20))
def test_clusters_lose_no_place_and_stand_apart(
    places: list[tuple[float, float, int]], apart: float
) -> None:
    spots = [spot(str(number), *place) for number, place in enumerate(places)]
    clusters = clustered(spots, apart)
    assert sorted(one.code for cluster in clusters for one in cluster.spots) == sorted(
        one.code for one in spots
    )
    for number, one in enumerate(clusters):
        assert one.middle.total == max(spot.total for spot in one.spots)
        for other in clusters[:number]:
            across = one.middle.longitude - other.middle.longitude
            up = one.middle.latitude - other.middle.latitude
            assert (across**2 + up**2) ** 0.5 >= apart


def test_the_drawing_is_sound_xml_without_style_or_script() -> None:
    figure = drawn([spot("1", -2, 104), spot("2", -8, 115)], GROUPS, View(), T, TO)
    root = ElementTree.fromstring(figure)  # noqa: S314
    names = {element.tag for element in root.iter()}
    assert {"svg", "title", "desc", "a", "path"} <= names
    assert not {"style", "script"} & names
    assert all("style" not in element.attrib for element in root.iter())
    assert [one.get("href") for one in root.iter("a")] == ["/tempat/1", "/tempat/2"]
    assert all("Kendala" in str(one.get("aria-label")) for one in root.iter("a"))


def test_places_together_lead_closer_and_single_ones_to_their_page() -> None:
    spots = [spot("1", -2, 104, 9), spot("2", -2.1, 104.1)]
    (address,) = set(re.findall(r'<a href="([^"]+)"', small(spots, GROUPS, T, TO)))
    assert address == "/peta?pusat=-2.00%2C106.00&amp;perbesar=1"
    deepest = large(spots, GROUPS, View(-2, 104, 5), T, TO)
    assert set(re.findall(r'<a href="([^"]+)"', deepest)) == {"/tempat/1", "/tempat/2"}


names = st.builds(
    Name, st.text("abcdefgh ", min_size=1, max_size=20), st.floats(0, 500), st.floats(0, 200),
    st.floats(4, 12), st.floats(0, 30),
)  # fmt: skip


@given(st.lists(names, max_size=25))
def test_no_name_lies_over_another_or_over_a_sign_or_beyond_the_map(wanted: list[Name]) -> None:
    signs, whole = [Box(100, 50, 140, 90), Box(300, 100, 350, 150)], Box(0, 0, 500, 200)
    rooms = list(signs)
    for name, x, y in placed(wanted, signs, whole):
        half = len(name.words) * name.size * 0.55 / 2
        room = Box(x - half, y - name.size * 0.8, x + half, y + name.size * 0.2)
        assert whole.holds(room)
        assert not any(room.meets(other) for other in rooms)
        rooms.append(room)


@pytest.mark.parametrize("grain", [FINE, COARSE])
def test_provinces_are_named_where_there_is_room(grain: Grain) -> None:
    provinces = [spot("16", -3, 104), spot("17", -3.1, 104.1), spot("91", -4, 138)]
    provinces = [replace(one, name=f"Provinsi {one.code}") for one in provinces]
    figure = drawn([spot("1", -8, 115)], GROUPS, View(), T, TO, provinces, grain)
    named = re.findall(r'class="province"[^>]*>([^<]+)<', figure)
    assert "Provinsi 16" in named
    assert "Provinsi 91" in named


@given(
    st.lists(degrees, min_size=1, max_size=8), st.integers(0, 5), st.sampled_from([FINE, COARSE])
)
def test_no_ring_is_cut_off_at_the_edge(
    places: list[tuple[float, float, int]], zoom: int, grain: Grain
) -> None:
    spots = [spot(str(number), *place) for number, place in enumerate(places)]
    view = View(places[0][0], places[0][1], zoom).moved()
    figure = drawn(spots, GROUPS, view, T, TO, grain=grain)
    found = re.search(r'viewBox="(\S+) (\S+) (\S+) (\S+)"', figure)
    assert found
    left, top, width, height = map(float, found.groups())
    discs = re.findall(r'<circle cx="([^"]+)" cy="([^"]+)" r="([^"]+)" class="disc"', figure)
    assert discs
    for x, y, radius in (map(float, disc) for disc in discs):
        assert left - 1 <= x - radius
        assert x + radius <= left + width + 1
        assert top - 1 <= y - radius
        assert y + radius <= top + height + 1


@given(st.floats(-90, 90), st.floats(-180, 180), st.integers(0, 5))
def test_a_view_never_leaves_the_map(latitude: float, longitude: float, zoom: int) -> None:
    view = View(latitude, longitude, zoom).moved()
    assert view.latitude - view.height / 2 + 1e-6 >= SOUTH
    assert view.latitude + view.height / 2 <= NORTH + 1e-6
    assert view.longitude - view.width / 2 + 1e-6 >= WEST
    assert view.longitude + view.width / 2 <= EAST + 1e-6


@pytest.mark.need("N-BROWSE-4")
def test_the_table_says_what_the_map_says(browser: Datasette) -> None:
    page = ask(browser, "/peta")
    assert {"/tempat/01.01", "/tempat/01.71"} <= links(page)
    assert "Kabupaten Misal 1 1" in words(page)
    rows = ask(browser, "/peta?_unduh=json").json()["tables"]["map"]
    assert {row["place"]: row["findings"] for row in rows}["Kota Contoh"] == 1
    assert "temuan lain tidak menyebut tempat" in words(page)


def test_colours_go_by_kind_or_by_challenge_with_a_sign_each(browser: Datasette) -> None:
    assert "▼ Kendala" in words(ask(browser, "/peta"))
    assert "A Konektivitas" in words(ask(browser, "/peta?warna=tantangan"))


@pytest.mark.parametrize(
    "asked", ["pusat=&perbesar=3", "pusat=a,b&perbesar=x", "pusat=999,999&perbesar=9",
              "perbesar=99999999999", "pusat=%00&perbesar=%F0%9F%99%82", "halaman=-1", "halaman=²"],
)  # fmt: skip
def test_no_view_fails(browser: Datasette, asked: str) -> None:
    assert ask(browser, f"/peta?{asked}").status_code == 200


def test_the_outline_is_ours_and_small(browser: Datasette) -> None:
    asset = ask(browser, "/-/static-plugins/telusur/indonesia.svg")
    assert asset.headers["content-type"] == "image/svg+xml"
    assert len(asset.content) < 60_000
    assert {'id="indonesia"', 'id="tetangga"'} <= set(re.findall(r'id="\w+"', asset.text))


def test_every_step_of_the_map_is_a_link(browser: Datasette) -> None:
    page = ask(browser, "/peta?pusat=-2,104&perbesar=2")
    steps = [one for one in links(page) if one.startswith("/peta?")]
    assert len(steps) >= 6
    assert {one.status_code for one in ask_all(browser, steps)} == {200}


def test_the_map_can_be_dragged_and_used_by_keyboard(address: str, chromium: Browser) -> None:
    tab = chromium.new_page(viewport={"width": 1280, "height": 900})
    tab.goto(f"{address}/peta?pusat=-2,104&perbesar=2")
    box = tab.locator("svg.map:visible").bounding_box()
    assert box
    x, y = box["x"] + box["width"] * 0.8, box["y"] + box["height"] * 0.2
    tab.mouse.move(x, y)
    tab.mouse.down()
    tab.mouse.move(x - 200, y + 5, steps=4)
    tab.mouse.up()
    tab.wait_for_url(lambda url: "%2C" in url)
    assert float(tab.url.split("%2C")[1].split("&")[0]) > 104
    tab.goto(f"{address}/peta")
    tab.locator("a.cluster").first.focus()
    tab.keyboard.press("Enter")
    tab.wait_for_url(re.compile(r"/(tempat/|peta\?pusat)"))
    tab.close()


def test_the_whole_map_is_seen_on_a_phone(address: str, chromium: Browser) -> None:
    tab = chromium.new_page(viewport={"width": 390, "height": 800})
    for page in ("/peta", "/"):
        tab.goto(address + page)
        shown = tab.locator("svg.map:visible")
        assert shown.count() == 1
        box = shown.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
        assert tab.locator("a.cluster:visible circle.disc").first.bounding_box()["width"] >= 24  # type: ignore[index]
    tab.close()


def test_the_map_zooms_in_place_and_back_again(address: str, chromium: Browser) -> None:
    tab = chromium.new_page(viewport={"width": 1280, "height": 900})
    tab.goto(f"{address}/peta")
    tab.evaluate("window.same = true")
    tab.get_by_role("link", name="Perbesar", exact=False).first.click()
    tab.wait_for_url(re.compile("perbesar=1"))
    tab.locator("[data-map][data-zoom='1']").wait_for()
    tab.get_by_role("link", name="Seluruh Indonesia").click()
    tab.locator("[data-map][data-zoom='0']").wait_for()
    tab.go_back()
    tab.locator("[data-map][data-zoom='1']").wait_for()
    assert tab.evaluate("window.same") is True
    tab.close()
