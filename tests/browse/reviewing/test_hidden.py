"""What a second reader must not see yet."""

from __future__ import annotations

import sqlite3

from telusur.browse.writing.hidden import without


def test_what_repeats_a_hidden_pair_is_hidden_with_it() -> None:
    """The link of a copy follows the decision on the first: it would tell what that was."""
    connection = sqlite3.connect(":memory:")
    connection.executescript("""
        CREATE TABLE links (finding_id, clause_id, score, raw_score, rank, why, status, doubt,
          decided_by, decided_at, note);
        CREATE TABLE decisions (id, finding_id, clause_id);
        CREATE TABLE repeated_findings (finding_id, first_id);
        INSERT INTO repeated_findings VALUES ('salinan', 'asal');
    """)
    for finding in ("asal", "salinan", "lain"):
        connection.execute(
            "INSERT INTO links (finding_id, clause_id, status) VALUES (?, 'pasal', 'accepted')",
            [finding],
        )
        connection.execute("INSERT INTO decisions VALUES (?, ?, 'pasal')", [finding, finding])
    connection.execute("INSERT INTO decisions VALUES ('celah', NULL, 'pasal')")
    hidden = '["asal~pasal"]'
    links = connection.execute(*without(hidden, "SELECT finding_id, status FROM links", {}))
    assert dict(links) == {"asal": "suggested", "salinan": "suggested", "lain": "accepted"}
    decisions = connection.execute(*without(hidden, "SELECT id FROM decisions", {}))
    assert {id_ for (id_,) in decisions} == {"lain", "celah"}
