"""What the handbooks tell people to type is understood and works, and is told in both languages."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from support import ROOT, CheapEncoder

from telusur.cli import commands
from telusur.workspace.starter import make_workspace

PAIRS = {
    "README.md": "README.id.md",
    "corpus/README.en.md": "corpus/README.md",
    "draft/README.en.md": "draft/README.md",
    "extract/README.en.md": "extract/README.md",
    "docs/drafter.md": "docs/id/penyusun.md",
    "docs/publisher.md": "docs/id/penerbit.md",
    "docs/analyst.md": "docs/id/analis.md",
    "docs/administrator.md": "docs/id/pengelola.md",
}
"""Pages in English, each with its sister in Indonesian."""
PAGES = sorted(
    {*PAIRS, *PAIRS.values(), "docs/review.md", "docs/id/penelaah.md", "docs/drafting.md"}
)
BLOCK = re.compile(r"^```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
REPORTS = {"mpp-kota-palembang.md", "adminduk-dan-mpp-dki-jakarta.md", "mpp-kota-samarinda.md"}
"""Enough of the sample for every command."""
NOT_RUN = {"serve", "account"}
"""They wait for somebody."""


def text(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def typed(page: str) -> Iterator[list[str]]:
    """The commands in the blocks of a page, as the shell parts them."""
    for block in BLOCK.findall(text(page)):
        for line in block.splitlines():
            if words := shlex.split(line.removeprefix("$ "), comments=True):
                yield words


def telusur_in(page: str) -> Iterator[list[str]]:
    return (words[1:] for words in typed(page) if words[0].endswith("telusur"))


@pytest.mark.need("N-START-3")
@pytest.mark.parametrize("page", PAIRS)
def test_both_languages_say_the_same(page: str) -> None:
    one, other = text(page), text(PAIRS[page])

    def shape(told: str) -> dict[str, list[object]]:
        without_blocks = BLOCK.sub("", told)
        return {
            "headings": [len(marks) for marks in re.findall(r"^(#+) ", without_blocks, re.M)],
            "rows": [line.count(" | ") for line in without_blocks.split("\n") if line[:1] == "|"],
            "pictures": re.findall(r"!\[[^\]]*\]\([./]*(?:docs/)?(screenshots/[^)]*)\)", told),
        }

    assert shape(one) == shape(other)
    assert list(typed(page)) == list(typed(PAIRS[page]))


@pytest.mark.parametrize("page", PAGES)
def test_every_command_of_a_page_is_one(page: str) -> None:
    for words in telusur_in(page):
        command: click.Command = commands
        context = click.Context(commands, info_name="telusur")
        rest = words
        while isinstance(command, click.Group) and rest:
            inner = command.get_command(context, rest[0])
            if inner is None:
                break
            command, rest = inner, rest[1:]
            context = click.Context(command, info_name=words[0], parent=context)
        _, left, _ = command.make_parser(context).parse_args(list(rest))
        assert not left or isinstance(command, click.Group), words


@pytest.mark.parametrize("page", PAGES)
def test_pages_and_pictures_that_a_page_points_to_are_there(page: str) -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#\s]+)", BLOCK.sub("", text(page))):
        if "{" not in target and not target.startswith("<"):
            assert (ROOT / page).parent.joinpath(target).exists(), target


@pytest.fixture
def sample(tmp_path: Path, encoder: CheapEncoder, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample workspace in git, with the files that the handbooks speak of."""
    folder = tmp_path / "contoh"
    make_workspace(folder, sample=True)
    for report in folder.glob("corpus/*/*"):
        if report.name not in REPORTS:
            report.unlink()
    monkeypatch.chdir(folder)
    # Every pair is linked: the cheap encoder is no judge.
    (folder / "telusur.toml").write_text("[links]\nthreshold = 0\n", encoding="utf-8")
    for words in (["git", "init", "-q"], ["git", "add", "-A"], [
        "git", "-c", "user.name=Sari", "-c", "user.email=s@contoh.id", "commit", "-qm", "awal",
    ]):  # fmt: skip
        subprocess.run(words, check=True)
    assert run(["draft", "export", "peraturan.docx"]) == ""
    return folder


def run(words: list[str]) -> str:
    """Run a command; what went wrong, or nothing."""
    done = CliRunner().invoke(commands, words)
    fine = done.exit_code in ((0, 1) if words[0] in ("check", "build") else (0,))
    return "" if fine else f"{shlex.join(words)}: {done.output}{done.exception}"


def finding_of(workspace: Path) -> tuple[str, str]:
    """A finding with the Pasal and ayat that it is linked to, in the store that was built."""
    import sqlite3

    with sqlite3.connect(workspace / "evidence.db") as db:
        sql = """SELECT finding_id, label FROM links JOIN clauses ON clauses.id = clause_id
                 WHERE status = 'suggested' AND label LIKE '%ayat%' ORDER BY score DESC LIMIT 1"""
        found: tuple[str, str] = db.execute(sql).fetchone()
    return found


@pytest.mark.need("N-START-3")
@pytest.mark.parametrize("page", ["docs/drafter.md", "docs/publisher.md", "docs/analyst.md"])
def test_a_journey_goes_through_from_its_first_command_to_its_last(page: str, sample: Path) -> None:
    if shutil.which("ssh-keygen") is None:
        pytest.skip("no ssh-keygen here")
    wrong = []
    for words in typed(page):
        if words[0] == "ssh-keygen":
            subprocess.run(words, check=True)
        if words[0] != "telusur" or words[1] in NOT_RUN:
            continue
        if any(re.fullmatch(r"f[0-9a-f]{12}", word) for word in words):  # of the real encoder
            finding, label = finding_of(sample)
            words[3:5] = [finding, label]
        if words[1] == "search":  # nor has the cheap one learnt to read questions
            words.append("--words-only")
        if failed := run(words[1:]):
            wrong.append(failed)
        if words[1:3] == ["draft", "import"]:  # the sample has a draft already
            (sample / "draft" / "naskah.md").unlink()
    assert wrong == []
