"""A project as QualCoder writes it: `Sources/` with a capital, a selection for each coding, files
named by their guids in small letters, and nothing but the coder's name to tell people apart."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import quoteattr

CODER = "Ratna (contoh)"
HEAD = (
    '<?xml version="1.0" encoding="utf-8"?>\n<Project xmlns="urn:QDA-XML:project:1.0" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:QDA-XML:'
    'project:1:0 http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd" '
    'name="Wawancara loket" origin="QualCoder 3.5" creatingUserGUID="AAAA" '
    'creationDateTime="2026-03-01T08:00:00Z">'
)


def guid(number: int) -> str:
    return f"0000{number:04x}-0000-4000-8000-000000000000"


def qualcoder(
    path: Path,
    texts: dict[str, str],
    codings: Sequence[tuple[str, str, str]],
    *,
    book: str,
    encoding: str = "utf-8",
    inside: str = "Sources",
) -> Path:
    """Write a project: `codings` are (name of the text, words in it, guid of the code)."""
    sources, files = [], {}
    for number, (name, text) in enumerate(texts.items(), start=500):
        files[f"{inside}/{guid(number)}.txt"] = text.encode(encoding)
        inner = ""
        for at, (of, words, code) in enumerate(codings):
            if of == name:
                start = text.index(words)
                inner += (
                    f'<PlainTextSelection guid="{guid(900 + at)}" name={quoteattr(words[:20])} '
                    f'startPosition="{start}" endPosition="{start + len(words)}" '
                    'creatingUser="AAAA" creationDateTime="2026-03-02T09:30:00Z">'
                    f'<Coding guid="{guid(950 + at)}" creatingUser="AAAA" '
                    f'creationDateTime="2026-03-02T09:30:00Z"><CodeRef targetGUID="{code}"/>'
                    "</Coding></PlainTextSelection>"
                )
        sources.append(
            f'<TextSource guid="{guid(number)}" name={quoteattr(name)} '
            f'plainTextPath="internal://{guid(number)}.txt" creatingUser="AAAA" '
            f'creationDateTime="2026-03-01T08:00:00Z">{inner}</TextSource>'
        )
    xml = (
        f'{HEAD}<Users><User guid="AAAA" name="{CODER}"/></Users>'
        f"<CodeBook><Codes>{book}</Codes></CodeBook>"
        f"<Sources>{''.join(sources)}</Sources></Project>"
    )
    return archive(path, {"project.qde": xml.encode(), **files})


def archive(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in files.items():
            target.writestr(name, data)
    return path
