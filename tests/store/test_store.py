"""The store changes all at once or not at all, and refuses what is not its own."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from telusur.corpus.model import Document, Passage
from telusur.draft.model import Clause, Reference, Regulation
from telusur.errors import StoreUnusable
from telusur.extract.gazetteer import Place
from telusur.extract.model import ChallengeMatch, Finding, PlaceMention, Reading, Site, SiteFact
from telusur.link.model import Link
from telusur.store.connection import store_for_reading, store_for_writing, transaction
from telusur.store.database import Database
from telusur.store.decisions.projecting import texts_now
from telusur.store.derived.coverage import refresh_coverage
from telusur.store.derived.queue import refresh_queue
from telusur.store.embeddings import EmbeddingCache
from telusur.store.model import Changes, Unreadable, Vocabulary
from telusur.store.reading import counts, kept_sources, rows, snapshot, trace
from telusur.store.schema.making import schema_version
from telusur.store.schema.tables import TABLES
from telusur.store.schema.views import DECIDED_VIEWS, VIEWS
from telusur.store.standing import BY_STANDING
from telusur.store.write import save

TEXT = "Jaringan di loket sering putus. Antrean daring sudah dipakai."
PLACES = (
    Place("16", "Sumatera Selatan", "provinsi", None, -3.2, 104.2),
    Place("16.71", "Kota Palembang", "kota", "16", -2.98, 104.75),
)


class Challenge:
    """The four things of a challenge that the store keeps."""

    id, label, label_en, definition = "konektivitas", "Konektivitas", "Connectivity", "Jaringan."


def finding(document_id: str, start: int, end: int, number: int) -> Finding:
    return Finding(
        id=f"f-{document_id}-{number}",
        document_id=document_id,
        passage_number=number,
        start=start,
        end=end,
        quote=TEXT[start:end],
        kind="kendala",
        place_code="16.71",
        site_id="mpp-kota-palembang",
        said_by=None,
        confidence=0.8,
        rule="isyarat “sering putus”",
        challenges=(ChallengeMatch("konektivitas", 0.9, "kata “jaringan”"),),
    )


def report(document_id: str) -> tuple[Document, Reading]:
    spans = [(0, 31), (32, len(TEXT))]
    passages = tuple(
        Passage(number, start, end, TEXT[start:end], "", "sentence")
        for number, (start, end) in enumerate(spans, start=1)
    )
    document = Document(
        document_id, f"{document_id}.md", "Kunjungan", None, None, None, None, None, "00",
        f"{TEXT} Dicatat di {document_id}.", passages,
    )  # fmt: skip
    reading = Reading(
        visited_on=date(2021, 2, 26),
        published_on=None,
        language="id",
        places=(PlaceMention("16.71", "visited", 0, 0),),
        sites=(Site("mpp-kota-palembang", "MPP Kota Palembang", "16.71"),),
        site_facts=(
            SiteFact("mpp-kota-palembang", "antrean_daring", None, "", TEXT[32:46], 32, 46),
        ),
        people=(),
        institutions=(),
        findings=tuple(
            finding(document_id, start, end, number)
            for number, (start, end) in enumerate(spans, start=1)
        ),
    )
    return document, reading


def clause(id: str, label: str, parent: str | None, level: str, position: int) -> Clause:  # noqa: A002
    return Clause(
        id, label, parent, level, label[-1], position, "KONEKTIVITAS", f"Isi {label}.",  # type: ignore[arg-type]
        level in ("pasal", "ayat"), f"fp-{id}", "draf.md", position,
    )  # fmt: skip


REGULATION = Regulation(
    "Draf",
    (
        clause("bab-1", "BAB I", None, "bab", 1),
        clause("jaringan", "Pasal 1", "bab-1", "pasal", 2),
        clause("jaringan.ayat-1", "Pasal 1 ayat (1)", "jaringan", "ayat", 3),
        clause("jaringan.ayat-2", "Pasal 1 ayat (2)", "jaringan", "ayat", 4),
        clause("antrean", "Pasal 2", "bab-1", "pasal", 5),
    ),
    (Reference("antrean", "jaringan", "Pasal 1", 0, 7, "ok"),),
    (),
    (),
)


def changes(*documents: str, since: int | None = None) -> Changes:
    readings = tuple(report(document) for document in documents)
    return Changes(
        since_build=since,
        vocabulary=Vocabulary(PLACES, (Challenge,)) if since is None else None,  # type: ignore[arg-type]
        gone=(),
        readings=readings,
        regulation=REGULATION if since is None else None,
        links=tuple(
            Link(f"f-{document}-1", "jaringan.ayat-1", 0.7, 0.7, 1, "kata yang sama: jaringan")
            for document in documents
        ),
        relinked=since is None,
        unreadable=(Unreadable("corpus/rusak.pdf", 0, "damaged. Mend it.", "ff"),),
        journal=(),
        worth=None,
        encoder="fake",
        inputs={"reading": "1", "drafting": "1", "linking": "1"},
        seconds={"read": 0.1},
    )


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    with store_for_writing(tmp_path / "evidence.db") as opened:
        save(opened, changes("a", "b"))
        yield opened


def test_what_is_saved_is_counted(db: Database) -> None:
    found = counts(db)
    assert (found["documents"], found["findings"], found["provisions"]) == (2, 4, 3)
    assert (found["links"], found["unsupported"], found["unanswered"]) == (2, 2, 2)


@pytest.mark.need("N-READ-3")
def test_every_span_equals_the_text_it_points_to(db: Database) -> None:
    for table, column in (("findings", "quote"), ("passages", "text"), ("site_facts", "quote")):
        wrong = f"""SELECT 1 FROM {table} JOIN documents ON documents.id = document_id
            WHERE substr(documents.text, start + 1, "end" - start) <> {table}.{column}"""
        assert rows(db, wrong) == []


def test_foreign_keys_hold_and_are_enforced(db: Database) -> None:
    assert rows(db, "PRAGMA foreign_key_check") == []
    with pytest.raises(sqlite3.IntegrityError):
        db.table("findings").update("f-a-1", {"place_code": "99.99"})


def test_the_next_build_replaces_only_the_reports_it_read(db: Database) -> None:
    save(db, changes("b", "c", since=1))
    assert [source.id[2] for source in kept_sources(db, set())] == list("aabbcc")
    assert counts(db)["links"] == 3


def test_reports_that_are_gone_take_what_was_read_from_them_along(db: Database) -> None:
    save(db, replace(changes(since=1), gone=("a", "b")))
    left = counts(db)
    assert (left["findings"], left["passages"], left["links"], left["sites"]) == (0, 0, 0, 0)
    assert rows(db, "SELECT * FROM findings_fts WHERE findings_fts MATCH 'jaringan'") == []


def test_a_build_planned_on_an_older_state_is_refused(db: Database) -> None:
    with pytest.raises(StoreUnusable, match="meanwhile"):
        save(db, changes("c", since=7))
    assert counts(db)["documents"] == 2


@pytest.mark.need("N-BUILD-2")
def test_a_failure_half_way_leaves_the_last_state(db: Database) -> None:
    nowhere = Link("f-c-1", "no-such-clause", 0.5, 0.5, 1, "")
    broken = replace(changes("c", since=1), links=(nowhere,))
    with pytest.raises(sqlite3.IntegrityError):
        save(db, broken)
    assert counts(db)["documents"] == 2


def test_a_report_given_twice_is_one_source(db: Database) -> None:
    (one, reading), (other, again) = report("a"), report("b")
    same = replace(other, text=one.text.upper() + "\n")
    save(db, replace(changes(since=1), readings=((one, reading), (same, again))))
    assert rows(db, "SELECT id, copy_of FROM documents ORDER BY id") == [
        {"id": "a", "copy_of": None}, {"id": "b", "copy_of": "a"},
    ]  # fmt: skip
    refresh_links = [Link(f"f-{one}-1", "jaringan.ayat-1", 0.7, 0.7, 1, "kata") for one in "ab"]
    save(db, replace(changes(since=2), links=tuple(refresh_links)))
    with transaction(db):
        db.execute("UPDATE links SET status = 'accepted'")
        refresh_coverage(db)
    sql = "SELECT findings, documents, accepted FROM coverage WHERE clause_id = 'bab-1'"
    (bab,) = rows(db, sql)
    assert (bab["findings"], bab["documents"], bab["accepted"]) == (1, 1, 1)
    with transaction(db):
        db.execute("UPDATE links SET status = 'suggested'")
        refresh_queue(db)
    quotes = rows(db, "SELECT DISTINCT quote FROM findings WHERE id IN ('f-a-1', 'f-b-1')")
    assert len(quotes) == 1
    asked = rows(db, "SELECT finding_id FROM review_queue WHERE clause_id = 'jaringan.ayat-1'")
    assert [one["finding_id"] for one in asked] == ["f-a-1"]


def test_provisions_outlast_the_divisions_that_they_stood_in(db: Database) -> None:
    moved = (
        clause("bab-9", "BAB IX", None, "bab", 1),
        clause("antrean", "Pasal 1", "bab-9", "pasal", 2),
        clause("jaringan", "Pasal 2", "bab-9", "pasal", 3),
        clause("jaringan.ayat-2", "Pasal 2 ayat (1)", "jaringan", "ayat", 4),
        clause("jaringan.ayat-1", "Pasal 2 ayat (2)", "antrean", "ayat", 5),
    )
    links = (Link("f-a-1", "jaringan.ayat-1", 0.6, 0.6, 1, ""),)
    redrafted = replace(REGULATION, clauses=moved)
    save(db, replace(changes(since=1), regulation=redrafted, links=links, relinked=True))
    told = [id_ for (id_,) in db.execute("SELECT id FROM clauses ORDER BY position")]
    assert told == [one.id for one in moved]
    assert (counts(db)["links"], counts(db)["provisions"]) == (1, 2)
    assert [*db.execute("SELECT from_clause, to_clause FROM clause_references")] == [
        ("antrean", "jaringan")
    ]
    assert rows(db, "PRAGMA foreign_key_check") == []
    db.execute("INSERT INTO clauses_fts (clauses_fts, rank) VALUES ('integrity-check', 1)")


def test_which_reports_there_are_is_told_without_reading_one(db: Database) -> None:
    texts, asked = texts_now(db), list[str]()
    db.conn.set_trace_callback(asked.append)
    there = [id_ in texts for id_ in (*texts, "tidak-ada")]
    db.conn.set_trace_callback(None)
    assert (there[0], there[-1], asked) == (True, False, [])


def test_coverage_counts_what_lies_below(db: Database) -> None:
    found = {row["clause_id"]: row for row in rows(db, "SELECT * FROM coverage")}
    assert {name: (row["only_strong"], row["provisions"]) for name, row in found.items()} == {
        "bab-1": (1, 3),
        "jaringan": (1, 2),
        "jaringan.ayat-1": (1, 1),
        "jaringan.ayat-2": (0, 1),
        "antrean": (0, 1),
    }
    assert (found["bab-1"]["strong"], found["bab-1"]["bare"]) == (2, 2)


def test_only_what_people_accepted_counts_as_evidence(db: Database) -> None:
    ((finding, clause),) = db.execute("SELECT finding_id, clause_id FROM links LIMIT 1").fetchall()
    told = "supported, only_strong, accepted, strong, findings, documents"
    asked = f"SELECT {told} FROM coverage WHERE clause_id = 'bab-1'"
    assert db.execute(asked).fetchall() == [(0, 1, 0, 2, 0, 0)]
    accept = "UPDATE links SET status = 'accepted' WHERE finding_id = ? AND clause_id = ?"
    with transaction(db):
        db.execute(accept, [finding, clause])
        refresh_coverage(db)
    assert db.execute(asked).fetchall() == [(1, 0, 1, 1, 1, 1)]


@pytest.mark.parametrize(
    ("change", "standing"),
    [
        ("UPDATE links SET status = 'accepted'", "accepted"),
        ("UPDATE links SET status = 'suspect'", "suspect"),
        ("UPDATE links SET status = 'unsure'", "strong"),
        ("UPDATE links SET score = 0.44", "weak"),
        ("UPDATE links SET status = 'rejected'", "none"),
        ("INSERT INTO justified_gaps (number, clause_id, reason, law, note, by, at) VALUES "
         "(1, 'jaringan.ayat-1', 'no clause', '', '', '', '')", "justified"),
    ],
)  # fmt: skip
def test_a_provision_stands_by_the_best_that_it_has(
    db: Database, change: str, standing: str
) -> None:
    with transaction(db):
        db.execute(change)
        refresh_coverage(db)
    asked = "SELECT standing FROM provision_standings WHERE clause_id = 'jaringan.ayat-1'"
    assert db.execute(asked).fetchall() == [(standing,)]
    columns = ", ".join(BY_STANDING.values())
    counted = f"SELECT {columns} FROM coverage WHERE clause_id = 'jaringan.ayat-1'"
    (numbers,) = db.execute(counted).fetchall()
    assert dict(zip(BY_STANDING, numbers, strict=True)) == dict.fromkeys(BY_STANDING, 0) | {
        standing: 1
    }


@pytest.mark.need("N-BUILD-7")
def test_every_view_answers_and_has_the_columns_it_declares(db: Database) -> None:
    for view in VIEWS:
        found = db.execute(f"SELECT * FROM {view.name}")
        assert tuple(column[0] for column in found.description) == tuple(view.columns)
        all_of_it = found.fetchall()
        assert all_of_it or view in DECIDED_VIEWS
        assert not view.whole or len(all_of_it) == db.count(view.whole)


def test_the_matrix_shows_holes(db: Database) -> None:
    found = rows(db, "SELECT clause_id, accepted, strong FROM matrix")
    assert found == [
        {"clause_id": "jaringan", "accepted": 0, "strong": 2},
        {"clause_id": "antrean", "accepted": 0, "strong": 0},
    ]


def test_search_finds_words_without_regard_to_accents_and_case(db: Database) -> None:
    hits = rows(db, "SELECT * FROM passages_fts WHERE passages_fts MATCH 'JARINGÁN'")
    assert len(hits) == 2


def test_the_snapshot_tells_the_next_build_what_is_there(db: Database) -> None:
    seen = snapshot(db)
    assert (seen.build_id, seen.documents, seen.inputs["drafting"]) == (
        1,
        {"a": ("a.md", "00"), "b": ("b.md", "00")},
        "1",
    )
    assert seen.unreadable == changes().unreadable


@pytest.mark.need("N-BUILD-5")
def test_readers_see_the_old_state_until_the_new_one_is_whole(db: Database, tmp_path: Path) -> None:
    with store_for_reading(tmp_path / "evidence.db") as reader:
        db.conn.execute("BEGIN IMMEDIATE")
        db.execute("DELETE FROM links")
        assert counts(reader)["links"] == 2
        db.rollback()


def test_a_store_of_another_version_is_built_anew_and_keeps_its_vectors(db: Database) -> None:
    EmbeddingCache(db).put("fake", {"aa": np.ones(3, dtype="float32")})
    db.execute("PRAGMA user_version = 1")
    db.execute("ALTER TABLE findings ADD COLUMN old TEXT")
    assert snapshot(db).build_id is None
    save(db, changes("c"))
    assert counts(db)["documents"] == 1
    assert EmbeddingCache(db).get("fake", ["aa"])["aa"].tolist() == [1, 1, 1]
    assert db.execute("PRAGMA user_version").fetchone()[0] == schema_version()


def test_vectors_are_kept_by_model_and_text(db: Database) -> None:
    cache = EmbeddingCache(db)
    known = {f"{number:02x}": np.full(4, number, dtype="float32") for number in range(700)}
    cache.put("one", known)
    found = cache.get("one", [*known, "missing"])
    assert found.keys() == known.keys()
    assert all((found[key] == known[key]).all() for key in known)
    assert cache.get("other", list(known)) == {}


@pytest.mark.need("N-BUILD-8")
def test_another_database_is_never_written_to(tmp_path: Path) -> None:
    path = tmp_path / "evidence.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE mine (x)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreUnusable, match="no evidence store"), store_for_writing(path):
        pass
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_told_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "evidence.db"
    path.write_bytes(b"surat dinas, bukan basis data" * 100)
    before = path.read_bytes()
    for opened in (store_for_writing, store_for_reading):
        with pytest.raises(StoreUnusable, match="damaged or no database"), opened(path):
            pass
    assert path.read_bytes() == before


def test_a_missing_store_says_to_build_first(tmp_path: Path) -> None:
    with pytest.raises(StoreUnusable, match="telusur build"), store_for_reading(tmp_path / "x.db"):
        pass


@pytest.mark.need("N-SEARCH-4")
def test_trace_finds_a_clause_however_its_citation_is_spaced(db: Database) -> None:
    for what in (
        "Pasal 1 ayat (1)",
        "pasal 1  AYAT(1)",
        "Ps. 1 ayat 1",
        "Pasal 1(1)",
        "jaringan.ayat-1",
    ):
        (found,) = trace(db, what)
        assert (found.kind, found.subject["id"]) == ("clause", "jaringan.ayat-1")
    (whole,) = trace(db, "Pasal 1")
    assert len(whole.links) == 2


def test_trace_finds_findings_and_places(db: Database) -> None:
    (found,) = trace(db, "f-a-1")
    assert [link["clause_id"] for link in found.links] == ["jaringan.ayat-1"]
    for what in ("16.71", "kota palembang", "Palembang", "Sumatera Selatan"):
        (place,) = trace(db, what)
        assert (place.kind, len(place.links)) == ("place", 4)


@pytest.mark.need("N-BUILD-7")
def test_every_table_and_column_has_a_help_text() -> None:
    assert all(table.help and all(c.help for c in table.columns.values()) for table in TABLES)


def test_many_that_make_a_store_at_once_make_one(tmp_path: Path) -> None:
    def make(path: Path) -> int:
        ready.wait()
        with store_for_writing(path) as db:
            return len(db.names("table"))

    for number in range(8):
        path, ready = tmp_path / f"{number}.db", threading.Barrier(6)
        with ThreadPoolExecutor(6) as pool:
            assert len(set(pool.map(make, [path] * 6))) == 1


Notes = dict[str, tuple[int, str | None]]
NOTES = st.dictionaries(
    st.sampled_from("abcdef"), st.tuples(st.integers(0, 2), st.none() | st.sampled_from("xy"))
)


@given(before=NOTES, after=NOTES)
def test_a_table_holds_what_it_is_told_and_what_stays_is_not_touched(
    before: Notes, after: Notes
) -> None:
    with contextlib.closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(
            """CREATE TABLE notes (id TEXT PRIMARY KEY, n INTEGER NOT NULL, word TEXT);
               CREATE TABLE marks (id TEXT REFERENCES notes ON DELETE CASCADE);
               PRAGMA foreign_keys = ON;"""
        )
        db = Database(connection)

        def told(notes: Notes) -> list[dict[str, object]]:
            return [{"id": one, "n": n, "word": word} for one, (n, word) in notes.items()]

        db.insert("notes", told(before))
        db.execute("INSERT INTO marks SELECT id FROM notes")
        connection.execute("CREATE TEMP TABLE touched (id)")
        for what, row in (("INSERT", "new"), ("UPDATE", "new"), ("DELETE", "old")):
            connection.execute(
                f"CREATE TEMP TRIGGER on_{what} AFTER {what} ON notes BEGIN "
                f"INSERT INTO touched VALUES ({row}.id); END"
            )
        db.hold("notes", told(after))
        kept = {one: (n, word) for one, n, word in db.execute("SELECT * FROM notes")}
        assert kept == after
        differ = {one for one in before | after if before.get(one) != after.get(one)}
        assert {one for (one,) in db.execute("SELECT id FROM touched")} == differ
        marked = {one for (one,) in db.execute("SELECT id FROM marks")}
        assert marked == before.keys() & after.keys()
