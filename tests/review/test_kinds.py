"""Every kind of line comes to the table of decisions, with what it is worth."""

from __future__ import annotations

import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from support import CheapEncoder, ask, built, decide

from telusur.review import Entry, record
from telusur.review.journal.decisions import MODELS
from telusur.store.connection import store_for_reading
from telusur.store.decisions import clause_to_decide, finding_to_decide

NOW = datetime(2026, 3, 2, 8, tzinfo=UTC)


def states(root: Path) -> list[tuple[str, str]]:
    built(root)
    return ask(root, "SELECT decision, state FROM decisions ORDER BY line")


def test_what_is_said_of_findings_and_clauses_is_kept_and_told_apart(
    workspace: Path, encoder: CheapEncoder
) -> None:
    built(workspace)
    ((one,),) = ask(workspace, "SELECT id FROM findings WHERE quote LIKE 'Antrean%'")
    with store_for_reading(workspace / "evidence.db") as db:
        finding, clause = finding_to_decide(db, one), clause_to_decide(db, "aduan")

    def say(kind: str, **what: object) -> Entry:
        line = MODELS[kind].model_validate({"decision": kind, "at": NOW, "by": "Sari", **what})
        return record(workspace / "draft" / "review.jsonl", line)

    say("confirm", finding=finding)
    say("dismiss", finding=finding)  # supersedes it
    say("correct", finding=finding, reading={"kind": "kendala", "place": ""})
    say("split", finding=finding, parts=["Antrean daring", "sudah dipakai"])  # and this the other
    missed = finding.model_copy(update={"id": "f0", "quote": "Loket tutup pada hari raya kurban"})
    say("add", finding=missed, reading={"kind": "kendala"})
    comment = say("comment", clause=clause, text="apakah cukup?")
    say("reply", of=comment.id, text="cukup")
    say("resolve", of=comment.id)
    say("comment", finding=finding, text="lihat juga laporan lain")
    assert states(workspace) == [
        ("confirm", "superseded"),
        ("dismiss", "superseded"),
        ("correct", "in force"),
        ("split", "in force"),
        ("add", "lost"),  # no report says it
        ("comment", "in force"),
        ("reply", "in force"),
        ("resolve", "in force"),
        ("comment", "in force"),
    ]
    about = ask(workspace, "SELECT finding_id, clause_id FROM decisions WHERE decision = 'comment'")
    assert set(about) == {(None, "aduan"), (one, None)}


@pytest.mark.skipif(not shutil.which("git"), reason="needs git")
def test_git_puts_the_decisions_of_two_branches_together_without_a_hand(
    workspace: Path, encoder: CheapEncoder
) -> None:
    def git(*arguments: str) -> None:
        who = ["-c", "user.name=Sari", "-c", "user.email=sari@example.org"]
        subprocess.run(["git", *who, *arguments], cwd=workspace, check=True, capture_output=True)

    built(workspace)
    (workspace / ".gitattributes").write_text("review.jsonl merge=union\n", encoding="utf-8")
    (workspace / ".gitignore").write_text("evidence.db*\n", encoding="utf-8")
    pairs = ask(workspace, "SELECT finding_id, clause_id FROM links WHERE rank = 1 ORDER BY 1")
    decide(workspace, "accept", *pairs[0], by="Sari", at=NOW)
    git("init", "-b", "utama")
    git("add", ".")
    git("commit", "-m", "awal")
    git("switch", "-c", "lain")
    decide(workspace, "reject", *pairs[1], by="Budi", at=NOW)
    git("commit", "-am", "Budi")
    git("switch", "utama")
    decide(workspace, "accept", *pairs[2], by="Wati", at=NOW)
    git("commit", "-am", "Wati")
    git("merge", "--no-edit", "lain")
    assert sorted(states(workspace)) == [
        ("accept", "in force"), ("accept", "in force"), ("reject", "in force"),
    ]  # fmt: skip
