"""The page in HTML: whole in itself, with a way to each clause."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

from export.conftest import draft
from export.readers import Page

from telusur.draft import Regulation, read_draft
from telusur.export.html import html

SAMPLE = Path(__file__).parents[2] / "draft"


def test_a_page_asks_for_nothing_and_runs_nothing() -> None:
    content = html(read_draft(SAMPLE))
    page = Page(content)
    assert not page.tags & {"script", "link", "img", "iframe", "object", "form", "svg"}
    text = content.decode("utf-8")
    assert "url(" not in text
    assert "@import" not in text
    assert not re.search(r"(?:https?:)?//", text)
    assert text.startswith('<!DOCTYPE html>\n<html lang="id">')
    assert not re.search(r"\son\w+=", text)


def test_each_clause_has_an_anchor_that_stays_and_each_link_leads_to_one() -> None:
    regulation = read_draft(SAMPLE)
    page = Page(html(regulation))
    assert len(page.ids) == len(set(page.ids))
    assert {clause.id for clause in regulation.clauses} <= set(page.ids)
    assert all(link[0] == "#" and link[1:] in page.ids for link in page.links)


def test_a_reference_is_a_link(regulation: Regulation) -> None:
    text = html(regulation).decode("utf-8")
    assert '<a href="#pasal-2.ayat-1.huruf-a.angka-1">ayat (1) huruf a angka 1</a>' in text


def test_headings_do_not_skip_a_level(regulation: Regulation) -> None:
    for each in (regulation, read_draft(SAMPLE)):
        headings = Page(html(each)).headings
        assert headings[0] == 1
        assert headings.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(headings))


def test_what_people_write_is_shown_and_not_run(tmp_path: Path) -> None:
    words = 'Tulis <script>alert("x")</script> & "kutip".'
    content = html(draft(tmp_path, f"Pasal 1\n\n{words}\n"))
    assert "script" not in Page(content).tags
    assert "&amp; &quot;kutip&quot;" in content.decode("utf-8")
