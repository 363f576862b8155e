"""The tables of evidence.db: the product's interface to other people's SQL.

A table is declared once, with a help text on every column; docs/data.md is generated from here.
"""

from __future__ import annotations

from telusur.store.schema.columns import Column, Table, optional, text
from telusur.store.schema.draft_tables import DRAFT_TABLES
from telusur.store.schema.queue_table import QUEUE_TABLES
from telusur.store.schema.report_tables import REPORT_TABLES

TABLES = (
    *REPORT_TABLES,
    *DRAFT_TABLES,
    *QUEUE_TABLES,
    Table(
        "issues",
        "What is wrong in the workspace and was passed over",
        ("id",),
        {
            "id": Column(int, "running number"),
            "rule": text("short name of what is wrong: `unreadable`, or `remark` of a part"),
            "severity": text("`error`, `warning` or `info`"),
            "path": text("the file, below the workspace"),
            "line": Column(int, "line, from 1; 0 where there is none"),
            "message": text("what is wrong and what to do"),
            "sha256": text("of the file's bytes when it was last tried; empty if unreadable"),
        },
    ),
    Table(
        "sketches",
        "What the words of a report are compared by, to find copies: never published",
        ("document_id",),
        {
            "document_id": text("the report", "documents"),
            "sketch": Column(bytes, "checksums of runs of words, 32 bits each, little-endian"),
        },
    ),
    Table(
        "repeated_findings",
        "Findings that a copy of a report says once more, word for word: both are one",
        ("finding_id",),
        {
            "finding_id": text("the finding", "findings"),
            "first_id": text("the same in the report that it is a copy of", "findings"),
        },
    ),
    Table(
        "embeddings",
        "Vectors of texts seen before: a cache, never published",
        ("model", "sha256"),
        {
            "model": text("the encoder's name and version"),
            "sha256": text("of the text as the encoder gets it"),
            "vector": Column(bytes, "float32, little-endian, of length 1"),
        },
    ),
    Table(
        "builds",
        "When the store was built, from what, and how long it took",
        ("id",),
        {
            "id": Column(int, "running number"),
            "finished_at": text("ISO 8601, UTC"),
            "telusur": text("version of Telusur"),
            "encoder": text("name and version of the encoder"),
            "inputs": text("fingerprints of what was built from, as JSON"),
            "worth": optional(
                str,
                "what reviewers' decisions say of the scores, as JSON: `links` judged, of how many "
                "`findings`, and by score how often such a link is right, with a 95 % interval",
            ),
            "counts": text("how many of what the store holds, as JSON"),
            "seconds": text("how long each stage took, as JSON"),
        },
    ),
)
