"""Components of reading that a workspace brings: which there are, and what they are made of."""

from __future__ import annotations

import importlib.util
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Annotated, Literal, Self, get_args

from pydantic import AfterValidator, Field, model_validator

from telusur.errors import InvalidWorkspace, Problem
from telusur.validation import Strict
from telusur.words import say

GROUP = "telusur.reading"
"""The entry points by which installed packages offer components: a spaCy factory's name, and the
module or function that registers it. Not spaCy's own group, whose every member is run wherever a
pipeline is made: here only what a workspace names is."""

Ours = Literal["language", "places", "sites", "people", "dates", "clauses", "judgement", "findings"]
"""Telusur's own components, in order."""


def _installed(name: str) -> str:
    if name in get_args(Ours):
        raise ValueError(
            say("“{name}” is one of Telusur's own components, which run anyway", name=name)
        )
    if not list(_entry_points([name])):
        raise ValueError(
            say(
                "no package that is installed has a component “{name}” ({group})",
                name=name,
                group=GROUP,
            )
        )
    return name


class ReadingSettings(Strict):
    """With what reports are read, beside Telusur's own components."""

    components: tuple[Annotated[str, AfterValidator(_installed)], ...] = Field(
        (), description="Components of your own, from packages that are installed (docs/reading.md)"
    )
    after: dict[str, Ours] = Field(
        {}, description="After which component each of them runs, if not after `judgement`"
    )

    unsure: Annotated[float, Field(ge=0, le=1)] = Field(
        0.4, description="Findings below this confidence, 0 to 1, are shown apart, as unsure"
    )

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        twice = [name for name, times in Counter(self.components).items() if times > 1]
        if twice:
            raise ValueError(say("the component “{twice}” is named twice", twice=twice[0]))
        for name in self.after:
            if name not in self.components:
                raise ValueError(
                    say("`after` names “{name}”, which is not among the components", name=name)
                )
        return self

    @property
    def placed(self) -> dict[str, str]:
        """The name of each component, in order, and that of the one after which it runs."""
        return {name: self.after.get(name, "judgement") for name in self.components}


def load(names: Iterable[str]) -> None:
    """Import components, which makes them known to spaCy.

    Raises:
        InvalidWorkspace: the code of one of them fails.
    """
    for point in _entry_points(names):
        try:
            point.load()
        except Exception as error:
            what = say(
                "the component `{name}` cannot be loaded ({name2}: {error})",
                name=point.name,
                name2=type(error).__name__,
                error=error,
            )
            remedy = say("Mend or install its package again, or take it out of [reading]")
            raise InvalidWorkspace([Problem("telusur.toml", None, what, remedy)]) from error


def sources_of(names: Iterable[str]) -> Iterator[Path]:
    """Yield the files that the code of installed components lies in: their whole package, as what
    a component imports from beside it changes what it does, too."""
    for point in _entry_points(names):
        spec = importlib.util.find_spec(point.module.split(".")[0])
        for folder in (spec.submodule_search_locations if spec else None) or ():
            yield from sorted(Path(folder).rglob("*.py"))
        if spec and spec.origin and not spec.submodule_search_locations:
            yield Path(spec.origin)


def versions_of(names: Iterable[str]) -> str:
    """Say from which version of which package each component comes."""
    return " ".join(
        f"{point.name}={point.value}@{point.dist.name if point.dist else ''}"
        f"-{point.dist.version if point.dist else ''}"
        for point in _entry_points(names)
    )


def _entry_points(names: Iterable[str]) -> Iterator[EntryPoint]:
    for name in names:
        yield from entry_points(group=GROUP, name=name)
