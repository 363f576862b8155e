"""Takes the pictures of the documentation anew, from the sample workspace.

`python -m tests.pictures` takes some minutes for all; with names (`clause queue`) only those.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright
from tests.chromium import find
from tests.waiting import free_port, served, wait_for_server

from telusur.accounts import Accounts, Role
from telusur.browse.serving.serve import make_browser
from telusur.build import build
from telusur.cli.progress import TerminalProgress
from telusur.handover import Offering
from telusur.publish import publish
from telusur.reviewing import open_review
from telusur.workspace import Workspace, workspace_at
from telusur.workspace.starter import make_workspace

FOLDER = Path(__file__).parents[1] / "docs" / "screenshots"
LEAD, WORDS = "Budi Contoh", "kata sandi contoh"
WIDE, NARROW = (1280, 800), (390, 780)
COLOURS = 64
EVIDENCE = "/naskah/Pasal 21 ayat (4)"

PAGES = {
    "start": "/",
    "draft": "/naskah#antrean-daring",
    "opening": "/naskah",
    "chapter": "/naskah/bab-standar-mpp",
    "clause": EVIDENCE,
    "gaps": "/celah",
    "finding": "/temuan/f81a8db3a4ccb",
    "report": "/laporan/2023-mpp-kota-pekanbaru-md#f81a8db3a4ccb",
    "place": "/tempat/16.71",
    "site": "/lokasi/mpp-kota-palembang",
    "matrix": "/matriks",
    "map": "/peta",
    "charts": "/bagan",
    "data": "/evidence/clause_evidence?_facet=standing",
    "about": "/tentang",
    "signin": "/masuk",
    "search": "/cari?kata=antrean+daring&jenis=kendala",
}
"""What every reader sees."""
REVIEW = {
    "queue": "/tinjau",
    "team": "/tinjau/tim",
    "meeting": "/tinjau/rapat",
    "correct": "/temuan/f81a8db3a4ccb",
}
"""What people see who have signed in."""
ON_A_PHONE = {"start", "clause", "queue"}
LOWER = {"signin": 540, "meeting": 600, "redacted": 440}
"""Heights of pages that have little, or below which there is what nobody needs to see."""
EDITION = {"edition": "/terbitan"}
"""What the public sees."""


def main(wanted: set[str]) -> None:
    """Take the pictures, of the sample as readers, reviewers and the public see it."""
    with sample() as (tab, address, here):
        tab.goto(address + PAGES["search"])  # which then begins to read meaning
        take(tab, address, PAGES, wanted)
        signed_in(tab, address)
        take(tab, address, REVIEW, wanted)
        edition = here.root.with_name("terbitan")
        done = publish(here, here.database, edition)
        take(tab, done.report.with_suffix(".html").as_uri(), {"redacted": ""}, wanted)
        with edition_served(edition) as address:
            take(tab, address, EDITION, wanted)


@contextmanager
def sample() -> Iterator[tuple[Page, str, Workspace]]:
    """The sample, built and served for review, and an open window."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        root = Path(folder) / "contoh"
        make_workspace(root, sample=True)
        with TerminalProgress() as progress:
            build(root, None, progress, datetime.now(UTC).date())
        for name, role in ((LEAD, Role.LEAD), ("Sari Contoh", Role.REVIEWER)):
            Accounts(root).add(name, role, WORDS)
        here = workspace_at(root)
        browser = playwright.chromium.launch(executable_path=find())
        tab = browser.new_context(color_scheme="light", locale="id").new_page()
        room = open_review(root, here.journal, here.database, None)
        app = make_browser(here.metadata, here.database, room=room, files=Offering(here.database))
        with served(app.app()) as address:
            yield tab, address, here


def signed_in(tab: Page, address: str) -> None:
    """Sign in as the lead."""
    tab.goto(f"{address}/masuk")
    tab.get_by_label("Nama").fill(LEAD)
    tab.get_by_label("Kata sandi").fill(WORDS)
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"{address}/")


@contextmanager
def edition_served(edition: Path) -> Iterator[str]:
    """Plain Datasette on what was published."""
    port = free_port()
    line = [sys.executable, "-m", "datasette", "serve", str(edition), "--port", str(port)]
    process = subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wait_for_server(process, port)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


def take(tab: Page, address: str, pages: dict[str, str], wanted: set[str]) -> None:
    """Take the pictures of these pages that are wanted, all where none is named."""
    for name, page in pages.items():
        if wanted and name not in wanted:
            continue
        for suffix, size in (("", WIDE), ("-phone", NARROW)):
            if suffix and name not in ON_A_PHONE:
                continue
            height = LOWER.get(name, size[1])
            tab.set_viewport_size({"width": size[0], "height": height})
            tab.goto(address + page)
            if name == "correct":
                form = tab.locator("details", has_text="Perbaiki kata-kata").last
                form.locator("summary").first.click()
                form.scroll_into_view_if_needed()
            keep(FOLDER / f"{name}{suffix}.webp", tab.screenshot(animations="disabled"))


def keep(file: Path, shot: bytes) -> None:
    """Write a picture in few colours: letters stay sharp, and it takes a fifth of the room."""
    drawn = Image.open(io.BytesIO(shot)).convert("RGB")
    plain = drawn.quantize(COLOURS, dither=Image.Dither.NONE).convert("RGB")
    plain.save(file, "WEBP", lossless=True, quality=100, method=6)
    sys.stdout.write(f"{file.name}: {file.stat().st_size // 1000} kB\n")


if __name__ == "__main__":
    main(set(sys.argv[1:]))
