"""What a family of terms is."""

from collections.abc import Mapping

Family = Mapping[str, str | tuple[str, str]]
"""English terms by the key that the data or the code has for them; a pair has a form for one of
something. `key@accepted` is what a published edition says instead that shows only such links: what
is not published is not told of as if it were not there."""
