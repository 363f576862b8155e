"""What the machine suggests for words that people marked.

Kept by the words, so that a decision shows at once, and again when it was undone and put back.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from telusur.link.model import Link
from telusur.store.database import Database, row_of


def keep_suggestions(
    db: Database, marked: Mapping[str, Sequence[Link]], *, add: bool = False
) -> None:
    """Keep the links of each of the words, instead of those kept before unless they `add`."""
    if not add:
        db.execute("DELETE FROM marked_words")
    db.insert(
        "marked_words",
        (
            {"words": words, "links": json.dumps([_row(one) for one in links], sort_keys=True)}
            for words, links in sorted(marked.items())
        ),
        clash="REPLACE",
    )


def _row(link: Link) -> dict[str, Any]:
    row = link_row(link)
    del row["finding_id"]
    return row


def link_row(link: Link) -> dict[str, Any]:
    """Return the row of a link that nobody has decided on."""
    return row_of(link) | {"status": "suggested"}
