"""Files from elsewhere, by the thousand: sound ones, and what damage and malice make of them."""

from __future__ import annotations

import io
import json
import zipfile

import docx
from hypothesis import strategies as st
from tests.corpus.test_other_formats import mail, odt, slides
from tests.corpus.test_other_formats import saved as saved_slides
from tests.corpus.test_pdf import pdf
from tests.corpus.test_sheets import saved as saved_workbook
from tests.corpus.test_sheets import workbook

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


RICH_TEXT = (
    rb"{\rtf1\ansi{\header\pard Kop\par}Kertas habis.\par "
    rb"\trowd Loket\cell Kendala\cell\row \trowd Loket A\cell Kipas mati\cell\row\pard }"
)
TABLE = b"Lokasi;Temuan;Tanggal\nLoket A;Kertas habis;2024-03-05\nLoket B;Kipas mati;\n"
TEXT_DOCUMENT = odt("<text:h>Kendala</text:h><text:p>Kertas habis.</text:p>")
WORKBOOK = saved_workbook(workbook(("Temuan", (("Lokasi", "Temuan"), ("Loket A", "Kertas habis")))))
SLIDES = saved_slides(slides())
ZIPPED = {"a.docx": WORD, "a.odt": TEXT_DOCUMENT, "a.pptx": SLIDES, "a.xlsx": WORKBOOK}


def _sound_mail() -> bytes:
    message = mail()
    message.add_alternative("<h2>Kendala</h2><p>Kertas habis.</p>", subtype="html")
    message.add_attachment(b"x", maintype="application", subtype="pdf", filename="laporan.pdf")
    return bytes(message)


MAIL = _sound_mail()


@st.composite
def archives_with_changed_parts(draw: st.DrawFn, sound: bytes) -> bytes:
    """A document whose parts are sound as an archive and strange as XML."""
    changed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(sound)) as old,
        zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        names = old.namelist()
        target = draw(st.sampled_from(names))
        for name in names:
            data = old.read(name)
            new.writestr(name, draw(damaged(data)) if name == target else data)
    return changed.getvalue()


_ODD = st.sampled_from(
    [None, True, -1, 2**63, 10**400, 1e308, "", "\ud800", "\u202e", "a" * 5000, [], {}, [[]],
     "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2024-01-01", "2024-01-01T00:00:00"]
)  # fmt: skip


@st.composite
def changed_json(draw: st.DrawFn, sound: str) -> bytes:
    """A JSON document in which values are exchanged, keys added, and sometimes bytes damaged."""
    told = json.loads(sound)
    for _ in range(draw(st.integers(0, 3))):
        inside = told
        while True:
            key = draw(st.sampled_from([*inside, "v", "baru"]))
            deeper = inside.get(key)
            if not isinstance(deeper, dict) or not deeper or draw(st.booleans()):
                inside[key] = draw(_ODD)
                break
            inside = deeper
    whole = json.dumps(told, ensure_ascii=draw(st.booleans())).encode("utf-8", "surrogatepass")
    return draw(damaged(whole)) if draw(st.booleans()) else whole
