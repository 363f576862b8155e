"""Makes the rows of the published database from those of the store, column by column."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from telusur.extract import finding_id, normalised
from telusur.publish.evidence.allowed import PUBLISHED, WITHHELD
from telusur.publish.redaction import Redacted
from telusur.publish.text.tokens import words_of
from telusur.store.database import Database
from telusur.store.reading import rows
from telusur.store.standing import STRONG
from telusur.workspace import PublishSettings

Row = dict[str, Any]
BY_HAND = "ditautkan oleh penelaah"
DERIVED = ("coverage", "repeated_findings", "builds")
"""What is made anew from the published rows."""
_FROM_TEXT = {
    "passages": ("text",),
    "site_facts": ("quote",),
    "people": ("name",),
    "institutions": ("name",),
    "document_smaller_places": ("name",),
    "document_open_places": ("name",),
    "findings": ("quote",),
}
"""Columns that repeat a span of the report: they are read anew from the new text."""


@dataclass
class Copy:
    """The published rows, a table at a time, parents first."""

    db: Database
    """The store."""
    redacted: Redacted
    settings: PublishSettings
    documents: dict[str, str] = field(default_factory=dict)
    """New ids of the published reports by old ones."""
    sites: dict[str, str] = field(default_factory=dict)
    findings: dict[str, str] = field(default_factory=dict)
    smaller: set[tuple[str, str]] = field(default_factory=set)
    """The kecamatan and desa that a published report still names: its new id, and the code."""

    def tables(self) -> Iterator[tuple[str, list[Row]]]:
        """Yield each table with its rows, withheld columns blank."""
        for table, columns in PUBLISHED.items():
            if columns and table not in DERIVED:
                make = getattr(self, f"_{table}", None)
                made = make() if make else self._plain(table)
                blank = WITHHELD.get(table, {})
                yield table, [{**{name: row[name] for name in columns}, **blank} for row in made]

    def builds(self, counts: dict[str, int]) -> list[Row]:
        """The builds that the history names, and the last one; only by their days."""
        wanted = rows(
            self.db,
            "SELECT id, finished_at, telusur FROM builds WHERE id = (SELECT max(id) FROM builds) "
            "OR id IN (SELECT build_id FROM clause_history) ORDER BY id",
        )
        return [
            {
                "id": row["id"],
                "finished_at": row["finished_at"][:10],
                "telusur": row["telusur"],
                "counts": json.dumps(counts) if row is wanted[-1] else "{}",
                **WITHHELD["builds"],
            }
            for row in wanted
        ]

    def _rows(self, table: str, order: str) -> list[Row]:
        return rows(self.db, f"SELECT * FROM {table} ORDER BY {order}")  # noqa: S608

    def _plain(self, table: str) -> list[Row]:
        """A table that says nothing of the reports: places, challenges, the draft."""
        order = {
            "places": "parent_code IS NOT NULL, code",
            "clauses": "position",
            "clause_references": "from_clause, number",
            "clause_history": "build_id, number",
            "draft_frame": "number",
        }.get(table, "id")
        return [self._cleaned(row) for row in self._rows(table, order)]

    def _cleaned(self, row: Row, document_id: str | None = None) -> Row:
        clean = self.redacted.secrets.clean
        return {
            name: clean(value, document_id) if isinstance(value, str) else value
            for name, value in row.items()
        }

    def _documents(self) -> Iterator[Row]:
        for row in self._rows("documents", "id"):
            if (row["id"], "text") not in self.redacted.parts:
                continue
            new = self.redacted.ids[row["id"]]
            self.documents[row["id"]] = new
            parts = {part: self.redacted.parts[row["id"], part].text for part in ("text", "source")}
            yield {
                **self._cleaned(row, row["id"]),
                **parts,
                "id": new,
                "title": self._derived(row["title"], row["id"], "title"),
                "source": parts["source"] or None,
                "attached_to": self._published_id(row["attached_to"]),
                "copy_of": self._published_id(row["copy_of"]),
            }

    def _published_id(self, document_id: str | None) -> str | None:
        """The new id of a report; None of one that is withheld."""
        shown = document_id and (document_id, "text") in self.redacted.parts
        return self.redacted.ids[document_id] if document_id and shown else None

    def _of_reports(self, table: str) -> Iterator[Row]:
        """Rows with a span in a published report, their offsets and words moved along."""
        for row in self._rows(table, 'document_id, start, "end"'):
            if row["document_id"] not in self.documents:
                continue
            text = self.redacted.parts[row["document_id"], "text"]
            start, end = text.span(row["start"], row["end"])
            again = dict.fromkeys(_FROM_TEXT.get(table, ()), text.text[start:end])
            yield {
                **self._cleaned(row, row["document_id"]),
                **again,
                "document_id": self.documents[row["document_id"]],
                "start": start,
                "end": end,
                "_old": row,
                "_touched": text.touched(row["start"], row["end"]),
            }

    def _passages(self) -> Iterator[Row]:
        for row in self._of_reports("passages"):
            old = row["_old"]
            row["id"] = f"{row['document_id']}.{row['number']}"
            row["form"] = old["form"]
            row["section"] = self._derived(old["section"], old["document_id"])
            yield row

    def _cells(self) -> Iterator[Row]:
        for row in self._unique(self._of_reports("cells")):
            old = row["_old"]
            number = old["passage_id"].rpartition(".")[2]
            yield {
                **row,
                "passage_id": f"{row['document_id']}.{number}",
                "header": self._derived(old["header"], old["document_id"]),
            }

    def _derived(self, words: str, document_id: str, part: str | None = None) -> str:
        """Words that stand in a report too: as they stand there now."""
        text = self.redacted.parts[document_id, "text"]
        at = -1
        while words and (at := self._old_texts[document_id].find(words, at + 1)) >= 0:
            if text.touched(at, at + len(words)):
                start, end = text.span(at, at + len(words))
                words = text.text[start:end]
                break
        else:
            if part and words:
                words = self.redacted.parts[document_id, part].text
        return self.redacted.secrets.clean(words, document_id)

    @cached_property
    def _old_texts(self) -> dict[str, str]:
        return {row["id"]: row["text"] for row in rows(self.db, "SELECT id, text FROM documents")}

    def _document_places(self) -> Iterator[Row]:
        return self._unique(self._of_reports("document_places"), "place_code", "role")

    def _document_smaller_places(self) -> Iterator[Row]:
        untouched = (r for r in self._of_reports("document_smaller_places") if not r["_touched"])
        for row in self._unique(untouched):
            if row["code"]:
                self.smaller.add((row["document_id"], row["code"]))
            yield row

    def _smaller_places(self) -> Iterator[Row]:
        """Those that are named where everybody may read it, each with its kecamatan."""
        codes = {code[:end] for _, code in self.smaller for end in (len("33.07.13"), None)}
        return (r for r in self._rows("smaller_places", "length(code), code") if r["code"] in codes)

    def _document_open_places(self) -> Iterator[Row]:
        untouched = (r for r in self._of_reports("document_open_places") if not r["_touched"])
        return self._unique(untouched, "place_code")

    def _unique(self, some: Iterator[Row], *key: str) -> Iterator[Row]:
        """Two spans in one hidden stretch become one."""
        seen = set()
        for row in some:
            here = (row["document_id"], row["start"], *(row[name] for name in key))
            if here not in seen:
                seen.add(here)
                yield row

    def _sites(self) -> Iterator[Row]:
        marks = ", ".join("?" * len(self.documents))
        named = {
            row[0]
            for row in self.db.execute(
                f"SELECT site_id FROM document_sites WHERE document_id IN ({marks})",  # noqa: S608
                list(self.documents),
            )
        }
        for number, row in enumerate(self._rows("sites", "id"), start=1):
            if row["id"] in named:
                clean = self._cleaned(row)
                new = row["id"] if clean == row else f"lokasi-{number}"
                self.sites[row["id"]] = new
                yield {**clean, "id": new}

    def _document_sites(self) -> Iterator[Row]:
        for row in self._rows("document_sites", "document_id, site_id"):
            if row["document_id"] in self.documents:
                yield {
                    "document_id": self.documents[row["document_id"]],
                    "site_id": self.sites[row["site_id"]],
                }

    def _site_facts(self) -> Iterator[Row]:
        for row in self._unique(self._of_reports("site_facts"), "site_id", "fact"):
            old = row["_old"]
            yield {**row, "fact": old["fact"], "site_id": self.sites[old["site_id"]]}

    def _people(self) -> Iterator[Row]:
        """Only officials: of others not even that they were named."""
        officials = {words_of(name) for name, _ in self.redacted.officials}
        for row in self._of_reports("people"):
            if not row["_touched"] and words_of(row["_old"]["name"]) in officials:
                yield row

    def _institutions(self) -> Iterator[Row]:
        return (row for row in self._of_reports("institutions") if not row["_touched"])

    def _findings(self) -> Iterator[Row]:
        accepted = "SELECT DISTINCT finding_id FROM links WHERE status = 'accepted'"
        confirmed = {finding for (finding,) in self.db.execute(accepted)}
        seen: Counter[tuple[str, str]] = Counter()
        for row in self._of_reports("findings"):
            old, document = row["_old"], row["document_id"]
            if self.settings.findings == "confirmed" and old["id"] not in confirmed:
                continue
            row["id"] = old["id"]
            seen[document, normalised(row["quote"])] += 1
            if row["_touched"] or document != old["document_id"] or row["quote"] != old["quote"]:
                # The old id is a digest of the words that were hidden.
                occurrence = seen[document, normalised(row["quote"])]
                row["id"] = finding_id(document, row["quote"], occurrence)
            self.findings[old["id"]] = row["id"]
            row["passage_id"] = f"{document}.{old['passage_id'].rpartition('.')[2]}"
            row["site_id"] = self.sites.get(old["site_id"])
            if (document, old["smaller_code"]) not in self.smaller:
                row["smaller_code"] = None
            row["said_by"] = old["said_by"] and self._derived(old["said_by"], old["document_id"])
            row["kind"] = old["kind"]
            yield row

    def _finding_challenges(self) -> Iterator[Row]:
        for row in self._of_findings("finding_challenges", "finding_id, challenge_id"):
            yield {**row, "finding_id": self.findings[row["finding_id"]]}

    def _links(self) -> Iterator[Row]:
        """What nobody decided goes with them only by choice; what somebody doubts never does."""
        least = {"accepted": math.inf, "strong": STRONG, "all": 0.0}[self.settings.links]
        for row in self._of_findings("links", "finding_id, rank, clause_id"):
            suggested = row["status"] == "suggested" and row["score"] >= least
            if row["status"] == "accepted" or suggested:
                why = BY_HAND if row["rank"] == 0 else row["why"]
                yield {**row, "finding_id": self.findings[row["finding_id"]], "why": why}

    def _of_findings(self, table: str, order: str) -> Iterator[Row]:
        of = dict(self.db.execute("SELECT id, document_id FROM findings").fetchall())
        for row in self._rows(table, order):
            if row["finding_id"] in self.findings:
                ids = {name: row[name] for name in row if name.endswith("_id")}
                yield {**self._cleaned(row, of[row["finding_id"]]), **ids}

    def _justified_gaps(self) -> Iterator[Row]:
        for row in self._rows("justified_gaps", "number"):
            finding = self.findings.get(row["finding_id"])
            if row["clause_id"] or finding:
                ids = {"clause_id": row["clause_id"], "finding_id": finding}
                yield {**self._cleaned(row), **ids, "reason": row["reason"]}

    def _clauses(self) -> Iterator[Row]:
        yield from self._rows("clauses", "position")

    def _clause_references(self) -> Iterator[Row]:
        yield from self._rows("clause_references", "from_clause, number")
