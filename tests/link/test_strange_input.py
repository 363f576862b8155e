"""Whatever stands in reports and drafts is linked, or refused with a reason; nothing is lost."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from link.doubles import FakeEncoder, Memory
from support import NOTE, CheapEncoder, built

from telusur import link
from telusur.errors import EncoderUnavailable
from telusur.link import Options, Source, Target
from telusur.store.database import Database

FINDING = Source("putus", "Jaringan internet di loket sering terputus.")
NETWORK = Target("jaringan", "Penyelenggara menyediakan jaringan internet cadangan.", "JARINGAN")
LONG = " ".join(f"Pengelola menyimpan arsip golongan {number} di gudang." for number in range(430))
TABLE = "\n".join(
    ["| Layanan | Waktu | Biaya |", "|---|---|---|"]
    + [f"| Layanan {number} | {number} jam | Rp0 |" for number in range(40)]
)


def links_of(sources: list[Source], targets: list[Target]) -> list[link.Link]:
    texts = link.texts_to_embed(sources, targets, [])
    fake = FakeEncoder()
    vectors = link.embed_all(texts, "fake", lambda: fake, Memory())
    return link.rank(sources, targets, [], vectors, Options(threshold=0, per_finding=9))


def rows(workspace: Path, sql: str) -> list[tuple[object, ...]]:
    return Database(sqlite3.connect(workspace / "evidence.db")).execute(sql).fetchall()


@pytest.mark.need("N-READ-4")
@pytest.mark.parametrize(
    "text",
    ["Internet.", LONG, TABLE, "本条規定網路", "ПОРЯДОК ОБСЛУЖИВАНИЯ", "ꦥꦭꦪꦤꦤ꧀", "\ufdfa" * 5000,
     "\U00012000" * 5000, "a. b. c. d. e.", "(1) (2) (3)"],
    ids=["one word", "3,000 words", "table", "chinese", "cyrillic", "javanese", "ligature",
         "cuneiform", "markers", "numbers"],
)  # fmt: skip
def test_a_strange_text_is_ranked_at_either_end(text: str) -> None:
    strange = Target("aneh", text, text)
    links = links_of([FINDING, Source("aneh", text)], [NETWORK, strange])
    assert len(links) == 4
    assert all(0 <= one.score <= 1 for one in links)
    assert next(one.clause_id for one in links if one.finding_id == "putus") == "jaringan"


def test_what_a_report_says_twice_loses_neither_its_finding_nor_its_links(
    workspace: Path, encoder: CheapEncoder
) -> None:
    note = workspace / "corpus" / "palembang.md"
    said = "Jaringan internet di loket sering terputus."
    note.write_text(f"{NOTE}\n## Kendala lain\n\n- {said}\n", encoding="utf-8")
    built(workspace)
    found = rows(
        workspace,
        "SELECT id, group_concat(clause_id || score) FROM findings JOIN links ON finding_id = id"
        " WHERE quote LIKE 'Jaringan internet%' GROUP BY id",
    )
    assert len(found) == 2
    assert found[0][1] == found[1][1]


def test_an_empty_corpus_and_a_draft_of_one_clause_are_built(
    workspace: Path, encoder: CheapEncoder
) -> None:
    draft = workspace / "draft" / "draf.md"
    draft.write_text("#### Pasal {#satu}\n\nLoket memakai jaringan cadangan.\n", encoding="utf-8")
    built(workspace)
    assert rows(workspace, "SELECT DISTINCT clause_id FROM links") == [("satu",)]
    (workspace / "corpus" / "palembang.md").unlink()
    built(workspace)
    assert rows(workspace, "SELECT count(*) FROM links") == [(0,)]


def test_a_model_of_another_size_under_the_same_name_leaves_the_store_as_it_was(
    workspace: Path, encoder: CheapEncoder
) -> None:
    built(workspace)
    before = rows(workspace, "SELECT * FROM links ORDER BY 1, 2")
    (workspace / "corpus" / "baru.md").write_text(
        NOTE.replace("di loket", "di ruang tunggu"), encoding="utf-8"
    )
    encoder.dimension = 32
    with pytest.raises(EncoderUnavailable, match=r"Delete evidence\.db and build again"):
        built(workspace)
    assert rows(workspace, "SELECT * FROM links ORDER BY 1, 2") == before
    assert rows(workspace, "SELECT count(*) FROM documents") == [(1,)]


def test_a_broken_model_leaves_the_store_as_it_was(
    workspace: Path, encoder: CheapEncoder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    built(workspace)
    before = rows(workspace, "SELECT * FROM links ORDER BY 1, 2")
    monkeypatch.undo()
    folder = tmp_path / "model"
    folder.mkdir()
    (folder / "config.json").write_text('{"model_type": "bert"}', encoding="utf-8")
    (folder / "model.safetensors").write_bytes(b"broken")
    settings = workspace / "telusur.toml"
    settings.write_text(f'[encoder]\nmodel = "{folder.as_posix()}"\n', encoding="utf-8")
    with pytest.raises(EncoderUnavailable, match="cannot be used"):
        built(workspace)
    assert rows(workspace, "SELECT * FROM links ORDER BY 1, 2") == before
