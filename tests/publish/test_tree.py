"""A bundle holds what its manifest names and nothing else; and nothing else is ever run."""

from __future__ import annotations

import contextlib
import importlib.util
import json
import os
import py_compile
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner
from tests.publish.salted import Made
from tests.publish.server import refusal, run_in, served
from tests.waiting import wait_until

from telusur.cli.publish import command
from telusur.errors import PublishRefused
from telusur.publish import differences
from telusur.publish.edition import MANIFEST, digest, read_manifest
from telusur.publish.edition.manifest import DIGEST
from telusur.publish.edition.tree import BESIDE

EVIL = 'open("JALAN", "w").write("x")'


@pytest.fixture
def copy(made: Made, tmp_path: Path) -> Path:
    shutil.copytree(made.bundle, tmp_path / "salinan")
    return tmp_path / "salinan"


def add_package(bundle: Path) -> None:
    (bundle / "lib" / "markdown_it").mkdir()
    (bundle / "lib" / "markdown_it" / "__init__.py").write_text(EVIL, encoding="utf-8")


def add_linked_package(bundle: Path) -> None:
    (bundle.parent / "jahat").mkdir()
    (bundle.parent / "jahat" / "__init__.py").write_text(EVIL, encoding="utf-8")
    (bundle / "lib" / "markdown_it").symlink_to(bundle.parent / "jahat")


def exchange_for_link(bundle: Path) -> None:
    shutil.copy(bundle / "settings.json", bundle.parent / "settings.json")
    (bundle / "settings.json").unlink()
    (bundle / "settings.json").symlink_to(bundle.parent / "settings.json")


def exchange_folder_for_link(bundle: Path) -> None:
    (bundle / "static").rename(bundle.parent / "static")
    (bundle / "static").symlink_to(bundle.parent / "static")


def exchange_for_fifo(bundle: Path) -> None:
    (bundle / "README.md").unlink()
    os.mkfifo(bundle / "README.md")


ADDED: dict[str, tuple[Callable[[Path], object], str]] = {
    "package": (add_package, "lib/markdown_it/__init__.py: not in the manifest"),
    "link": (add_linked_package, "lib/markdown_it: a symbolic link"),
    "link to nothing": (
        lambda it: (it / "plugins" / "later.py").symlink_to("/nowhere.py"),
        "plugins/later.py: a symbolic link",
    ),
    "link for a file": (exchange_for_link, "settings.json: a symbolic link"),
    "link for a folder": (exchange_folder_for_link, "static: a symbolic link"),
    "fifo": (lambda it: os.mkfifo(it / "x"), "x: no plain file"),
    "fifo for a file": (exchange_for_fifo, "README.md: no plain file"),
    "second name": (
        lambda it: (it.parent / "lain").hardlink_to(it / "guard.json"),
        "guard.json: it has a second name",
    ),
    "empty folder": (lambda it: (it / "templates" / "x").mkdir(), "templates/x: not in the"),
    "hidden file": (lambda it: (it / ".git").touch(), ".git: not in the manifest"),
    "database": (lambda it: (it / "lain.db").touch(), "lain.db: not in the manifest"),
    "settings of others": (lambda it: (it / "metadata.yml").touch(), "metadata.yml: not in"),
    "name in two lines": (lambda it: (it / "a\nb: ok").touch(), "a\\nb: ok: not in the manifest"),
    "file gone": (lambda it: (it / "guard.json").unlink(), "guard.json: missing"),
    "folder for a file": (
        lambda it: ((it / "guard.json").unlink(), (it / "guard.json").mkdir()),
        "guard.json: not in the manifest (a folder)",
    ),
}


@pytest.mark.parametrize("kind", ADDED)
def test_what_is_no_plain_file_of_the_manifest_is_told_by_name(copy: Path, kind: str) -> None:
    add, told = ADDED[kind]
    add(copy)
    found = differences(copy)
    assert any(line.startswith(told) for line in found)
    done = CliRunner().invoke(command, ["--verify", str(copy)], obj=copy)
    assert done.exit_code == 1
    assert told.splitlines()[0] in done.output


@pytest.mark.parametrize("kind", [name for name in ADDED if name != "second name"])
def test_a_server_does_not_start_on_a_changed_bundle(copy: Path, kind: str) -> None:
    if kind not in ("package", "link", "fifo for a file", "database"):
        pytest.skip("the same function: a few are enough")
    add, told = ADDED[kind]
    add(copy)
    assert told in refusal(copy)
    assert not list(copy.rglob("JALAN"))


def test_a_compiled_copy_of_the_look_is_not_run(copy: Path) -> None:
    evil = copy / "evil.py"
    evil.write_text(EVIL, encoding="utf-8")
    there = importlib.util.cache_from_source(str(copy / "lib" / "tree.py"))
    py_compile.compile(
        str(evil), there, invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH
    )
    evil.unlink()
    assert "lib/__pycache__: not in the manifest" in refusal(copy)
    assert not list(copy.rglob("JALAN"))


def looked_at(bundle: Path) -> subprocess.CompletedProcess[str]:
    """What the bundle's own look before starting says, as its unit for systemd runs it."""
    command = [sys.executable, "-I", str(bundle / "lib" / "tree.py")]
    return subprocess.run(command, capture_output=True, text=True, cwd=bundle)


