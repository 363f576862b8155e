"""The reviewers' side of the browser: people sign in, and decide together.

It stands beside `browse` and not in it, since a published bundle carries `browse` whole and must
hold nothing that could write.
"""

from __future__ import annotations

from telusur.reviewing.gate.sender import Proxy
from telusur.reviewing.room import ReviewRoom, open_review

__all__ = ["Proxy", "ReviewRoom", "open_review"]
