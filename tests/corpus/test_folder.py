from __future__ import annotations

import os
from pathlib import Path

import pytest

from telusur.corpus import find_reports, links_out_of


def fill(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("isi", "utf-8")


def found(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in find_reports(folder)[0]]


@pytest.mark.need("N-READ-1")
def test_every_format_is_found_at_any_depth_in_order(tmp_path: Path) -> None:
    names = ["2021/b.MD", "2021/c/d.txt", "2022/e.HTML", "a.docx", "f.htm", "g.pdf", "h.markdown"]
    fill(tmp_path, *reversed(names))
    assert found(tmp_path) == names
    assert find_reports(tmp_path)[1] == []


def test_readmes_hidden_files_and_lock_files_are_passed_over(tmp_path: Path) -> None:
    fill(tmp_path, "README.md", "x/readme.id.md", ".a.md", ".git/b.md", "~$c.docx", "README.txt")
    reports, problems = find_reports(tmp_path)
    assert [path.name for path in reports] == ["README.txt"]
    assert problems == []


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("a.dot", "Save it as .docx"),
        ("a.xlsb", "Save it as .xlsx"),
        ("a.heic", "Save it as .png or .jpg"),
        ("a.GIF", "Save it as .png"),
        ("catatan", "Save it as .md"),
    ],
)
def test_a_file_that_is_no_report_is_named_with_what_to_do(
    tmp_path: Path, name: str, remedy: str
) -> None:
    fill(tmp_path, f"2021/{name}")
    reports, [problem] = find_reports(tmp_path)
    assert reports == []
    assert problem.path == f"corpus/2021/{name}"
    assert problem.remedy.startswith(remedy)


def test_links_that_run_in_circles_end_and_read_each_folder_once(tmp_path: Path) -> None:
    fill(tmp_path, "2021/a.md")
    (tmp_path / "2021" / "atas").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "2020").symlink_to(tmp_path / "2021", target_is_directory=True)
    assert found(tmp_path) == ["2021/a.md"]


def test_links_from_elsewhere_are_followed_where_the_settings_say_so(tmp_path: Path) -> None:
    fill(tmp_path, "arsip/a.md", "corpus/b.md")
    (tmp_path / "corpus" / "arsip").symlink_to(tmp_path / "arsip", target_is_directory=True)
    (tmp_path / "arsip" / "kembali").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "corpus" / "c.md").symlink_to(tmp_path / "arsip" / "a.md")
    reports, problems = find_reports(tmp_path / "corpus", follow_links=True)
    assert [path.name for path in reports][:3] == ["a.md", "b.md", "c.md"]
    assert problems == []


def test_links_that_lead_out_are_not_followed_and_are_named(tmp_path: Path) -> None:
    fill(tmp_path, "arsip/a.md", "corpus/b.md", "corpus/2021/c.md")
    corpus = tmp_path / "corpus"
    (corpus / "arsip").symlink_to(tmp_path / "arsip", target_is_directory=True)
    (corpus / "d.md").symlink_to(tmp_path / "arsip" / "a.md")
    (corpus / "e.md").symlink_to("../corpus/../arsip/a.md")
    (corpus / "f.md").symlink_to(corpus / "b.md")
    assert found(corpus) == ["2021/c.md", "b.md", "f.md"]
    problems = find_reports(corpus)[1]
    assert [one.path for one in problems] == ["corpus/arsip", "corpus/d.md", "corpus/e.md"]
    assert "follow_links = true" in problems[0].remedy
    assert [one.path for one in links_out_of(corpus)] == [one.path for one in problems]


def test_broken_links_and_what_is_no_file_are_problems(tmp_path: Path) -> None:
    (tmp_path / "hilang.md").symlink_to(tmp_path / "tidak-ada.md")
    (tmp_path / "putar.md").symlink_to(tmp_path / "putar.md")
    os.mkfifo(tmp_path / "pipa.md")
    reports, problems = find_reports(tmp_path)
    assert reports == []
    assert [problem.path for problem in problems] == [
        "corpus/hilang.md",
        "corpus/pipa.md",
        "corpus/putar.md",
    ]


def test_a_name_that_is_not_in_utf_8_is_a_problem(tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode(b"caf\xe9.md")).write_text("isi", "utf-8")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    reports, [problem] = find_reports(tmp_path)
    assert reports == []
    assert problem.path == "corpus/caf\\xe9.md"


def test_a_missing_folder_is_a_problem(tmp_path: Path) -> None:
    reports, [problem] = find_reports(tmp_path / "tidak-ada")
    assert reports == []
    assert problem.path == "corpus"
