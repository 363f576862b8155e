"""Notes without capitals, in which a name looks like any other word."""

from __future__ import annotations

from pathlib import Path

from support import CheapEncoder, built
from tests.publish.salted import workspace_at, write_workspace

from telusur.publish.evidence import read_sources
from telusur.publish.evidence.small_letters import in_small_letters
from telusur.store.connection import store_for_reading


def test_what_has_hardly_a_capital_is_known() -> None:
    plain = "kemarin antre dua jam di loket kk, kata petugas blangko habis lagi sampai senin depan"
    assert in_small_letters(plain)
    assert not in_small_letters("Kemarin antre dua jam di loket KK. Kata petugas, blangko habis.")
    assert not in_small_letters("antre lama")
    assert not in_small_letters("")


def test_notes_in_small_letters_are_withheld_until_they_are_named(
    tmp_path: Path, encoder: CheapEncoder
) -> None:
    write_workspace(tmp_path)
    note = (
        "# kunjungan\n\nantre dua jam di loket kk sebab blangko habis, kata petugas sampai senin\n"
    )
    (tmp_path / "corpus" / "catatan.md").write_text(note, encoding="utf-8")
    built(tmp_path)
    workspace = workspace_at(tmp_path)
    with store_for_reading(workspace.database) as db:
        settings = workspace.settings.publish
        (why,) = (
            one.withheld for one in read_sources(db, settings).reports if "catatan" in one.path
        )
        assert "small letters" in why
        settings = settings.model_copy(update={"checked": ("catatan.md",)})
        (why,) = (
            one.withheld for one in read_sources(db, settings).reports if "catatan" in one.path
        )
        assert why == ""
