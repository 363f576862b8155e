"""Whether another machine makes of a report what this one would."""

from __future__ import annotations

import importlib.metadata
import platform
import re
from collections.abc import Mapping, Sequence
from itertools import islice
from operator import mul

from telusur import __version__, corpus, link
from telusur.build.stages.kit import Kit, Tools
from telusur.build.standing import CODE
from telusur.errors import ClusterUnusable, TelusurError
from telusur.words import say
from telusur.workspace import components, fingerprint

Standing = Mapping[str, str]
"""What decides a result on a machine, by what it is called."""
_MOST_NAMED = 10
_TRIAL = "Warga menunggu dua jam di loket karena jaringan internet terputus."
_ENOUGH = 0.9999
"""The cosine of a text's vectors on two machines from which on they are the same."""
NEAR: Standing = {"vectors": "1 (cosine)"}
"""How near vectors are that are the same."""


def standing(kit: Kit) -> Standing:
    """Say of this machine what decides its results, beside what it is sent."""
    return {
        "Python": platform.python_version(),
        "Telusur": f"{__version__} ({fingerprint(packages=CODE)[:12]})",
        "encoder": _encoder(kit),
        "programs": corpus.programs() or "-",
        "components": _components(kit) or "-",
        **{name: _version(name) for name in _libraries()},
    }


def trial(tools: Tools) -> tuple[float, ...]:
    """Give one text its vector: the same library may compute otherwise on another machine."""
    return tuple(tools.encoder.embed([_TRIAL])[0].tolist())


def nearness(theirs: Sequence[float], ours: Sequence[float]) -> Standing:
    """Say how near two vectors of `trial`, of norm 1, are: as `NEAR` where they are the same."""
    cosine = sum(map(mul, theirs, ours)) if len(theirs) == len(ours) else 0.0
    return NEAR if cosine >= _ENOUGH else {"vectors": f"{cosine:.4f} (cosine)"}


def refuse(found: Mapping[str, Standing], wanted: Standing) -> None:
    """Refuse workers, by their addresses, that are not what is wanted.

    Raises:
        ClusterUnusable: with what differs, and on which worker.
    """
    differing = [
        say(
            "{worker}: {name} {found}, and here {wanted}",
            worker=worker or platform.node(),
            name=name,
            found=theirs.get(name, "-"),
            wanted=value,
        )
        for worker, theirs in sorted(found.items())
        for name, value in wanted.items()
        if theirs.get(name) != value
    ]
    if differing:
        more = len(differing) - _MOST_NAMED
        lines = list(islice(differing, _MOST_NAMED)) + ([f"… (+{more})"] if more > 0 else [])
        raise ClusterUnusable(
            say(
                "Nothing was built: workers would read otherwise than this machine.\n{differing}\n"
                "Give all of them the same versions and the same model, at the same place.",
                differing="\n".join(f"  {line}" for line in lines),
            )
        )


def _encoder(kit: Kit) -> str:
    try:
        return link.identify(kit.model)
    except TelusurError as error:
        return str(error)


def _components(kit: Kit) -> str:
    if not kit.own:
        return ""
    digest = fingerprint(files=components.sources_of(kit.own))
    return f"{components.versions_of(kit.own)} ({digest[:12]})"


def _libraries() -> list[str]:
    """What Telusur is built on; what an extra brings decides nothing."""
    needed = importlib.metadata.requires("telusur") or []
    return [re.split(r"[^\w.-]", one)[0] for one in needed if "extra ==" not in one]


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return "-"
