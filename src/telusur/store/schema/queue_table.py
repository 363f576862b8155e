"""The table of what awaits a decision, with an index for every order in which it is taken."""

from __future__ import annotations

from telusur.store.schema.columns import Column, Table, optional, text

NO_PLACE = "~"
"""Comes after every code of a place."""

QUEUE_TABLES = (
    Table(
        "review_queue",
        "Links that await a decision, in the orders in which reviewers take them",
        ("finding_id", "clause_id"),
        {
            "finding_id": text("the finding", "findings"),
            "clause_id": text("the clause", "clauses"),
            "status": text("`suggested`, `unsure`, or `suspect`, as in `links`"),
            "asked_by": optional(str, "who is unsure, and waits for what others say"),
            "asked_of": optional(str, "whom that person asks; none for anybody"),
            "doubt": Column(
                float, "0 for what nobody can guess, up to 0.5: distance from one half"
            ),
            "clause_position": Column(int, "the clause's place in reading order"),
            "bab_id": optional(str, "the bab that the clause stands in"),
            "document_id": text("the report that the finding stands in"),
            "start": Column(int, "where the finding begins in the report"),
            "place_code": text(f"the place that it is about; `{NO_PLACE}` for none"),
            "kind": text("kind of finding"),
        },
        indexes=(
            ("doubt", "finding_id", "clause_id"),
            ("clause_position", "doubt", "finding_id", "clause_id"),
            ("document_id", "start", "clause_position", "finding_id", "clause_id"),
            ("place_code", "document_id", "start", "finding_id", "clause_id"),
            ("place_code", "doubt", "finding_id", "clause_id"),
            ("bab_id", "doubt", "finding_id", "clause_id"),
            ("kind", "doubt", "finding_id", "clause_id"),
            ("asked_of",),
        ),
    ),
)
