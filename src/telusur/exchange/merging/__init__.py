"""What an office edited in an exported Word file comes back to the draft, three ways."""

from telusur.exchange.merging.base import with_base
from telusur.exchange.merging.merge import Change, Merged, Remark, merge

__all__ = ["Change", "Merged", "Remark", "merge", "with_base"]
