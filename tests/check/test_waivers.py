"""What a waiver beside the text lets stand, and what `telusur check` says of it."""

from __future__ import annotations

import json
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result
from support import CheapEncoder, built

from telusur.check import Wanted, check_draft, fix_draft
from telusur.cli import commands
from telusur.cli.check import command

ALL = Wanted()
WAIVER = "<!-- telusur: abaikan 86 karena izin lama berbunyi begitu -->"
DRAFT = """\
Menimbang: bahwa pasar perlu diatur

#### Pasal {#buka}

(1) Kios dibuka paling lambat 14 hari sejak izin terbit.

(2) Kios ditutup paling lambat 21 hari sejak izin berakhir.

#### Pasal {#berlaku}

Peraturan Bupati ini mulai berlaku pada tanggal diundangkan.
"""
FIRST = "(1) Kios dibuka paling lambat 14 hari sejak izin terbit."


@pytest.fixture
def stall(tmp_path: Path) -> Path:
    """A workspace with a draft and no store."""
    (tmp_path / "draft").mkdir()
    (tmp_path / "telusur.toml").touch()
    return tmp_path


def put(workspace: Path, text: str) -> Path:
    """Write the draft, and return its file."""
    file = workspace / "draft" / "kios.md"
    file.write_text(text, encoding="utf-8")
    return file


def found(workspace: Path, wanted: Wanted = ALL) -> list[tuple[str, int | None, str]]:
    """Rule, line and reason of each issue."""
    issues = check_draft(workspace / "draft", wanted)
    return [(each.check.name, each.line, each.waived) for each in issues]


def check(workspace: Path, *words: str) -> Result:
    words = ("--language", "id", *words)
    return CliRunner().invoke(command, words, obj=workspace, catch_exceptions=False)


@pytest.mark.need("N-CHECK-5")
@pytest.mark.parametrize(
    "text",
    [
        DRAFT.replace(FIRST, f"{FIRST} {WAIVER}"),
        DRAFT.replace(FIRST, f"{WAIVER}\n{FIRST}"),
        DRAFT.replace(FIRST, f"{WAIVER}\n\n{FIRST}"),
        DRAFT.replace(" sejak izin terbit", f" {WAIVER} sejak izin terbit"),
        DRAFT.replace(" sejak izin terbit", f"\n{WAIVER}\nsejak izin terbit"),
    ],
    ids=["at the end", "before", "before, a line between", "within", "between lines"],
)
def test_a_waiver_lets_stand_what_it_names_where_it_stands_and_nothing_else(
    stall: Path, text: str
) -> None:
    put(stall, text)
    assert [(rule, reason) for rule, _, reason in found(stall)] == [
        ("22", ""), ("86", "izin lama berbunyi begitu"), ("86", ""),
    ]  # fmt: skip


def test_a_waiver_stands_for_a_line_of_the_opening_too(stall: Path) -> None:
    waiver = "<!-- telusur: abaikan 22, 86 karena contoh -->"
    put(stall, DRAFT.replace("diatur\n", f"diatur {waiver}\n"))
    assert ("22", 1, "contoh") in found(stall)
    assert ("pengecualian-usang", 1, "") in found(stall)  # 86 is kept in that line
    put(stall, DRAFT.replace("diatur\n", "diatur <!-- telusur: abaikan 22 karena contoh -->\n"))
    assert [rule for rule, _, _ in found(stall)] == ["22", "86", "86"]


def test_a_waiver_does_not_reach_what_stands_below(stall: Path) -> None:
    put(stall, DRAFT.replace("#### Pasal {#buka}", f"#### Pasal {{#buka}} {WAIVER}"))
    assert [each for each in found(stall) if each[0] != "22"] == [
        ("pengecualian-usang", 3, ""), ("86", 5, ""), ("86", 7, ""),
    ]  # fmt: skip


def test_fix_writes_nothing_where_a_waiver_stands(stall: Path) -> None:
    file = put(stall, DRAFT.replace(FIRST, f"{FIRST} {WAIVER}"))
    fixed = fix_draft(stall / "draft", ALL)
    assert [each.issue.check.name for each in fixed] == ["22", "86"]
    text = file.read_text(encoding="utf-8")
    assert f"{FIRST} {WAIVER}" in text
    assert "paling lambat 21 (dua puluh satu) hari" in text


def test_fix_writes_around_a_waiver_of_another_rule_and_not_into_it(stall: Path) -> None:
    waiver = "<!-- telusur: abaikan 22 karena 14 hari, 21 hari -->"
    file = put(
        stall, DRAFT.replace(FIRST, f"{FIRST} {waiver}").replace("21 hari s", f"21 {waiver} hari s")
    )
    fix_draft(stall / "draft", Wanted(("86",)))
    text = file.read_text(encoding="utf-8")
    assert text.count(waiver) == 2
    assert "paling lambat 14 (empat belas) hari sejak izin terbit." in text


