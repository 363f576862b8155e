"""telusur draft import and telusur draft number, as they are typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from telusur.cli import commands

NUMBERED = "Pasal 1\nLoket buka.\nPasal 2\nAntrean menurut Pasal 1.\n- 2 -\nPasal 3\nTiga.\n"


def telusur(*arguments: object) -> Result:
    return CliRunner().invoke(commands, [str(each) for each in arguments], catch_exceptions=False)


@pytest.mark.need("N-DRAFT-4")
def test_import_writes_a_labelled_draft_and_tells_what_did_not_fit(tmp_path: Path) -> None:
    source, output = tmp_path / "asal.txt", tmp_path / "draft" / "draf.md"
    source.write_text(NUMBERED, encoding="utf-8")
    result = telusur("draft", "import", source, "--output", output)
    assert result.exit_code == 0
    assert output.read_text(encoding="utf-8") == (
        "#### Pasal {#loket-buka}\n\nLoket buka.\n\n"
        "#### Pasal {#antrean}\n\nAntrean menurut [](#loket-buka).\n\n"
        "#### Pasal {#tiga}\n\nTiga.\n"
    )
    assert "asal.txt:5: `- 2 -`" in result.stderr
    assert "3 new labels, 1 to look at" in result.stderr
    assert telusur("draft", "import", source).stdout == output.read_text(encoding="utf-8")


def test_import_never_overwrites_a_file(tmp_path: Path) -> None:
    source, output = tmp_path / "asal.txt", tmp_path / "draf.md"
    source.write_text(NUMBERED, encoding="utf-8")
    output.write_text("milik saya", encoding="utf-8")
    result = telusur("draft", "import", source, "--output", output)
    assert result.exit_code != 0
    assert "is there already" in result.stderr
    assert output.read_text(encoding="utf-8") == "milik saya"


def test_number_prints_and_writes_only_when_it_is_told_to(tmp_path: Path) -> None:
    draft = tmp_path / "draft"
    draft.mkdir()
    text = "#### Pasal {#a}\n\nSatu.\n\n#### Pasal 1 {#b}\n\nMenurut [Pasal 9](#a).\n"
    numbered = "#### Pasal 1 {#a}\n\nSatu.\n\n#### Pasal 2 {#b}\n\nMenurut [Pasal 1](#a).\n"
    (draft / "draf.md").write_text(text, encoding="utf-8")
    printed = telusur("draft", "number", draft)
    assert printed.stdout == numbered
    assert "draft/draf.md:5: Pasal 1 → Pasal 2 (#b)" in printed.stderr
    assert (draft / "draf.md").read_text(encoding="utf-8") == text
    assert telusur("draft", "number", draft, "--write").stdout == ""
    assert (draft / "draf.md").read_text(encoding="utf-8") == numbered
    again = telusur("draft", "number", draft, "--write")
    assert again.stderr == "The numbers in the files are right.\n"


def test_number_tells_of_pasal_without_labels(tmp_path: Path) -> None:
    (tmp_path / "draf.md").write_text(NUMBERED, encoding="utf-8")
    result = telusur("draft", "number", tmp_path)
    assert result.stdout == NUMBERED
    assert "3 Pasal without a label keep their numbers" in result.stderr


@pytest.mark.parametrize("name", ["import", "number"])
def test_help_says_what_the_command_does(name: str) -> None:
    assert "labels" in telusur("draft", name, "--help").stdout


def test_diff_says_when_the_same_words_refer_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    old, new = tmp_path / "lama.md", tmp_path / "baru.md"
    first, second = "Loket buka setiap hari kerja.", "Antrean diatur oleh petugas loket."
    told = "Pasal 3\nKetentuan sebagaimana dimaksud dalam Pasal 1 berlaku di desa.\n"
    old.write_text(f"Pasal 1\n{first}\nPasal 2\n{second}\n{told}", encoding="utf-8")
    new.write_text(f"Pasal 1\n{second}\nPasal 2\n{first}\n{told}", encoding="utf-8")
    shown = telusur("draft", "diff", old, new).stdout
    assert "Pasal 3: reworded" in shown
    assert "what they refer to is another provision" in shown
    assert telusur("draft", "diff", old, old).stdout == "Nothing changed.\n"


def test_diff_goes_on_without_a_store_that_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "lama.md").write_text("Pasal 1\nLoket buka.\n", encoding="utf-8")
    (tmp_path / "baru.md").write_text("Pasal 1\nLoket tutup.\n", encoding="utf-8")
    (tmp_path / "evidence.db").write_bytes(b"no store at all, but words" * 99)
    result = telusur("draft", "diff", "lama.md", "baru.md")
    assert "1 change." in result.stdout
    assert "linked to what changed are not shown" in result.stderr
