"""A reviewed workspace is published without anybody who reviewed it, and without what they said."""

from __future__ import annotations

import shutil
import sqlite3
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from support import ROOT, CheapEncoder, built
from tests.publish.salted import workspace_at
from tests.waiting import run

from telusur.accounts import Accounts, Role
from telusur.baseline import Signature, create
from telusur.desk import Desk, Verdict
from telusur.publish import publish
from telusur.review.journal.decisions import Comment, JustifiedGap
from telusur.store.connection import store_for_reading
from telusur.store.decisions import clause_to_decide, finding_to_decide
from telusur.team import TeamFile
from telusur.triage import Pair

NAME = "Wiryoatmojo"
SAID = ("gumaman penelaah", "tanyaan khusus", "celotehan rapat", "sebab pribadi")


def review(root: Path) -> None:
    """Leave a trace of every kind."""
    Accounts(root).add(NAME, Role.LEAD, "kata sandi umpama")
    with sqlite3.connect(root / "evidence.db") as db:
        sql = "SELECT finding_id, clause_id FROM review_queue LIMIT 3"
        one, other, third = (Pair(*row) for row in db.execute(sql))
    desk = Desk(root / "draft" / "review.jsonl", root / "evidence.db")
    verdicts = [
        Verdict(one, "accept", note=SAID[0]),
        Verdict(other, "unsure", question=SAID[1], to=NAME),
        Verdict(third, "reject", note=SAID[0]),
    ]
    run(desk.judge(verdicts, NAME))
    at = datetime.now(UTC)
    run(
        desk.say(
            lambda db: (
                Comment(
                    decision="comment", at=at, by=NAME, text=SAID[2],
                    finding=finding_to_decide(db, one.finding),
                ),
                (),
            )
        )
    )  # fmt: skip
    run(
        desk.say(
            lambda db: (
                JustifiedGap(
                    decision="justify", at=at, by=NAME, reason="no clause", note=SAID[3],
                    clause=clause_to_decide(db, third.clause),
                ),
                (),
            )
        )
    )  # fmt: skip
    TeamFile(root).assign("bab", "umum", NAME, NAME, 24)
    with store_for_reading(root / "evidence.db") as store:
        signed = [Signature(name=NAME, on=at.date())]
        create(root / "draft", desk.journal, store, "rapat", by=NAME, at=at, signed=signed)


@pytest.mark.parametrize("rebuilt", [False, True])
def test_no_byte_of_a_bundle_names_a_reviewer_or_what_they_said(
    workspace: Path, encoder: CheapEncoder, tmp_path: Path, rebuilt: bool
) -> None:
    shutil.copy(ROOT / "datasette_metadata.yml", workspace)
    built(workspace)
    review(workspace)
    if rebuilt:
        built(workspace)
    bundle = tmp_path / "terbit"
    publish(workspace_at(workspace), workspace / "evidence.db", bundle, suggestions=True)
    for path in sorted(bundle.rglob("*")):
        if not path.is_file():
            continue
        parts = [path.read_bytes()]
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as packed:
                parts += [packed.read(name) for name in packed.namelist()]
        for secret in (NAME, *SAID, "argon2id", "kata sandi umpama"):
            assert not any(secret.encode() in part for part in parts), (path, secret)
    assert not (bundle / ".telusur").exists()
    code = {path.name for path in bundle.rglob("*.py")}
    assert not code & {"keeper.py", "desk.py", "in_place.py", "appending.py"}
