"""What is hidden, and what stays, in invented reports does not fall silently."""

from __future__ import annotations

import pytest
from benchmarks import redaction

SEED = 1
HALVES = ("tuned", "attacked", "again", "fresh", "blind", "last")
MOST_LEFT = 0.010
MOST_HIDDEN = 0.030
"""Of secrets left and of public matters hidden without need, on one report of each set: somewhat
more than there are today, as docs/quality.md has them."""


def test_redaction_stays_above_its_floors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(redaction, "REPORTS", 1)
    made, done = redaction.run(SEED, HALVES)
    judged = [
        pair for one in made for pair in redaction.judged(one, redaction.published(one, done))
    ]
    wrong = {
        secret: [bad for salt, bad in judged if salt.secret is secret] for secret in (True, False)
    }
    assert len(wrong[True]) > 300
    assert len(wrong[False]) > 90
    shares = {secret: sum(some) / len(some) for secret, some in wrong.items()}
    assert shares[True] <= MOST_LEFT, [salt.words for salt, bad in judged if bad and salt.secret]
    assert shares[False] <= MOST_HIDDEN, [
        salt.words for salt, bad in judged if bad and not salt.secret
    ]
