"""The text of a Word file, with the numbers that Word itself puts before paragraphs."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from telusur.draft.numerals import roman
from telusur.errors import InvalidWorkspace, Problem

if TYPE_CHECKING:
    from docx.document import Document

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACEHOLDER = re.compile(r"%(\d)")


def word_text(path: Path) -> tuple[str, list[str]]:
    """Return the text of a .docx file, an empty line after each paragraph, and what was not read.

    Raises InvalidWorkspace where the file is no Word file.
    """
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        document = docx.Document(str(path))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError) as error:
        what, remedy = "this is not a Word file that can be read", "Save it again as .docx"
        raise InvalidWorkspace([Problem(path.name, None, what, remedy)]) from error
    numbers = _Numbers(document)
    lines = list(_lines(document.element.body, numbers))
    return "\n\n".join(lines) + "\n", list(_unread(document))


def _lines(parent: Any, numbers: _Numbers) -> Iterator[str]:
    """Yield the lines of paragraphs and tables, in the order in which they are read."""
    for child in parent.iterchildren():
        if child.tag == f"{_W}p":
            yield from (numbers.before(child) + _words(child)).split("\n")
        elif child.tag == f"{_W}tbl":
            for row in child.iter(f"{_W}tr"):
                yield from _row(row, numbers)
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}smartTag"):
            yield from _lines(child, numbers)


def _row(row: Any, numbers: _Numbers) -> Iterator[str]:
    """Yield the row's cells: `Menimbang`, `:` and the first consideration share a line."""
    first: list[str] = []
    rest: list[str] = []
    for cell in row.iterchildren(f"{_W}tc"):
        lines = [line for line in _lines(cell, numbers) if line.strip()]
        if lines and not rest:
            first.append(lines[0].strip())
            rest = lines[1:]
        elif lines:
            rest += lines
    yield " ".join(first)
    yield from rest


def _words(paragraph: Any) -> str:
    """Return the words of a paragraph, without those that a tracked change deletes."""
    words = ""
    for each in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}cr", f"{_W}noBreakHyphen"):
        if each.tag == f"{_W}t":
            words += each.text or ""
        elif each.tag == f"{_W}tab":
            words += "" if each.getparent().tag == f"{_W}tabs" else " "
        else:
            words += "-" if each.tag == f"{_W}noBreakHyphen" else "\n"
    return words


def _unread(document: Document) -> Iterator[str]:
    """Yield what stands outside the body."""
    for section in document.sections:
        for part, name in ((section.header, "kepala halaman"), (section.footer, "kaki halaman")):
            words = " ".join(each.text.strip() for each in part.paragraphs if each.text.strip())
            if words:
                yield f"{name} tidak diambil: `{words}`"
    for relation in document.part.rels.values():
        if relation.reltype.endswith(("/footnotes", "/endnotes")):
            blob = relation.target_part.blob.decode("utf-8", "replace")
            words = " ".join(re.findall(r"<w:t(?:\s[^<>]*+)?>([^<]*)</w:t>", blob)).strip()
            if words:
                yield f"catatan kaki tidak diambil: `{words}`"


class _Numbers:
    """Counts as Word does: `numbering.xml` says how each level of a list is numbered."""

    def __init__(self, document: Document) -> None:
        self.styles = {style.style_id: style.element for style in document.styles}
        self.levels: dict[str, dict[int, Any]] = {}
        self.starts: dict[tuple[str, int], int] = {}
        self.list_of: dict[str, str] = {}
        self.counts: dict[str, dict[int, int]] = {}
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError):  # what python-docx raises without a numbering part
            return
        abstract = {
            each.get(f"{_W}abstractNumId"): {
                int(level.get(f"{_W}ilvl")): level for level in each.iter(f"{_W}lvl")
            }
            for each in root.iterchildren(f"{_W}abstractNum")
        }
        for num in root.iterchildren(f"{_W}num"):
            number = num.get(f"{_W}numId")
            base = num.find(f"{_W}abstractNumId").get(f"{_W}val")
            self.levels[number] = abstract.get(base, {})
            overrides = list(num.iterchildren(f"{_W}lvlOverride"))
            # Lists of one kind count on, unless one of them says where it starts anew.
            self.list_of[number] = f"num-{number}" if overrides else f"abstract-{base}"
            for override in overrides:
                start = override.find(f"{_W}startOverride")
                if start is not None:
                    level = int(override.get(f"{_W}ilvl"))
                    self.starts[number, level] = int(start.get(f"{_W}val"))

    def before(self, paragraph: Any) -> str:
        """Return the number that Word shows before the paragraph, with a blank; else nothing."""
        number, depth = self._numbered(paragraph)
        level = self.levels.get(number, {}).get(depth)
        if level is None:
            return ""
        counts = self.counts.setdefault(self.list_of[number], {})
        start = self.starts.get((number, depth)) or int(_value(level, "start") or 1)
        counts[depth] = counts.get(depth, start - 1) + 1
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        if _value(level, "numFmt") in ("bullet", "none"):
            return ""
        shown = _PLACEHOLDER.sub(
            lambda found: self._spelled(number, int(found[1]) - 1, counts),
            _value(level, "lvlText") or "",
        )
        return f"{shown} " if shown.strip() else ""

    def _spelled(self, number: str, depth: int, counts: dict[int, int]) -> str:
        level = self.levels[number].get(depth)
        value = counts.get(depth, 1)
        return _spell(value, _value(level, "numFmt") if level is not None else "decimal")

    def _numbered(self, paragraph: Any) -> tuple[str, int]:
        """Return the list and the level of a paragraph, its own or its style's."""
        properties = paragraph.find(f"{_W}pPr")
        seen: set[str] = set()
        while properties is not None:
            numbering = properties.find(f"{_W}numPr")
            if numbering is not None:
                number = _value(numbering, "numId") or ""
                return number, int(_value(numbering, "ilvl") or 0)
            style = _value(properties, "pStyle") or _value(properties.getparent(), "basedOn")
            if not style or style in seen or style not in self.styles:
                break
            seen.add(style)
            properties = self.styles[style].find(f"{_W}pPr")
        return "", 0


def _value(element: Any, name: str) -> str | None:
    child = element.find(f"{_W}{name}")
    return None if child is None else child.get(f"{_W}val")


def _spell(value: int, form: str | None) -> str:
    match form:
        case "lowerLetter" | "upperLetter":
            letters = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
            return letters.upper() if form == "upperLetter" else letters
        case "upperRoman" | "lowerRoman":
            return roman(value) if form == "upperRoman" else roman(value).lower()
        case _:
            return str(value)
