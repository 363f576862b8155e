"""Names of files on somebody's machine: a printed page carries them in its margin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from telusur.publish.model import Hidden

_LOCAL = re.compile(
    r"file://\S+|\b[A-Za-z]:\\(?:[^\s\\]+\\)*[^\s\\]+|(?<![\w./:])/(?:home|Users|root|tmp|var|mnt)/\S+"
)


def paths_in(text: str) -> Iterator[Hidden]:
    """Yield addresses of local files; addresses on the web stay."""
    for found in _LOCAL.finditer(text):
        yield Hidden(found.start(), found.end(), "berkas", "letak berkas di komputer")
