"""REFI-QDA project exchange (`.qdpx`): the reports with their coded findings, as ATLAS.ti, MAXQDA,
NVivo, QualCoder and others open them."""

from __future__ import annotations

import io
import uuid
import zipfile
from collections import defaultdict
from typing import Any
from xml.etree import ElementTree as ET

from telusur.handover.timeless import add
from telusur.store.database import Database
from telusur.store.reading import rows

NAMESPACE = "urn:QDA-XML:project:1.0"
_IDS = uuid.UUID("6f0a4d2e-3a64-5e0b-9a55-7be0a3f9d1c4")
_COLOURS = {
    "kendala": "#C0392B",
    "tantangan": "#B9770E",
    "kelebihan": "#1E8449",
    "peluang": "#2471A3",
    "kebutuhan": "#7D3C98",
}


def qdpx(db: Database, title: str) -> bytes:
    """Return the project as bytes; the same evidence gives the same ones."""
    made = _made(db)
    project = ET.Element(
        "Project",
        {
            "xmlns": NAMESPACE,
            "name": _xml(title),
            "origin": "Telusur",
            "creationDateTime": made["creationDateTime"],
        },
    )
    users = ET.SubElement(project, "Users")
    ET.SubElement(users, "User", {"guid": _guid("user"), "name": "Telusur"})
    _codes(project, db)
    documents = rows(db, "SELECT id, title, text FROM documents ORDER BY id")
    sources = ET.SubElement(project, "Sources") if documents else project  # never empty
    texts = {}
    found = _findings(db)
    for document in documents:
        guid = _guid(f"document {document['id']}")
        texts[f"sources/{guid}.txt"] = document["text"]
        _source(sources, guid, document, found[document["id"]], made)
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as archive:
        xml = ET.tostring(project, encoding="utf-8", xml_declaration=True)
        add(archive, "project.qde", xml)
        for name, text in sorted(texts.items()):
            add(archive, name, text.encode())
    return result.getvalue()


def _made(db: Database) -> dict[str, str]:
    """Who made what is in it, and when: the schema does without, QualCoder's import does not."""
    (day,) = db.execute("SELECT max(finished_at) FROM builds").fetchone()
    return {"creatingUser": _guid("user"), "creationDateTime": f"{day[:10]}T00:00:00Z"}


def _codes(project: ET.Element, db: Database) -> None:
    book = ET.SubElement(ET.SubElement(project, "CodeBook"), "Codes")
    kinds = _code(book, "jenis", "Jenis temuan", codable=False)
    for kind, colour in _COLOURS.items():
        _code(kinds, f"kind {kind}", kind, colour=colour)
    challenges = _code(book, "tantangan", "Tantangan", codable=False)
    for one in rows(db, "SELECT id, label, definition FROM challenges ORDER BY id"):
        code = _code(challenges, f"challenge {one['id']}", one["label"])
        ET.SubElement(code, "Description").text = _xml(one["definition"])


def _code(
    parent: ET.Element, key: str, name: str, *, codable: bool = True, colour: str | None = None
) -> ET.Element:
    told = {"guid": _guid(key), "name": _xml(name), "isCodable": str(codable).lower()}
    return ET.SubElement(parent, "Code", {**told, **({"color": colour} if colour else {})})


def _findings(db: Database) -> dict[str, list[dict[str, Any]]]:
    challenges = defaultdict(list)
    for row in rows(db, "SELECT * FROM finding_challenges ORDER BY finding_id, challenge_id"):
        challenges[row["finding_id"]].append(row["challenge_id"])
    found = defaultdict(list)
    for row in rows(db, 'SELECT * FROM findings ORDER BY document_id, start, "end", id'):
        found[row["document_id"]].append({**row, "challenges": challenges[row["id"]]})
    return found


def _source(
    sources: ET.Element,
    guid: str,
    document: dict[str, Any],
    found: list[dict[str, Any]],
    made: dict[str, str],
) -> None:
    source = ET.SubElement(
        sources,
        "TextSource",
        {
            "guid": guid,
            "name": _xml(document["title"]),
            "plainTextPath": f"internal://{guid}.txt",
            **made,
        },
    )
    for one in found:
        selection = ET.SubElement(
            source,
            "PlainTextSelection",
            {
                "guid": _guid(f"finding {one['id']}"),
                "name": _xml(one["quote"][:60]),
                "startPosition": str(one["start"]),
                "endPosition": str(one["end"]),
                **made,
            },
        )
        for key in (f"kind {one['kind']}", *(f"challenge {id_}" for id_ in one["challenges"])):
            told = {"guid": _guid(f"{one['id']} {key}"), **made}
            coding = ET.SubElement(selection, "Coding", told)
            ET.SubElement(coding, "CodeRef", {"targetGUID": _guid(key)})


def _guid(key: str) -> str:
    return str(uuid.uuid5(_IDS, key)).upper()


def _xml(text: str) -> str:
    """Without what no XML document can hold."""
    return "".join(
        one for one in text if one in "\t\n\r" or (one >= " " and one not in "\ufffe\uffff")
    )
