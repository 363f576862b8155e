"""The page as a whole: contents, preamble, body, ending."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from pathlib import Path

from telusur.draft.model import Regulation
from telusur.export.frame import LISTS, TITLE, Block, Item, ending_blocks, preamble_blocks
from telusur.export.html.body import anchor, body
from telusur.export.outline import Unit, outline, printable

_STYLE = Path(__file__).with_name("style.css")


def html(regulation: Regulation) -> bytes:
    """Return the regulation as a page, in UTF-8."""
    units = outline(regulation)
    blocks = preamble_blocks(regulation)
    lines = [
        "<!DOCTYPE html>",
        '<html lang="id">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        '<meta name="color-scheme" content="light dark">',
        f"<title>{escape(printable(regulation.title) or 'Peraturan')}</title>",
        f"<style>\n{_STYLE.read_text(encoding='utf-8')}</style>",
        "</head>",
        "<body>",
        '<a class="skip" href="#batang-tubuh">Langsung ke batang tubuh</a>',
        *_contents(units),
        "<main>",
        *_preamble(blocks),
        '<div id="batang-tubuh">',
        *body(units),
        "</div>",
        *_ending(ending_blocks(regulation.ending)),
        "</main>",
        "</body>",
        "</html>",
    ]
    return ("\n".join(lines) + "\n").encode("utf-8")


def _contents(units: Sequence[Unit]) -> Iterator[str]:
    if not units:
        return
    yield '<nav aria-label="Daftar isi">'
    yield "<details><summary>Daftar isi</summary>"
    yield from _entries(units)
    yield "</details>"
    yield "</nav>"


def _entries(units: Iterable[Unit]) -> Iterator[str]:
    """Yield a list of the headings, without what an amendment quotes."""
    headed = [
        unit
        for unit in units
        if unit.clause.level in ("buku", "bab", "bagian", "paragraf", "pasal")
    ]
    if not headed:
        return
    yield '<ol role="list">'
    for unit in headed:
        title = f" <span>{escape(unit.title)}</span>" if unit.title else ""
        yield f'<li><a href="#{anchor(unit.clause)}">{escape(unit.number)}{title}</a>'
        if unit.clause.level != "pasal":
            yield from _entries(unit.below)
        yield "</li>"
    yield "</ol>"


def _preamble(blocks: Sequence[Block]) -> Iterator[str]:
    """Yield the title as the page's only heading of the first level, then the rest."""
    titles = [n for n, block in enumerate(blocks) if block.role in TITLE]
    first, behind = (titles[0], titles[-1] + 1) if titles else (0, 0)
    yield '<header class="preamble">'
    yield from _blocks(blocks[:first])
    parts = [item.text for block in blocks[first:behind] for item in block.items]
    lines = " ".join(f"<span>{escape(part)}</span>" for part in parts)
    yield f"<h1>{lines}</h1>" if parts else '<h1 class="unseen">Peraturan</h1>'
    yield from _blocks(blocks[behind:])
    yield "</header>"


def _ending(blocks: Sequence[Block]) -> Iterator[str]:
    attached = ("annex", "elucidation")
    closing = [block for block in blocks if block.role not in attached]
    if closing:
        yield '<footer class="ending">'
        yield from _blocks(closing)
        yield "</footer>"
    for number, block in enumerate((block for block in blocks if block.role in attached), start=1):
        heading = block.word or "Penjelasan"
        yield f'<section class="annex" id="lampiran-{number}">'
        yield f"<h2>{escape(heading)}</h2>" if block.word else '<h2 class="unseen">Penjelasan</h2>'
        yield from (_paragraph(item) for item in block.items)
        yield "</section>"


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield f'<div class="{block.role}">'
        if block.role in LISTS:
            yield f'<p class="word">{escape(block.word)}{":" if block.word else ""}</p>'
            yield from _list(block.items)
        else:
            yield from (_paragraph(item) for item in block.items)
        yield "</div>"


def _list(items: Sequence[Item]) -> Iterator[str]:
    if not any(item.marker for item in items):
        yield "<div>"
        yield from (_paragraph(item) for item in items)
        yield "</div>"
        return
    yield '<ol class="items" role="list">'
    for item in items:
        yield (
            f'<li><span class="marker">{escape(item.marker)}</span> '
            f"<div><p>{escape(item.text)}</p></div></li>"
        )
    yield "</ol>"


def _paragraph(item: Item) -> str:
    marker = f"{escape(item.marker)} " if item.marker else ""
    return f"<p>{marker}{escape(item.text)}</p>"
