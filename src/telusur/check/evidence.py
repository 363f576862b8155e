"""Gaps in the evidence, as the last build left it in the store."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from telusur.check.issue import CHECKS, Issue, Wanted

_LONGEST_QUOTE = 90
"""Characters."""


def check_evidence(database: Path, wanted: Wanted) -> list[Issue] | None:
    """Return decisions to take again, provisions without findings, findings without provisions.

    None where there is no store yet.

    Raises:
        StoreUnusable: the store is damaged or of another version.
    """
    if not database.is_file():
        return None
    return [issue for issue in _gaps(database) if issue.check.name in wanted]


def _gaps(database: Path) -> Iterator[Issue]:
    from telusur.store.connection import store_for_reading

    with store_for_reading(database) as db:
        for decision in db.query(
            "SELECT line, state, decision, clause_label, quote FROM decisions"
            " WHERE state IN ('suspect', 'ambiguous', 'conflict', 'lost')"
            " ORDER BY line, at, id"
        ):
            yield _to_decide_again(decision)
        for gap in db.query(
            "SELECT clauses.id, clauses.label, clauses.path, clauses.line FROM unsupported_clauses"
            " JOIN clauses ON clauses.id = unsupported_clauses.clause_id ORDER BY clauses.position"
        ):
            yield Issue(
                CHECKS["bukti"],
                "tidak ada temuan lapangan yang mendukung ketentuan ini",
                "no field finding supports this provision",
                f"draft/{gap['path']}",
                gap["line"],
                clause_id=gap["id"],
                label=gap["label"],
            )
        for gap in db.query(
            "SELECT justified_gaps.*, clauses.label, clauses.path, clauses.line, findings.quote,"
            " documents.path AS report FROM justified_gaps"
            " LEFT JOIN clauses ON clauses.id = clause_id"
            " LEFT JOIN findings ON findings.id = finding_id"
            " LEFT JOIN documents ON documents.id = findings.document_id ORDER BY number"
        ):
            yield _justified(gap)
        for gap in db.query(
            "SELECT finding_id, quote, documents.path FROM unanswered_findings"
            " JOIN documents ON documents.id = unanswered_findings.document_id"
            " ORDER BY documents.path, finding_id"
        ):
            quote = _shortened(gap["quote"])
            yield Issue(
                CHECKS["temuan"],
                f"temuan {gap['finding_id']} belum terakomodasi ketentuan mana pun: “{quote}”",
                f"no provision answers finding {gap['finding_id']}: “{quote}”",
                f"corpus/{gap['path']}",
            )


def _justified(gap: Mapping[str, Any]) -> Issue:
    """List a gap that is none, with its reason."""
    why = ": ".join(one for one in (gap["law"], gap["note"]) if one)
    if gap["clause_id"]:
        return Issue(
            CHECKS["pembenaran"],
            f"tidak perlu temuan, kata {gap['by']}: {why}",
            f"needs no finding, says {gap['by']}: {why}",
            f"draft/{gap['path']}",
            gap["line"],
            clause_id=gap["clause_id"],
            label=gap["label"],
        )
    return Issue(
        CHECKS["pembenaran"],
        f"temuan “{_shortened(gap['quote'])}” tidak perlu ketentuan, kata {gap['by']}: {why}",
        f"finding “{_shortened(gap['quote'])}” needs no provision, says {gap['by']}: {why}",
        f"corpus/{gap['report']}",
    )


_WHY_AGAIN = {
    "suspect": ("bunyinya berubah", "its words have changed"),
    "ambiguous": (
        "kata-kata temuannya kini ada di beberapa tempat",
        "the finding's words stand in several places",
    ),
    "conflict": (
        "orang lain memutuskan berbeda tanpa mengetahuinya",
        "somebody else decided otherwise without knowing of it",
    ),
    "lost": ("temuan atau ketentuannya hilang", "the finding or the clause is gone"),
}


def _to_decide_again(decision: Mapping[str, Any]) -> Issue:
    """Say why a decision does not hold any more."""
    why, why_en = _WHY_AGAIN[decision["state"]]
    quote = f"“{_shortened(decision['quote'])}”" if decision["quote"] else ""
    ends = [end for end in (decision["clause_label"], quote) if end]
    return Issue(
        CHECKS["keputusan"],
        f"{' dan '.join(ends) or decision['decision']} diputuskan, lalu {why}",
        f"{' and '.join(ends) or decision['decision']} were decided on, and since {why_en}",
        "draft/review.jsonl",
        decision["line"],
    )


def _shortened(quote: str) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= _LONGEST_QUOTE else words[:_LONGEST_QUOTE].rstrip() + "…"
