"""What people decided on findings is what the store holds, however it came there."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from support import NOTE, CheapEncoder, ask, built
from tests.review.made import save_in_word

from telusur.build import suggester
from telusur.cli.summary import print_outcome
from telusur.review import Entry, FindingThen, LinkDecision, around, record, words_marked
from telusur.review.journal.decisions import MODELS
from telusur.store.connection import store_for_reading, store_for_writing, transaction
from telusur.store.decisions import (
    clauses_to_decide,
    finding_to_decide,
    keep_suggestions,
    pair_to_decide,
    show_decisions,
)

NOW = datetime(2026, 3, 2, 8, tzinfo=UTC)
MORE = (
    NOTE
    + "\nRombongan tiba pada pukul delapan, lalu melewati loket antrean daring di lantai dua.\n"
)
MISSED = "melewati loket antrean daring"
TABLES = (
    "findings", "finding_challenges", "links", "decisions", "earlier_readings", "marked_findings",
    "marked_words", "justified_gaps", "coverage", "review_queue",
)  # fmt: skip


@pytest.fixture
def here(workspace: Path, encoder: CheapEncoder) -> Path:
    (workspace / "corpus" / "palembang.md").write_text(MORE, encoding="utf-8")
    built(workspace)
    return workspace


def finding(root: Path, words: str) -> FindingThen:
    with store_for_reading(root / "evidence.db") as db:
        sql = """SELECT id FROM findings WHERE quote LIKE :words
                 UNION SELECT finding_id FROM earlier_readings WHERE quote LIKE :words"""
        ids = [row["id"] for row in db.query(sql, {"words": f"{words}%"})]
        return finding_to_decide(db, ids[0])


def missed(root: Path, words: str = MISSED) -> FindingThen:
    ((id_, text),) = ask(root, "SELECT id, text FROM documents")
    start = text.index(words)
    before, after = around(text, start, start + len(words))
    return FindingThen(id="f0", document=id_, quote=words, before=before, after=after)


def say(root: Path, kind: str, at: datetime = NOW, **what: Any) -> Entry:
    """Write a decision down, and show it at once as the browser does."""
    line = MODELS[kind].model_validate({"decision": kind, "at": at, "by": "Sari", **what})
    return show(root, record(root / "draft" / "review.jsonl", line))


def show(root: Path, entry: Entry) -> Entry:
    suggest = suggester(root)
    with store_for_writing(root / "evidence.db") as db:
        links = suggest(db, words_marked([entry]))
        with transaction(db):
            keep_suggestions(db, links, add=True)
            show_decisions(db, [entry], clauses_to_decide(db))
    return entry


def state(root: Path) -> dict[str, list[Any]]:
    return {table: sorted(ask(root, f"SELECT * FROM {table}"), key=repr) for table in TABLES}


def rebuilt(root: Path) -> dict[str, list[Any]]:
    (root / "evidence.db").unlink()
    built(root)
    return state(root)


def test_a_correction_is_what_counts_and_the_machines_word_is_kept(here: Path) -> None:
    one = finding(here, "Antrean")
    before = state(here)
    reading = {"kind": "peluang", "challenges": [], "place": "16", "speaker": "Kepala Dinas"}
    entry = say(here, "correct", finding=one, reading=reading)
    now = f"SELECT kind, place_code, said_by FROM findings WHERE id = '{one.id}'"
    assert ask(here, now) == [("peluang", "16", "Kepala Dinas")]
    both = ask(here, "SELECT kind, read_kind, place_code, read_place_code FROM corrected_findings")
    assert both == [("peluang", "kelebihan", "16", "16.71")]
    assert state(here) == rebuilt(here)
    say(here, "undo", of=entry.id)
    after = state(here)
    assert {key: after[key] for key in ("findings", "links")} == {
        key: before[key] for key in ("findings", "links")
    }


def test_later_corrections_add_to_earlier_ones(here: Path) -> None:
    one = finding(here, "Antrean")
    say(here, "correct", finding=one, reading={"kind": "peluang"})
    say(here, "correct", finding=one, reading={"place": ""})
    sql = f"SELECT kind, place_code FROM findings WHERE id = '{one.id}'"
    assert ask(here, sql) == [("peluang", None)]
    assert state(here) == rebuilt(here)


def test_a_finding_that_was_missed_is_one_with_its_links(here: Path) -> None:
    say(here, "add", finding=missed(here), reading={"kind": "kendala"})
    sql = f"SELECT kind, place_code, start, \"end\" FROM findings WHERE quote = '{MISSED}'"
    ((kind, place, start, end),) = ask(here, sql)
    ((text,),) = ask(here, "SELECT text FROM documents")
    assert (kind, place, text[start:end]) == ("kendala", "16.71", MISSED)
    linked = f"SELECT label FROM finding_clauses WHERE quote = '{MISSED}' ORDER BY rank"
    assert ("Pasal 2 ayat (2)",) in ask(here, linked)
    assert ask(here, "SELECT rowid FROM findings_fts WHERE findings_fts MATCH 'melewati'")
    assert state(here) == rebuilt(here)


def test_a_finding_that_was_split_is_replaced_by_its_parts(here: Path) -> None:
    one = finding(here, "Antrean")
    say(here, "split", finding=one, parts=["Antrean daring", "dipakai di setiap loket"])
    quotes = "SELECT quote FROM findings WHERE quote NOT LIKE 'Rombongan%' ORDER BY start"
    assert [quote for (quote,) in ask(here, quotes)][-2:] == [
        "Antrean daring", "dipakai di setiap loket",
    ]  # fmt: skip
    assert ask(here, "SELECT fate FROM dismissed_findings") == [("split",)]
    assert state(here) == rebuilt(here)


def test_what_is_dismissed_counts_nowhere_and_comes_back(here: Path) -> None:
    before = state(here)
    one = finding(here, "Jaringan")
    say(here, "dismiss", finding=one, note="bukan temuan")
    assert not ask(here, f"SELECT 1 FROM findings WHERE id = '{one.id}'")
    assert not ask(here, f"SELECT 1 FROM links WHERE finding_id = '{one.id}'")
    listed = ask(here, "SELECT quote, note FROM dismissed_findings")
    assert listed == [(one.quote, "bukan temuan")]
    assert state(here) == rebuilt(here)
    say(here, "confirm", finding=finding(here, "Jaringan"))
    assert state(here)["links"] == before["links"]
    assert state(here) == rebuilt(here)


def test_a_corrected_span_keeps_the_decisions_on_its_links(here: Path) -> None:
    one = finding(here, "Antrean")
    with store_for_reading(here / "evidence.db") as db:
        pair = pair_to_decide(db, one.id, "jaringan.ayat-2")
    say(here, "link", finding=pair.finding, clause=pair.clause)
    say(here, "correct", finding=one, reading={"quote": "Antrean daring sudah dipakai"})
    sql = (
        "SELECT quote, status FROM links JOIN findings ON id = finding_id WHERE decided_by NOTNULL"
    )
    assert ask(here, sql) == [("Antrean daring sudah dipakai", "accepted")]
    assert state(here) == rebuilt(here)


def everything(root: Path) -> None:
    say(root, "correct", finding=finding(root, "Pengaduan"), reading={"kind": "kebutuhan"})
    say(root, "add", finding=missed(root), reading={"kind": "peluang"})
    parts = ["Antrean daring", "dipakai di setiap loket"]
    say(root, "split", finding=finding(root, "Antrean"), parts=parts)
    say(root, "dismiss", finding=finding(root, "Jaringan"))


FINDINGS = [
    ("Pengaduan masyarakat belum dijawab", "kebutuhan"),
    ("Antrean daring", "kelebihan"),
    ("dipakai di setiap loket", "kelebihan"),
    (MISSED, "peluang"),
]


def found(root: Path) -> list[tuple[str, str]]:
    """All but what the reader makes of the sentence around what it missed."""
    sql = "SELECT rtrim(quote, '.'), kind FROM findings WHERE quote NOT LIKE 'Rombongan%'"
    return ask(root, f"{sql} ORDER BY start")


def test_decisions_follow_a_report_that_was_saved_in_word(here: Path) -> None:
    everything(here)
    save_in_word(here, MORE.strip().splitlines()[-1])
    outcome = built(here)
    assert found(here) == FINDINGS
    assert set(ask(here, "SELECT decision, state FROM decisions")) == {
        (kind, "in force") for kind in ("correct", "add", "split", "dismiss")
    }
    assert outcome.decisions == {"in force": 4}


def test_decisions_stand_where_the_report_is_edited_around_them(here: Path) -> None:
    everything(here)
    edited = MORE.replace("## Kendala\n", "## Kendala\n\n- Listrik di kantor sering padam.\n")
    (here / "corpus" / "palembang.md").write_text(edited, encoding="utf-8")
    outcome = built(here)
    assert found(here)[1:] == FINDINGS
    assert outcome.decisions == {"in force": 4}


def test_words_that_changed_are_suspect_and_told(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    everything(here)
    edited = MORE.replace("melewati loket antrean", "melewati banyak loket antrean")
    edited = edited.replace("sering terputus", "kerap terputus")
    (here / "corpus" / "palembang.md").write_text(edited, encoding="utf-8")
    outcome = built(here)
    assert outcome.decisions == {"in force": 2, "suspect": 2}
    quotes = [quote for quote, _ in found(here)]
    assert any("Jaringan internet di loket kerap" in one for one in quotes)  # not hidden
    assert any("banyak loket" in one for one in quotes)  # not lost
    print_outcome(outcome)
    assert "2 decisions suspect" in capsys.readouterr().err


def test_an_addition_whose_words_are_gone_is_lost_and_told(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    everything(here)
    (here / "corpus" / "palembang.md").write_text(NOTE, encoding="utf-8")
    outcome = built(here)
    assert outcome.decisions == {"in force": 3, "lost": 1}
    print_outcome(outcome)
    assert "1 decision lost" in capsys.readouterr().err


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_decided_shows_at_once_as_after_a_rebuild(here: Path, seed: int) -> None:
    dice = random.Random(seed)
    taken: list[str] = []
    for step in range(14):
        at = NOW + timedelta(minutes=step)
        if taken and dice.random() < 0.3:
            taken.append(say(here, "undo", at, of=dice.choice(taken)).id)
            continue
        ids = ask(here, "SELECT id FROM findings UNION SELECT finding_id FROM earlier_readings")
        with store_for_reading(here / "evidence.db") as db:
            one = finding_to_decide(db, dice.choice(sorted(ids))[0])
        words = one.quote.split()
        middle = max(1, len(words) // 2)
        kind, what = dice.choice(
            [
                ("confirm", {}),
                ("dismiss", {}),
                ("correct", {"reading": {"kind": dice.choice(["peluang", "tantangan"])}}),
                ("correct", {"reading": {"quote": " ".join(words[:-1] or words)}}),
                ("split", {"parts": [" ".join(words[:middle]), " ".join(words[middle:]) or "x"]}),
                ("add", {}),
                ("justify", {"reason": "no clause", "note": "di luar kewenangan"}),
                ("reject", {}),
            ]
        )
        if kind == "add":
            some = dice.choice([MISSED, "Rombongan tiba pada pukul delapan", "di lantai dua"])
            taken.append(say(here, kind, at, finding=missed(here, some)).id)
        elif kind == "reject":
            if not ask(here, f"SELECT 1 FROM findings WHERE id = '{one.id}'"):
                continue
            with store_for_reading(here / "evidence.db") as db:
                pair = pair_to_decide(db, one.id, "jaringan.ayat-2")
            line = LinkDecision(
                decision="reject", at=at, by="Sari", finding=pair.finding, clause=pair.clause
            )
            journal = here / "draft" / "review.jsonl"
            taken.append(show(here, record(journal, line, decided=pair.decided)).id)
        else:
            taken.append(say(here, kind, at, finding=one, **what).id)
    shown = state(here)
    anew = rebuilt(here)
    for table in TABLES:
        assert shown[table] == anew[table], table


def test_what_people_decided_is_gold_that_the_store_fits(here: Path, tmp_path: Path) -> None:
    import json

    from click.testing import CliRunner

    from telusur.cli import commands

    def telusur(*arguments: str) -> str:
        result = CliRunner().invoke(commands, ["-w", str(here), *arguments])
        assert result.exit_code == 0, result.output
        return result.output

    everything(here)
    gold = str(tmp_path / "gold")
    assert "1 report left out" in telusur("review", "gold", gold)  # one finding is not judged
    say(here, "confirm", finding=finding(here, "Rombongan"))
    with store_for_reading(here / "evidence.db") as db:
        links = [(r["finding_id"], r["clause_id"]) for r in db.query("SELECT * FROM links")]
    for number, ends in enumerate(links):
        with store_for_reading(here / "evidence.db") as db:
            pair = pair_to_decide(db, *ends)
        verdict = "reject" if number % 2 else "accept"
        say(here, verdict, finding=pair.finding, clause=pair.clause, score=pair.score)
    built(here)
    assert "1 report" in telusur("review", "gold", gold)
    scores = {one["name"]: one["value"] for one in json.loads(telusur("evaluate", gold, "--json"))}
    for name in (
        "findings_f1",
        "kind_accuracy",
        "challenges_micro_f1_overall",
        "finding_place_accuracy",
        "visit_date_accuracy",
        "visited_places_accuracy",
    ):
        assert scores.get(name, 1) == 1, name
    accepted = ask(here, "SELECT count(*) FROM links WHERE status = 'accepted'")[0][0]
    assert len((tmp_path / "gold" / "gold.tsv").read_text().splitlines()) == accepted
