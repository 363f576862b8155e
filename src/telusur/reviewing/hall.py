"""What the pages of the reviewers' side share in one running browser."""

from __future__ import annotations

from dataclasses import dataclass

from telusur.reviewing.gate.keeper import Keeper


@dataclass(slots=True)
class Hall:
    """What stands ready for whoever has come in."""

    keeper: Keeper
