"""Reports and draft in, evidence store out: plan, work stage by stage, save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telusur.doors import door

if TYPE_CHECKING:
    from telusur.build.building import build
    from telusur.build.opening import open_workspace
    from telusur.build.outcome import Outcome, Progress, Where
    from telusur.build.suggesting import suggester
else:
    __getattr__ = door(__name__)

__all__ = ["Outcome", "Progress", "Where", "build", "open_workspace", "suggester"]
