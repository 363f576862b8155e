"""Search in the visitor's browser: the findings as a list that it loads, and the place for hits.

A script indexes the list when the page for searching is opened: so the index is no file of the
edition, and what is one can be read, and searched for what was hidden. The list comes as a script,
since pages on a stick may fetch nothing else.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lxml import html

from telusur.browse.showing.evidence import KINDS
from telusur.browse.writing.language import Language
from telusur.link.signals.languages import INDONESIAN
from telusur.link.signals.words import tokens
from telusur.plain.places import ASSETS, Files, Page, way
from telusur.store.connection import store_for_reading
from telusur.store.database import Database
from telusur.store.reading import rows
from telusur.store.standing import LINK, OF_LINKS, ORDER
from telusur.words import LANGUAGES

FINDINGS = "cari/temuan.js"
SCRIPTS = ("stem.js", "roots.js", "cari.js")
_FINDINGS = """
SELECT findings.id, findings.quote, findings.kind, findings.place_code, findings.smaller_code,
  findings.site_id, findings.document_id,
  EXISTS (SELECT 1 FROM justified_gaps WHERE finding_id = findings.id) AS justified
FROM findings JOIN documents ON documents.id = findings.document_id
ORDER BY COALESCE(documents.visited_on, documents.published_on, '') DESC, findings.document_id,
  findings.start, findings.id
"""
_DOCUMENTS = """
SELECT id, title, COALESCE(visited_on, published_on, '') AS day FROM documents ORDER BY id
"""
_PLACES = "SELECT code, name FROM places UNION SELECT code, name FROM smaller_places ORDER BY code"
_CHALLENGES = """
SELECT finding_id, challenge_id FROM finding_challenges ORDER BY finding_id, confidence DESC,
  challenge_id
"""
_LINKS = f"""
SELECT finding_id, clause_id, {LINK} AS standing FROM links WHERE status <> 'rejected'
ORDER BY finding_id, {ORDER}, score DESC, clause_id
"""  # noqa: S608 (constants)
_CLAUSES = "SELECT id, label, heading, parent_id, level FROM clauses ORDER BY position"


def write_findings(database: Path, folder: Path, files: Files) -> None:
    """Write the list, which all languages share: a finding a line, beside what findings lie in."""

    def to(*parts: str) -> str:
        file, *_ = [files.of(Page(language, parts)) for language in LANGUAGES]
        return way(FINDINGS, file)  # below the folder of another language it leads there

    with store_for_reading(database) as db:
        told = _told(db, to)
    (folder / FINDINGS).parent.mkdir(parents=True, exist_ok=True)
    lines = ",\n".join(
        f"{json.dumps(name)}: [\n" + ",\n".join(map(_line, some)) + "\n]"
        for name, some in told.items()
    )
    text = f"const telusurTemuan = {{\n{lines}\n}};\n"
    (folder / FINDINGS).write_text(text, encoding="utf-8", newline="\n")


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _told(db: Database, to: Callable[..., str]) -> dict[str, list[Any]]:
    challenges, links = defaultdict(list), defaultdict(list)
    for row in rows(db, _CHALLENGES):
        challenges[row["finding_id"]].append(row["challenge_id"])
    for row in rows(db, _LINKS):
        links[row["finding_id"]].append([row["clause_id"], row["standing"]])
    found = rows(db, _FINDINGS)
    named = {row[column] for row in found for column in ("place_code", "smaller_code")} - {None}
    above = {code.rpartition(".")[0] for code in named}
    places = [row for row in rows(db, _PLACES) if row["code"] in named | above]
    return {
        "findings": [
            [row["id"], row["quote"], row["kind"], row["place_code"], row["smaller_code"],
             row["site_id"], row["document_id"], row["justified"], challenges[row["id"]],
             links[row["id"]], to("temuan", row["id"])]
            for row in found
        ],
        "documents": [
            [row["id"], row["title"], row["day"], to("laporan", row["id"])]
            for row in rows(db, _DOCUMENTS)
        ],
        "places": [[row["code"], row["name"], to("tempat", row["code"])] for row in places],
        "sites": [
            [row["id"], row["name"]] for row in rows(db, "SELECT id, name FROM sites ORDER BY id")
        ],
        "clauses": [
            [row["id"], row["label"], row["heading"], row["parent_id"], row["level"],
             to("naskah", row["id"])]
            for row in rows(db, _CLAUSES)
        ],
        "challenges": [
            [row["id"], row["label"], row["label_en"]]
            for row in rows(db, "SELECT id, label, label_en FROM challenges ORDER BY rowid")
        ],
        "names": sorted({word for row in places for word in tokens(row["name"])}),
        "common": sorted(INDONESIAN.stop_words),
    }  # fmt: skip


def results(t: Language, file: str) -> list[Any]:
    """Return what the page for searching, at `file`, has in the place of a server's hits."""
    said = {
        "say": _said(t),
        "one": _counted(t, 1),
        "many": _counted(t, "{n}"),
        "kinds": {kind: t.term("kind", kind) for kind in KINDS},
        "status": {one: t.term("stand", one) for one in OF_LINKS[:4]},
    }
    place = html.Element("section", {"id": "hasil", "data-words": json.dumps(said)})
    without = html.Element("noscript")
    _paragraph(without, "note", t(
        "Searching needs JavaScript. Without it, read the findings by way of the reports, the "
        "places, or the draft."
    ))  # fmt: skip
    _paragraph(place, "soft small", t(
        "This search runs in your browser, without a server: by words in any form, not by meaning."
    ))  # fmt: skip
    place.append(without)
    scripts = [way(file, f"{ASSETS}/{name}") for name in SCRIPTS]
    scripts.insert(-1, way(file, FINDINGS))
    return [place, *(html.Element("script", {"src": one, "defer": ""}) for one in scripts)]


