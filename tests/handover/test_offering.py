"""The files for offices, from the browser by a button."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
from datasette.app import Datasette
from docx import Document
from openpyxl import load_workbook
from support import ROOT, decide
from tests.handover.conftest import PRIVATE, finding
from tests.waiting import run

from telusur.browse.serving.serve import make_browser
from telusur.handover import Offering
from telusur.handover.offering import ANNEX


def browser(root: Path, *, files: bool = True) -> Datasette:
    store = root / "evidence.db"
    offered = Offering(store) if files else None
    return make_browser(ROOT / "datasette_metadata.yml", store, files=offered)


def got(datasette: Datasette, path: str) -> httpx.Response:
    async def ask() -> httpx.Response:
        await datasette.invoke_startup()
        return await datasette.client.get(path)

    return run(ask())


@pytest.mark.need("N-EXPORT-5")
def test_pages_have_buttons_and_each_gives_its_file(decided: Path) -> None:
    datasette = browser(decided)
    page = got(datasette, "/naskah").text
    for name in Offering(decided / "evidence.db").names:
        assert f'href="/unduhan/{name}" download' in page
        if not name.endswith(".pdf"):
            answer = got(datasette, f"/unduhan/{name}")
            assert answer.status_code == 200
            assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
            assert answer.content
    assert load_workbook(io.BytesIO(got(datasette, "/unduhan/telusur.xlsx").content)).sheetnames


@pytest.mark.need("N-EXPORT-5")
def test_no_file_from_the_browser_holds_a_reviewers_remark(decided: Path) -> None:
    datasette = browser(decided)
    annex = Document(io.BytesIO(got(datasette, f"/unduhan/{ANNEX}").content))
    assert PRIVATE not in "".join(one.text for one in annex.paragraphs)


def test_other_names_lead_nowhere(decided: Path) -> None:
    datasette = browser(decided)
    for name in ("evidence.db", "lain.xlsx"):
        assert got(datasette, f"/unduhan/{name}").status_code == 404
    plain = browser(decided, files=False)
    assert got(plain, "/unduhan/telusur.xlsx").status_code == 404
    assert "/unduhan/" not in got(plain, "/naskah").text


def test_a_file_is_made_once_and_anew_after_a_decision(
    decided: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from telusur.handover import offering

    made: list[str] = []
    make: Callable[..., bytes] = offering.hand_over

    def counted(*given: object) -> bytes:
        made.append(str(given[1]))
        return make(*given)

    monkeypatch.setattr(offering, "hand_over", counted)
    files = Offering(decided / "evidence.db")
    before = run(files.file(ANNEX))
    assert run(files.file(ANNEX)) == before
    assert made == [".docx"]
    other = finding(decided, "Antrean daring sudah dipakai")
    decide(
        decided, "accept", other, "Pasal 2 ayat (2)", by="Biro", at=datetime(2026, 6, 1, tzinfo=UTC)
    )
    from support import built

    built(decided)
    assert run(files.file(ANNEX)) != before
