"""From findings to links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from telusur import link
from telusur.build.stages.kit import Tools
from telusur.build.stages.stage import Advance, Stage
from telusur.link.model import Link, Source

if TYPE_CHECKING:
    import numpy as np


@dataclass
class Pairs:
    """Findings on their way to clauses: given first, then filled in stage by stage."""

    tools: Tools
    cache: link.VectorCache
    sources: Sequence[Source]
    vectors: np.ndarray[Any, Any] | None = None
    """One row for each of `texts`."""
    links: list[Link] = field(default_factory=list)

    @cached_property
    def texts(self) -> list[str]:
        """What has to be embedded before there are links; nothing where there are no pairs."""
        kit = self.tools.kit
        if not self.sources or not kit.targets:
            return []
        return link.texts_to_embed(self.sources, kit.targets, kit.lexicon.challenges)


def embed(pairs: Pairs, advance: Advance) -> None:
    """Embed what the links are made from: findings, clauses, and what names each challenge."""
    pairs.vectors = pairs.tools.embed(pairs.texts, pairs.cache, advance)


def link_pairs(pairs: Pairs, advance: Advance) -> None:
    """Link the findings to the clauses."""
    assert pairs.vectors is not None  # noqa: S101 (the stage before gave them)
    kit = pairs.tools.kit
    both = pairs.sources, kit.targets, kit.lexicon.challenges
    pairs.links = list(link.rank(*both, pairs.vectors, kit.options, kit.encoder))
    advance(len(pairs.sources))


LINKING: tuple[Stage[Pairs], ...] = (
    Stage("embed", lambda pairs: len(pairs.texts), embed),
    Stage("link", lambda on: len(on.sources) if on.tools.kit.targets else 0, link_pairs),
)
