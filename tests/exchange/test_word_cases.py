"""Word files as offices make them: their numbers, their changes, their boxes and comments."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from telusur.draft.outline.parsing import parse_texts
from telusur.draft.reading import regulation_of
from telusur.errors import InvalidWorkspace
from telusur.exchange.importing import import_draft
from telusur.exchange.source import read_source

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LEVELS = (("upperRoman", "BAB %1"), ("decimal", "Pasal %2"), ("decimal", "(%3)"))


def package(body: str, **parts: str) -> bytes:
    """A Word file with a body, and with `styles` and `numbering` where they are given."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="r" Type="x/officeDocument" Target="word/document.xml"/>'
            "</Relationships>",
        )
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
        )
        for name, inner in parts.items():
            archive.writestr(f"word/{name}.xml", f'<w:{name} xmlns:w="{W}">{inner}</w:{name}>')
    return written.getvalue()


def p(
    words: str = "", level: int | None = None, style: str = "", marks: str = "", num: int = 1
) -> str:
    """A paragraph, in a list or with a style."""
    numbering = (
        ""
        if level is None
        else f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'
    )
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    run = f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>' if words else ""
    return f"<w:p><w:pPr>{named}{numbering}{marks}</w:pPr>{run}</w:p>"


def levels(extra: dict[int, str] | None = None) -> str:
    return "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f"{(extra or {}).get(n, '')}"
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for n, (form, text) in enumerate(LEVELS)
    )


def lists(extra: dict[int, str] | None = None, nums: str = "") -> str:
    one = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    return f'<w:abstractNum w:abstractNumId="0">{levels(extra)}</w:abstractNum>{one}{nums}'


def lines(tmp_path: Path, content: bytes) -> list[str]:
    path = tmp_path / "a.docx"
    path.write_bytes(content)
    return [line for line in read_source(path)[0].splitlines() if line.strip()]


TWO_BAB = p("", 0) + p("", 1) + p("", 1) + p("", 0) + p("", 1)


@pytest.mark.need("N-DRAFT-4")
@pytest.mark.parametrize(
    ("restart", "last"),
    [
        ("", "Pasal 1"),
        ('<w:lvlRestart w:val="0"/>', "Pasal 3"),
        ('<w:lvlRestart w:val="1"/>', "Pasal 1"),
    ],
)
def test_a_level_restarts_where_word_restarts_it(tmp_path: Path, restart: str, last: str) -> None:
    read = lines(tmp_path, package(TWO_BAB, numbering=lists({1: restart})))
    assert read == ["BAB I", "Pasal 1", "Pasal 2", "BAB II", last]


def test_a_list_may_take_its_levels_from_a_list_style(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="Pasal"><w:pPr><w:numPr>'
        '<w:numId w:val="5"/></w:numPr></w:pPr></w:style>'
    )
    numbering = (
        f'<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="Pasal"/>{levels()}</w:abstractNum>'
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Pasal"/></w:abstractNum>'
        '<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    read = lines(tmp_path, package(TWO_BAB, styles=styles, numbering=numbering))
    assert read[0:2] == ["BAB I", "Pasal 1"]


def test_the_level_that_a_style_is_linked_to_counts(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Dasar"><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Ayat"><w:basedOn w:val="Dasar"/>'
        "</w:style>"
    )
    numbering = lists({2: '<w:pStyle w:val="Ayat"/>'})
    body = p("", style="Dasar") + p("", 1) + p("Satu.", style="Ayat") + p("Dua.", style="Ayat")
    read = lines(tmp_path, package(body, styles=styles, numbering=numbering))
    assert read == ["BAB I", "Pasal 1", "(1) Satu.", "(2) Dua."]


def test_a_list_that_overrides_its_start_begins_anew_once(tmp_path: Path) -> None:
    two = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1">'
        '<w:startOverride w:val="7"/></w:lvlOverride></w:num>'
    )
    body = p("", 1) + p("", 1, num=2) + p("", 1, num=2)
    assert lines(tmp_path, package(body, numbering=lists(nums=two))) == [
        "Pasal 1",
        "Pasal 7",
        "Pasal 8",
    ]


def test_tracked_deletions_and_moves_are_done(tmp_path: Path) -> None:
    gone = p("", 1, marks="<w:rPr><w:del/></w:rPr>")
    moved = "<w:p><w:moveFrom><w:r><w:t>Pindah.</w:t></w:r></w:moveFrom></w:p>"
    there = "<w:p><w:moveTo><w:r><w:t>Pindah.</w:t></w:r></w:moveTo></w:p>"
    body = p("", 1) + moved + p("Satu.") + gone + p("", 1) + there
    read = lines(tmp_path, package(body, numbering=lists()))
    assert read == ["Pasal 1", "Satu.", "Pasal 2", "Pindah."]