def _paragraph(where: Any, kind: str, words: str) -> None:
    paragraph = html.Element("p", {"class": kind})
    paragraph.text = words
    where.append(paragraph)


def _said(t: Language) -> dict[str, str]:
    """The sentences that the script shows, by its names for them; it fills in blanks."""
    return {
        "search.none": t("No finding fits"),
        "search.clear": t("Remove all filters"),
        "search.links": t("Clauses:"),
        "search.links.none": t(
            "No clause answers it yet",
            when_accepted="Not accepted as evidence for any clause yet",
        ),
        "search.links.more": t("and {n} more"),
        "search.undated": t("undated"),
        "search.shortcuts": t("Also in the draft and among places"),
        "search.shortcut.place": t.term("shortcut", "place"),
        "search.shortcut.clause": t.term("shortcut", "clause"),
        "search.unknown": t("No finding has the word “{word}”."),
        "search.wrong": t("The filter “{what}” was not understood and not used."),
        "search.sejak": t.term("asked", "since"),
        "search.sampai": t.term("asked", "until"),
        "search.none.words": t(
            "Try a more common word, or a sentence that says what you mean (findings are in "
            "Indonesian)."
        ),
        "search.none.quotes": t(
            "Words in quotation marks must be there exactly; without the marks the search is wider."
        ),
        "pages": t("Pages"),
        "pages.before": t("Previous"),
        "pages.after": t("Next"),
        "pages.now": t("page {page} of {last}"),
        "plain.some": t("Some of the words"),
    }


def _counted(t: Language, n: int | str) -> dict[str, str]:
    """What the script says of one hit, or of as many as it counts."""
    return {
        "search.found": t("{n} finding", "{n} findings", n=n),
        "search.found.complete": t("{n} has all the words", "{n} have all the words", n=n),
        "stand.weak.n": t.term("stand", "weak.n", n=n),
        "plain.others": t("{n} has some of the words", "{n} have some of the words", n=n),
    }
