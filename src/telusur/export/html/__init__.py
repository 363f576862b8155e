"""One page in HTML that needs nothing beside itself: no script, no font, no request."""

from __future__ import annotations

from telusur.export.html.page import html

__all__ = ["html"]
