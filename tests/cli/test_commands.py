"""The commands, as someone types them."""

from __future__ import annotations

import contextlib
import json
import re
import socket
import sqlite3
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from support import CheapEncoder, built
from tests.waiting import PATIENCE, free_port, wait_for_server

from telusur.cli import COMMANDS, commands
from telusur.errors import NotFound
from telusur.store.connection import store_for_writing, transaction
from telusur.store.derived.coverage import refresh_coverage


def telusur(*words: str | Path) -> Result:
    """Run a command in this process; errors for people come out as exceptions."""
    return CliRunner().invoke(commands, [str(word) for word in words], catch_exceptions=True)


def typed(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a command in a process of its own, as the shell does."""
    program = "from telusur.cli import main; main()"
    line = [sys.executable, "-c", program, *map(str, words)]
    return subprocess.run(line, capture_output=True, text=True, check=False)


@pytest.mark.need("N-HOUSE-1")
@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str) -> None:
    result = telusur(name, "--help")
    assert result.exit_code == 0
    assert "Usage:" in result.output


def test_a_build_says_what_it_found_and_what_to_do_next(
    workspace: Path, encoder: CheapEncoder
) -> None:
    result = telusur("-w", workspace, "build")
    assert result.exit_code == 0
    assert "telusur serve" in result.output
    assert "Nothing new" in telusur("-w", workspace, "build").output


def test_a_build_that_passed_files_over_says_so_in_its_exit_status(
    workspace: Path, encoder: CheapEncoder
) -> None:
    (workspace / "corpus" / "rusak.pdf").write_bytes(b"%PDF-1.4 rusak")
    result = telusur("-w", workspace, "build")
    assert result.exit_code == 1
    assert "rusak.pdf" in result.stderr


COPIED = (
    "---\ntanggal: 3 Maret 2024\n---\n# Catatan loket\n\n## Kendala\n\n"
    "- Jaringan internet di loket sering terputus sejak pagi dan antrean menumpuk sampai sore\n"
    "- Mesin cetak di ruang pelayanan rusak sehingga warga pulang tanpa dokumen\n"
)


def test_a_report_that_is_there_twice_is_told_counts_once_and_is_withheld_with_the_other(
    workspace: Path, encoder: CheapEncoder
) -> None:
    (workspace / "corpus" / "asli.md").write_text(COPIED, encoding="utf-8")
    telusur("-w", workspace, "build")
    once = counted(workspace)
    closed = COPIED.replace("tanggal:", "rahasia: ya\ntanggal:")
    (workspace / "corpus" / "salinan.md").write_text(closed, encoding="utf-8")
    said = telusur("-w", workspace, "build").output
    assert "1 report repeats another" in said
    assert "corpus/salinan.md = corpus/asli.md" in said
    assert counted(workspace) == once
    told = telusur("-w", workspace, "publish", workspace / "terbitan", "--dry-run").output
    assert "Withheld: corpus/salinan.md" in told
    assert "corpus/asli.md: says what corpus/salinan.md says, which is withheld" in told


def counted(workspace: Path) -> tuple[list[int], list[int]]:
    """What the matrix and the coverage count, were all that is suggested accepted."""
    path = workspace / "all-accepted.db"
    with (
        sqlite3.connect(workspace / "evidence.db") as store,
        contextlib.closing(sqlite3.connect(path)) as copy,
    ):
        store.backup(copy)
    with store_for_writing(path) as db, transaction(db):
        db.execute("UPDATE links SET status = 'accepted'")
        refresh_coverage(db)
        cells = db.execute("SELECT accepted FROM matrix").fetchall()
        clauses = db.execute("SELECT documents FROM coverage ORDER BY clause_id").fetchall()
    return [cell for (cell,) in cells], [clause for (clause,) in clauses]


@pytest.mark.need("N-HOUSE-2")
def test_mistakes_are_told_without_a_traceback(workspace: Path) -> None:
    (workspace / "telusur.toml").write_text("[links]\nthreshold = 2\n", encoding="utf-8")
    done = typed("-w", workspace, "build")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("telusur.toml:2: ")
    assert "Traceback" not in done.stderr


@pytest.mark.need("N-SEARCH-4")
def test_trace_shows_both_directions(workspace: Path, encoder: CheapEncoder) -> None:
    built(workspace)
    clause = telusur("-w", workspace, "trace", "Pasal 2 ayat (1)")
    assert "Jaringan internet di loket sering terputus" in clause.output
    place = telusur("-w", workspace, "trace", "Kota", "Palembang")
    assert "Sumatera Selatan" in telusur("-w", workspace, "trace", "sumsel").output
    assert "Kabupaten Bogor" in telusur("-w", workspace, "trace", "Kab. Bogor").output
    assert "3 findings" in place.output
    finding = next(
        word for word in place.output.split() if word.startswith("f") and len(word) == 13
    )
    assert "Pasal 2 ayat (1)" in telusur("-w", workspace, "trace", finding).output


def test_trace_shows_the_ids_that_other_commands_want_and_how_strong_a_suggestion_is(
    workspace: Path, encoder: CheapEncoder
) -> None:
    built(workspace)
    clause = telusur("-w", workspace, "trace", "Pasal 2 ayat (1)").output
    finding = re.search(r"suggested, (?:strong|middle|weak) 0\.\d\d  (f\w{12})  → Pasal 2", clause)
    assert finding
    assert "0 accepted by people" in clause
    assert f'telusur review accept {finding[1]} "Pasal 2 ayat (1)"' in " ".join(clause.split())
    done = telusur("-w", workspace, "review", "accept", finding[1], "pasal 2(1)", "--by", "Sari")
    assert done.exit_code == 0
    assert "1 accepted by people" in telusur("-w", workspace, "trace", "Pasal 2 ayat (1)").output


def test_trace_and_search_speak_to_programs(workspace: Path, encoder: CheapEncoder) -> None:
    built(workspace)
    (clause,) = json.loads(telusur("-w", workspace, "trace", "Pasal 2", "--format", "json").output)
    assert clause["kind"] == "clause"
    assert {link["strength"] for link in clause["links"]} <= {"strong", "middle", "weak"}
    asked = ("search", "jaringan", "--words-only", "--format", "json")
    found = json.loads(telusur("-w", workspace, *asked).output)
    assert found["total"] == len(found["hits"]) > 0
    assert "aringan" in found["hits"][0]["quote"]


@pytest.mark.parametrize(
    ("option", "given", "offered"),
    [
        ("--kind", "kendla", "kendala"),
        ("--challenge", "jaringan", "konektivitas"),
        ("--place", "Palembng", "Kota Palembang"),
    ],
)
def test_search_offers_what_there_is(
    workspace: Path, encoder: CheapEncoder, option: str, given: str, offered: str
) -> None:
    built(workspace)
    done = telusur("-w", workspace, "search", option, given)
    assert isinstance(done.exception, NotFound)
    assert given in str(done.exception)
    assert offered in str(done.exception)


def test_search_without_words_ranks_nothing_and_is_bounded_by_days(
    workspace: Path, encoder: CheapEncoder
) -> None:
    built(workspace)
    every = telusur("-w", workspace, "search", "--place", "palembang").output
    assert "0.00" not in every
    assert "3 findings" in every
    bounded = ("search", "--until", "1990-01-01")
    assert "Nothing found" in telusur("-w", workspace, *bounded).output


def test_trace_of_nothing_says_what_could_be_meant(workspace: Path, encoder: CheapEncoder) -> None:
    built(workspace)
    done = typed("-w", workspace, "trace", "Pasal 22")
    assert done.returncode == 2
    assert "Did you mean: Pasal 2" in done.stderr
    near = telusur("-w", workspace, "trace", "Palembng").exception
    assert "Kota Palembang" in str(near)


@pytest.mark.need("N-HOUSE-2")
def test_trace_before_a_build_says_to_build(workspace: Path) -> None:
    done = typed("-w", workspace, "trace", "Pasal 1")
    assert done.returncode == 2
    assert "telusur build" in done.stderr


@pytest.mark.need("N-BUILD-6")
def test_a_new_workspace_builds_at_once_and_overwrites_nothing(
    tmp_path: Path, encoder: CheapEncoder
) -> None:
    folder = tmp_path / "baru"
    assert telusur("init", "--contoh", folder).exit_code == 0
    outcome = built(folder)
    assert min(outcome.counts[name] for name in ("findings", "provisions", "links")) > 0
    (folder / "telusur.toml").write_text("# punya saya\n", encoding="utf-8")
    assert typed("init", folder).returncode == 2
    assert (folder / "telusur.toml").read_text(encoding="utf-8") == "# punya saya\n"


def test_serving_builds_first_where_nothing_was_built(
    workspace: Path, encoder: CheapEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    (workspace / "datasette_metadata.yml").touch()
    monkeypatch.setattr("telusur.browse.serve", lambda *_, ready, **__: ready())
    done = telusur("-w", workspace, "serve")
    assert (workspace / "evidence.db").is_file()
    assert re.search("built first.*Built in.*Telusur is at", done.output, re.DOTALL)


def test_a_taken_port_is_told_before_anything_starts(
    workspace: Path, encoder: CheapEncoder
) -> None:
    built(workspace)
    (workspace / "datasette_metadata.yml").touch()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = typed("-w", workspace, "serve", "--host", "127.0.0.1", "--port", str(port))
    assert done.returncode == 2
    assert f"127.0.0.1:{port}" in done.stderr
    assert "--port" in done.stderr


def test_serve_answers_at_the_address_it_names(workspace: Path, encoder: CheapEncoder) -> None:
    built(workspace)
    (workspace / "datasette_metadata.yml").write_text("title: Bukti lapangan\n", encoding="utf-8")
    port = free_port()
    program = "from telusur.cli import main; main()"
    words = ["-w", str(workspace), "serve", "--port", str(port)]
    with subprocess.Popen(
        [sys.executable, "-c", program, *words], stdout=subprocess.PIPE, text=True
    ) as server:
        try:
            assert server.stdout is not None
            assert f"http://localhost:{port}" in server.stdout.readline()
            wait_for_server(server, port)
            address = f"http://localhost:{port}/evidence"
            with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
                page = answer.read().decode()
            foreign = urllib.request.Request(address, headers={"Host": "evil.example"})
            with pytest.raises(urllib.error.HTTPError, match="421") as refused:
                urllib.request.urlopen(foreign, timeout=PATIENCE)  # noqa: S310
            refused.value.close()
        finally:
            server.terminate()
    assert "findings_by_place" in page
