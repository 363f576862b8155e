"""One bad report never stops a build: it is named, passed over, and the rest is built."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support import CheapEncoder, built

from telusur import extract
from telusur.cli.summary import print_outcome
from telusur.errors import InvalidWorkspace


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("x.md", "---\ntitle: {{title}}\n---\n\nAntrean panjang.\n", "x.md:2: .*a key must be"),
        ("x.md", '---\ntitle: "\\ud800"\n---\n\nAntrean panjang.\n', "x.md:2: U\\+D800 stands"),
        ("x.md", '---\ntitle: "\\UFFFFFFFF"\n---\n\nAntrean.\n', "x.md:2: this is not valid"),
        ("x.md", "---\n? [a]\n: b\ntitle: x\n---\n\nAntrean.\n", "x.md:2: .*a key must be"),
        ("x.md", "---\ntitle: " + "[" * 5000 + "\n---\n\nAntrean.\n", "x.md:2: .*nested too deep"),
        ("x.html", "<div>" * 5000 + "Antrean", "x.html: it is too large: its elements"),
    ],
)
def test_what_cannot_be_read_is_named_and_the_rest_is_built(
    name: str, content: str, what: str, workspace: Path, encoder: CheapEncoder
) -> None:
    (workspace / "corpus" / name).write_text(content, "utf-8")
    outcome = built(workspace)
    assert outcome.counts["documents"] == 1
    [passed_over] = outcome.unreadable
    said = f"{passed_over.path}:{passed_over.line or ''}: {passed_over.message}".replace("::", ":")
    assert re.search(what, said), said
    assert outcome.faults == 0


@pytest.mark.parametrize(
    "charset", ["idna", "punycode", "undefined", "hex", "rot13", "x\\y", "zip"]
)
def test_a_page_of_an_unknown_character_set_is_read(
    charset: str, workspace: Path, encoder: CheapEncoder
) -> None:
    page = f'<meta charset="{charset}"><p>Antrean panjang menjadi kendala.</p>'
    (workspace / "corpus" / "x.html").write_text(page, "utf-8")
    outcome = built(workspace)
    assert outcome.counts["documents"] == 2
    assert outcome.unreadable == ()


@pytest.mark.parametrize("step", ["begin", "finish"])
def test_a_fault_of_ours_costs_one_report_and_is_told(
    step: str,
    workspace: Path,
    encoder: CheapEncoder,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    right = getattr(extract.Reader, step)

    def fail(self: extract.Reader, what: object, *more: object, **others: object) -> object:
        if "celaka" in str(getattr(what, "text", "")):
            raise IndexError("tak terduga")
        return right(self, what, *more, **others)

    monkeypatch.setattr(extract.Reader, step, fail)
    (workspace / "corpus" / "x.md").write_text("Antrean celaka panjang.\n", "utf-8")
    outcome = built(workspace)
    assert outcome.counts["documents"] == 1
    assert outcome.faults == 1
    assert "Telusur failed on it (IndexError: tak terduga)" in outcome.unreadable[0].message
    print_outcome(outcome)
    assert "Report this" in capsys.readouterr().err


def test_a_build_names_what_is_confidential_and_why(
    workspace: Path, encoder: CheapEncoder, capsys: pytest.CaptureFixture[str]
) -> None:
    (workspace / "corpus" / "x.md").write_text("DOKUMEN RAHASIA\n\nAntrean panjang.\n", "utf-8")
    outcome = built(workspace)
    assert outcome.confidential == (("x.md", "“DOKUMEN RAHASIA” (line 1)"),)
    print_outcome(outcome)
    assert "corpus/x.md: “DOKUMEN RAHASIA” (line 1)" in capsys.readouterr().out


def test_links_that_lead_out_are_named(
    workspace: Path, encoder: CheapEncoder, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("lain") / "a.md"
    elsewhere.write_text("Antrean rahasia.\n", "utf-8")
    (workspace / "corpus" / "x.md").symlink_to(elsewhere)
    outcome = built(workspace)
    assert outcome.counts["documents"] == 1
    assert "leads out of corpus/" in outcome.unreadable[0].message
    (workspace / "telusur.toml").write_text("[corpus]\nfollow_links = true\n", "utf-8")
    assert built(workspace).counts["documents"] == 2
    (workspace / "telusur.toml").write_text("", "utf-8")
    (workspace / "draft" / "y.md").symlink_to(elsewhere)
    with pytest.raises(InvalidWorkspace, match=r"draft/y\.md: this is a link that leads out of"):
        built(workspace)
