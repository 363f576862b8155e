"""The allow-list: which columns of the store are published, and which are not.

Every column of every table stands here, or a test fails: what is new is not published by accident.
"""

from __future__ import annotations

PUBLISHED: dict[str, tuple[str, ...]] = {
    "places": ("code", "name", "level", "parent_code", "latitude", "longitude"),
    "documents": (
        "id", "title", "genre", "visited_on", "published_on", "source", "language",
        "read_by", "attached_to", "copy_of", "text",
    ),
    "passages": (
        "id", "document_id", "number", "start", "end", "text", "section", "form", "page",
        "certainty",
    ),
    "cells": ("document_id", "passage_id", "header", "start", "end"),
    "document_places": ("document_id", "place_code", "role", "start", "end"),
    "sites": ("id", "name", "place_code"),
    "document_smaller_places": (
        "document_id", "name", "level", "code", "parent_code", "role", "start", "end",
    ),
    "smaller_places": ("code", "name", "level", "parent_code", "district_code"),
    "document_open_places": ("document_id", "name", "place_code", "role", "start", "end"),
    "document_sites": ("document_id", "site_id"),
    "site_facts": (
        "site_id", "fact", "value", "unit", "quote", "document_id", "start", "end",
    ),
    "people": ("document_id", "name", "position", "start", "end"),
    "institutions": ("document_id", "name", "start", "end"),
    "challenges": ("id", "label", "label_en", "definition"),
    "findings": (
        "id", "document_id", "passage_id", "start", "end", "quote", "kind", "place_code",
        "smaller_code", "site_id", "said_by", "confidence", "unsure", "rule",
    ),
    "finding_challenges": ("finding_id", "challenge_id", "confidence", "why"),
    "clauses": (
        "id", "label", "parent_id", "level", "number", "position", "heading", "text",
        "normative", "fingerprint", "quoted",
    ),
    "clause_references": ("from_clause", "number", "to_clause", "text", "start", "end", "state"),
    "draft_frame": ("number", "part", "text"),
    "links": ("finding_id", "clause_id", "score", "raw_score", "rank", "why", "status"),
    "decisions": (),
    "earlier_readings": (),
    "marked_findings": (),
    "marked_words": (),
    "justified_gaps": ("number", "clause_id", "finding_id", "reason", "law"),
    "clause_history": (
        "build_id", "number", "old_id", "old_label", "new_id", "new_label", "kinds", "other_id",
    ),
    "coverage": (
        "clause_id", "provisions", "supported", "only_suspect", "justified", "only_strong",
        "only_weak", "bare", "accepted", "suspect", "strong", "weak", "rejected", "findings",
        "documents", "sites", "places",
    ),
    "repeated_findings": ("finding_id", "first_id"),
    "review_queue": (),
    "issues": (),
    "sketches": (),
    "named_sites": (),
    "embeddings": (),
    "builds": ("id", "finished_at", "telusur", "counts"),
}  # fmt: skip
"""What readers see. Tables without a column stay empty."""

WITHHELD: dict[str, dict[str, object]] = {
    "documents": {"path": "", "sha256": "", "confidential": None},
    "clauses": {"path": "", "line": 0},
    "links": {"doubt": None, "decided_by": None, "decided_at": None, "note": None},
    "decisions": {
        "id": "", "line": None, "at": "", "by": "", "decision": "", "score": None,
        "finding_id": None, "clause_id": None, "state": "", "doubt": None, "document_id": "",
        "quote": "", "clause_label": "", "clause_text": "", "model": "", "note": "",
        "meeting": None, "text": "",
    },
    "earlier_readings": {
        "finding_id": "", "document_id": "", "fate": "", "quote": "", "kind": "",
        "place_code": None, "site_id": None, "said_by": None, "challenges": "", "decided_by": "",
        "decided_at": "", "note": "", "reading": "",
    },
    "marked_findings": {"finding_id": "", "part_of": None, "marked_by": ""},
    "marked_words": {"words": "", "links": ""},
    "justified_gaps": {"note": "", "by": "", "at": ""},
    "review_queue": {
        "finding_id": None, "clause_id": None, "status": "", "asked_by": None, "asked_of": None,
        "doubt": 0.0, "clause_position": 0,
        "bab_id": None, "document_id": "", "start": 0, "place_code": "", "kind": "",
    },
    "clause_history": {"old_text": "", "new_text": ""},
    "issues": {
        "id": 0, "rule": "", "severity": "", "path": "", "line": 0, "message": "", "sha256": "",
    },
    "sketches": {"document_id": "", "sketch": b""},
    "named_sites": {"document_id": "", "site_id": "", "name": "", "place_code": None},
    "embeddings": {"model": "", "sha256": "", "vector": b""},
    "builds": {"encoder": "", "inputs": "{}", "seconds": "{}", "worth": None},
}  # fmt: skip
"""What they do not see, and what stands there instead."""
