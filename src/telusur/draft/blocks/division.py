"""Block rule: headings of a buku, bab, bagian, paragraf or Pasal, with or without Markdown's `#`.

`#### Pasal {#antrean-daring}` leaves the number to be computed; `Pasal 7` on a line of its own
is a heading too, since texts that come from elsewhere have no marks.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from telusur.draft.blocks.amending import Amendment, amendment_of
from telusur.draft.blocks.lines import line_text, push_paragraph
from telusur.draft.labels import split_label
from telusur.draft.numerals import ORDINAL_PATTERN
from telusur.draft.source.line import breaks_off

_MARKS = re.compile(r"#{1,6}[ \t]+|#{1,6}$")
_SEPARATOR = r"(?:\s*[:.]\s*|\s+(?:[–—-]\s+)?|$)"
_NUMBERED = (
    (
        "buku",
        re.compile(rf"(?-i:BUKU)\s+(?P<number>{ORDINAL_PATTERN}|[IVXLC]+)\b{_SEPARATOR}", re.I),
    ),
    ("bab", re.compile(rf"BAB\s+(?P<number>[IVXLC]+[A-Z]?|\d{{1,2}})\b{_SEPARATOR}", re.I)),
    ("bagian", re.compile(rf"Bagian\s+(?P<number>{ORDINAL_PATTERN})\b{_SEPARATOR}", re.IGNORECASE)),
    ("paragraf", re.compile(rf"Paragraf\s+(?P<number>\d{{1,2}})\b{_SEPARATOR}", re.IGNORECASE)),
    (
        "pasal",
        re.compile(
            rf"Pasal\s+(?P<number>\d+(?:[A-Z]{{0,2}}|\s[A-Z](?=\W*$))|[IVX]+)\b{_SEPARATOR}", re.I
        ),
    ),
)
_EMPHASIS = re.compile(r"^[*_]+|(?<!\\)[*_]+$")
_GOES_ON = re.compile(r"[a-z]{2,}\b(?![.)])")
_DELETED = re.compile(r"\(?dihapus\)?[.;]?", re.IGNORECASE)
_OPENING_QUOTES = "\"'“”„‘"
_COMPUTED = re.compile(
    rf"(?P<level>(?-i:BUKU)|BAB|Bagian|Paragraf|Pasal)\b{_SEPARATOR}", re.IGNORECASE
)


def division_plugin(md: MarkdownIt) -> None:
    """Add the rule, before Markdown's own headings."""
    md.block.ruler.before("heading", "division", division, {"alt": ["paragraph"]})


def division(state: StateBlock, start_line: int, _end_line: int, silent: bool) -> bool:
    """Push a `division` token whose meta holds level, number and label, and what follows them.

    Number and label are None where there is none. What follows is a paragraph of its own: the
    title, or the first words of a Pasal whose heading ran into its text.
    """
    line = line_text(state, start_line)
    marks = _MARKS.match(line)
    text, label = split_label(line[marks.end() :] if marks else line)
    text = _without_emphasis(text)
    if label is None:
        text, label = split_label(text)
    amendment: Amendment | None = state.env.get("amendment")
    if amendment is not None:
        text = text.lstrip(_OPENING_QUOTES)
    meta = _read_heading(text) if marks else _read_plain(text, line_text(state, start_line - 1))
    if meta is None or (not marks and _is_within_sentence(state, start_line)):
        return False
    if silent:
        return True
    state.line = start_line + 1
    title, level, number = meta["title"], str(meta["level"]), meta["number"]
    quoted = amendment is not None and amendment.quotes(level, number, label)
    token = state.push("division", "", 0)
    token.map = [start_line, state.line]
    token.meta = {"level": level, "number": number, "label": label, "quoted": quoted}
    if level == "pasal":
        # The regulation can end only behind a Pasal: the rule for its closing asks for this.
        state.env["pasal_seen"] = True
        if amendment is not None and quoted:
            amendment.quoted.add(str(number))
        else:
            state.env["own_pasal"] = number
            state.env["amendment"] = amendment_of(state, start_line, number or "", title or "")
    if title:
        push_paragraph(state, title, start_line, state.line)
    return True


def _read_heading(text: str) -> dict[str, str | None] | None:
    if numbered := _read_numbered(text):
        return numbered
    if found := _COMPUTED.match(text):
        return {
            "level": found["level"].lower(),
            "number": None,
            "title": text[found.end() :].strip(),
        }
    return None


def _read_plain(text: str, line_before: str) -> dict[str, str | None] | None:
    """Read a line without `#`; only what cannot be running text is a heading."""
    heading = _read_numbered(text)
    if heading is None or breaks_off(_without_emphasis(line_before)):
        return None
    title = heading["title"] or ""
    fits = {
        "buku": title == title.upper(),
        "bab": text.startswith("BAB") and title == title.upper(),
        "bagian": title == "" or (title[0].isupper() and title[-1] not in ".,;:"),
        "paragraf": title == "" or (title[0].isupper() and title[-1] not in ".,;:"),
        "pasal": title == "" or _DELETED.fullmatch(title) is not None,
    }
    return heading if text[0].isupper() and fits[str(heading["level"])] else None


def _is_within_sentence(state: StateBlock, line: int) -> bool:
    """Whether the lines around go on with one sentence: `… huruf a` / `Pasal 5` / `wajib …`."""
    before = line_text(state, line - 1)
    after = line_text(state, line + 1) if line + 1 < state.lineMax else ""
    return bool(before) and before[-1] not in ".;:" and _GOES_ON.match(after) is not None


def _read_numbered(text: str) -> dict[str, str | None] | None:
    for level, pattern in _NUMBERED:
        if found := pattern.match(text):
            title = text[found.end() :].strip()
            number = re.sub(r"(?<=\d)\s", "", found["number"])
            return {"level": level, "number": number, "title": title}
    return None


def _without_emphasis(text: str) -> str:
    """Drop the asterisks of a heading in bold; they may close before or after its label."""
    return _EMPHASIS.sub("", text.strip()).strip()