@pytest.mark.need("N-CHECK-5")
@pytest.mark.parametrize(
    ("waiver", "check_name", "words"),
    [
        ("<!-- telusur: abaikan 86 -->", "pengecualian", "tidak menyebut alasan"),
        ("<!-- telusur: abaikan karena x -->", "pengecualian", "tidak menyebut aturan"),
        ("<!-- telusur: lewati 86 karena x -->", "pengecualian", "tidak dikenal"),
        ("<!-- telusur: abaikan 86 karena x", "pengecualian", "tidak ditutup"),
        ("<!-- telusur: abaikan 999 karena x -->", "pengecualian", "tidak ada aturan `999`"),
        ("<!-- telusur: abaikan naskah karena x -->", "pengecualian", "tidak ada aturan `naskah`"),
        ("<!-- telusur: abaikan 87c karena x -->", "pengecualian-usang", "`87c` dipatuhi"),
    ],
)
def test_what_is_wrong_with_a_waiver_is_told_at_its_line(
    stall: Path, waiver: str, check_name: str, words: str
) -> None:
    put(stall, DRAFT.replace(FIRST, f"{FIRST} {waiver}"))
    told = [each for each in check_draft(stall / "draft", ALL) if each.check.name == check_name]
    assert [each.line for each in told] == [5]
    assert words in told[0].message
    assert ("86", 5, "") in found(stall)


def test_whether_a_waiver_is_of_use_is_told_only_where_its_rule_was_looked_at(stall: Path) -> None:
    waiver = "<!-- telusur: abaikan 87c, bukti karena x -->"
    put(stall, DRAFT.replace(FIRST, f"{FIRST} {waiver}"))
    usang = [("pengecualian-usang", 5, "")]
    assert [each for each in found(stall) if "usang" in each[0]] == usang
    assert not [each for each in found(stall, Wanted(ignore=("87c",))) if "usang" in each[0]]


def test_waived_issues_are_listed_with_their_reason_and_fail_nothing(stall: Path) -> None:
    waiver = WAIVER.replace("86", "22, 86")
    put(stall, f"{waiver}\n" + DRAFT.replace(FIRST, f"{FIRST} {WAIVER}"))
    result = check(stall, "--select", "86", "--strict")
    assert "draft/kios.md:6:31: dikecualikan [86] Pasal 1 ayat (1): tulis " in result.output
    assert "(karena izin lama berbunyi begitu)" in result.output
    assert result.output.splitlines()[-1] == "0 galat, 1 peringatan, 0 catatan, 1 dikecualikan."
    assert "waived: 1." in check(stall, "--language", "en", "--select", "86").output
    both = DRAFT.replace("(1) ", f"{WAIVER}\n(1) ").replace("(2) ", f"{WAIVER}\n(2) ")
    put(stall, both)
    assert check(stall, "--select", "86", "--strict").exit_code == 0


def test_json_and_sarif_tell_waivers_apart(stall: Path) -> None:
    put(stall, DRAFT.replace(FIRST, f"{FIRST} {WAIVER}"))
    listed = json.loads(check(stall, "--format", "json", "--select", "86").output)
    assert [each["waived"] for each in listed] == ["izin lama berbunyi begitu", None]
    log = json.loads(check(stall, "--format", "sarif", "--select", "86").output)
    first, second = log["runs"][0]["results"]
    assert first["suppressions"] == [
        {"kind": "inSource", "justification": "izin lama berbunyi begitu"}
    ]
    assert "suppressions" not in second


def test_gaps_in_the_evidence_can_be_waived(workspace: Path, encoder: CheapEncoder) -> None:
    (workspace / "telusur.toml").write_text("[links]\nthreshold = 1\n", encoding="utf-8")
    draft = workspace / "draft" / "draf.md"
    words = draft.read_text(encoding="utf-8")
    waiver = "<!-- telusur: abaikan bukti karena perintah undang-undang -->"
    draft.write_text(words.replace("(2) Antrean", f"{waiver}\n(2) Antrean"), encoding="utf-8")
    built(workspace)
    output = check(workspace, "--select", "bukti", "--level", "info").output
    assert output.count("catatan [bukti]") == 2
    assert "dikecualikan [bukti] Pasal 2 ayat (2): " in output


def test_a_waiver_reaches_neither_the_store_nor_what_is_exported(
    workspace: Path, encoder: CheapEncoder
) -> None:
    draft = workspace / "draft" / "draf.md"
    waiver = "<!-- telusur: abaikan 86 karena rahasiadapur -->"
    words = draft.read_text(encoding="utf-8").replace("(2) Antrean", f"{waiver}\n(2) Antrean")
    draft.write_text(f"PERATURAN MENTERI {waiver}\nTENTANG LOKET\n\n{words}", encoding="utf-8")
    built(workspace)
    assert b"rahasiadapur" not in (workspace / "evidence.db").read_bytes()
    for ending in ("html", "xml", "docx"):
        file = workspace / f"naskah.{ending}"
        done = CliRunner().invoke(commands, ["-w", str(workspace), "draft", "export", str(file)])
        assert done.exit_code == 0, done.output
        parts = [file.read_bytes()]
        if ending == "docx":
            with ZipFile(file) as archive:
                parts = [archive.read(name) for name in archive.namelist()]
        assert not any(b"rahasiadapur" in part for part in parts)


def test_files_beside_the_draft_that_are_not_read_are_named(stall: Path) -> None:
    put(stall, "#### Pasal 1 {#a}\n\nLoket wajib buka.\n")
    (stall / "draft" / "naskah.docx").write_bytes(b"PK")
    told = [one for one in check_draft(stall / "draft", ALL) if one.check.name == "berkas"]
    assert [one.path for one in told] == ["draft/naskah.docx"]
