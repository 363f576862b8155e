"""The register of officials."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support import NOTE, ROOT, built

from telusur import link
from telusur.extract import read_lexicon

from ..conftest import EXTRACT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    ignored = shutil.ignore_patterns("examples")
    return Path(shutil.copytree(EXTRACT, tmp_path / "extract", ignore=ignored))


def mistakes(folder: Path, register: str) -> list[str]:
    (folder / "officials.yml").write_text(register, encoding="utf-8")
    lexicon, problems = read_lexicon(folder)
    assert (lexicon is None) == bool(problems)
    return [str(one) for one in problems]


def test_our_register_names_only_officials_of_our_notes() -> None:
    from telusur.corpus import find_reports, read_report

    lexicon, _ = read_lexicon(EXTRACT)
    assert lexicon is not None
    reports, _ = find_reports(ROOT / "corpus")
    texts = " ".join(
        " ".join(read_report(path, relative=path.name, id="x", abbreviations=()).text.split())
        for path in reports
    )
    assert lexicon.officials
    assert [one.name for one in lexicon.officials if one.name not in texts] == []


def test_a_workspace_without_a_register_has_no_officials(folder: Path) -> None:
    (folder / "officials.yml").unlink()
    lexicon, problems = read_lexicon(folder)
    assert lexicon is not None
    assert (lexicon.officials, problems) == ((), [])


@pytest.mark.parametrize("register", ["", "# belum ada\n", "officials:\n", "officials: []\n"])
def test_an_empty_register_is_none(folder: Path, register: str) -> None:
    assert mistakes(folder, register) == []


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("{name: Budi Contoh, ofice: Camat}", "Did you mean `office`"),
        ("{name: Budi Contoh, office: Camat, form: 2021-02-26}", "Did you mean `from`"),
        ("{name: Budi Contoh, office: Camat, from: 2021-02-30}", "not a date"),
        ("{name: Budi Contoh, office: Camat, from: 2022-01-01, until: 2021-01-01}", "is before"),
        ("{name: Budi Contoh, office: Camat, place: Kota Antah}", "no province"),
        ("{name: '...', office: Camat}", "is no name"),
        ("{office: Camat}", "`officials.0.name` is missing"),
        ("Budi Contoh", "cannot be `Budi Contoh`"),
    ],
)
def test_mistakes_are_told_with_their_line(folder: Path, entry: str, told: str) -> None:
    (problem, *_) = mistakes(folder, f"# pejabat\nofficials:\n  - {entry}\n")
    assert problem.startswith("extract/officials.yml:3: ")
    assert told in " ".join(mistakes(folder, f"# pejabat\nofficials:\n  - {entry}\n"))


def test_an_office_that_stands_twice_is_told_with_both_lines(folder: Path) -> None:
    first = "officials:\n  - {name: Budi Contoh, office: Camat%s}\n"
    again = "  - name: BUDI  contoh\n    office: camat%s\n"
    (problem,) = mistakes(folder, first % "" + again % "")
    assert problem.startswith("extract/officials.yml:3: ")
    assert "stands on line 2 already" in problem
    bounded = first % ", until: 2020-12-31" + again % "\n    from: 2021-01-01"
    assert mistakes(folder, bounded) == []


def test_a_new_official_has_no_report_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(link, "identify", lambda model: f"cheap {model}")
    ignored = shutil.ignore_patterns("examples")
    folder = Path(shutil.copytree(EXTRACT, tmp_path / "extract", ignore=ignored))
    (tmp_path / "telusur.toml").touch()
    (tmp_path / "corpus").mkdir()
    (tmp_path / "draft").mkdir()
    (tmp_path / "draft" / "draf.md").write_text("# BAB: UMUM\n", encoding="utf-8")
    (tmp_path / "corpus" / "a.md").write_text(NOTE, encoding="utf-8")
    assert built(tmp_path).read == 1
    with (folder / "officials.yml").open("a", encoding="utf-8") as file:
        file.write("  - {name: Budi Contoh, office: Camat}\n")
    assert built(tmp_path).read == 0
    with (folder / "people.yml").open("a", encoding="utf-8") as file:
        file.write("# lain\n")
    assert built(tmp_path).read == 1
