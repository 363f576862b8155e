"""A workspace may read with components of its own: found, placed, run, and never left stale."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from support import NOTE, CheapEncoder, built

from telusur.build.planning import Plan, make_plan
from telusur.errors import InvalidWorkspace
from telusur.store.model import Snapshot
from telusur.workspace import Workspace, read_settings

HERE = Path(__file__).parent

PAGE = (HERE.parent / "docs" / "reading.md").read_text(encoding="utf-8")
CODE = PAGE.split("```python\n")[1].split("```")[0]
"""The example that people copy."""
DECLARED = next(block for block in PAGE.split("```toml\n") if "entry-points" in block)

BUILDS = """\
import sys
from pathlib import Path
sys.path.append(sys.argv[2])
from support import CheapEncoder, built
from telusur import link
link.identify = lambda model: f"cheap {model}"
link.load_encoder = lambda *_: CheapEncoder()
outcome = built(Path(sys.argv[1]))
print(outcome.read, outcome.counts["findings"])
"""


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an installed package that has a component."""
    folder = tmp_path / "packages"
    described = folder / "loket_kami-1.0.dist-info"
    described.mkdir(parents=True)
    install(folder, "1.0", CODE)
    monkeypatch.syspath_prepend(folder)
    return folder


def install(folder: Path, version: str, code: str) -> None:
    described = folder / "loket_kami-1.0.dist-info"
    project = tomllib.loads(DECLARED.split("```")[0])["project"]
    metadata = f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {version}\n"
    points = "".join(
        f"[{group}]\n" + "".join(f"{name} = {value}\n" for name, value in named.items())
        for group, named in project["entry-points"].items()
    )
    (described / "METADATA").write_text(metadata, encoding="utf-8")
    (described / "entry_points.txt").write_text(points, encoding="utf-8")
    (folder / "loket_kami.py").write_text(code, encoding="utf-8")


def settings(root: Path, *lines: str) -> Path:
    (root / "telusur.toml").write_text("\n".join(lines), encoding="utf-8")
    return root


def fingerprint_of(root: Path) -> str:
    read, problems = read_settings(root)
    assert read is not None, problems
    before = Snapshot(build_id=None, documents={}, inputs={}, unreadable=())
    plan: Plan = make_plan(Workspace(root, read), before, "encoder", None, "whole")
    return plan.inputs["reading"]


def test_a_component_runs_after_judgement_unless_the_settings_say_otherwise(
    tmp_path: Path, packages: Path
) -> None:
    lines = ["[reading]", 'components = ["hanya_loket"]']
    read, problems = read_settings(settings(tmp_path, *lines))
    assert read is not None, problems
    assert read.reading.placed == {"hanya_loket": "judgement"}
    lines += ["[reading.after]", 'hanya_loket = "places"']
    read, problems = read_settings(settings(tmp_path, *lines))
    assert read is not None, problems
    assert read.reading.placed == {"hanya_loket": "places"}


@pytest.mark.parametrize(
    ("lines", "line", "what"),
    [
        (["[reading]", 'components = ["tiada"]'], 2, "no package that is installed"),
        (["[reading]", 'components = ["places"]'], 2, "one of Telusur's own"),
        (["[reading]", 'components = ["hanya_loket", "hanya_loket"]'], 1, "named twice"),
        (["[reading.after]", 'hanya_loket = "places"'], 1, "not among the components"),
        (
            ["[reading]", 'components = ["hanya_loket"]', "[reading.after]", "hanya_loket = 'x'"],
            4,
            "cannot be `x`",
        ),
    ],
)
def test_a_mistake_in_the_settings_is_told_with_its_line(
    tmp_path: Path, packages: Path, lines: list[str], line: int, what: str
) -> None:
    read, (problem,) = read_settings(settings(tmp_path, *lines))
    assert read is None
    assert (problem.path, problem.line) == ("telusur.toml", line)
    assert what in problem.what


def test_what_was_read_with_another_component_counts_as_stale(
    workspace: Path, packages: Path
) -> None:
    without = fingerprint_of(workspace)
    settings(workspace, "[reading]", 'components = ["hanya_loket"]')
    named = fingerprint_of(workspace)
    install(packages, "1.1", CODE)
    newer = fingerprint_of(workspace)
    install(packages, "1.1", CODE.replace('"loket"', '"antrean"'))
    edited = fingerprint_of(workspace)
    settings(
        workspace, "[reading]", 'components = ["hanya_loket"]', "after = {hanya_loket = 'places'}"
    )
    moved = fingerprint_of(workspace)
    assert len({without, named, newer, edited, moved}) == 5
    assert fingerprint_of(workspace) == moved


def test_a_build_reads_with_the_component_and_again_when_it_changes(
    workspace: Path, packages: Path, encoder: CheapEncoder
) -> None:
    note = f"{NOTE}- Ruang tunggu terlalu sempit.\n"
    (workspace / "corpus" / "palembang.md").write_text(note, encoding="utf-8")

    def build() -> str:
        path = os.pathsep.join([str(packages), *filter(None, sys.path)])
        return subprocess.run(
            [sys.executable, "-c", BUILDS, str(workspace), str(HERE)],
            env={**os.environ, "PYTHONPATH": path},
            capture_output=True,
            text=True,
            check=True,
        ).stdout

    read, all_findings = map(int, build().split())
    settings(workspace, "[reading]", 'components = ["hanya_loket"]')
    again, kept = map(int, build().split())
    assert (read, again) == (1, 1)
    assert 0 < kept < all_findings
    assert build().split() == ["0", str(kept)]
    install(packages, "1.0", CODE.replace('"loket" in', '"loket" not in'))
    assert build().split() == ["1", str(all_findings - kept)]


def test_a_component_whose_package_is_broken_is_named_and_the_store_stays(
    workspace: Path, packages: Path, encoder: CheapEncoder
) -> None:
    built(workspace)
    before = (workspace / "evidence.db").read_bytes()
    settings(workspace, "[reading]", 'components = ["hanya_loket"]')
    install(packages, "1.0", "import paket_yang_tiada\n")
    with pytest.raises(
        InvalidWorkspace, match=r"`hanya_loket` cannot be loaded .*paket_yang_tiada"
    ):
        built(workspace)
    assert (workspace / "evidence.db").read_bytes() == before


def test_what_is_installed_and_not_named_is_not_run(
    workspace: Path, packages: Path, encoder: CheapEncoder
) -> None:
    install(packages, "1.0", "raise SystemExit('run')\n")
    assert built(workspace).read == 1
