"""The annex as a Word document, in the sober form of the regulation itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from telusur.export.docx.fields import bookmark, run
from telusur.export.docx.package import blank, fill, packed
from telusur.export.docx.styles import Style, styles
from telusur.export.docx.xml import Xml, element
from telusur.export.outline import printable
from telusur.handover.annex.model import Annex, Quote, Section

_RIGHT = 9355
"""Where the text ends, in twentieths of a point from the left margin: F4 with margins of 2.5 cm."""
_DEEPEST = 4
"""Headings have so many levels."""
_STEPS = 4
"""How far an item of a provision is moved in at most."""
_STYLES = (
    Style("Normal", "Normal"),
    Style("Title", "Title", "Judul", "center", after=240, bold=True, keep=True),
    Style("Subtitle", "Subtitle", "Subjudul", "center", after=360),
    Style("Header", "header", align="center"),
    Style("TOCHeading", "TOC Heading", "Judul daftar isi", "center", before=360, after=200,
          bold=True, keep=True),
    *(Style(f"TOC{n}", f"toc {n}", align="left", left=(n - 1) * 340, after=40, size=22, tab=_RIGHT)
      for n in range(1, _DEEPEST + 1)),
    Style("Heading1", "heading 1", align="center", before=480, after=60, keep=True, outline=0,
          bold=True, next="Normal"),
    Style("Heading2", "heading 2", align="center", before=360, after=60, keep=True, outline=1,
          bold=True, next="Normal"),
    Style("Heading3", "heading 3", align="center", before=360, after=60, keep=True, outline=2,
          bold=True, next="Normal"),
    Style("Heading4", "heading 4", align="center", before=300, after=60, keep=True, outline=3,
          bold=True, next="Normal"),
    Style("JudulBagian", "Judul Bagian", align="center", after=160, keep=True),
    *(Style(f"Bunyi{n}", f"Bunyi Ketentuan {n + 1}", left=n * 460, after=80)
      for n in range(_STEPS + 1)),
    Style("JudulBukti", "Judul Bukti", align="left", before=160, after=80, keep=True, bold=True,
          size=22),
    Style("Quote", "Quote", "Kutipan", left=560, before=80, after=20, keep=True, size=22),
    Style("Sumber", "Sumber Kutipan", align="left", left=560, after=0, keep=True, size=19),
    Style("Keputusan", "Keputusan", align="left", left=560, after=140, size=19),
    Style("Laporan", "Daftar Laporan", align="left", left=560, hanging=560, after=80, size=22),
    Style("Catatan", "Catatan", align="left", left=560, after=120, italic=True, size=22),
)  # fmt: skip
_TITLE = ("LAMPIRAN NASKAH URGENSI", "BUKTI DARI LAPANGAN")


def word(annex: Annex, *, to_print: bool = False) -> bytes:
    """Return the annex as Word; the same annex gives the same bytes.

    Headings are Word's own, so that its navigation and its table of contents know them. `to_print`
    leaves out the field around the table of contents: programs that print without being asked
    count the pages in it only where they have not made it themselves.
    """
    title = f"Bukti dari lapangan: {annex.title}" if annex.title else "Bukti dari lapangan"
    document = blank(styles(_STYLES), printable(title))
    writer = _Writer()
    body = [one for section in annex.sections for one in writer.section(section, 1)]
    body += writer.reports(annex.reports)
    contents = _contents(writer.headings, field=not to_print)
    fill(document, [*_opening(annex), *contents, *body])
    return packed(document)


@dataclass(frozen=True, slots=True)
class _Heading:
    words: str
    level: int
    mark: str
    """The bookmark around it."""


@dataclass(slots=True)
class _Writer:
    """Writes the sections, and remembers their headings."""

    headings: list[_Heading] = field(default_factory=list)

    def section(self, section: Section, depth: int) -> Iterator[Xml]:
        """Yield the paragraphs of a section and of all below it."""
        yield self._heading(section, min(depth, _DEEPEST))
        if section.title:
            yield _paragraph("JudulBagian", section.title)
        for step, line in section.words:
            yield _paragraph(f"Bunyi{min(step, _STEPS)}", line)
        if section.quotes and section.words:
            yield _paragraph("JudulBukti", "Bukti")
        for quote in section.quotes:
            yield from _quote(quote)
        for remark in section.remarks:
            yield _paragraph("Catatan", remark)
        for below in section.below:
            yield from self.section(below, depth + 1)

    def reports(self, reports: Sequence[str]) -> Iterator[Xml]:
        """Yield the list of the reports that quotes name by number."""
        if reports:
            yield self._heading(Section("DAFTAR LAPORAN"), 1)
        for number, words in enumerate(reports, start=1):
            typed = [run(f"[{number}]"), element("r", element("tab")), run(printable(words))]
            yield element("p", element("pPr", element("pStyle", val="Laporan")), *typed)

    def _heading(self, section: Section, level: int) -> Xml:
        number = len(self.headings) + 1
        words = f"{section.heading} {section.title}".strip()
        one = _Heading(words, level, f"_Toc{number:08}")
        self.headings.append(one)
        marked = bookmark(one.mark, number, [run(printable(section.heading))])
        return element("p", element("pPr", element("pStyle", val=f"Heading{level}")), *marked)


def _opening(annex: Annex) -> Iterator[Xml]:
    for line in _TITLE:
        yield _paragraph("Title", line)
    if annex.title:
        yield _paragraph("Subtitle", annex.title.upper())
    yield _paragraph("Subtitle", f"disusun {annex.order}, keadaan bukti pada {annex.day}")
    for words in annex.preface:
        yield _paragraph("Normal", words)


def _contents(headings: Sequence[_Heading], *, field: bool) -> Iterator[Xml]:
    """Yield a table of contents that is there at once, and that Word keeps up to date."""
    if not headings:
        return
    yield _paragraph("TOCHeading", "DAFTAR ISI")
    for number, one in enumerate(headings):
        content = [element("hyperlink", *_entry(one), anchor=one.mark)]
        if field and number == 0:
            content[:0] = [*_begin(f'TOC \\o "1-{_DEEPEST}" \\h \\z \\u', dirty=True)]
        if field and number == len(headings) - 1:
            content.append(element("r", element("fldChar", fldCharType="end")))
        style = element("pPr", element("pStyle", val=f"TOC{one.level}"))
        yield element("p", style, *content)


def _entry(one: _Heading) -> Iterator[Xml]:
    yield run(printable(one.words))
    yield element("r", element("tab"))
    yield from _begin(f"PAGEREF {one.mark} \\h")
    yield run(" ")
    yield element("r", element("fldChar", fldCharType="end"))


def _begin(instruction: str, *, dirty: bool = False) -> Iterator[Xml]:
    """Yield what opens a field, up to what it shows."""
    code = element("instrText")
    code.text = f" {instruction} "
    code.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    told = {"dirty": "true"} if dirty else {}
    yield element("r", element("fldChar", fldCharType="begin", **told))
    yield element("r", code)
    yield element("r", element("fldChar", fldCharType="separate"))


def _quote(quote: Quote) -> Iterator[Xml]:
    yield _paragraph("Quote", f"“{quote.words}”")
    yield _paragraph("Sumber", quote.about)
    verdict = run(printable(quote.verdict))
    if not quote.accepted:  # told apart in print, without colours
        verdict.insert(0, element("rPr", element("b")))
    yield element("p", element("pPr", element("pStyle", val="Keputusan")), verdict)


def _paragraph(style: str, words: str) -> Xml:
    return element("p", element("pPr", element("pStyle", val=style)), run(printable(words)))
