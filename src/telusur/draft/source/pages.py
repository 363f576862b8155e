"""Sets aside page numbers and running headers: the text layer of a PDF has them in mid-sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from telusur.draft.model import Notice
from telusur.draft.source.line import SourceLine, begins_unit, breaks_off, is_heading

_PAGE_NUMBER = re.compile(
    r"[-–—]\s*+\d{1,4}\s*+[-–—]"
    r"|(?:Halaman|Hal\.|Page)\s*+:?\s*+\d{1,4}(?:\s*+(?:dari|of|/)\s*+\d{1,4})?",
    re.IGNORECASE,
)
_RUNNING_HEADER = re.compile(
    r"(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)*\.go\.id(?:/\S*)?"
    r"|SK\s*+No\.?\s*+\d{3,}+\s*+[A-Z]?"
    r"|(?:[-–—]?\s*+\d{1,4}(?:\s*+[-–—])?\s++)?\d{4}\s*+,\s*+No\.?\s*+\d++"
    r"(?:\s++[-–—]?\s*+\d{1,4}\s*+[-–—]?)?"
)
_BARE_NUMBER = re.compile(r"\d{1,4}")
_LETTERHEAD = re.compile(r"PRESIDEN\s+REPUBLIK\s+INDONESIA|SALINAN")
_LETTERHEAD_IN_TWO = ("PRESIDEN", "REPUBLIK INDONESIA")
_CATCHWORD = re.compile(r"(?P<words>\S.{0,60}?)\s*(?:\.\s?\.\s?\.|…)")
_FEWEST_LINES_OF_A_PAGE = 15
_FEWEST_REPEATS = 3
_MOST_HEADER_LINES = 3
_LONGEST_HEADER = 90
_MOST_PAGES_WITHOUT = 0.7
_TITLE = re.compile(
    r"(?:RANCANGAN|PERATURAN|UNDANG-UNDANG|KEPUTUSAN|INSTRUKSI|QANUN)\b|(?:LAMPIRAN|PENJELASAN)\b"
)
_BEHIND_TITLE = re.compile(
    r"(?:NOMOR|TENTANG|ATAS|TAHUN)\b|(?:PERATURAN|UNDANG-UNDANG|KEPUTUSAN)\b"
)


def set_aside_page_furniture(
    lines: Sequence[SourceLine], path: str
) -> tuple[list[SourceLine], list[Notice]]:
    """Return the lines without what belongs to the page, and a notice for each that is taken.

    A sentence that goes on behind a page break is put together again.
    """
    furniture = _furniture(lines)
    if not furniture:
        return list(lines), []
    kept: list[SourceLine] = []
    index = 0
    while index < len(lines):
        if index not in furniture and not lines[index].is_blank:
            kept.append(lines[index])
            index += 1
            continue
        end = index
        while end < len(lines) and (end in furniture or lines[end].is_blank):
            end += 1
        if not any(each in furniture for each in range(index, end)):
            kept += lines[index:end]
        elif not (kept and end < len(lines) and _goes_on(kept[-1].text, lines[end].text)):
            kept.append(SourceLine("", lines[index].number))
        index = end
    return kept, [_notice(path, lines[each]) for each in sorted(furniture)]


def is_page_number(text: str) -> bool:
    """Whether a line is the number of a page: `- 7 -`, `Halaman 7 dari 20`."""
    return _PAGE_NUMBER.fullmatch(text) is not None


def is_catchword(text: str, following: str) -> bool:
    """Whether a line at the foot of a page announces the next: `b. dan …`."""
    found = _CATCHWORD.fullmatch(text)
    return found is not None and following.casefold().startswith(found["words"].casefold())


def _notice(path: str, line: SourceLine) -> Notice:
    words = line.text.strip()
    return Notice(
        path,
        line.number,
        f"`{words}` dibaca sebagai kepala atau nomor halaman, bukan isi peraturan",
        f"`{words}` is taken for a page number or running header, not for the regulation",
        "page",
        words,
    )


def _goes_on(before: str, after: str) -> bool:
    """Whether a sentence is parted by the page break between the two lines."""
    before = before.strip()
    if breaks_off(before):
        return True
    return not (before.endswith((".", ";", ":")) or is_heading(before) or begins_unit(after))


def _furniture(lines: Sequence[SourceLine]) -> set[int]:
    texts = [line.text.strip() for line in lines]
    sure = {
        index
        for index, text in enumerate(texts)
        if text and (_PAGE_NUMBER.fullmatch(text) or _RUNNING_HEADER.fullmatch(text))
    }
    sure.update(_bare_page_numbers(texts, sure))
    around = {each for index in sure for each in _neighbours(texts, index)} - sure
    # A line beside several headers of one page is still one line.
    repeats = Counter(texts[each] for each in around)
    # What is on most pages belongs to them; a title may stand on three, and is no header.
    often = _MOST_PAGES_WITHOUT * sum(is_page_number(texts[each]) for each in sure)
    found = set(sure)
    for each in around:
        text = texts[each]
        if _is_title(texts, each) and (each == texts.index(text) or repeats[text] < often):
            continue
        repeated = repeats[text] >= _FEWEST_REPEATS and len(text) <= _LONGEST_HEADER
        if _LETTERHEAD.fullmatch(text) or (repeated and text.isupper() and not begins_unit(text)):
            found.add(each)
        elif text == _LETTERHEAD_IN_TWO[0]:
            below = next(_following(texts, each), each)
            if texts[below] == _LETTERHEAD_IN_TWO[1]:
                found.update((each, below))
    found.update(_catchwords(texts, found))
    return found


def _is_title(texts: Sequence[str], index: int) -> bool:
    """Whether a line is the first of a title: of the regulation, its Penjelasan or a Lampiran."""
    following = [texts[each] for each in islice(_following(texts, index), 2)]
    return bool(_TITLE.match(texts[index])) and any(map(_BEHIND_TITLE.match, following))


def _bare_page_numbers(texts: Sequence[str], sure: set[int]) -> Iterator[int]:
    """Yield numbers alone on a line that stand beside a header, or count the pages."""
    bare = [index for index, text in enumerate(texts) if _BARE_NUMBER.fullmatch(text)]
    for index in bare:
        if any(near in sure for near in _neighbours(texts, index, 1)):
            yield index
    for earlier, later in pairwise(bare):
        next_page = int(texts[later]) == int(texts[earlier]) + 1
        if next_page and later - earlier >= _FEWEST_LINES_OF_A_PAGE:
            yield earlier
            yield later


def _neighbours(texts: Sequence[str], index: int, most: int = _MOST_HEADER_LINES) -> Iterator[int]:
    """Yield the nearest lines with words before and after `index`, `most` in each direction."""
    yield from islice(_following(texts, index, -1), most)
    yield from islice(_following(texts, index), most)


def _following(texts: Sequence[str], index: int, step: int = 1) -> Iterator[int]:
    """Yield the lines with words behind `index`, or before it where `step` is -1."""
    place = index + step
    while 0 <= place < len(texts):
        if texts[place]:
            yield place
        place += step


def _catchwords(texts: Sequence[str], furniture: set[int]) -> Iterator[int]:
    """Yield the lines at the foot of a page that announce the next: `b. dan …`."""
    for index in sorted(furniture):
        before = next((n for n in _following(texts, index, -1) if n not in furniture), None)
        after = next((n for n in _following(texts, index) if n not in furniture), 0)
        if before is None or not after:
            continue
        if is_catchword(texts[before], texts[after]):
            yield before
