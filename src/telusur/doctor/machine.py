"""Python, memory, room on the disk, rights, and how the terminal writes letters."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from telusur.doctor.getting import pip_here
from telusur.doctor.model import Found
from telusur.errors import EncoderUnavailable
from telusur.link.encoder import identify
from telusur.link.encoder.bundled import cache_folder
from telusur.words import say
from telusur.workspace import machine

_MEMORY = 4e9
"""Bytes with which a build of some hundred reports has room."""
_ROOM = 1e9
"""Bytes that the encoder takes when it is written, and a little more."""


def examine() -> Iterator[Found]:
    """Yield what was found out about the machine itself."""
    yield Found("Python", "good", f"{platform.python_version()}, {platform.system()}")
    yield _letters()
    if (memory := _memory()) is not None:
        yield memory
    yield _cache()
    if (graphics := _graphics()) is not None:
        yield graphics


def _letters() -> Found:
    name, encoding = say("letters"), (sys.stdout.encoding or "").lower().replace("-", "")
    if encoding == "utf8":
        return Found(name, "good", "UTF-8")
    return Found(
        name,
        "lacking",
        say("the terminal writes {encoding}, and not UTF-8", encoding=encoding or "ASCII"),
        say("Set PYTHONUTF8=1, or a locale such as id_ID.UTF-8"),
    )


def _memory() -> Found | None:
    if (there := machine.memory()) is None:
        return None
    name, what = say("memory"), say("{size:.1f} GB", size=there / 1e9)
    if there >= _MEMORY:
        return Found(name, "good", what)
    return Found(name, "lacking", what, say("4 GB and more let a build work without waiting"))


def encoder_found(model: str) -> Found:
    """Whether the encoder that reads meaning is here."""
    name = say("encoder")
    try:
        return Found(name, "good", identify(model))
    except EncoderUnavailable as error:
        return Found(name, "bad", say("{model} is not here", model=model), str(error))


def _cache() -> Found:
    """The folder in which the encoder is kept once it is written."""
    folder, name = cache_folder(), say("cache")
    there = next(one for one in (folder, *folder.parents) if one.exists())
    written = folder.is_dir() and any(folder.iterdir())
    if not written and not os.access(there, os.W_OK):
        what = say("{folder}: nothing can be written here", folder=folder)
        return Found(name, "bad", what, say("Set TELUSUR_CACHE to a folder of yours"))
    free = shutil.disk_usage(there).free
    what = say("{folder}: {size:.1f} GB free", folder=folder, size=free / 1e9)
    if free < _ROOM and not written:
        return Found(name, "bad", what, say("It takes 1 GB; make room, or set TELUSUR_CACHE"))
    return Found(name, "good", what)


def _graphics() -> Found | None:
    """Libraries for graphics cards, which are large and of no use here."""
    of_nvidia = [
        one.name for one in importlib.metadata.distributions()
        if (one.name or "").startswith("nvidia-")
    ]  # fmt: skip
    if not of_nvidia:
        return None
    return Found(
        say("PyTorch"),
        "lacking",
        say("it brought libraries for graphics cards, several GB that Telusur does not use"),
        say(
            "Install the small one: {command}",
            command=f"{pip_here()} --force-reinstall torch "
            "--index-url https://download.pytorch.org/whl/cpu",
        ),
    )


def room_at(folder: Path) -> Found:
    """How much room is left where a folder stands."""
    free = shutil.disk_usage(folder).free
    name, what = say("disk"), say("{size:.1f} GB free", size=free / 1e9)
    if free >= _ROOM:
        return Found(name, "good", what)
    return Found(name, "lacking", what, say("Make room before you build or publish"))
