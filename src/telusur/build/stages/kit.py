"""What the stages work with: told in a few words that can be sent, and made of these where the
work is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from telusur import corpus, extract, link
from telusur.build.stages.stage import Advance
from telusur.extract.lexicon import Lexicon
from telusur.link.model import Target
from telusur.words import Language
from telusur.workspace import components

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Kit:
    """All that decides, beside the code, what is read from a report and what is linked."""

    lexicon: Lexicon
    model: str
    """The encoder's: a name, or a folder."""
    encoder: str
    """As `telusur.link.identify` calls it."""
    options: link.Options
    targets: Sequence[Target]
    """The provisions that links may lead to."""
    today: date
    """Bounds the years of dates without one."""
    own: Mapping[str, str]
    """Components of reading that the workspace brings, each by the one after which it runs."""
    columns: Mapping[str, str]
    """Heads of columns of tables that the workspace explains, each by what it stands for."""
    language: Language
    """In which reasons are told."""


class Tools:
    """What is made of a kit: each part when it is first needed, and once."""

    def __init__(self, kit: Kit, threads: int = 0) -> None:
        """`threads` are those that the encoder may take; 0 are as many as there are cores."""
        self.kit = kit
        self._threads = threads

    def close(self) -> None:
        """End what was started."""
        if "reports" in vars(self):
            self.reports.close()

    @cached_property
    def reports(self) -> corpus.ReportReader:
        """What reads files."""
        return corpus.ReportReader(self.kit.lexicon.abbreviations)

    @cached_property
    def classifier(self) -> extract.Classifier | None:
        """What weighs meaning, where there is one for the encoder."""
        return extract.load_classifier(self.kit.encoder)

    @cached_property
    def reader(self) -> extract.Reader:
        """What reads findings; making one takes a second."""
        components.load(self.kit.own)
        return extract.Reader(self.kit.lexicon, self.classifier, self.kit.own)

    @cached_property
    def encoder(self) -> link.Encoder:
        """The model, loaded."""
        return link.load_encoder(self.kit.model, None, self._threads)

    @property
    def remark(self) -> str | None:
        """What there is to say of the model, if it was loaded."""
        return self.encoder.remark if "encoder" in vars(self) else None

    def embed(self, texts: Sequence[str], cache: link.VectorCache, advance: Advance) -> Array:
        """Give texts their vectors (texts, dimension)."""
        return link.embed_all(texts, self.kit.encoder, lambda: self.encoder, cache, advance)
