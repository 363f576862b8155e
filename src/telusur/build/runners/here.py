"""In this process, one batch after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from telusur.build.outcome import Progress
from telusur.build.planning import ReportFile
from telusur.build.runners.seam import Many, by_size
from telusur.build.stages.kit import Tools
from telusur.build.stages.linking import LINKING, Pairs
from telusur.build.stages.reading import BEGINNING, FINISHING, Batch, Read
from telusur.build.stages.stage import SILENCE, through
from telusur.link import VectorCache
from telusur.link.model import Link, Source

_READ = 500_000
"""Bytes of reports that are read at a time: until it is embedded, a report takes some sixty times
its text, and in smaller batches more is embedded that only fills up."""
_LINKED = 4096
"""Findings that are linked at a time."""


class Here:
    """A `Runner`."""

    def __init__(self, tools: Tools, cache: VectorCache) -> None:
        self._tools = tools
        self._cache = cache

    def read(self, files: Sequence[ReportFile], progress: Progress) -> Iterator[Read]:
        for some in by_size(files, lambda file: file.size, _READ):
            batch = Batch(self._tools, self._cache, some)
            through(BEGINNING, batch, progress)
            if some[-1] is files[-1]:  # what reads other formats need not wait beside the encoder
                self._tools.reports.close()
            through(FINISHING, batch, progress)
            yield batch.read

    def link(self, sources: Many[Source], progress: Progress) -> Iterator[Sequence[Link]]:
        for some in by_size(sources, lambda _: 1, _LINKED):
            yield self.links_of(some, progress)

    def links_of(self, sources: Sequence[Source], progress: Progress = SILENCE) -> Sequence[Link]:
        """Link some findings, all at a time."""
        pairs = Pairs(self._tools, self._cache, sources)
        through(LINKING, pairs, progress)
        return pairs.links

    def embed(self, texts: Sequence[str]) -> None:
        """Have the vectors of texts in the cache."""
        self._tools.embed(texts, self._cache, lambda _: None)
