"""Links that open somebody's file, place in a queue or meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator

from telusur.publish.model import Hidden

_LINK = re.compile(
    r"(?:https?://|www\.)[^\s<>\"'|]+|(?<![\w.@/-])[\w-]+(?:\.[\w-]+){1,4}/[^\s<>\"'|]+"
)
_SHARED = re.compile(
    r"(?:https?://)?(?:www\.)?(?:drive|docs|forms|meet|photos|calendar)\.google\.com/|(?:https?://)?"
    r"(?:www\.)?(?:forms\.gle|bit\.ly|s\.id|tinyurl\.com|goo\.gl|t\.ly|cutt\.ly|rb\.gy|is\.gd|"
    r"linktr\.ee|1drv\.ms|(?:\w{1,63}\.)?sharepoint\.com|(?:\w{1,63}\.)?dropbox\.com|(?:\w{1,63}\.)?zoom\.us|"
    r"wetransfer\.com|we\.tl|meet\.jit\.si|teams\.microsoft\.com|chat\.whatsapp\.com|"
    r"photos\.app\.goo\.gl)/?",
    re.IGNORECASE,
)
_LONG_KEY = re.compile(r"(?=[A-Za-z_-]{0,60}\d)[\w-]{14,}")
_CODE = re.compile(r"\d{6,}")
_CAPITAL_INSIDE = re.compile(r"[a-z0-9][A-Z]")


def links_in(seen: str) -> Iterator[Hidden]:
    """Yield what comes after `?` in a link, keys in its path, and what shared links point at."""
    for found in _LINK.finditer(seen):
        link = found[0].rstrip(".,;:!?)]")
        end = found.start() + len(link)
        if (shared := _SHARED.match(link)) and shared.end() < len(link):
            yield Hidden(found.start() + shared.end(), end, "tautan", "berkas yang dibagikan")
            continue
        query = min((at for at in (link.find("?"), link.find("#")) if at >= 0), default=-1)
        if 0 <= query < len(link) - 1 and ("=" in link[query:] or _is_key(link[query + 1 :])):
            yield Hidden(found.start() + query + 1, end, "tautan", "isian di tautan")
        at = found.start()
        for piece in link[: query if query >= 0 else len(link)].split("/"):
            if _is_key(piece) and "." not in piece:
                yield Hidden(at, at + len(piece), "tautan", "kunci di tautan")
            at += len(piece) + 1


def _is_key(piece: str) -> bool:
    """Whether a piece of an address is a key or number rather than words."""
    words = piece.split("-")
    if len(words) > 2 and all(one.isalpha() or (one.isdigit() and len(one) < 6) for one in words):
        return False
    return bool(
        _CODE.search(piece)
        or (_LONG_KEY.fullmatch(piece) and (len(words) < 3 or _CAPITAL_INSIDE.search(piece)))
    )
