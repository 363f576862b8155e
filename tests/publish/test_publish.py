"""A bundle shows what it may, and nothing else, in no byte of it."""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
import shutil
import sqlite3
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from support import ROOT, CheapEncoder, built
from tests.publish.salted import (
    CONFIDENTIAL,
    LETTER,
    REVIEWER,
    SECRETS,
    STAY,
    Made,
    workspace_at,
)

from telusur.cli.publish import command
from telusur.errors import PublishRefused
from telusur.publish import Published, differences, publish
from telusur.publish.bundle import files
from telusur.store.connection import store_for_writing, transaction
from telusur.workspace import PublishSettings, Workspace


def ask(bundle: Path, sql: str) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(bundle / "evidence.db")
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def squeezed(words: str) -> str:
    return re.sub(r"[\W_]", "", words).lower()


def everything(bundle: Path) -> str:
    """All bytes of a bundle as squeezed text, members of archives and names of files too."""
    texts = []
    for path in bundle.rglob("*"):
        texts.append(path.name)
        if path.is_file():
            texts.append(path.read_bytes().decode(errors="replace"))
            if path.suffix in (".xlsx", ".qdpx"):
                with zipfile.ZipFile(path) as archive:
                    members = [archive.read(name) for name in archive.namelist()]
                texts += [member.decode(errors="replace") for member in members]
    return squeezed(" ".join(texts))


@pytest.mark.need("N-PUBLISH-1")
def test_no_secret_stands_in_any_byte(made: Made) -> None:
    text = everything(made.bundle)
    assert [one for one in SECRETS if squeezed(one) in text] == []


@pytest.mark.need("N-PUBLISH-2")
def test_officials_places_institutions_and_figures_stay(made: Made) -> None:
    texts = " ".join(row[0] for row in ask(made.bundle, "SELECT text FROM documents"))
    assert [one for one in STAY if one not in " ".join(texts.split())] == []


def test_a_place_stays_where_its_name_is_also_that_of_a_person(made: Made) -> None:
    ((text,),) = ask(made.bundle, "SELECT text FROM documents WHERE id = 'palembang-md'")
    assert "Bapak [nama] mengeluh" in text
    assert "pelayanan di Kota Malang" in text


@pytest.mark.need("N-PUBLISH-4")
def test_what_a_withheld_report_says_is_not_quoted_by_others(made: Made) -> None:
    assert squeezed(CONFIDENTIAL)[10:60] not in everything(made.bundle)
    assert ask(made.bundle, "SELECT count(*) FROM documents") == [(3,)]
    texts = " ".join(row[0] for row in ask(made.bundle, "SELECT text FROM documents"))
    assert "[kutipan dari dokumen tertutup]" in texts


def test_a_report_that_is_marked_confidential_is_withheld(made: Made) -> None:
    assert squeezed(LETTER)[10:60] not in everything(made.bundle)
    assert ask(made.bundle, "SELECT id FROM documents WHERE id LIKE 'surat%'") == []
    assert ask(made.bundle, "SELECT DISTINCT confidential FROM documents") == [(None,)]


@pytest.mark.need("N-PUBLISH-4")
def test_what_was_withheld_and_by_which_line_is_told(made: Made, tmp_path: Path) -> None:
    withheld = [
        "corpus/surat.txt: “Sifat : Rahasia” (line 4)",
        "corpus/tertutup/rapat.md: withhold = “tertutup/*”",
    ]
    told = json.loads(made.published.report.read_text(encoding="utf-8"))
    assert told["tidak diterbitkan"] == withheld
    page = made.published.report.with_suffix(".html").read_text(encoding="utf-8")
    assert withheld[0] in page
    done = CliRunner().invoke(command, ["--dry-run", str(tmp_path / "terbit")], obj=made.root)
    assert [line for line in done.output.splitlines() if line.startswith("Withheld")] == [
        f"Withheld: {one}" for one in withheld
    ]


def test_spans_hold_in_the_published_texts(made: Made) -> None:
    for table, column in (("findings", "quote"), ("passages", "text"), ("site_facts", "quote")):
        wrong = ask(
            made.bundle,
            f"SELECT {table}.{column} FROM {table} JOIN documents ON documents.id = document_id "
            f'WHERE substr(documents.text, start + 1, "end" - start) <> {table}.{column}',
        )
        assert wrong == []


def test_a_finding_whose_quote_changed_gets_an_id_that_tells_nothing(made: Made) -> None:
    old = dict(sqlite3.connect(made.root / "evidence.db").execute("SELECT id, quote FROM findings"))
    new = dict(ask(made.bundle, "SELECT id, quote FROM findings"))
    hidden = [one for one, quote in new.items() if "[" in quote]
    assert hidden
    assert not set(hidden) & set(old)
    assert all(new[one] == old[one] for one in set(new) & set(old))


