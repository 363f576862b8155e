"""What of the store is published: the allow-list, the rows, and the database made of them."""

from __future__ import annotations

from telusur.publish.evidence.copying import Copy
from telusur.publish.evidence.database import write_database
from telusur.publish.evidence.meaning import meanings
from telusur.publish.evidence.sources import Sources, read_sources

__all__ = ["Copy", "Sources", "meanings", "read_sources", "write_database"]
