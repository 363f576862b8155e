"""Which places the form of a report sets apart as those that it is about: its title, its headings,
a column of its table."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from telusur.corpus.model import Document
from telusur.extract.gazetteer import Place
from telusur.extract.places.names import NamedPlace
from telusur.extract.places.standing import Span, Standing

_OF_PLACES = re.compile(
    r"(?i)\b(?:lokasi|lokus|daerah|kabupaten|kab|kota|wilayah|tempat|pemda|pemerintah daerah|mpp"
    r"|unit(?: layanan)?|instansi|opd)\b"
)
"""In the head of a column of places."""
_TITLE = re.compile(
    r"(?i)\W*(?:(?:draf\w*|lampiran|ringkasan|rekap\w*|slide)\b[^\n]{0,12}\W+)?"
    r"(?:laporan|hasil|monev|monitoring|pemantauan|evaluasi|notul\w+|risalah|berita acara|matriks"
    r"|temuan|daftar periksa|checklist|formulir|survei|observasi|paparan|telaah\w*|nota dinas"
    r"|catatan|buku catatan|pemeriksaan|inspeksi|kajian|diskusi|fgd|wawancara|transkrip\w*|field"
    r"|lembar)\b"
)
"""So begins the title of a report of those who were there; newsrooms write otherwise."""
_MOST_OF_TITLE = 450
"""Characters at the beginning of a report that can be its title."""
_PARAGRAPH = re.compile(r"[^\n]+")


def set_apart(
    document: Document, named: Sequence[NamedPlace], standing: Standing
) -> tuple[Place, ...]:
    """Return the kabupaten and kota that a report's form sets apart, each once; often none.

    Several headings, or the cells of a column of places, which name one each; else those in the
    title of a report that says it is one.
    """
    below = [one for one in named if one.place.level != "provinsi"]
    starts = [one.start for one in below]

    def only(span: Span) -> Place | None:
        inside = _inside(below, starts, span)
        return next(iter(inside.values())) if len(inside) == 1 else None

    columns = (span for head, *span in standing.columns() if _OF_PLACES.search(head))
    for spans in (standing.headings, ((start, end) for start, end in columns)):
        found = {place.code: place for span in spans if (place := only(span))}
        if len(found) > 1:
            return tuple(found.values())
    return tuple(
        {
            code: place
            for span in _titles(document)
            for code, place in _inside(below, starts, span).items()
        }.values()
    )


def _inside(named: Sequence[NamedPlace], starts: Sequence[int], span: Span) -> dict[str, Place]:
    first, last = bisect_left(starts, span[0]), bisect_left(starts, span[1])
    return {one.place.code: one.place for one in named[first:last]}


def _titles(document: Document) -> Iterator[Span]:
    """Yield the lines at the beginning of a report that are its title, if it says what it is."""
    lines = list(_PARAGRAPH.finditer(document.text, 0, _MOST_OF_TITLE))
    title = []
    for line in lines:
        if line[0].rstrip().endswith((".", "!", "?", ";")):
            break
        title.append(line)
    if any(_TITLE.match(line[0]) for line in title):
        yield from (line.span() for line in title)
