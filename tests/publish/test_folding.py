# ruff: noqa: E501 (a spelling beside the other)
"""One text in many spellings is one text, and everything is found again where it stood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telusur.publish.text.folding import fold

SPELLINGS = (
    "Kar\u00adtinah", "Kar-\ntinah", "Kar\u00ad\ntinah", "Kar\u00ad tinah", "K\u200bartinah", "Kartin\u0301ah",
    "Каrtinаh", "Ｋａｒｔｉｎａｈ", "𝐊𝐚𝐫𝐭𝐢𝐧𝐚𝐡", "%4bartinah", "%254Bartinah", "Kart&#105;nah", "Kart&amp;#x69;nah",
    "Kart\\u0069nah", "Kar**tin**ah", "K a r t i n a h", "Kartıṅah", "\ufeffKartinah",
)  # fmt: skip


@pytest.mark.parametrize("spelled", SPELLINGS)
def test_a_name_in_any_spelling_is_that_name(spelled: str) -> None:
    folded = fold(f"Ibu {spelled}, 61")
    assert folded.text == "Ibu Kartinah, 61"
    start = folded.text.index("Kartinah")
    begin, end = folded.origin(start, start + len("Kartinah"))
    assert f"Ibu {spelled}, 61"[begin:end].strip("\ufeff") == spelled.strip("\ufeff")


@pytest.mark.parametrize(
    "text",
    ["undang-undang", "2019-2020", "AT&T", "50% dari 100", r"D:\notulen\rapat.docx", "a-b c"],
)
def test_what_is_plain_stays(text: str) -> None:
    assert fold(text).text == text


PIECES = st.sampled_from(
    [
        *SPELLINGS,
        "a",
        " ",
        "\n",
        "-",
        "%",
        "&",
        ";",
        "é",
        "ﬁ",
        "½",
        "%20",
        "&lt;",
        "\\u00e9",
        "1",
        "１",
    ]
)


@given(st.lists(PIECES).map("".join))
def test_every_stretch_is_found_again(text: str) -> None:
    folded = fold(text)
    last = 0
    for at in range(len(folded.text)):
        start, end = folded.origin(at, at + 1)
        assert 0 <= start < end <= len(text)
        assert start >= last
        last = start
        again = folded.place(start, end)
        assert again[0] <= at


@given(st.text("abcDE 12.,-\n") | st.text(st.characters(codec="ascii"), max_size=30))
def test_text_without_marks_of_other_spellings_keeps_its_length(text: str) -> None:
    folded = fold(text)
    if not folded.layers:
        assert folded.text == text
    elif folded.text:
        start, end = folded.origin(0, len(folded.text))
        assert 0 <= start < end <= len(text)