def test_an_id_that_named_a_person_no_longer_does(made: Made) -> None:
    assert ask(made.bundle, "SELECT id FROM documents WHERE id LIKE '2021%'") == [
        ("2021-wawancara-nama-md",)
    ]


def test_reviewers_paths_and_rejected_links_are_not_published(made: Made) -> None:
    text = everything(made.bundle)
    for words in (REVIEWER, "tertutup-rapat", str(made.root.parent)):
        assert squeezed(words) not in text
    assert ask(made.bundle, "SELECT DISTINCT status FROM links ORDER BY 1") == [
        ("accepted",), ("suggested",),
    ]  # fmt: skip
    ((clause, reason, law, note, by),) = ask(
        made.bundle, 'SELECT clause_id, reason, law, note, "by" FROM justified_gaps'
    )
    assert (clause, reason, note, by) == ("jaringan.ayat-2", "higher law", "", "")
    assert law.startswith("UU Nomor 25 Tahun 2009")
    for table in ("decisions", "issues", "embeddings"):
        assert ask(made.bundle, f"SELECT count(*) FROM {table}") == [(0,)]


def test_people_who_are_named_are_officials(made: Made) -> None:
    assert ask(made.bundle, "SELECT DISTINCT name FROM people") == [("Herman Sudrajat",)]


@pytest.mark.need("N-PUBLISH-4")
def test_the_report_lies_outside_and_tells_its_owner_what_was_hidden(made: Made) -> None:
    report = made.published.report
    assert report.parent == made.bundle.parent
    assert report.stat().st_mode & 0o077 == 0
    told = json.loads(report.read_text(encoding="utf-8"))
    assert any(one["words"] == "Tugiyem" for one in told["disamarkan"])
    assert told["kebocoran"] == []


def test_a_wish_that_matches_nothing_is_told(made: Made) -> None:
    (warning,) = made.published.redacted.warnings
    assert "Tidak Pernah Disebut" in warning


def test_the_same_input_gives_the_same_bytes(made: Made, tmp_path: Path) -> None:
    again = tmp_path / "lagi"
    publish(workspace_at(made.root), made.root / "evidence.db", again)
    publish(workspace_at(made.root), made.root / "evidence.db", again)

    def digests(folder: Path) -> dict[str, str]:
        return {
            str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in folder.rglob("*")
            if path.is_file()
        }

    assert digests(again) == digests(made.bundle)


@pytest.mark.need("N-PUBLISH-6")
def test_a_changed_bundle_is_found_out(made: Made, tmp_path: Path) -> None:
    copy = tmp_path / "salinan"
    shutil.copytree(made.bundle, copy)
    assert differences(copy) == []
    (copy / "settings.json").write_text("{}", encoding="utf-8")
    (copy / "plugins" / "more.py").touch()
    assert differences(copy) == ["plugins/more.py: not in the manifest", "settings.json: changed"]
    done = CliRunner().invoke(command, ["--verify", str(copy)], obj=made.root)
    assert done.exit_code == 1


def test_digests_of_sources_are_told_only_where_nothing_was_hidden(made: Made) -> None:
    manifest = (made.bundle / "manifest.json").read_text(encoding="utf-8")
    sha = hashlib.sha256((made.root / "corpus" / "palembang.md").read_bytes()).hexdigest()
    assert sha not in manifest


