"""Where decisions are taken: on disk first, then in the store, one after the other."""

from __future__ import annotations

from telusur.reviewing.desk.desk import Desk, now
from telusur.reviewing.desk.verdict import Verdict

__all__ = ["Desk", "Verdict", "now"]
