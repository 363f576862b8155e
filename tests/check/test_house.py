"""Rules of a team's own: run by `telusur check`, told where they break, and run by nothing else."""

from __future__ import annotations

import json
import re
import shutil
import sys
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner, Result
from support import ROOT, CheapEncoder, built

from telusur.cli import commands
from telusur.cli.check import command

DRAFT = """\
#### Pasal {#buka}

(1) Kios buka setiap hari pasaran.

(2) Kios yang tutup diberi tanda kuning.

#### Pasal {#berlaku}

Peraturan Bupati ini mulai berlaku pada tanggal diundangkan.
"""
RULES = """\
import re

from telusur.draft.rules import Hit, found, rule


@rule("rumah-tanda", "error", "tanda dinamai menurut bentuknya", "signs go by their form")
def signs(draft):
    for clause in draft.clauses:
        for match in re.finditer("tanda kuning", clause.text):
            yield Hit(found(clause, match), "tulis “tanda segitiga”", "write “tanda segitiga”",
                      "tanda segitiga")
"""
MANY = "from telusur.draft.rules import Hit, Rule, rule, whole\n"
A_RULE = '@rule("rumah-lain", "info", "lain", "other")\ndef other(draft):\n'


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A workspace with a draft and a rule of its own."""
    for folder in ("draft", "aturan"):
        (tmp_path / folder).mkdir()
    (tmp_path / "draft" / "kios.md").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "aturan" / "rumah.py").write_text(RULES, encoding="utf-8")
    settings = '[check]\nrules = ["aturan/rumah.py"]\n'
    (tmp_path / "telusur.toml").write_text(settings, encoding="utf-8")
    return tmp_path


def check(workspace: Path, *words: str) -> Result:
    words = ("--language", "id", *words)
    return CliRunner().invoke(command, words, obj=workspace, catch_exceptions=False)


@pytest.mark.need("N-CHECK-6")
def test_a_rule_of_ones_own_is_told_like_any_other(house: Path) -> None:
    result = check(house)
    where = "draft/kios.md:5:28: galat [rumah-tanda] Pasal 1 ayat (2): tulis “tanda segitiga”"
    assert where in result.output
    assert result.exit_code == 1
    assert check(house, "--ignore", "rumah-tanda").exit_code == 0
    assert check(house, "--select", "86").exit_code == 0
    log = json.loads(check(house, "--format", "sarif").output)
    (one,) = log["runs"][0]["results"]
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    assert rules[one["ruleIndex"]]["id"] == one["ruleId"] == "rumah-tanda"


def test_what_it_is_sure_of_is_written_by_fix(house: Path) -> None:
    assert check(house, "--fix").exit_code == 0
    text = (house / "draft" / "kios.md").read_text(encoding="utf-8")
    assert text == DRAFT.replace("kuning", "segitiga")


def test_nothing_is_written_beside_the_rules(house: Path) -> None:
    check(house)
    assert [path.name for path in (house / "aturan").iterdir()] == ["rumah.py"]


BROKEN = {
    "syntax": ("import re\ndef (:\n", 2, "SyntaxError"),
    "import": ("\nimport tidak_ada_modul\n", 2, "ModuleNotFoundError"),
    "while read": ("x = 1\nx / 0\n", 2, "ZeroDivisionError"),
    "exit": ("import sys\nsys.exit()\n", 2, "SystemExit"),
    "no rule": ("x = 1\n", None, "tidak ada aturan"),
    "while run": (MANY + A_RULE + "    yield None\n    {}['x']\n", 5, "KeyError"),
    "exit while run": (MANY + A_RULE + "    raise SystemExit\n", 4, "SystemExit"),
    "in a library": (MANY + "import json\n" + A_RULE + "    json.loads('')\n", 5, "JSONDecode"),
    "no list": (MANY + A_RULE + "    return 3\n", 2, "TypeError"),
    "no hit": (MANY + A_RULE + "    yield 'salah'\n", 2, "Hit atau None"),
    "nothing said": (
        MANY + A_RULE + "    yield Hit(whole(draft.clauses[1]), '', 'x')\n", 2, "tidak diisi",
    ),
    "elsewhere": (
        MANY + "from dataclasses import replace\n" + A_RULE
        + "    yield Hit(replace(whole(draft.clauses[1]), path='x.md'), 'x', 'x')\n",
        3, "luar naskah",
    ),
    "a taken name": (MANY + A_RULE.replace("rumah-lain", "86"), 2, "aturan `86` sudah ada"),
    "a strange name": (MANY + A_RULE.replace("rumah-lain", "Aturan 1"), 2, "`Aturan 1`"),
    "no severity": (MANY + A_RULE.replace("info", "parah"), 2, "tingkat"),
    "no title": (MANY + A_RULE.replace('"lain"', '""'), 2, "tidak lengkap"),
}  # fmt: skip


@pytest.mark.need("N-CHECK-6")
@pytest.mark.parametrize(("text", "line", "words"), BROKEN.values(), ids=BROKEN)
def test_what_is_broken_is_named_and_the_rest_is_checked(
    house: Path, text: str, line: int | None, words: str
) -> None:
    text += "    yield None\n" if text.endswith("(draft):\n") else ""
    (house / "aturan" / "rusak.py").write_text(text, encoding="utf-8")
    settings = '[check]\nrules = ["aturan/rusak.py", "aturan/rumah.py"]\n'
    (house / "telusur.toml").write_text(settings, encoding="utf-8")
    result = check(house, "--format", "json")
    assert result.exit_code == 1
    broken, own = sorted(json.loads(result.stdout), key=lambda each: each["rule"])
    assert (broken["rule"], own["rule"]) == ("aturan", "rumah-tanda")
    assert (broken["path"], broken["line"]) == ("aturan/rusak.py", line)
    assert words in broken["message"]


def test_rules_that_cannot_be_read_are_told_whatever_is_asked_for(house: Path) -> None:
    (house / "aturan" / "rumah.py").write_text("x = 1 / 0\n", encoding="utf-8")
    result = check(house, "--select", "86", "--ignore", "aturan")
    assert "aturan/rumah.py:1: galat [aturan] ZeroDivisionError" in result.output
    assert result.exit_code == 1


@pytest.mark.parametrize("name", ["aturan/tiada.py", "../luar.py", "tiada-terpasang"])
def test_what_is_not_there_is_told_with_the_line_of_the_setting(house: Path, name: str) -> None:
    (house.parent / "luar.py").write_text("raise AssertionError", encoding="utf-8")
    (house / "telusur.toml").write_text(f'[check]\nrules = [\n  "{name}",\n]\n', encoding="utf-8")
    result = check(house)
    assert result.exit_code == 1
    assert "telusur.toml:3: galat [aturan] tidak ada" in result.output
    assert name in result.output


def test_what_a_rule_prints_stays_out_of_the_report(house: Path) -> None:
    text = "print('membaca')\n" + RULES.replace("    for clause", "    print('x')\n    for clause")
    (house / "aturan" / "rumah.py").write_text(text, encoding="utf-8")
    result = check(house, "--format", "json")
    assert [each["rule"] for each in json.loads(result.stdout)] == ["rumah-tanda"]
    assert "membaca" in result.stderr


def test_rules_may_be_installed(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("paket_aturan")
    exec(RULES, vars(module))  # noqa: S102
    monkeypatch.setitem(sys.modules, "paket_aturan", module)
    installed = EntryPoints([EntryPoint("kantor", "paket_aturan", "telusur.rules")])
    monkeypatch.setattr("telusur.check.house.entry_points", lambda **_: installed)
    (house / "telusur.toml").write_text('[check]\nrules = ["kantor"]\n', encoding="utf-8")
    assert "[rumah-tanda]" in check(house).output


def test_installed_rules_that_are_not_asked_for_are_not_read(
    house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed = EntryPoints([EntryPoint("lain", "paket_yang_tidak_ada", "telusur.rules")])
    monkeypatch.setattr("telusur.check.house.entry_points", lambda **_: installed)
    assert check(house, "--ignore", "rumah-tanda").exit_code == 0


@pytest.mark.need("N-PUBLISH-8")
def test_nothing_but_the_check_runs_them(workspace: Path, encoder: CheapEncoder) -> None:
    """A published bundle, above all, is made and read without them."""
    trace = workspace / "dijalankan"
    (workspace / "aturan.py").write_text(
        f"open({str(trace)!r}, 'w').close()\n{RULES}", encoding="utf-8"
    )
    with (workspace / "telusur.toml").open("a", encoding="utf-8") as file:
        file.write('\n[check]\nrules = ["aturan.py"]\n')
    shutil.copy(ROOT / "datasette_metadata.yml", workspace)
    built(workspace)
    bundle = workspace / "terbitan"
    for words in (
        ["publish", str(bundle), "--suggestions"],
        ["draft", "number"],
        ["draft", "export", str(workspace / "naskah.html")],
        ["trace", "Pasal 2"],
    ):
        done = CliRunner().invoke(commands, ["-w", str(workspace), *words], catch_exceptions=False)
        assert done.exit_code == 0, (words, done.output)
    assert not trace.exists()
    assert not any("aturan" in path.name for path in bundle.rglob("*"))
    check(workspace)
    assert trace.exists()


def test_the_example_in_the_documentation_works(house: Path) -> None:
    page = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    (settings,) = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    (house / "aturan" / "rumah.py").write_text(example, encoding="utf-8")
    (house / "telusur.toml").write_text(settings, encoding="utf-8")
    draft = house / "draft" / "kios.md"
    draft.write_text(DRAFT.replace("tanda kuning", "gawai"), encoding="utf-8")
    assert "peringatan [rumah-gawai] Pasal 1 ayat (2): tulis “perangkat”" in check(house).output
    check(house, "--fix")
    assert draft.read_text(encoding="utf-8") == DRAFT.replace("tanda kuning", "perangkat")
