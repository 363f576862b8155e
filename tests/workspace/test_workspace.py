"""The workspace is found from any folder in it, and its settings are checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from telusur.errors import InvalidWorkspace
from telusur.link.model import Options
from telusur.workspace import Settings, digests, find_workspace, fingerprint, read_settings

ROOT = Path(__file__).parents[2]


def test_the_workspace_is_found_from_a_folder_inside_it(tmp_path: Path) -> None:
    (tmp_path / "telusur.toml").touch()
    inside = tmp_path / "corpus" / "2021"
    inside.mkdir(parents=True)
    assert find_workspace(inside) == tmp_path.resolve()


def test_a_folder_outside_any_workspace_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(InvalidWorkspace, match="telusur init"):
        find_workspace(tmp_path)


def test_the_repositorys_own_settings_spell_out_the_defaults() -> None:
    settings, problems = read_settings(ROOT)
    assert not problems
    assert settings == Settings()


def test_links_are_suggested_from_where_the_band_of_possible_ones_begins() -> None:
    settings = Settings().links
    assert Options(settings.threshold, settings.per_finding) == Options()


def test_wrong_settings_are_told_all_at_once(tmp_path: Path) -> None:
    (tmp_path / "telusur.toml").write_text(
        "[encoder]\nmodel = 3\n[links]\nthreshold = 1.5\n[lniks]\n", encoding="utf-8"
    )
    _, problems = read_settings(tmp_path)
    assert sorted(problem.line or 0 for problem in problems) == [2, 4, 5]


def test_settings_that_are_not_utf8_are_told(tmp_path: Path) -> None:
    (tmp_path / "telusur.toml").write_bytes(b"# caf\xe9\n")
    _, (problem,) = read_settings(tmp_path)
    assert "UTF-8" in problem.what


def test_a_fingerprint_changes_with_content_and_not_with_place(tmp_path: Path) -> None:
    one, other = tmp_path / "a" / "x.yml", tmp_path / "b" / "x.yml"
    for path in (one, other):
        path.parent.mkdir()
        path.write_text("sama", encoding="utf-8")
    assert fingerprint(files=[one]) == fingerprint(files=[other])
    other.write_text("lain", encoding="utf-8")
    assert fingerprint(files=[one]) != fingerprint(files=[other])


def test_a_new_workspace_begins_with_an_empty_register_that_says_how_to_fill_it_in(
    tmp_path: Path,
) -> None:
    from telusur.extract.lexicon import read_lexicon
    from telusur.workspace.starter import make_workspace

    make_workspace(tmp_path / "baru")
    lexicon, problems = read_lexicon(tmp_path / "baru" / "extract")
    assert lexicon is not None
    assert (lexicon.officials, problems) == ((), [])
    register = (tmp_path / "baru" / "extract" / "officials.yml").read_text(encoding="utf-8")
    assert "nama lengkap" in register
    assert "the full name" in register


@pytest.mark.parametrize(
    "number", ["9" * 5_000, "1e" + "9" * 400, "-" + "9" * 5_000, "0x" + "f" * 5_000]
)
def test_a_number_that_is_too_long_is_told_with_its_file(number: str, tmp_path: Path) -> None:
    (tmp_path / "telusur.toml").write_text(f"[links]\nper_finding = {number}\n", encoding="utf-8")
    _, problems = read_settings(tmp_path)
    assert [Path(problem.path).name for problem in problems] == ["telusur.toml"]


def test_what_comes_and_goes_beside_the_code_is_no_part_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(digests, "_CODE", tmp_path)
    told = set()
    for name, beside in (("a", ()), ("b", ("__pycache__/one.cpython-312.pyc.140273",))):
        code = tmp_path / name
        (code / "__pycache__").mkdir(parents=True)
        (code / "one.py").write_text("one = 1\n", encoding="utf-8")
        for other in beside:  # Python renames it when it is written
            (code / other).touch()
            (code / ".#one.py").symlink_to("somebody@somewhere.1234")
        told.add(fingerprint(packages=[name]))
    assert len(told) == 1
