"""Links findings to clauses.

`embed_all` turns the texts that `texts_to_embed` names into vectors, loading a model only for those
never seen before; `rank` makes links of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from telusur.doors import door

if TYPE_CHECKING:
    from telusur.link.bands import BARS, Band, Share, accepted_by_band
    from telusur.link.calibration import Calibration, Calibrations, calibrate
    from telusur.link.encoder import (
        DEFAULT,
        Context,
        Encoder,
        VectorCache,
        embed_all,
        identify,
        load_context,
        load_encoder,
    )
    from telusur.link.model import Link, Options, Source, Target
    from telusur.link.ranking import rank, texts_to_embed
else:
    __getattr__ = door(__name__)

__all__ = [
    "BARS",
    "DEFAULT",
    "Band",
    "Calibration",
    "Calibrations",
    "Context",
    "Encoder",
    "Link",
    "Options",
    "Share",
    "Source",
    "Target",
    "VectorCache",
    "accepted_by_band",
    "calibrate",
    "embed_all",
    "identify",
    "load_context",
    "load_encoder",
    "rank",
    "texts_to_embed",
]