@pytest.mark.need("N-PUBLISH-3")
def test_a_leak_publishes_nothing_and_leaves_nothing(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def leaky(folder: Path, *_: object) -> None:
        with zipfile.ZipFile(folder / "isi.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("a.txt", "TUGIYEM".encode("utf-16"))

    monkeypatch.setattr(files, "write_service", leaky)
    with pytest.raises(PublishRefused, match=r"isi\.zip!a\.txt \(UTF-16\)"):
        publish(workspace_at(made.root), made.root / "evidence.db", tmp_path / "bocor")
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == []


@pytest.mark.need("N-PUBLISH-3")
def test_an_earlier_edition_survives_a_failure(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "terbit"
    shutil.copytree(made.bundle, folder)
    left = tmp_path / ".terbit.telusur" / "baru"  # of a run that was killed
    left.mkdir(parents=True)
    (left / "evidence.db").touch()

    def broken(*_: object) -> None:
        raise OSError("disk")

    monkeypatch.setattr(files, "write_code", broken)
    with pytest.raises(OSError, match="disk"):
        publish(workspace_at(made.root), made.root / "evidence.db", folder)
    assert differences(folder) == []
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == ["terbit"]


def test_a_dry_run_writes_only_the_report(made: Made, tmp_path: Path) -> None:
    done = publish(
        workspace_at(made.root), made.root / "evidence.db", tmp_path / "terbit", dry_run=True
    )
    assert done.report.is_file()
    assert not (tmp_path / "terbit").exists()


def test_a_pattern_that_withholds_nothing_publishes_nothing(made: Made, tmp_path: Path) -> None:
    settings = workspace_at(made.root).settings
    wrong = settings.publish.model_copy(update={"withhold": ("tertutp/*",)})
    workspace = Workspace(made.root, settings.model_copy(update={"publish": wrong}))
    with pytest.raises(PublishRefused, match="tertutp"):
        publish(workspace, made.root / "evidence.db", tmp_path / "terbit")


def test_another_folder_is_not_overwritten(made: Made, tmp_path: Path) -> None:
    (tmp_path / "surat.txt").touch()
    with pytest.raises(PublishRefused, match="no published bundle"):
        publish(workspace_at(made.root), made.root / "evidence.db", tmp_path)
    assert (tmp_path / "surat.txt").exists()


def publish_links(made: Made, folder: Path, links: str, **more: Any) -> Published:
    settings = workspace_at(made.root).settings
    wanted = settings.publish.model_copy(update={"links": links})
    workspace = Workspace(made.root, settings.model_copy(update={"publish": wanted}))
    return publish(workspace, more.pop("store", made.root / "evidence.db"), folder, **more)


STANDINGS = "SELECT standing, count(*) FROM clause_evidence GROUP BY 1"


def test_only_accepted_links_unless_suggestions_are_chosen(made: Made, tmp_path: Path) -> None:
    assert PublishSettings().links == "accepted"
    publish_links(made, tmp_path / "terbit", "accepted")
    assert ask(tmp_path / "terbit", STANDINGS) == [("accepted", 1)]


def test_only_confirmed_findings_where_the_settings_say_so(made: Made, tmp_path: Path) -> None:
    settings = workspace_at(made.root).settings
    wanted = settings.publish.model_copy(update={"findings": "confirmed"})
    workspace = Workspace(made.root, settings.model_copy(update={"publish": wanted}))
    publish(workspace, made.root / "evidence.db", tmp_path / "terbit")
    assert ask(tmp_path / "terbit", "SELECT count(*) FROM findings") == [(1,)]


def test_strong_suggestions_alone_can_be_chosen(made: Made, tmp_path: Path) -> None:
    store = copied_store(made, tmp_path)
    with store_for_writing(store) as db, transaction(db):
        db.execute("UPDATE links SET score = CASE rank WHEN 1 THEN 0.6 ELSE 0.59 END")
    publish_links(made, tmp_path / "terbit", "strong", store=store)
    assert [one for one, _ in ask(tmp_path / "terbit", STANDINGS)] == ["accepted", "strong"]


def test_where_nothing_is_accepted_nothing_is_published_unless_asked_for(
    made: Made, tmp_path: Path
) -> None:
    store, folder = copied_store(made, tmp_path), tmp_path / "terbit"
    with store_for_writing(store) as db, transaction(db):
        db.execute("UPDATE links SET status = 'suggested'")
    with pytest.raises(PublishRefused, match=r"nobody has accepted a link yet.*--suggestions"):
        publish_links(made, folder, "accepted", store=store)
    assert not folder.exists()
    tried = publish_links(made, folder, "accepted", store=store, dry_run=True)
    assert "nobody has accepted" in tried.refusal
    publish_links(made, folder, "accepted", store=store, suggestions=True)
    told = json.loads((folder / "metadata.json").read_text("utf-8"))["plugins"]["telusur"]
    assert told["links"] == "all"


def copied_store(made: Made, folder: Path) -> Path:
    path = folder / "salinan.db"
    with (
        contextlib.closing(sqlite3.connect(made.root / "evidence.db")) as store,
        contextlib.closing(sqlite3.connect(path)) as copy,
    ):
        store.backup(copy)
    return path


def test_what_stops_it_is_told_with_the_report_that_says_it(
    workspace: Path, encoder: CheapEncoder
) -> None:
    shutil.copyfile(ROOT / "datasette_metadata.yml", workspace / "datasette_metadata.yml")
    first = workspace / "corpus" / "palembang.md"
    first.rename(first.with_name("kunjungan-loket.md"))
    (workspace / "corpus" / "susulan.md").write_text(
        "# Susulan\n\nAntrean panjang di loket. Lihat kunjungan-loket.md tentang hal ini.\n",
        "utf-8",
    )
    built(workspace)
    with pytest.raises(PublishRefused) as refused:
        publish(
            workspace_at(workspace),
            workspace / "evidence.db",
            workspace.parent / "terbit",
            suggestions=True,
        )
    told = str(refused.value)
    assert "jalur berkas, from corpus/susulan.md" in told
    assert "from corpus/kunjungan-loket.md" not in told
