"""Files from elsewhere, by the thousand: sound ones, and what damage and malice make of them."""

from __future__ import annotations

import io
import zipfile

import docx
from hypothesis import strategies as st
from tests.corpus.test_pdf import pdf

_WORDS = ("Jaringan lambat di loket.", "RAHASIA", "Sifat : Rahasia", "| a | b |\n|---|---|", "## K")
_MARKUP = (
    "<p>", "</p>", "<table>", "<tr>", "<td>", "<!--", "-->", "<![CDATA[", "<script>", "<meta ",
    "charset=", "style='display:none'", "&#xD800;", "&amp;", "<div hidden>", "<title>", "\x00",
)  # fmt: skip
_SIGNS = (
    "---", "+++", "title:", "rahasia:", "sifat:", "ya", "{{x}}", "[", "]", "{", "}", ":",
    "- ", "\t", "\n", "\n", " ", '"\\ud800"', "*a", "&a", "!!python/object", "|", ">", "'", '"',
    "#",
    "2021-02-30",
    "9" * 5000, "nan", ".inf", "\ufeff", "\ud7ff", "\x85", "=", "[links]", "per_finding", "<<: ",
)  # fmt: skip

texts = st.lists(st.sampled_from(_WORDS + _SIGNS) | st.text(max_size=12), max_size=40).map("".join)
pages = st.lists(st.sampled_from(_WORDS + _MARKUP) | st.text(max_size=12), max_size=60).map("".join)
front_matter = texts.map(lambda inside: f"---\n{inside}\n---\n\nJaringan lambat.\n")
encodings = st.sampled_from(["utf-8", "utf-16", "utf-16-le", "cp1252", "utf-8-sig", "latin-1"])


def _sound_word() -> bytes:
    document = docx.Document()
    document.add_heading("Kendala")
    document.add_paragraph("Jaringan lambat di loket.")
    document.add_table(2, 2).rows[0].cells[0].text = "Loket"
    document.sections[0].header.paragraphs[0].text = "Kop"
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


WORD = _sound_word()
PDF = pdf([(72, 700, "Jaringan lambat di loket."), (72, 680, "Listrik padam.")])


@st.composite
def damaged(draw: st.DrawFn, sound: bytes) -> bytes:
    """A sound file with bytes changed, cut out, doubled or cut off."""
    data = bytearray(sound)
    for _ in range(draw(st.integers(1, 8))):
        at = draw(st.integers(0, max(0, len(data) - 1)))
        length = draw(st.integers(0, 40))
        data[at : at + length] = draw(st.binary(max_size=40))
    return bytes(data[: draw(st.integers(0, len(data)))] if draw(st.booleans()) else data)


@st.composite
def words_with_changed_parts(draw: st.DrawFn) -> bytes:
    """A Word document whose parts are sound as an archive and strange as XML."""
    changed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(WORD)) as old,
        zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        names = old.namelist()
        target = draw(st.sampled_from(names))
        for name in names:
            data = old.read(name)
            new.writestr(name, draw(damaged(data)) if name == target else data)
    return changed.getvalue()
