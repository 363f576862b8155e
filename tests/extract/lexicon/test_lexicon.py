from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from telusur.extract import Lexicon, read_lexicon

from ..conftest import EXTRACT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXTRACT, tmp_path / "extract"))


def spoil(folder: Path, name: str, old: str, new: str) -> list[str]:
    """Replace `old` once in a file, and return what is then found wrong, in words."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    lexicon, problems = read_lexicon(folder)
    assert lexicon is None
    return [str(problem) for problem in problems]


def line_of(folder: Path, name: str, words: str) -> int:
    lines = (folder / name).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if words in line)


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "kinds.yml").unlink()
    lexicon, problems = read_lexicon(folder)
    assert lexicon is None
    assert [problem.path for problem in problems] == ["extract/kinds.yml"]


@pytest.mark.need("N-FIND-7")
def test_mistakes_of_all_files_are_told_at_once(folder: Path) -> None:
    (folder / "people.yml").unlink()
    told = spoil(folder, "kinds.yml", "id: peluang", "id: keuntungan")
    assert any("people.yml" in problem for problem in told)
    assert any("keuntungan" in problem for problem in told)


def test_an_id_that_stands_twice_is_told_with_both_lines(folder: Path) -> None:
    first = line_of(folder, "challenges.yml", "id: konektivitas")
    told = spoil(folder, "challenges.yml", "id: anggaran", "id: konektivitas")
    second = [n for n in told if f"stands on line {first} already" in n]
    assert len(second) == 1
    assert "extract/challenges.yml:" in second[0]


def test_an_unknown_place_is_told_with_its_line(folder: Path) -> None:
    line = line_of(folder, "places.yml", "Kota Palangkaraya")
    told = spoil(folder, "places.yml", "place: Kota Palangkaraya", "place: Kota Antah Berantah")
    assert told[0].startswith(f"extract/places.yml:{line}:")


@pytest.mark.parametrize("cue", ["ter*kendala", "… belum", "belum …", "a|", "*"])
def test_a_bad_cue_is_told_with_its_line(folder: Path, cue: str) -> None:
    line = line_of(folder, "kinds.yml", "strong: [tantangan, ")
    told = spoil(folder, "kinds.yml", "strong: [tantangan, ", f'strong: ["{cue}", ')
    assert told[0].startswith(f"extract/kinds.yml:{line}:")


def test_the_analysts_folder_holds_no_python() -> None:
    assert list(EXTRACT.rglob("*.py")) == []


@pytest.mark.need("N-FIND-7")
def test_every_file_is_explained_at_its_top_and_in_the_readme() -> None:
    readme = (EXTRACT / "README.md").read_text(encoding="utf-8")
    for path in EXTRACT.glob("*.yml"):
        assert path.read_text(encoding="utf-8").startswith("# ")
        assert f"`{path.name}`" in readme


def test_every_challenge_can_be_explained_and_compared(lexicon: Lexicon) -> None:
    assert len(lexicon.challenges) == 14
    for challenge in lexicon.challenges:
        assert challenge.definition.endswith(".")
        assert 3 <= len(challenge.examples) <= 6


def test_the_cues_of_a_challenge_find_most_of_its_examples(lexicon: Lexicon) -> None:
    from telusur.extract.clauses.clause import Context
    from telusur.extract.judgement.judging import Judge
    from telusur.extract.language.indonesian import blank

    language = blank(lexicon)
    judge = Judge(lexicon, language.vocab)
    for challenge in lexicon.challenges:
        missed = set()
        for example in challenge.examples:
            doc = language.make_doc(example)
            found = judge.judge(judge.read(doc), 0, len(doc), Context()).challenges
            if challenge.id not in {match.challenge_id for match in found}:
                missed.add(example)
        assert len(missed) <= len(challenge.examples) / 2, (challenge.id, missed)
