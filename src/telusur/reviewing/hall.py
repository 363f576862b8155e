"""What the pages of the reviewers' side share in one running browser."""

from __future__ import annotations

from dataclasses import dataclass, field

from telusur.desk import Desk
from telusur.reviewing.gate.keeper import Keeper
from telusur.reviewing.present import Team
from telusur.team import TeamFile


@dataclass(slots=True)
class Hall:
    """What stands ready for whoever has come in."""

    keeper: Keeper
    desk: Desk
    arranged: TeamFile
    team: Team = field(default_factory=Team)
