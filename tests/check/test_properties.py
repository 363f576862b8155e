"""Whatever someone writes, it is checked and, where that is asked for, fixed; nothing breaks."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.growth import growth

from telusur.check import Wanted, check_draft, fix_draft

PIECES = (
    "# BAB: Umum", "BAB I", "## Bagian Pertama", "### Paragraf 1", "Pasal 1", "#### Pasal {#a}",
    "(1) ", "(2). ", "a. ", "b. ", "    1. ", "a) ", "- ", "Menimbang:", "Mengingat: ",
    "MEMUTUSKAN:", "Menetapkan: ", "PERATURAN BUPATI", "NOMOR ... TAHUN ...", "TENTANG", "PASAR",
    "Dalam Peraturan Bupati ini, yang dimaksud dengan:", "Kios Pasar adalah kios;", "kios pasar",
    "14 hari", "14 (lima) hari", "30%", "sebagaimana dimaksud dalam ayat (1) Pasal ini",
    "Pasal 5, Pasal 6, dan Pasal 7", "[](#a)", "wajib dapat", "selambat-lambatnya", "; dan", ";",
    ":", ".", ",", "dicabut", "Ditetapkan di", "LAMPIRAN", "Agar setiap orang", "*", "{#b}", "> ",
    "\r", "\u2028", "\u00a0", "é", "𝄞",
)  # fmt: skip
DRAFTS = st.lists(
    st.one_of(st.sampled_from(PIECES), st.sampled_from(["\n", "\n\n", " "]), st.text(max_size=5)),
    max_size=40,
).map("".join)
ALL = Wanted()


@settings(max_examples=150)
@given(DRAFTS)
def test_words_of_an_issue_stand_where_it_says(draft: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "draft.md")
        file.write_bytes(draft.encode("utf-8", "replace"))
        text = file.read_bytes().decode("utf-8")
        for issue in check_draft(Path(folder), ALL):
            assert issue.line is None or issue.line >= 1
            if issue.edit is not None:
                assert text[issue.edit.start : issue.edit.end] == issue.words


@pytest.mark.need("N-CHECK-2")
@settings(max_examples=150)
@given(DRAFTS)
def test_fixing_twice_is_fixing_once(draft: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "draft.md")
        file.write_bytes(draft.encode("utf-8", "replace"))
        fix_draft(Path(folder), ALL)
        once = file.read_bytes()
        assert fix_draft(Path(folder), ALL) == []
        assert file.read_bytes() == once


@pytest.mark.parametrize(
    ("unit", "end"),
    [
        *(("a", ""), ("Peraturan Nomor 1 ", ""), ("Lampiran ini ", "")),
        *(("diatur dengan Peraturan ", ""), ("Peraturan Bupati ini berlaku pada ", "")),
        *(("(", "online " * 100), ("Pasal 5, ", ""), ("dua ratus ", ""), ("1", " hari")),
    ],
    ids=lambda words: words[:20],
)
def test_the_steps_of_an_endless_sentence_grow_with_its_length(
    unit: str, end: str, tmp_path: Path
) -> None:
    def check_sentence_of(length: int) -> None:
        words = unit * (length // len(unit)) + end
        text = f"Pasal 1\n(1) {words}\n\n(2) {words}\n"
        (tmp_path / "draft.md").write_text(text, encoding="utf-8")
        check_draft(tmp_path, ALL)

    check_sentence_of(5_000)
    assert growth(check_sentence_of, 1_000, 8_000) < 1.3
