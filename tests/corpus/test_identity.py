from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telusur.corpus import document_ids


def test_an_id_is_the_path_as_a_slug() -> None:
    path = "2021/MPP Kota Palembang.md"
    assert document_ids([path]) == {path: "2021-mpp-kota-palembang-md"}


def test_accents_lose_their_marks_only() -> None:
    assert document_ids(["Évaluasi.txt"]) == {"Évaluasi.txt": "evaluasi-txt"}


def test_paths_with_one_slug_get_different_ids_and_the_plain_name_keeps_its_own() -> None:
    ids = document_ids(["a b.md", "a-b.md", "A_B.md", "a/b.md"])
    assert len(set(ids.values())) == 4
    assert ids["a-b.md"] == "a-b-md"
    assert ids["a b.md"].startswith("a-b-md-")


def test_a_name_in_another_script_is_told_apart_by_a_hash_even_when_alone() -> None:
    first, second = document_ids(["报告.md"])["报告.md"], document_ids(["目录.md"])["目录.md"]
    assert first != second
    assert first.startswith("md-")


def test_a_newcomer_never_takes_the_id_of_a_plain_name() -> None:
    before = document_ids(["2021/catatan.md"])
    after = document_ids(["2021 catatan.md", "2021/catatan.md"])
    assert after["2021/catatan.md"] == before["2021/catatan.md"]


PATHS = st.lists(st.text("aAé b-_/.报1", min_size=1, max_size=8), unique=True, max_size=12)


@pytest.mark.need("N-READ-6")
@given(PATHS, st.randoms())
def test_no_two_paths_share_an_id_and_order_does_not_matter(
    paths: list[str], random: object
) -> None:
    ids = document_ids(paths)
    assert list(ids) == paths
    assert len(set(ids.values())) == len(paths)
    allowed = set(string.ascii_lowercase + string.digits + "-")
    assert all(set(value) <= allowed and value for value in ids.values())
    shuffled = list(paths)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert document_ids(shuffled) == ids
