"""Telusur beside its peers, on the same project: `python -m benchmarks.peers [--reports 250]`.

A workspace of so many reports and the sample's draft is built; its findings, clauses and links are
then written once more as a project of Doorstop, StrictDoc and sphinx-needs, which are installed
from PyPI into an environment of their own below `~/.cache/telusur-benchmarks` (`--cache`), never
into ours. Each tool checks the project after an edit, builds it from nothing, with nothing new and
after one clause got new words, and makes the matrix of clauses and findings. Printed are the
seconds of the processor and of the clock, the peak memory of the largest process and the size of
project and outcome on the disk, each with its ratio to Telusur's. A dash stands where a tool has no
such thing. What the others build is pages; what Telusur builds is the evidence itself: it reads the
reports, finds, embeds and links, and its pages need no build.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.commands import Editor
from benchmarks.enlarged import ROOT, copied, enlarge
from telusur.store.connection import store_for_reading

PINNED = ("doorstop==3.2", "strictdoc==0.30.4", "sphinx==9.0.4", "sphinx-needs==9.1.0")
STEPS = ("check", "build", "nothing new", "one edit", "matrix")
TIMES, PATIENCE = 3, 8.0
"""How often a step is measured, and the seconds after which once is enough."""
_TELUSUR = (sys.executable, "-c", "from telusur.cli import main; main()")
_FILE_OF = 100
"""Findings in one file of a tool that has many in one."""


@dataclass(frozen=True, slots=True)
class Project:
    """What all tools get."""

    clauses: Mapping[str, str]
    findings: Mapping[str, str]
    """Words by id."""
    links: Mapping[str, Sequence[str]]
    """Of each finding, the clauses that it bears on."""


@dataclass(frozen=True, slots=True)
class Tool:
    """How one tool does the steps; a step that is not named there is none of its."""

    name: str
    write: Callable[[Project, Path], None]
    edit: Callable[[Path], None]
    """Gives one clause other words."""
    steps: Mapping[str, tuple[str, ...]]
    made: tuple[str, ...]
    """What a build leaves, which is taken away before one from nothing."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What a step took."""

    processor: float
    wall: float
    memory: float
    """MB."""


def read(store: Path) -> Project:
    """Read what a build found; every tool gets ids that it takes for some."""
    with store_for_reading(store) as db:
        clauses = dict(db.execute("SELECT id, text FROM clauses ORDER BY position").fetchall())
        findings = dict(db.execute("SELECT id, quote FROM findings ORDER BY id").fetchall())
        links = db.execute("SELECT finding_id, clause_id FROM links ORDER BY 1, rank").fetchall()
    known_as = {id_: f"CL{number:06}" for number, id_ in enumerate(clauses, 1)}
    known_as |= {id_: f"FN{number:06}" for number, id_ in enumerate(findings, 1)}
    bears: dict[str, list[str]] = {known_as[one]: [] for one in findings}
    for finding, clause in links:
        bears[known_as[finding]].append(known_as[clause])
    return Project(
        {known_as[one]: _plain(text) or "." for one, text in clauses.items()},
        {known_as[one]: _plain(text) for one, text in findings.items()},
        bears,
    )


def _plain(text: str) -> str:
    """On one line, without letters that mean something in a language of marks."""
    return " ".join(re.sub(r"[^\w\s.,;()/%-]", " ", text).replace("_", " ").split())


def _reword(file: Path) -> None:
    """Give the first clause of a file words that it never had."""
    text = file.read_text("utf-8")
    known = re.search(r" paling lama \d+ hari", text)
    new = f" paling lama {time.monotonic_ns() % 10**9} hari"
    if known:
        file.write_text(text.replace(known[0], new, 1), "utf-8")
        return
    first = re.search(r"^(text: |\s*STATEMENT: |   )(\w{4,}.*)$", text, re.MULTILINE)
    assert first, file
    file.write_text(f"{text[: first.end()]}{new}{text[first.end() :]}", "utf-8")


def _as_doorstop(project: Project, root: Path) -> None:
    subprocess.run(["git", "init", "-q", root], check=True)
    for prefix, parent, words in (("CL", "", project.clauses), ("FN", "CL", project.findings)):
        folder = root / prefix.lower()
        folder.mkdir()
        above = f"  parent: {parent}\n" if parent else ""
        settings = f"settings:\n  digits: 6\n{above}  prefix: {prefix}\n  sep: ''\n"
        (folder / ".doorstop.yml").write_text(settings, "utf-8")
        for number, (id_, text) in enumerate(words.items(), 1):
            links = "".join(f"- {one}: null\n" for one in project.links.get(id_, ()))
            (folder / f"{id_}.yml").write_text(
                f"active: true\nderived: false\nheader: ''\nlevel: 1.{number}\n"
                f"links:{' []' if not links else ''}\n{links}normative: true\nref: ''\n"
                f"reviewed: null\ntext: |\n  {text}\n",
                "utf-8",
            )


