"""The styles of the document: one for each kind of line of a regulation.

Lampiran II of UU 12/2011 asks for Bookman Old Style 12 on F4 paper, and shows by example where a
heading stands and how far an item is moved in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from telusur.export.docx.xml import Xml, parse

FONT = "Bookman Old Style"
LANGUAGE = "id-ID"
STEP = 680
"""How far each level of a tabulation is moved in, in twentieths of a point (1.2 cm)."""
HALF = 4650
"""From the left margin to the block of the signature, likewise."""


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style. Lengths are in twentieths of a point."""

    id: str
    name: str
    """As Word's own menu shows it; English names are those of Word's built-in styles."""
    alias: str = ""
    """What a drafter calls it."""
    align: str = "both"
    left: int = 0
    hanging: int = 0
    before: int = 0
    after: int = 120
    keep: bool = False
    """Whether it stays on the page of the next paragraph."""
    outline: int | None = None
    """Its level in the navigation pane, from 0."""
    numbered: tuple[int, int] | None = None
    """The list that counts it (numId), and the level of that list."""
    next: str = ""
    """The style of the paragraph that Enter begins; its own by default."""
    new_page: bool = False
    size: int = 0
    """In half points; that of the document by default."""
    bold: bool = False
    italic: bool = False
    tab: int | None = None
    """Where a tab leads to, at the right, behind dots: in a table of contents."""


def item(depth: int, name: str, numbered: tuple[int, int] | None = None) -> Style:
    """Return the style of an item of a tabulation that stands `depth` steps in, from 1."""
    return Style(name, name, left=depth * STEP, hanging=STEP, numbered=numbered)


DIVISIONS, PROVISIONS, CONSIDERATIONS, BASES = 1, 2, 3, 4
"""The numId of each list."""

STYLES = (
    Style("Normal", "Normal"),
    Style("Title", "Title", "Judul", "center", after=240),
    Style("Pembukaan", "Pembukaan", align="center", after=240),
    Style("Header", "header", align="center"),
    Style("Buku", "Buku", align="center", before=480, keep=True, outline=0,
          numbered=(DIVISIONS, 0), next="Heading1"),
    Style("Heading1", "heading 1", "Bab", "center", before=360, keep=True, outline=0,
          numbered=(DIVISIONS, 1), next="Heading4"),
    Style("Heading2", "heading 2", "Bagian", "center", before=240, keep=True, outline=1,
          numbered=(DIVISIONS, 2), next="Heading4"),
    Style("Heading3", "heading 3", "Paragraf", "center", before=240, keep=True, outline=2,
          numbered=(DIVISIONS, 3), next="Heading4"),
    Style("Heading4", "heading 4", "Pasal", "center", before=240, keep=True, outline=3,
          numbered=(PROVISIONS, 0), next="Ayat"),
    Style("Diktum", "Diktum", left=3 * STEP, hanging=3 * STEP),
    item(1, "Ayat", (PROVISIONS, 1)),
    item(1, "Definisi", (PROVISIONS, 2)),
    item(2, "Huruf", (PROVISIONS, 3)),
    item(3, "Angka", (PROVISIONS, 4)),
    item(4, "Subhuruf", (PROVISIONS, 5)),
    item(5, "Subangka", (PROVISIONS, 6)),
    Style("Keterangan", "Keterangan", align="left"),
    Style("BeritaNegara", "Berita Negara", align="left", before=360),
    item(1, "Menimbang", (CONSIDERATIONS, 0)),
    item(1, "Mengingat", (BASES, 0)),
    Style("Penetapan", "Penetapan", align="left", left=HALF, after=0, keep=True),
    Style("Pengundangan", "Pengundangan", align="left", after=0, keep=True),
    Style("Lampiran", "Lampiran", align="left", after=240, outline=0, new_page=True),
    Style("IsiLampiran", "Isi Lampiran", align="left"),
)  # fmt: skip
LEFT = {style.id: style.left for style in STYLES}


def styles(some: Sequence[Style] = STYLES) -> Xml:
    """Return the part `styles.xml`."""
    return parse("styles", _DEFAULTS + "".join(_style(style) for style in some) + _TABLE)


def _style(style: Style) -> str:
    default = ' w:default="1"' if style.id == "Normal" else ""
    based = "" if style.id == "Normal" else '<w:basedOn w:val="Normal"/>'
    alias = f'<w:aliases w:val="{style.alias}"/>' if style.alias else ""
    following = f'<w:next w:val="{style.next}"/>' if style.next else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style.id}"{default}>'
        f'<w:name w:val="{style.name}"/>{alias}{based}{following}<w:qFormat/>'
        f"<w:pPr>{_paragraph(style)}</w:pPr>{_letters(style)}</w:style>"
    )


def _letters(style: Style) -> str:
    told = "<w:b/>" * style.bold + "<w:i/>" * style.italic
    if style.size:
        told += f'<w:sz w:val="{style.size}"/><w:szCs w:val="{style.size}"/>'
    return f"<w:rPr>{told}</w:rPr>" if told else ""


def _paragraph(style: Style) -> str:
    """Return the properties in the order that the schema asks for."""
    keep = "<w:keepNext/><w:keepLines/>" if style.keep else ""
    page = "<w:pageBreakBefore/>" if style.new_page else ""
    numbered = ""
    if style.numbered:
        list_id, level = style.numbered
        numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    tab = (
        ""
        if style.tab is None
        else f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{style.tab}"/></w:tabs>'
    )
    outline = "" if style.outline is None else f'<w:outlineLvl w:val="{style.outline}"/>'
    return (
        f"{keep}{page}<w:widowControl/>{numbered}{tab}"
        f'<w:spacing w:before="{style.before}" w:after="{style.after}"/>'
        f'<w:ind w:left="{style.left}" w:hanging="{style.hanging}"/>'
        f'<w:jc w:val="{style.align}"/>{outline}'
    )


_DEFAULTS = (
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    f'<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}"/>'
    '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:line="324" w:lineRule="auto"/>'
    "</w:pPr></w:pPrDefault></w:docDefaults>"
)
_TABLE = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:tblPr><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
    "</w:tblCellMar></w:tblPr></w:style>"
)
