"""Where decisions are taken: on disk first, then in the store, one after the other."""

from __future__ import annotations

from telusur.desk.desk import Desk, Make, Suggest, now
from telusur.desk.verdict import Verdict

__all__ = ["Desk", "Make", "Suggest", "Verdict", "now"]
