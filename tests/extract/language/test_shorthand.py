"""What stands in a chat or in capitals is read as if it were written out."""

from __future__ import annotations

from telusur.extract.language.shorthand import spelled_out


def test_shortened_words_are_read_in_full() -> None:
    assert spelled_out("blm ada jaringan") == "belum ada jaringan"


def test_a_clause_in_capitals_is_read_like_any_other() -> None:
    assert spelled_out("MESIN CETAK HANYA SATU") == "Mesin cetak hanya satu"


def test_names_and_abbreviations_keep_their_capitals() -> None:
    assert spelled_out("MPP DKI JAKARTA") == "MPP DKI JAKARTA"
    assert spelled_out("OSS lambat di MPP itu") == "OSS lambat di MPP itu"
