"""What an office edits in an exported Word file comes back to the same labels."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from telusur.cli import commands
from telusur.draft import read_draft
from telusur.errors import InvalidWorkspace
from telusur.exchange.merging import Merged, merge, with_base
from telusur.export import render

DRAFT = """\
---
title: Peraturan tentang Loket
---

> Catatan bagi tim: jangan diubah.

PERATURAN MENTERI

TENTANG

LOKET

Menimbang:

a. bahwa loket perlu diatur;

b. bahwa perlu menetapkan Peraturan Menteri;

# BAB: KETENTUAN UMUM {#bab-umum}

#### Pasal {#loket}

(1) Loket **wajib** buka setiap hari kerja.

(2) Petugas mengumumkan biaya menurut ayat (1)
    di pintu masuk.

> Catatan: biaya masih dibahas.

(3) Biaya sebagaimana dimaksud pada [](#loket.ayat-2) meliputi:

    a. biaya cetak; dan

    b. biaya antar.

#### Pasal {#antrean}

Antrean diatur menurut ayat (2) dan [Pasal 1 ayat (3)](#loket.ayat-3) serta Pasal 1 ayat (2).

#### Pasal {#penutup}

Peraturan Menteri ini mulai berlaku pada tanggal diundangkan.

Ditetapkan di Jakarta
"""
Edit = Callable[[Any, Callable[[str], Any]], None]


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    folder = tmp_path / "draft"
    folder.mkdir()
    (folder / "naskah.md").write_text(DRAFT, encoding="utf-8")
    return folder


def exported(draft: Path) -> bytes:
    regulation = read_draft(draft)
    return with_base(render(regulation, ".docx", date(2026, 1, 2)), regulation)


def edited(draft: Path, edit: Edit, *, parts: dict[str, bytes] | None = None) -> Path:
    """The exported file as an office leaves it."""
    with zipfile.ZipFile(io.BytesIO(exported(draft))) as source:
        files = {name: source.read(name) for name in source.namelist()} | (parts or {})
    root = etree.fromstring(files["word/document.xml"])

    def paragraph(words: str) -> Any:
        return next(
            each
            for each in root.iter(qn("w:p"))
            if words in "".join(one.text or "" for one in each.iter(qn("w:t")))
        )

    edit(root, paragraph)
    files["word/document.xml"] = etree.tostring(root)
    path = draft.parent / "dari-biro-hukum.docx"
    with zipfile.ZipFile(path, "w") as target:
        for name, content in files.items():
            target.writestr(name, content)
    return path


def new(style: str, words: str) -> Any:
    run = f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>' if words else ""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
    return parse_xml(f"<w:p {nsdecls('w')}>{properties}{run}</w:p>")


def reworded(paragraph: Any, old: str, new: str) -> None:
    for words in paragraph.iter(qn("w:t")):
        words.text = (words.text or "").replace(old, new)


def tracked(paragraph: Any, kind: str) -> None:
    """Mark a whole paragraph as inserted or deleted with track changes."""
    for run in list(paragraph.iter(qn("w:r"))):
        mark = parse_xml(f'<w:{kind} {nsdecls("w")} w:id="900" w:author="Rina"/>')
        run.addprevious(mark)
        mark.append(run)
        if kind == "del":
            for words in run.iter(qn("w:t")):
                words.tag = qn("w:delText")
    marks = parse_xml(f'<w:rPr {nsdecls("w")}><w:{kind} w:id="901" w:author="Rina"/></w:rPr>')
    paragraph.find(qn("w:pPr")).append(marks)


def text_of(merged: Merged, draft: Path) -> str:
    path = draft / "naskah.md"
    return merged.files[path][1] if path in merged.files else path.read_text(encoding="utf-8")


def told(merged: Merged) -> list[tuple[str, str, str]]:
    return [(each.kind, each.state, each.clause) for each in merged.changes]


def nothing(_root: Any, _paragraph: Any) -> None:
    pass


def test_a_file_that_nobody_edited_changes_nothing(draft: Path) -> None:
    merged = merge(draft, edited(draft, nothing))
    assert merged == Merged()
    assert exported(draft) == exported(draft)


def test_a_reworded_clause_comes_back_and_nothing_else_is_touched(draft: Path) -> None:
    def edit(_root: Any, paragraph: Any) -> None:
        reworded(paragraph("Loket"), "hari kerja", "hari, juga hari libur")
        reworded(paragraph("mengumumkan biaya"), "pintu masuk", "laman")
        reworded(paragraph("bahwa loket"), "perlu diatur", "harus diatur")

    merged = merge(draft, edited(draft, edit))
    assert text_of(merged, draft) == DRAFT.replace("hari kerja", "hari, juga hari libur").replace(
        "pintu masuk", "laman"
    ).replace("loket perlu diatur", "loket harus diatur"), "bold, notes, layout and links stay"
    assert {state for _, state, _ in told(merged)} == {"settled"}


def test_tracked_changes_are_told_as_open_and_can_be_left_out(draft: Path) -> None:
    def edit(_root: Any, paragraph: Any) -> None:
        tracked(paragraph("biaya cetak"), "del")
        there = new("Ayat", "Petugas memberi tanda terima.")
        tracked(there, "ins")
        paragraph("Petugas mengumumkan").addnext(there)

    path = edited(draft, edit)
    merged = merge(draft, path)
    assert ("deleted", "open", "Pasal 1 ayat (3) huruf a") in told(merged)
    assert ("inserted", "open", "Pasal 1 ayat (3)") in told(merged)
    assert {each.by for each in merged.changes if each.state == "open"} == {(("Rina", ""),)}
    assert "biaya cetak" not in text_of(merged, draft)
    assert merge(draft, path, leave_open=True).files == {}


def test_what_both_sides_changed_is_named_and_not_overwritten(draft: Path) -> None:
    path = edited(draft, lambda _, find: reworded(find("biaya antar"), "antar", "kirim"))
    now = DRAFT.replace("biaya antar", "biaya pos").replace("hari kerja", "hari")
    (draft / "naskah.md").write_text(now, encoding="utf-8")
    merged = merge(draft, path)
    assert told(merged) == [("reworded", "conflict", "Pasal 1 ayat (3) huruf b")]
    assert "biaya pos" in merged.changes[0].why
    assert merged.files == {}
    (draft / "naskah.md").write_text(DRAFT.replace("antar", "kirim"), encoding="utf-8")
    assert told(merge(draft, path)) == [("reworded", "same", "Pasal 1 ayat (3) huruf b")]


def test_numbers_and_references_follow_what_is_inserted(draft: Path) -> None:
    def edit(_root: Any, paragraph: Any) -> None:
        paragraph("wajib").addnext(new("Ayat", "Loket memakai nomor antrean menurut Pasal 2."))
        heading = paragraph("Antrean diatur").getprevious()
        heading.addprevious(new("Heading4", ""))
        heading.addprevious(new("Normal", "Petugas memakai tanda pengenal."))

    merged = merge(draft, edited(draft, edit))
    text = text_of(merged, draft)
    (draft / "naskah.md").write_text(text, encoding="utf-8")
    after = read_draft(draft)
    clauses = {one.id: one for one in after.clauses}
    assert "#### Pasal {#petugas-memakai-tanda}\n\nPetugas memakai tanda pengenal." in text
    assert clauses["loket.ayat-3"].text.startswith("Petugas mengumumkan biaya menurut ayat (1)")
    assert (
        clauses["loket.ayat-4"].text == "Biaya sebagaimana dimaksud pada Pasal 1 ayat (3) meliputi:"
    )
    assert clauses["antrean"].text == (
        "Antrean diatur menurut ayat (2) dan Pasal 1 ayat (4) serta Pasal 1 ayat (3)."
    )
    assert clauses["antrean"].label == "Pasal 3"
    assert "{#loket-memakai-nomor" in text
    assert [each.state for each in after.references].count("missing") == 1, "ayat (2) of no Pasal"


def test_the_same_file_merged_once_more_changes_nothing(draft: Path) -> None:
    """What it inserted has moved the numbers, and so the ids, of what stands behind it."""

    def edit(_root: Any, paragraph: Any) -> None:
        paragraph("wajib").addnext(new("Ayat", "Loket memakai nomor antrean menurut Pasal 2."))
        gone = paragraph("biaya cetak")
        gone.getparent().remove(gone)
        reworded(paragraph("biaya antar"), "antar", "kirim")

    word = edited(draft, edit)
    text = text_of(merge(draft, word), draft)
    (draft / "naskah.md").write_text(text, encoding="utf-8")
    again = merge(draft, word)
    assert again.files == {}
    assert {each.state for each in again.changes} == {"same"}
    assert {each.kind for each in again.changes} == {"inserted", "reworded"}


def test_what_is_deleted_goes_unless_something_refers_to_it(draft: Path) -> None:
    def edit(_root: Any, paragraph: Any) -> None:
        for words in ("biaya cetak", "Petugas mengumumkan"):
            each = paragraph(words)
            each.getparent().remove(each)

    merged = merge(draft, edited(draft, edit))
    assert ("deleted", "settled", "Pasal 1 ayat (3) huruf a") in told(merged)
    refused = next(each for each in merged.changes if each.state == "conflict")
    assert refused.clause == "Pasal 1 ayat (2)"
    assert "masih merujuknya" in refused.why
    assert "    a. biaya antar." in text_of(merged, draft)


def test_a_pasal_that_was_moved_keeps_its_label(draft: Path) -> None:
    def edit(_root: Any, paragraph: Any) -> None:
        words = paragraph("Antrean diatur")
        heading, first = words.getprevious(), paragraph("wajib").getprevious()
        first.addprevious(heading)
        first.addprevious(words)

    merged = merge(draft, edited(draft, edit))
    assert {(kind, state) for kind, state, _ in told(merged)} == {("moved", "settled")}
    text = text_of(merged, draft)
    (draft / "naskah.md").write_text(text, encoding="utf-8")
    order = [one.id for one in read_draft(draft).clauses if one.level == "pasal"]
    assert order == ["antrean", "loket", "penutup"]


def test_a_clause_that_lost_its_bookmark_is_known_by_its_words(draft: Path) -> None:
    def edit(_root: Any, paragraph: Any) -> None:
        there = paragraph("biaya antar")
        there.addprevious(new("Huruf", "biaya antar lain."))
        there.getparent().remove(there)

    merged = merge(draft, edited(draft, edit))
    assert text_of(merged, draft) == DRAFT.replace("biaya antar.", "biaya antar lain.")


def test_a_file_that_was_not_exported_is_refused_unless_its_base_is_named(draft: Path) -> None:
    path = edited(
        draft,
        lambda _, find: reworded(find("biaya antar"), "antar", "kirim"),
        parts={"customXml/item1.xml": b"<none/>"},
    )
    with pytest.raises(InvalidWorkspace, match="--base"):
        merge(draft, path)
    base = draft.parent / "asal.docx"
    base.write_bytes(exported(draft))
    assert "biaya kirim" in text_of(merge(draft, path, base), draft)


def test_comments_become_comments_on_the_clause_once(draft: Path) -> None:
    (draft.parent / "telusur.toml").write_text("", encoding="utf-8")

    def edit(_root: Any, paragraph: Any) -> None:
        there = paragraph("biaya antar")
        there.append(parse_xml(f'<w:commentRangeStart {nsdecls("w")} w:id="7"/>'))

    comment = (
        '<w:comment w:id="7" w:author="Rina"><w:p><w:r><w:t>Siapa?</w:t></w:r></w:p></w:comment>'
    )
    parts = {"word/comments.xml": f"<w:comments {nsdecls('w')}>{comment}</w:comments>".encode()}
    path = edited(draft, edit, parts=parts)
    for _ in range(2):
        done = CliRunner().invoke(
            commands, ["--workspace", str(draft.parent), "draft", "merge", str(path)]
        )
        assert done.exit_code == 0, done.output
        assert "Pasal 1 ayat (3) huruf b: comment by Rina: Siapa?" in done.output
    journal = (draft / "review.jsonl").read_text(encoding="utf-8")
    assert journal.count("Siapa?") == 1
    assert "loket.ayat-3.huruf-b" in journal


def test_the_command_writes_nothing_when_asked_what_it_would_do(draft: Path) -> None:
    (draft.parent / "telusur.toml").write_text("", encoding="utf-8")
    path = edited(draft, lambda _, find: reworded(find("biaya antar"), "antar", "kirim"))
    ask = ["--workspace", str(draft.parent), "draft", "merge", str(path)]
    done = CliRunner().invoke(commands, [*ask, "--dry-run"])
    assert "biaya {+kirim.+}" in done.output.replace("[-antar.-] ", "")
    assert (draft / "naskah.md").read_text(encoding="utf-8") == DRAFT
    CliRunner().invoke(commands, ask)
    assert "biaya kirim" in (draft / "naskah.md").read_text(encoding="utf-8")
