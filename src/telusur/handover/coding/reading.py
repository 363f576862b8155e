"""A `.qdpx` file → a project: as QualCoder, ATLAS.ti, MAXQDA, NVivo and Telusur write them."""

from __future__ import annotations

import contextlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from lxml import etree

from telusur.handover.coding.archive import Archive
from telusur.handover.coding.model import Code, Project, ProjectUnreadable, Selection, Source
from telusur.words import Later, say

_TEXTS = frozenset({"TextSource", "Representation", "Transcript"})
_OTHERS = {
    "PictureSource": Later("picture"),
    "AudioSource": Later("recording"),
    "VideoSource": Later("film"),
    "PDFSource": "PDF",
}
_AREAS = frozenset({"PDFSelection", "PictureSelection", "AudioSelection", "VideoSelection"})
Xml = Any


def read_project(path: Path) -> Project:
    """Read the codes, texts and selections of a project.

    Raises:
        ProjectUnreadable: it is no REFI-QDA project, or larger than one is read.
        OSError: the file cannot be read.
    """
    archive = Archive(path)
    try:
        root = _parsed(archive.project(), path)
        users = {_guid(one.get("guid")): one.get("name") or "" for one in root.iter("{*}User")}
        codes = dict(_codes(root))
        passed_over: list[str] = []
        sources = list(_sources(root, archive, users, passed_over))
        return Project(root.get("name") or path.stem, codes, sources, passed_over)
    finally:
        archive.close()


def _parsed(data: bytes, path: Path) -> Xml:
    """Parse without entities, network or external files; a project needs no DOCTYPE."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ProjectUnreadable(
            say("{path}: project.qde in it is damaged: {error}.", path=path, error=error)
        ) from error
    if root.getroottree().docinfo.doctype:
        raise ProjectUnreadable(
            say("{path}: project.qde in it has a DOCTYPE, which is not read.", path=path)
        )
    if etree.QName(root).localname != "Project":
        raise ProjectUnreadable(say("{path}: project.qde in it is no REFI-QDA project.", path=path))
    return root


def _codes(root: Xml) -> Iterator[tuple[str, Code]]:
    """Yield each code by its guid, those above before those below."""
    known: dict[Xml, Code] = {}
    for one in root.iter("{*}Code"):
        code = Code(
            " ".join((one.get("name") or "").split()),
            (one.get("isCodable") or "true").lower() != "false",
            known.get(one.getparent()),
        )
        known[one] = code
        yield _guid(one.get("guid")), code


def _sources(
    root: Xml, archive: Archive, users: Mapping[str, str], passed_over: list[str]
) -> Iterator[Source]:
    """Yield the texts; what is none goes to `passed_over`."""
    areas: Counter[str] = Counter()
    for place in root.iterfind("{*}Sources"):
        for one in place.iter(etree.Element):
            kind = etree.QName(one).localname
            if kind in _TEXTS:
                text = _text_of(one, archive, passed_over)
                if text is not None:
                    yield _source(one, text, users)
            elif kind in _AREAS and one.find(".//{*}CodeRef") is not None:
                areas[_name_of(one)] += 1
            elif kind in _OTHERS and not any(
                etree.QName(inner).localname in _TEXTS for inner in one.iter(etree.Element)
            ):
                passed_over.append(
                    say(
                        "“{one}” is a {others} without its text",
                        one=_name_of(one),
                        others=_OTHERS[kind],
                    )
                )
    for name, count in areas.items():
        passed_over.append(
            say(
                "“{name}”: {count} coded areas of pages, pictures or recordings have no words",
                name=name,
                count=count,
            )
        )


def _text_of(one: Xml, archive: Archive, passed_over: list[str]) -> str | None:
    content = one.find("{*}PlainTextContent")
    if content is not None:
        return content.text or ""
    told = one.get("plainTextPath") or ""
    name = _name_of(one)
    try:
        text = archive.text(told)
    except UnicodeDecodeError:
        passed_over.append(say("“{name}”: its text is not UTF-8", name=name))
        return None
    if text is None:
        passed_over.append(say("“{name}”: its text is not in the project", name=name))
    return text


def _source(one: Xml, text: str, users: Mapping[str, str]) -> Source:
    found = [
        selection
        for place in one.iterfind("{*}PlainTextSelection")
        for selection in _selections(place, users)
    ]
    return _counted_as_it_is(Source(_name_of(one), text, found))


def _selections(place: Xml, users: Mapping[str, str]) -> Iterator[Selection]:
    """Yield a selection for each code on some words."""
    start, end = _number(place.get("startPosition")), _number(place.get("endPosition"))
    for coding in place.iterfind("{*}Coding"):
        for ref in coding.iterfind("{*}CodeRef"):
            by = coding.get("creatingUser") or place.get("creatingUser")
            at = coding.get("creationDateTime") or place.get("creationDateTime")
            yield Selection(
                start, end, _guid(ref.get("targetGUID")), users.get(_guid(by), ""), _time(at)
            )


def _counted_as_it_is(source: Source) -> Source:
    """Return the source with line ends as one character, and its positions moved along.

    Some programs count a line end of Windows as two characters, some as one, and say nothing of
    it: the way that cuts fewer words is the right one.
    """
    if "\r" not in source.text:
        return source
    lines = re.sub(r"\r\n?", "\n", source.text)
    if _cut(lines, source.selections) <= _cut(source.text, source.selections):
        return replace(source, text=lines)
    # Of each position, how many characters before it are gone.
    gone, before = [], 0
    for number, letter in enumerate(source.text):
        gone.append(before)
        before += letter == "\r" and source.text[number + 1 : number + 2] == "\n"
    gone.append(before)

    def moved(at: int) -> int:
        return at - gone[at] if 0 <= at < len(gone) else -1

    found = [replace(one, start=moved(one.start), end=moved(one.end)) for one in source.selections]
    return Source(source.name, lines, found)


def _cut(text: str, selections: Sequence[Selection]) -> int:
    """How many edges of selections stand outside of the text, or inside a word."""
    return sum(
        at < 0 or at > len(text) or (text[at - 1 : at].isalnum() and text[at : at + 1].isalnum())
        for one in selections
        for at in (one.start, one.end)
    )


def _name_of(one: Xml) -> str:
    """The name of an element, or of the one that it belongs to."""
    while one is not None:
        if one.get("name") and etree.QName(one).localname.endswith("Source"):
            return " ".join(one.get("name").split())
        one = one.getparent()
    return "without a name"


def _guid(told: str | None) -> str:
    return (told or "").strip("{} ").casefold()


def _number(told: str | None) -> int:
    """A position; -1, which is none, for all else."""
    return int(told) if told and told.isascii() and told.isdigit() and len(told) < 10 else -1


def _time(told: str | None) -> datetime | None:
    with contextlib.suppress(ValueError):
        at = datetime.fromisoformat(told or "")
        return at if at.tzinfo else None
    return None
