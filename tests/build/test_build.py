"""The main job: what is new is worked on, all of it or nothing is stored."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from benchmarks.reading import Silent
from support import DRAFT, NOTE, TODAY, CheapEncoder, ask, built, decide
from tests.corpus.test_scans import written

from telusur.build import build
from telusur.corpus import batch
from telusur.errors import EncoderUnavailable, InvalidWorkspace, StoreUnusable

HERE = Path(__file__).parents[1]


def dump(root: Path, *without: str) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables, in order."""
    tables = [name for (name,) in ask(root, "SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {
        name: sorted(ask(root, f'SELECT * FROM "{name}"'), key=repr)
        for name in tables
        if name not in without
    }


@pytest.mark.need("N-LINK-1")
def test_findings_are_linked_to_the_clause_that_answers_them(
    workspace: Path, encoder: CheapEncoder
) -> None:
    outcome = built(workspace)
    assert outcome.counts["documents"] == 1
    best = ask(
        workspace,
        """SELECT quote, clause_id FROM links JOIN findings ON findings.id = finding_id
           WHERE rank = 1 ORDER BY findings.start""",
    )
    assert [clause for _, clause in best] == ["jaringan.ayat-1", "aduan", "jaringan.ayat-2"]


@pytest.mark.need("N-DRAFT-8")
def test_definitions_attract_no_links(workspace: Path, encoder: CheapEncoder) -> None:
    built(workspace)
    assert ask(workspace, "SELECT * FROM links WHERE clause_id LIKE 'definisi%'") == []


def test_a_new_cue_embeds_nothing_and_an_edited_clause_only_itself(
    workspace: Path, encoder: CheapEncoder
) -> None:
    built(workspace)
    embedded = len(encoder.embedded)
    taxonomy = workspace / "extract" / "challenges.yml"
    cues = taxonomy.read_text(encoding="utf-8")
    taxonomy.write_text(cues.replace("weak: [", "weak: [tangga berjalan, ", 1), encoding="utf-8")
    assert built(workspace).read == 1
    assert len(encoder.embedded) == embedded
    draft = workspace / "draft" / "draf.md"
    draft.write_text(DRAFT.replace("jaringan internet", "serat optik"), encoding="utf-8")
    assert built(workspace).read == 0
    fresh = encoder.embedded[embedded:]
    assert fresh
    assert all("serat optik" in text for text in fresh)
    draft.write_text(DRAFT, encoding="utf-8")
    assert built(workspace).seconds
    assert encoder.embedded[embedded:] == fresh


@pytest.mark.need("N-BUILD-3")
def test_two_builds_of_the_same_input_agree_row_for_row(
    workspace: Path, encoder: CheapEncoder, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    shutil.copytree(workspace, other)
    built(workspace)
    built(other)
    assert dump(workspace, "builds") == dump(other, "builds")


@pytest.mark.need("N-BUILD-1")
def test_a_build_with_nothing_new_reads_embeds_and_writes_nothing(
    workspace: Path, encoder: CheapEncoder
) -> None:
    built(workspace)
    embedded, before = len(encoder.embedded), dump(workspace)
    outcome = built(workspace)
    assert (outcome.read, outcome.seconds, len(encoder.embedded)) == (0, {}, embedded)
    assert dump(workspace) == before


def loaded_by_a_build(root: Path, *heavy: str) -> list[str]:
    """Whether a process that builds saved anything, and which of `heavy` it had loaded then."""
    program = (
        "import contextlib, datetime, pathlib, sys\n"
        "from telusur import link; from telusur.build import build\n"
        "class Silent:\n"
        "    stage = lambda *_: contextlib.nullcontext(lambda _: None)\n"
        "link.identify = lambda model: f'cheap {model}'\n"
        "done = build(pathlib.Path(sys.argv[1]), None, Silent(), datetime.date.today())\n"
        f"print(done.saved, *[name for name in {heavy} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, root], capture_output=True, text=True, check=True
    )
    return done.stdout.split()


def test_a_build_with_nothing_new_loads_nothing_heavy(
    workspace: Path, encoder: CheapEncoder
) -> None:
    built(workspace)
    pair = ask(workspace, "SELECT finding_id, clause_id FROM links")[0]
    decide(workspace, "accept", *pair, by="Ayu", at=datetime(2026, 3, 2, tzinfo=UTC))
    built(workspace)
    heavy = ("torch", "spacy", "numpy", "pydantic", "yaml", "sqlite_utils", "rich", "telusur.draft")
    assert loaded_by_a_build(workspace, *heavy) == ["False"]


def test_a_build_after_an_edit_loads_neither_what_reads_files_nor_what_embeds(
    workspace: Path, encoder: CheapEncoder
) -> None:
    built(workspace)
    draft = workspace / "draft" / "draf.md"
    draft.write_text(draft.read_text("utf-8") + "\n\n", "utf-8")  # all its words are known
    reads = ("spacy", "telusur.corpus.formats", "telusur.corpus.batch")
    embeds = ("onnxruntime", "tokenizers", "telusur.link.encoder.loading")
    assert loaded_by_a_build(workspace, *reads, *embeds, "sqlite_utils") == ["True"]


def test_with_the_bundled_encoder_and_no_network_meaning_is_read_and_two_builds_agree(
    workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_network(*_: object) -> None:
        raise AssertionError("nothing is fetched")

    monkeypatch.setattr(socket.socket, "connect", no_network)
    monkeypatch.setattr(socket, "getaddrinfo", no_network)
    # No listed word says that this is a problem; its meaning does.
    unlisted = "Warga pulang dengan tangan hampa karena loket tutup sejak pagi."
    (workspace / "corpus" / "kupang.txt").write_text(f"KUPANG – {unlisted}\n", encoding="utf-8")
    other = tmp_path / "other"
    shutil.copytree(workspace, other)
    outcome = built(workspace)
    assert outcome.seconds.keys() >= {"embed clauses", "embed", "link"}
    rules = ask(workspace, "SELECT rule FROM findings WHERE document_id = 'kupang-txt'")
    assert [rule for (rule,) in rules if rule.startswith("makna")]
    # One built at once, the other report by report.
    (other / "corpus" / "kupang.txt").rename(tmp_path / "kupang.txt")
    built(other)
    (tmp_path / "kupang.txt").rename(other / "corpus" / "kupang.txt")
    built(other)
    # The search index keeps the order in which rows came; every row itself is the same.
    index = [name for name in dump(workspace) if "_fts" in name]
    assert dump(workspace, "builds", *index) == dump(other, "builds", *index)


@pytest.mark.need("N-BUILD-1")
def test_only_the_changed_report_is_read_again(workspace: Path, encoder: CheapEncoder) -> None:
    (workspace / "corpus" / "kupang.md").write_text(
        NOTE.replace("Palembang", "Kupang"), encoding="utf-8"
    )
    built(workspace)
    before = ask(workspace, "SELECT id FROM findings WHERE document_id LIKE 'kupang%' ORDER BY id")
    with (workspace / "corpus" / "palembang.md").open("a", encoding="utf-8") as file:
        file.write("- Loket mudah dijangkau.\n")
    outcome = built(workspace)
    assert outcome.read == 1
    after = ask(workspace, "SELECT id FROM findings WHERE document_id LIKE 'kupang%' ORDER BY id")
    assert after == before


@pytest.mark.need("N-BUILD-3")
def test_an_incremental_build_ends_where_a_build_from_nothing_ends(
    workspace: Path, encoder: CheapEncoder, tmp_path: Path
) -> None:
    built(workspace)
    (workspace / "corpus" / "palembang.md").write_text(
        NOTE + "\n## Kebutuhan\n\n- Perlu petugas tambahan di loket.\n", encoding="utf-8"
    )
    (workspace / "corpus" / "kupang.txt").write_text(
        "KUPANG – Jaringan internet di loket masih sering terputus.", encoding="utf-8"
    )
    built(workspace)
    (workspace / "draft" / "draf.md").write_text(DRAFT.replace("(tiga)", "(tiga) kali"))
    built(workspace)
    fresh = tmp_path / "fresh"
    shutil.copytree(workspace, fresh, ignore=shutil.ignore_patterns("evidence.db*"))
    built(fresh)
    for table in ("documents", "passages", "findings", "finding_challenges", "clauses", "links",
                  "coverage", "sites", "document_sites", "document_places"):  # fmt: skip
        sql = f'SELECT * FROM "{table}"'
        assert set(ask(workspace, sql)) == set(ask(fresh, sql)), table


@pytest.mark.need("N-LINK-3")
def test_adding_a_report_moves_no_link_of_another(workspace: Path, encoder: CheapEncoder) -> None:
    built(workspace)
    links = ask(workspace, "SELECT * FROM links ORDER BY 1, 2")
    (workspace / "corpus" / "lain.txt").write_text(
        "KUPANG – Antrean di loket masih panjang dan jaringan internet terputus.", encoding="utf-8"
    )
    built(workspace)
    assert set(links) <= set(ask(workspace, "SELECT * FROM links"))


def test_a_report_that_is_gone_takes_its_findings_along(
    workspace: Path, encoder: CheapEncoder
) -> None:
    built(workspace)
    (workspace / "corpus" / "palembang.md").unlink()
    assert built(workspace).counts["findings"] == 0


def test_identical_texts_in_two_reports_are_both_linked(
    workspace: Path, encoder: CheapEncoder
) -> None:
    (workspace / "corpus" / "salinan.md").write_text(NOTE, encoding="utf-8")
    built(workspace)
    linked = ask(
        workspace,
        """SELECT document_id, count(*) FROM links
           JOIN findings ON findings.id = finding_id GROUP BY 1""",
    )
    assert len(linked) == 2
    assert linked[0][1] == linked[1][1] > 0


@pytest.mark.parametrize("folder", ["corpus", "draft"])
def test_an_empty_folder_is_no_mistake(workspace: Path, encoder: CheapEncoder, folder: str) -> None:
    shutil.rmtree(workspace / folder)
    (workspace / folder).mkdir()
    assert built(workspace).counts["links"] == 0


@pytest.mark.skipif(not shutil.which("tesseract"), reason="Tesseract is not installed")
def test_a_part_that_waited_for_a_program_is_read_once_it_is_installed(
    workspace: Path, encoder: CheapEncoder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    message = EmailMessage()
    message["Subject"] = "Catatan loket contoh"
    message.set_content("Kendala:\n\n- Kipas angin di loket mati\n")
    message.add_attachment(written(), maintype="image", subtype="png", filename="foto.png")
    (workspace / "corpus" / "surel.eml").write_bytes(bytes(message))
    with monkeypatch.context() as without:
        without.setenv("PATH", str(tmp_path))
        (told,) = [what for path, what in built(workspace).remarks if "surel" in path]
        assert "foto.png" in told
        assert built(workspace).read == 0
    assert built(workspace).read == 2  # the mail and what came with it
    sql = "SELECT count(*) FROM documents WHERE path LIKE '%foto.png' AND text LIKE '%Kertas%'"
    assert ask(workspace, sql)[0][0] == 1
    assert built(workspace).read == 0


@pytest.mark.need("N-READ-2")
def test_unreadable_files_are_named_and_the_rest_is_built(
    workspace: Path, encoder: CheapEncoder
) -> None:
    (workspace / "corpus" / "kosong.txt").touch()
    (workspace / "corpus" / "rusak.docx").write_bytes(b"bukan dokumen Word")
    (workspace / "corpus" / "lama.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    (workspace / "corpus" / "tanggal.md").write_text("---\ndate: 2021-02-31\n---\nTeks.\n")
    expected = {f"corpus/{name}" for name in ("kosong.txt", "rusak.docx", "lama.doc", "tanggal.md")}
    for _ in range(2):  # a second build says so again, without reading them again
        outcome = built(workspace)
        assert {one.path for one in outcome.unreadable} == expected
        assert outcome.counts["documents"] == 1
    (mistake,) = (one for one in outcome.unreadable if one.path == "corpus/tanggal.md")
    assert mistake.line == 2


def test_a_report_that_becomes_unreadable_leaves_the_store(
    workspace: Path, encoder: CheapEncoder
) -> None:
    built(workspace)
    (workspace / "corpus" / "palembang.md").write_bytes(b"")
    outcome = built(workspace)
    assert outcome.counts["documents"] == 0
    (workspace / "corpus" / "palembang.md").write_text(NOTE, encoding="utf-8")
    assert built(workspace).counts["documents"] == 1


@pytest.mark.need("N-BUILD-4")
def test_mistakes_of_settings_lexicon_and_front_matter_are_told_at_once(workspace: Path) -> None:
    (workspace / "telusur.toml").write_text("[links]\nthreshold = 2\n", encoding="utf-8")
    (workspace / "extract" / "challenges.yml").unlink()
    (workspace / "corpus" / "tanggal.md").write_text("---\ndate: kemarin\n---\nTeks.\n")
    with pytest.raises(InvalidWorkspace) as caught:
        built(workspace)
    told = {problem.path.split("/")[-1] for problem in caught.value.problems}
    assert {"telusur.toml", "challenges.yml", "tanggal.md"} <= told


def test_a_mistake_in_the_draft_leaves_the_last_good_store(
    workspace: Path, encoder: CheapEncoder
) -> None:
    built(workspace)
    before = dump(workspace)
    (workspace / "draft" / "draf.md").write_text(DRAFT + "\nLihat [](#tidak-ada).\n")
    with pytest.raises(InvalidWorkspace, match="tidak-ada"):
        built(workspace)
    assert dump(workspace) == before


def test_an_encoder_that_fails_leaves_the_last_good_store(
    workspace: Path, encoder: CheapEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(workspace)
    before = dump(workspace)
    new = NOTE.replace("sering terputus", "mati setiap sore")
    (workspace / "corpus" / "baru.md").write_text(new, encoding="utf-8")

    def fail(*_: object) -> None:
        raise EncoderUnavailable("no model")

    monkeypatch.setattr("telusur.link.load_encoder", fail)
    with pytest.raises(EncoderUnavailable):
        built(workspace)
    assert dump(workspace) == before


KILLED = """
import os, signal, sqlite3, sys
from pathlib import Path
sys.path.insert(0, sys.argv[3])
from support import CheapEncoder, built
from telusur import link
from telusur.store import write

link.identify = lambda model: f"cheap {model}"
link.load_encoder = lambda *_: CheapEncoder()
left = int(sys.argv[2])

def count(statement):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)

save = write.save

def killed_save(db, changes):
    db.conn.set_trace_callback(count)
    save(db, changes)

from telusur.build import making
making.save = killed_save
built(Path(sys.argv[1]))
"""


@pytest.mark.need("N-BUILD-2")
def test_killed_at_any_moment_the_last_good_store_is_still_there(
    workspace: Path, encoder: CheapEncoder
) -> None:
    built(workspace)
    before = dump(workspace, "embeddings")
    (workspace / "corpus" / "baru.md").write_text(NOTE.replace("Palembang", "Kupang"))
    for statement in (1, 3, 8, 30, 60, 90):
        done = subprocess.run(
            [sys.executable, "-c", KILLED, workspace, str(statement), HERE], check=False
        )
        assert done.returncode == -signal.SIGKILL, f"not killed at statement {statement}"
        assert ask(workspace, "PRAGMA integrity_check") == [("ok",)]
        assert dump(workspace, "embeddings") == before
    assert built(workspace).counts["documents"] == 2


def test_a_folder_that_cannot_be_written_is_told(workspace: Path) -> None:
    if os.geteuid() == 0:
        (workspace / "evidence.db").mkdir()  # root may write anywhere, but not into a folder
    else:
        workspace.chmod(0o500)
    from telusur.errors import StoreUnusable

    with pytest.raises(StoreUnusable, match=r"opened|written"):
        built(workspace)


def test_what_of_a_report_is_not_read_is_told_at_each_build(
    workspace: Path, encoder: CheapEncoder
) -> None:
    note = workspace / "corpus" / "surat.eml"
    note.write_bytes(
        b"Subject: Catatan loket\nMIME-Version: 1.0\n"
        b"Content-Type: multipart/mixed; boundary=x\n\n"
        b"--x\nContent-Type: text/plain\n\nKertas printer habis di loket.\n"
        b"--x\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=a.pdf\n\n"
        b"xx\n--x--\n"
    )
    for _ in range(2):
        [(path, message)] = built(workspace).remarks
        assert path == "corpus/surat.eml"
        assert message.startswith("what is attached, `a.pdf`, is not read")
    note.unlink()
    assert built(workspace).remarks == ()


def test_files_beside_the_draft_that_are_not_read_are_named(
    workspace: Path, encoder: CheapEncoder
) -> None:
    before = built(workspace).unreadable
    for name in ("naskah.docx", "lampiran.pdf", "README.md", "~$naskah.docx", ".kunci"):
        (workspace / "draft" / name).write_bytes(b"PK")
    told = [one for one in built(workspace).unreadable if one not in before]
    assert [one.path for one in told] == ["draft/lampiran.pdf", "draft/naskah.docx"]
    assert "telusur draft import draft/naskah.docx" in told[1].message


def test_a_report_that_ends_its_reader_is_named_and_the_rest_is_built(
    workspace: Path, encoder: CheapEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    (workspace / "corpus" / "maut.html").write_text("<p>Antrean panjang.</p>", encoding="utf-8")
    monkeypatch.setattr(batch, "_START", "import os; os.kill(os.getpid(), 9)  # {path!r}")
    outcome = built(workspace)
    assert [one.path for one in outcome.unreadable] == ["corpus/maut.html"]
    assert outcome.counts["documents"] == 1


def test_of_two_builds_at_once_the_later_to_finish_writes_nothing(
    workspace: Path, encoder: CheapEncoder
) -> None:
    class Overtaken(Silent):
        """Lets another build, of one report more, come to its end before this one links."""

        @contextlib.contextmanager
        def stage(self, name: str, total: int) -> Iterator[Callable[[int], None]]:  # noqa: ARG002
            if name == "link":
                (workspace / "corpus" / "baru.md").write_text(NOTE.replace("Palembang", "Kupang"))
                built(workspace)
            yield lambda _: None

    with pytest.raises(StoreUnusable, match="Another build of this store finished meanwhile"):
        build(workspace, None, Overtaken(), TODAY)
    assert ask(workspace, "SELECT count(*) FROM documents") == [(2,)]
    assert not built(workspace).saved