def test_capitals_by_format_are_capitals(tmp_path: Path) -> None:
    caps = '<w:style w:type="paragraph" w:styleId="Judul"><w:rPr><w:caps/></w:rPr></w:style>'
    body = (
        p("Bab I", style="Judul") + p("Ketentuan Umum", style="Judul") + p("Pasal 1") + p("Satu.")
    )
    assert lines(tmp_path, package(body, styles=caps))[:2] == ["BAB I", "KETENTUAN UMUM"]


def test_what_stands_beside_the_text_is_told_once(tmp_path: Path) -> None:
    stamp = "<w:p><w:r><w:t>DRAF 3 MARET</w:t></w:r></w:p>"
    box = f"<w:pict><w:txbxContent>{stamp}</w:txbxContent></w:pict>"
    body = (
        p("Pasal 1")
        + f"<w:p><w:r><w:t>Satu.</w:t>{box}{box}</w:r><w:commentReference w:id='4'/></w:p>"
    )
    body += "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Rahasia</w:t></w:r></w:p>"
    comments = (
        '<w:comment w:id="4" w:author="Rina"><w:p><w:r><w:t>Periksa.</w:t></w:r></w:p></w:comment>'
    )
    path = tmp_path / "a.docx"
    path.write_bytes(
        package(
            body, comments=comments, header1=p("SALINAN"), header2=p("SALINAN"), footer1=p("- 2 -")
        )
    )
    imported = import_draft(path)
    assert sorted(each.what for each in imported.remainder) == [
        "kepala halaman tidak diambil: `SALINAN`",
        "komentar Rina tidak diambil: `Periksa.`",
        "kotak teks tidak diambil: `DRAF 3 MARET`",
        "teks tersembunyi tidak diambil: `Rahasia`",
    ]
    assert imported.markdown.count("DRAF") == 0


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (package("<w:p>").replace(b"</w:body>", b"</w:bdy>"), "not a Word file that can be read"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "a password protects"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "old kind"),
        (b"", "not a Word file"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path: Path, content: bytes, what: str) -> None:
    (tmp_path / "a.docx").write_bytes(content)
    with pytest.raises(InvalidWorkspace, match=what):
        read_source(tmp_path / "a.docx")


WORD = st.text("abcdefghij", min_size=3, max_size=9)
PIECE = st.recursive(
    WORD.map(p),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(
            lambda cells: (
                "<w:tbl><w:tr>" + "".join(f"<w:tc>{c}</w:tc>" for c in cells) + "</w:tr></w:tbl>"
            )
        ),
        inner.map(lambda each: f"<w:sdt><w:sdtPr/><w:sdtContent>{each}</w:sdtContent></w:sdt>"),
        inner.map(lambda each: f'<w:customXml w:element="x">{each}</w:customXml>'),
    ),
    max_leaves=6,
)
RUN = WORD.map(lambda word: f"<w:r><w:t>{word} </w:t></w:r>")
PARAGRAPH = st.lists(
    st.one_of(
        RUN,
        RUN.map(lambda each: f"<w:ins>{each}</w:ins>"),
        RUN.map(lambda each: f'<w:hyperlink w:anchor="x">{each}</w:hyperlink>'),
        RUN.map(lambda each: f'<w:fldSimple w:instr="REF x">{each}</w:fldSimple>'),
        RUN.map(lambda each: f"<w:smartTag>{each}</w:smartTag>"),
        RUN.map(lambda each: each.replace("<w:t>", "<w:rPr><w:vanish/></w:rPr><w:t>")),
    ),
    min_size=1,
    max_size=4,
).map(lambda runs: f"<w:p>{''.join(runs)}</w:p>")


@pytest.mark.need("N-DRAFT-4")
@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(PIECE, PARAGRAPH), min_size=1, max_size=6))
def test_every_word_of_a_word_file_is_in_the_result_or_named(pieces: list[str]) -> None:
    body = p("Pasal 1") + "".join(pieces)
    said = Counter(word for run in re.findall(r"<w:t[^>]*>([^<]*)", body) for word in run.split())
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.docx"
        path.write_bytes(package(body))
        imported = import_draft(path)
    regulation = regulation_of(parse_texts({"a.md": imported.markdown}))
    kept = " ".join([*(each.text for each in regulation.clauses), "Pasal 1"])
    named = " ".join(each.what for each in imported.remainder)
    assert not said - Counter(re.findall(r"\w+", f"{kept} {named}"))
