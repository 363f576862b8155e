"""After any edit, a build ends row for row where a build from nothing ends, and no work is done
twice."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import CheapEncoder, ask, built, decide

from telusur import extract, link
from telusur.build import making
from telusur.build.stages import reading

HISTORY = {"builds", "clause_history", "embeddings"}
"""What was before is what these are for: when what was built, what the draft was, a cache."""
NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)

PATHS = ("a.md", "kunjungan b.md", "kunjungan-b.md", "Kunjungan-B.md", "2024/c.txt", "rahasia/d.md")
SENTENCES = (
    "Jaringan internet di loket sering terputus.",
    "Pengaduan masyarakat belum dijawab.",
    "Antrean daring sudah dipakai di setiap loket.",
    "Warga MPP Kota Palembang mengeluhkan antrean panjang di loket.",
    "Petugas Mal Pelayanan Publik kekurangan komputer.",
    "Samsat Melati kekurangan petugas sejak Maret.",
    "Formulir yang sama harus diisi berulang-ulang di tiap loket.",
)
PLACES = ("Kota Palembang", "Kabupaten Bogor", "")
CLAUSES = {
    "jaringan": "Penyelenggara menyediakan jaringan internet cadangan di setiap loket.",
    "antrean": "Antrean daring dipakai di setiap loket.",
    "aduan": "Penyelenggara menjawab pengaduan masyarakat paling lama 3 (tiga) hari.",
    "formulir": "Formulir diisi satu kali dan dipakai bersama oleh semua loket.",
}
CUES = ("antrean panjang", "kekurangan komputer")


def rows(root: Path) -> dict[str, Counter[tuple[Any, ...]]]:
    """All rows of all tables but those that are history, without regard to their order."""
    names = [name for (name,) in ask(root, "SELECT name FROM sqlite_master WHERE type = 'table'")]
    for search in (name for name in names if name.endswith("_fts")):  # raises where one is stale
        ask(root, f"INSERT INTO {search} ({search}, rank) VALUES ('integrity-check', 1)")
    return {
        name: Counter(ask(root, f'SELECT * FROM "{name}"'))
        for name in names
        if name not in HISTORY and "_fts" not in name
    }


def from_nothing(root: Path, other: Path) -> Path:
    """Build a copy of what people wrote at `root`, in the folder `other`."""
    shutil.copytree(root, other, ignore=shutil.ignore_patterns("evidence.db*"))
    built(other)
    return other


class Person:
    """Edits a workspace."""

    def __init__(self, root: Path, draw: Callable[[st.SearchStrategy[Any]], Any]) -> None:
        self.root = root
        self.draw = draw
        self.order = list(CLAUSES)
        self.texts = dict(CLAUSES)
        self.decided = 0

    def edit(self) -> None:
        """Do one thing that people do."""
        kinds = (self._report, self._move, self._delete, self._clause, self._taxonomy,
                 self._settings, self._decision)  # fmt: skip
        self.draw(st.sampled_from(kinds))()

    def _reports(self) -> list[Path]:
        return sorted(path for path in (self.root / "corpus").rglob("*") if path.is_file())

    def _write(self, path: str) -> None:
        lines = self.draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3))
        place = self.draw(st.sampled_from(PLACES))
        head = f"---\ndate: 2024-03-05\nplace: {place}\n---\n\n" if place else ""
        file = self.root / "corpus" / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(head + "".join(f"- {line}\n" for line in lines), "utf-8")

    def _report(self) -> None:
        self._write(self.draw(st.sampled_from(PATHS)))

    def _move(self) -> None:
        if reports := self._reports():
            target = self.root / "corpus" / self.draw(st.sampled_from(PATHS))
            target.parent.mkdir(exist_ok=True)
            self.draw(st.sampled_from(reports)).replace(target)

    def _delete(self) -> None:
        if reports := self._reports():
            self.draw(st.sampled_from(reports)).unlink()

    def _clause(self) -> None:
        label = self.draw(st.sampled_from(list(CLAUSES)))
        if label in self.order and len(self.order) > 1 and self.draw(st.booleans()):
            self.order.remove(label)
        else:
            self.order = [one for one in self.order if one != label]
            self.order.insert(self.draw(st.integers(0, len(self.order))), label)
            self.texts[label] = self.draw(st.sampled_from(list(CLAUSES.values())))
        self.write_draft()

    def write_draft(self) -> None:
        pasal = [f"#### Pasal {{#{label}}}\n\n{self.texts[label]}\n" for label in self.order]
        text = "# BAB: KETENTUAN {#bab}\n\n" + "\n".join(pasal)
        (self.root / "draft" / "draf.md").write_text(text, "utf-8")

    def _taxonomy(self) -> None:
        file = self.root / "extract" / "challenges.yml"
        text = file.read_text("utf-8")
        cue = self.draw(st.sampled_from(CUES))
        begin = "strong: ["
        added = f"{begin}{cue}, "
        changed = text.replace(added, begin) if added in text else text.replace(begin, added, 1)
        file.write_text(changed, "utf-8")

    def _settings(self) -> None:
        threshold = self.draw(st.sampled_from(["0", "0.3"]))
        model = self.draw(st.sampled_from(["satu", "dua"]))
        self.write_settings(threshold, model)

    def write_settings(self, threshold: str, model: str) -> None:
        text = f'[links]\nthreshold = {threshold}\n\n[encoder]\nmodel = "{model}"\n'
        (self.root / "telusur.toml").write_text(text, "utf-8")

    def _decision(self) -> None:
        pairs = ask(self.root, "SELECT finding_id, clause_id FROM links ORDER BY 1, 2")
        if pairs:
            self.decided += 1
            finding, clause = self.draw(st.sampled_from(pairs))
            verdict = self.draw(st.sampled_from(["accept", "reject"]))
            at = NOW + timedelta(minutes=self.decided)
            decide(self.root, verdict, finding, clause, by="Ayu", at=at)


@pytest.fixture(scope="module", autouse=True)
def readers() -> Iterator[None]:
    """Keep a reader of findings for each lexicon: making one takes a second."""
    made: dict[str, extract.Reader] = {}
    make = extract.Reader

    def kept(lexicon: extract.Lexicon, *more: Any) -> extract.Reader:
        key = repr((lexicon, more[1:]))
        if key not in made:
            made[key] = make(lexicon, *more)
        return made[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(extract, "Reader", kept)
        yield


@settings(
    max_examples=8,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
@pytest.mark.need("N-BUILD-3")
def test_after_any_edits_the_store_is_as_if_built_from_nothing(
    data: st.DataObject, workspace: Path, encoder: CheapEncoder, tmp_path_factory: Any
) -> None:
    folder = tmp_path_factory.mktemp("never-stale")
    root = folder / "workspace"
    shutil.copytree(workspace, root)
    person = Person(root, data.draw)
    person.write_draft()
    person.write_settings("0", "satu")
    built(root)
    for turn in range(data.draw(st.integers(1, 3))):
        for _ in range(data.draw(st.integers(1, 3))):
            person.edit()
        built(root)
        other = from_nothing(root, folder / f"from-nothing-{turn}")
        assert rows(root) == rows(other)


def test_a_report_that_only_its_name_sets_apart_is_read_again(
    workspace: Path, encoder: CheapEncoder, tmp_path: Path
) -> None:
    note = workspace / "corpus" / "kunjungan b.md"
    (workspace / "corpus" / "palembang.md").rename(note)
    built(workspace)
    note.rename(workspace / "corpus" / "kunjungan-b.md")  # its id and its bytes are the same
    assert built(workspace).read == 1
    assert rows(workspace) == rows(from_nothing(workspace, tmp_path / "other"))


def test_a_site_is_what_the_first_report_says_and_not_what_was_read_first(
    workspace: Path, encoder: CheapEncoder, tmp_path: Path
) -> None:
    line = "- Samsat Melati kekurangan petugas.\n"
    for path, place in (("z.md", "Kota Palembang"), ("a.md", "Kabupaten Bogor")):
        report = f"---\nplace: {place}\n---\n\n{line}"
        (workspace / "corpus" / path).write_text(report, "utf-8")
        built(workspace)
    assert rows(workspace) == rows(from_nothing(workspace, tmp_path / "other"))
    assert ask(workspace, "SELECT place_code FROM sites WHERE id = 'samsat-melati'") == [("32.01",)]


class Counted:
    """What was done in builds, at the seams of the stages."""

    def __init__(self, patch: pytest.MonkeyPatch, encoder: CheapEncoder) -> None:
        self.encoder = encoder
        self.read: list[str] = []
        self.extracted: list[str] = []
        self.linked = 0
        read, begin, rank = reading._read, reading._begin, link.rank

        def reads(reports: Any, file: Any) -> Any:
            self.read.append(file.relative)
            return read(reports, file)

        def begins(reader: Any, today: Any, document: Any) -> Any:
            self.extracted.append(document.path)
            return begin(reader, today, document)

        def ranks(sources: Any, *more: Any) -> Any:
            self.linked += len(sources)
            return rank(sources, *more)

        patch.setattr(reading, "_read", reads)
        patch.setattr(reading, "_begin", begins)
        patch.setattr(link, "rank", ranks)

    def by(self, root: Path) -> tuple[list[str], list[str], set[str], int]:
        """Build; return what was read, extracted, embedded, and how many findings were linked."""
        self.read.clear()
        self.extracted.clear()
        self.encoder.embedded.clear()
        self.linked = 0
        built(root)
        return self.read, self.extracted, set(self.encoder.embedded), self.linked


@pytest.mark.need("N-BUILD-1")
def test_each_edit_does_what_it_touches_and_nothing_else(
    workspace: Path, encoder: CheapEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = Counted(monkeypatch, encoder)
    other = workspace / "corpus" / "bogor.md"
    other.write_text("".join(f"- {line}\n" for line in SENTENCES[:3]), "utf-8")
    done.by(workspace)

    new = "Komputer di loket sering rusak."
    other.write_text(other.read_text("utf-8") + f"- {new}\n", "utf-8")
    read, extracted, embedded, linked = done.by(workspace)
    assert (read, extracted) == (["bogor.md"], ["bogor.md"])
    assert {text.rstrip(".") for text in embedded} == {new.rstrip(".")}
    findings = len(ask(workspace, "SELECT 1 FROM findings"))
    assert 0 < linked < findings

    draft = workspace / "draft" / "draf.md"
    draft.write_text(draft.read_text("utf-8").replace("cadangan", "pengganti"), "utf-8")
    read, extracted, embedded, linked = done.by(workspace)
    assert (read, extracted, linked) == ([], [], findings)
    assert all("pengganti" in text for text in embedded)
    assert embedded

    taxonomy = workspace / "extract" / "challenges.yml"
    taxonomy.write_text(taxonomy.read_text("utf-8").replace("strong: [", "strong: [purwarupa, ", 1))
    _, _, embedded, linked = done.by(workspace)
    assert (embedded, linked) == (set(), findings)

    (workspace / "telusur.toml").write_text("[links]\nthreshold = 0.1\n", "utf-8")
    assert done.by(workspace) == ([], [], set(), findings)

    pair = ask(workspace, "SELECT finding_id, clause_id FROM links LIMIT 1")[0]
    decide(workspace, "accept", *pair, by="Ayu", at=NOW)
    assert done.by(workspace)[:3] == ([], [], set())  # what it says of scores goes for all links


def test_what_changes_nothing_costs_a_look_once(
    workspace: Path, encoder: CheapEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(workspace)
    (workspace / "corpus" / "README.md").write_text("Catatan kami.\n", "utf-8")
    before = rows(workspace)
    assert not built(workspace).saved
    monkeypatch.setattr(making, "make", None)  # not asked again
    assert not built(workspace).saved
    assert rows(workspace) == before