def _edit_doorstop(root: Path) -> None:
    file = root / "cl" / "CL000007.yml"
    lines = file.read_text("utf-8").splitlines()
    at = lines.index("text: |") + 1
    lines[at] = f"  {lines[at].split(' paling lama ')[0].strip()} paling lama {time.time_ns()} hari"
    file.write_text("\n".join(lines) + "\n", "utf-8")


def _parts(project: Project) -> dict[str, Mapping[str, str]]:
    """The clauses as one file, the findings as several."""
    parts: dict[str, Mapping[str, str]] = {"clauses": project.clauses}
    ids = list(project.findings)
    for begin in range(0, len(ids), _FILE_OF):
        some = ids[begin : begin + _FILE_OF]
        parts[f"findings-{begin // _FILE_OF:04}"] = {one: project.findings[one] for one in some}
    return parts


def _as_strictdoc(project: Project, root: Path) -> None:
    (root / "strictdoc_config.py").write_text(
        "from strictdoc.core.project_config import ProjectConfig\n\n"
        "def create_config():\n    return ProjectConfig(project_title='Peers', project_features=["
        "'TABLE_SCREEN', 'TRACEABILITY_SCREEN', 'TRACEABILITY_MATRIX_SCREEN'])\n",
        "utf-8",
    )
    for name, words in _parts(project).items():
        nodes = [f"[DOCUMENT]\nTITLE: {name}\n"]
        for id_, text in words.items():
            links = "".join(
                f"- TYPE: Parent\n  VALUE: {one}\n" for one in project.links.get(id_, ())
            )
            relations = f"RELATIONS:\n{links}" if links else ""
            nodes.append(f"[REQUIREMENT]\nUID: {id_}\nSTATEMENT: {text}\n{relations}")
        (root / f"{name}.sdoc").write_text("\n".join(nodes), "utf-8")


def _as_needs(project: Project, root: Path) -> None:
    (root / "conf.py").write_text(
        "extensions = ['sphinx_needs']\nneeds_id_regex = '^[A-Z0-9]+'\n"
        "exclude_patterns = ['out', 'checked']\n",
        "utf-8",
    )
    parts = _parts(project)
    for name, words in parts.items():
        nodes = [f"{name}\n{'=' * len(name)}\n"]
        for id_, text in words.items():
            links = project.links.get(id_, ())
            told = f"   :links: {', '.join(links)}\n" if links else ""
            kind = "req" if id_.startswith("CL") else "spec"
            nodes.append(f".. {kind}:: {id_}\n   :id: {id_}\n{told}\n   {text}\n")
        (root / f"{name}.rst").write_text("\n".join(nodes), "utf-8")
    matrix = "Matrix\n======\n\n.. needtable::\n   :types: req\n   :columns: id, incoming\n"
    (root / "matrix.rst").write_text(matrix, "utf-8")
    pages = "\n".join(f"   {name}" for name in (*parts, "matrix"))
    (root / "index.rst").write_text(f"Peers\n=====\n\n.. toctree::\n\n{pages}\n", "utf-8")


def tools(bin_: Path) -> list[Tool]:
    """All tools, ours first; `bin_` has the programs of the others."""
    doorstop, strictdoc, sphinx = (
        (str(bin_ / name), *words)
        for name, words in (
            ("doorstop", ("-q",)),
            ("strictdoc", ("export", ".", "--output-dir", "out")),
            ("sphinx-build", ("-q", ".", "out")),
        )
    )
    published = (*doorstop, "publish", "all", "out")
    editor = Editor()
    build = (*_TELUSUR, "build")
    matrix = (*_TELUSUR, "export", "matriks.csv", "--table", "matriks", "--force")
    every = ("build", "nothing new", "one edit", "matrix")
    return [
        Tool(
            "Telusur",
            lambda *_: None,
            editor.new_clause,
            {**dict.fromkeys(every[:3], build), "check": (*_TELUSUR, "check"), "matrix": matrix},
            ("evidence.db",),
        ),
        Tool(
            "Doorstop",
            _as_doorstop,
            _edit_doorstop,
            {**dict.fromkeys(every, published), "check": doorstop},
            ("out",),
        ),
        Tool(
            "StrictDoc",
            _as_strictdoc,
            lambda root: _reword(root / "clauses.sdoc"),
            dict.fromkeys(every, strictdoc),
            ("out",),
        ),
        Tool(
            "sphinx-needs",
            _as_needs,
            lambda root: _reword(root / "clauses.rst"),
            {
                **dict.fromkeys(every, sphinx),
                "check": (*sphinx[:1], "-q", "-b", "dummy", ".", "checked"),
            },
            ("out",),
        ),
    ]


