"""Plates of vehicles, and the numbers of their papers, frames and engines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from telusur.publish.model import Hidden

_REGION = (
    r"(?:A[ABDEG]?|B[ABDEGHKLMNP]?|D[ABCDEGHKLMNRSTW]?|E[ABD]?|F|G|H|K[BHTU]?|L|M|N|"
    r"P[ABGST]?|R|S|T|W|Z)"
)
_BETWEEN = r"[ \t.\-_·]{0,4}"
_PLATE = re.compile(rf"(?<![\w-]){_REGION}{_BETWEEN}\d{{2,4}}{_BETWEEN}[A-Z]{{1,3}}(?![\w-])")
_SMALL = re.compile(
    r"(?<![\w-])(?:a[abdeg]|b[abdeghklmnp]?|d[abcdeghklmnrstw]?|e[abd]|k[bhtu]?|l|n|p[abgst]|s|w|z)[ ]\d{3,4}[ ]"  # noqa: E501
    r"(?!(?:dan|per|yg|org|kk|rb|jt|km|kg|thn|th|ke|di|ml|mg|gr)\b)[a-z]{2,3}(?![\w-])"
)
_LABELLED = re.compile(
    r"\b(?:plat|pelat|nopol|no\.?[ ]?pol(?:isi)?|nomor[ ](?:polisi|kendaraan)|kendaraan|"
    r"motor(?:nya)?|mobil(?:nya)?|truk|"
    r"angkot|sepeda[ ]motor)\b[^\d\n]{0,30}?[ :]"
    rf"(?P<plate>{_REGION}{_BETWEEN}\d{{1,4}}(?:{_BETWEEN}[A-Z]{{1,3}})?)(?!\w)",
    re.IGNORECASE,
)

_PAPERS = re.compile(
    r"\b(?:bpkb|stnk|(?:no(?:mor)?\.?[ ]?)?(?:rangka|mesin|sasis|chassis)|vin)(?:nya)?\b"
    r"[ \t]{0,2}(?:no(?:mor)?\b\.?)?[ \t]{0,2}[:=]?[ \t]{0,2}"
    r"(?P<number>(?=[A-Z-]{0,17}\d)[A-Z0-9][A-Z0-9/-]{4,30})(?!\w)",
    re.IGNORECASE,
)


_BOAT = re.compile(
    r"\b(?i:kapal|perahu|sampan|km|klm)(?:nya)?\b[^.;\n\d]{0,40}(?:\d{1,3}[ ])?(?i:bernomor|nomor|no\.?|selar)[ ]"  # noqa: E501
    r"(?P<number>(?:[A-Z]{1,3}\.?[ ]?\d+[ ]?)?(?:No\.?[ ]?)?(?=[A-Za-z/-]{0,12}\d)[\w/-]{2,16})"
)
"""A boat is known by its number as a car by its plate."""


def vehicles_in(seen: str) -> Iterator[Hidden]:
    """Yield plates by their form, or in any case behind a word for a vehicle; and its numbers."""
    for found in _PLATE.finditer(seen):
        yield Hidden(*found.span(), "kendaraan", "bentuk nomor kendaraan")
    for found in _SMALL.finditer(seen):
        yield Hidden(*found.span(), "kendaraan", "bentuk nomor kendaraan")
    for found in _LABELLED.finditer(seen):
        yield Hidden(*found.span("plate"), "kendaraan", "kendaraan di depannya")
    for found in _BOAT.finditer(seen):
        yield Hidden(*found.span("number"), "kendaraan", "kapal di depannya")
    for found in _PAPERS.finditer(seen):
        yield Hidden(*found.span("number"), "kendaraan", "surat kendaraan di depannya")