def test_foreign_code_is_found_before_datasette_runs_it(copy: Path) -> None:
    assert (looked_at(copy).returncode, looked_at(copy).stderr) == (0, "")
    for name in ("plugins/aaa.py", "lib/json.py", "json.py"):
        (copy / name).write_text(EVIL, encoding="utf-8")
    done = looked_at(copy)
    assert done.returncode == 1
    assert "plugins/aaa.py: not in the manifest" in done.stderr
    assert not list(copy.rglob("JALAN"))


@pytest.mark.parametrize("name", ["telusur.service", "Containerfile", "README.md"])
def test_every_way_to_start_looks_first(made: Made, name: str) -> None:
    told = (made.bundle / name).read_text(encoding="utf-8")
    assert 0 < told.find("lib/tree.py") < re.search(r"datasette\W+serve", told).start()


@pytest.mark.parametrize("where", [0.0, 0.5, 1.0])
def test_every_byte_of_every_file_counts(copy: Path, where: float) -> None:
    before = {path: path.read_bytes() for path in copy.rglob("*") if path.is_file()}
    named = {path: data for path, data in before.items() if path.name not in BESIDE and data}
    for path, data in named.items():
        path.write_bytes(flipped(data, where))
    assert set(differences(copy)) == {
        f"{path.relative_to(copy).as_posix()}: changed" for path in named
    }
    for path, data in named.items():
        path.write_bytes(data)
    assert differences(copy) == []
    for name in (MANIFEST, DIGEST):
        (copy / name).write_bytes(flipped(before[copy / name], where))
        with contextlib.suppress(PublishRefused):  # it can no longer be read
            assert differences(copy)
        (copy / name).write_bytes(before[copy / name])


def flipped(data: bytes, where: float) -> bytes:
    """The same bytes with one bit changed, at some part of the whole."""
    at = int(where * (len(data) - 1))
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


@pytest.mark.parametrize("name", ["../luar", "/etc/passwd", "a//b", "./a", "a/../b", "."])
def test_a_manifest_names_nothing_outside(copy: Path, name: str) -> None:
    told = json.loads((copy / MANIFEST).read_text(encoding="utf-8"))
    told["files"][name] = digest(copy / "guard.json")
    (copy / MANIFEST).write_text(json.dumps(told), encoding="utf-8")
    with pytest.raises(PublishRefused, match="no name of a file"):
        differences(copy)


@pytest.mark.parametrize("content", [b"", b"[]", b'{"files": 3}', b"\xff", b"[" * 100_000])
def test_a_manifest_that_is_none_is_told(copy: Path, content: bytes) -> None:
    (copy / MANIFEST).write_bytes(content)
    with pytest.raises(PublishRefused, match="no published bundle"):
        read_manifest(copy)


def test_a_pipe_in_the_place_of_a_manifest_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / MANIFEST)
    with pytest.raises(PublishRefused, match="no published bundle"):
        differences(tmp_path)


def test_the_digest_beside_is_looked_at_to_its_last_byte(copy: Path) -> None:
    (copy / DIGEST).write_bytes((copy / DIGEST).read_bytes() + b"\n")
    assert differences(copy) == [f"{MANIFEST}: does not fit {DIGEST}"]


# --- what is run ---


def test_what_runs_is_what_lies_in_the_bundle(made: Made) -> None:
    told = run_in(
        made.bundle,
        "import telusur, telusur.browse.plugin, importlib.metadata\n"
        "print(telusur.__file__, telusur.browse.plugin.__file__)\n"
        "print(importlib.metadata.version('telusur'))\n",
    )
    here = made.bundle.resolve() / "lib" / "telusur"
    assert told.splitlines()[0] == f"{here / '__init__.py'} {here / 'browse' / 'plugin.py'}"


def test_what_comes_into_the_library_later_is_not_run(copy: Path) -> None:
    told = run_in(
        copy,
        "import os, sys\n"
        f"os.chdir({str(copy)!r})\n"
        f"lib = Path({str(copy / 'lib')!r})\n"
        f"evil = {EVIL!r}\n"
        "(lib / 'telusur' / 'tambahan.py').write_text(evil)\n"
        "(lib / 'markdown_it').mkdir(); (lib / 'markdown_it' / '__init__.py').write_text(evil)\n"
        "(lib / 'telusur' / 'errors.py').write_text(evil); del sys.modules['telusur.errors']\n"
        "import markdown_it; print(str(lib) in markdown_it.__file__)\n"
        "for name in ('telusur.tambahan', 'telusur.errors'):\n"
        "    try: __import__(name)\n"
        "    except ImportError as error: print(type(error).__name__)\n",
    )
    assert told.split() == ["False", "ModuleNotFoundError", "ImportError"]
    assert not (copy / "JALAN").exists()


def wait_for(client: httpx.Client, status: int) -> str:
    wait_until(lambda: client.get("/laporan").status_code == status)
    return client.get("/laporan").text


def test_a_bundle_that_is_changed_while_it_is_served_is_served_no_longer(copy: Path) -> None:
    with served(copy) as client:
        wait_for(client, 200)
        (copy / "static" / "passwd").symlink_to("/etc/passwd")
        assert "changed" in wait_for(client, 503)
        (copy / "static" / "passwd").unlink()
        wait_for(client, 200)


def test_a_setting_on_the_command_line_leaves_the_limits_where_they_were(made: Made) -> None:
    with served(made.bundle, "--setting", "num_sql_threads", "2") as client:
        assert client.get("/evidence.json?sql=select+1").status_code == 403
        assert client.get("/evidence.db").status_code == 403
        assert "rows" in client.get("/evidence/findings.json").json()