def installed(cache: Path) -> Path:
    """The folder with the peers' programs; they are installed where they are not yet."""
    name = hashlib.sha256(" ".join(PINNED).encode()).hexdigest()[:12]
    home = cache / f"peers-{name}"
    if not (home / "whole").exists():
        print(f"installing {', '.join(PINNED)} into {home}", flush=True)
        shutil.rmtree(home, ignore_errors=True)
        subprocess.run([sys.executable, "-m", "venv", home], check=True)
        subprocess.run([home / "bin" / "pip", "install", "-qqq", *PINNED], check=True)
        (home / "whole").touch()
    return home / "bin"


def run(words: Sequence[str], root: Path) -> Figures:
    """Run a program in `root`; 1 is what some end with where they have something to say."""
    began = time.perf_counter()
    log = root.with_suffix(".log")
    with log.open("wb") as told:
        child = subprocess.Popen(words, cwd=root, stdout=told, stderr=told)
        _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in (0, 1):
        raise SystemExit(f"`{' '.join(words)}` failed in {root}: {log.read_text('utf-8')[-2000:]}")
    wall = time.perf_counter() - began
    return Figures(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1000)


def measure(tool: Tool, root: Path) -> tuple[dict[str, Figures], float]:
    """Return what each step took, and the MB on the disk at the end."""
    took: dict[str, Figures] = {}
    for step in ("build", "nothing new", "one edit", "check", "matrix"):
        if step not in tool.steps:
            continue
        some: list[Figures] = []
        while not some or (len(some) < TIMES and some[0].wall < PATIENCE and step != "build"):
            if step == "build":
                for name in tool.made:
                    _remove(root / name)
            elif step != "nothing new":
                tool.edit(root)
            if step == "matrix" and tool.name == "Telusur":
                run(tool.steps["one edit"], root)  # the others build the matrix with all the rest
            some.append(run(tool.steps[step], root))
        took[step] = Figures(
            median(one.processor for one in some),
            median(one.wall for one in some),
            max(one.memory for one in some),
        )
        print(f"  {tool.name}: {step} {took[step].wall:.1f} s", file=sys.stderr, flush=True)
    files = [path for path in root.rglob("*") if path.is_file() and ".git" not in path.parts]
    return took, sum(path.stat().st_size for path in files) / 1_000_000


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def show(measured: Mapping[str, tuple[Mapping[str, Figures], float]]) -> None:
    """Print a table for each kind of figure, with the ratios to the first tool's."""
    for what in ("processor", "wall", "memory"):
        unit = "MB at most" if what == "memory" else "seconds"
        print(f"\n{what}, {unit:<18}" + "".join(f"{name:>20}" for name in measured))
        for step in STEPS:
            cells = [
                getattr(took[step], what) if step in took else None for took, _ in measured.values()
            ]
            print(f"{step:<28}" + "".join(_cell(one, cells[0]) for one in cells))
    sizes = [size for _, size in measured.values()]
    print(f"\n{'on the disk, MB':<28}" + "".join(_cell(one, sizes[0]) for one in sizes))


def _cell(value: float | None, ours: float | None) -> str:
    if value is None:
        return f"{'–':>20}"
    ratio = f" ({value / ours:6.1f}×)" if ours else ""
    return f"{value:.2f}{ratio}".rjust(20)


def main() -> None:
    """Make the project, and measure every tool on it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--reports", type=int, default=250)
    parser.add_argument("--only", nargs="*", default=[], help="tools beside Telusur, by name")
    parser.add_argument("--cache", type=Path, default=Path.home() / ".cache" / "telusur-benchmarks")
    given = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # what is installed lies there compiled
    bin_ = installed(given.cache)
    measured = {}
    with tempfile.TemporaryDirectory() as folder:
        ours = Path(folder) / "telusur"
        copied(ROOT, ours)
        enlarge(ours, given.reports)
        for tool in tools(bin_):
            if tool.name == "Telusur":
                measured[tool.name] = measure(tool, ours)
                project = read(ours / "evidence.db")
                links = sum(map(len, project.links.values()))
                print(f"{len(project.findings)} findings, {len(project.clauses)} clauses, ", end="")
                print(f"{links} links", flush=True)
            elif not given.only or tool.name in given.only:
                root = Path(folder) / tool.name.lower()
                root.mkdir()
                tool.write(project, root)
                measured[tool.name] = measure(tool, root)
        show(measured)


if __name__ == "__main__":
    main()
