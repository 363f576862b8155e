"""Where on the map a person lives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from telusur.publish.model import Hidden

_DECIMAL = r"-?\d{1,3}[.,]\d{4,15}"
_SIDE = r"(?:L[SU]|B[TB]|[SNEUTWB]|lintang(?:[ ](?:selatan|utara))?|bujur(?:[ ](?:timur|barat))?)"
_PLUS_CODE = re.compile(
    r"(?<![\w+])[23456789CFGHJMPQRVWX]{2,8}\+[23456789CFGHJMPQRVWX]{2,3}(?![\w+])", re.IGNORECASE
)
_PATTERNS = (
    re.compile(
        rf"(?<![\d.,]){_DECIMAL}[ ]?°?[ ]?{_SIDE}?[ \t]*[,;/|"
        rf"&]?[ \t\n]{{0,3}}(?:dan[ ])?{_DECIMAL}(?![\d])"
    ),
    re.compile(r"(?<![\d.,])-?(?:\d|1[01]|9[5-9]|1[0-3]\d|14[01])\.\d{5,15}(?![\d.])"),
    re.compile(r"(?<![\d.,])-\d{1,2}[.,]\d{4,15}(?!\d)"),
    re.compile(
        rf"(?<!\d)\d{{1,3}}[ ]?(?:°|º|derajat)[ ]?\d{{1,2}}(?:[.,]\d{{1,6}})?[ ]?(?:'|menit)?[ ]?"
        rf"(?:\d{{1,2}}(?:[.,]\d{{1,6}})?[ ]?(?:''|\"|”|“|detik)?)?[ ]?(?:\b{_SIDE}\b)?"
    ),
    re.compile(
        r"(?<!\w)(?:4[6-9]|5[0-4])[ ]?[MNSmns][ ,;:]{1,3}(?:[XxEe][ ]?[:=]?[ ]?)?\d{6}(?:\.\d+)?"
        r"[ ,;/mME]{1,4}(?:[YyNn][ ]?[:=]?[ ]?)?\d{6,7}"
    ),
    re.compile(
        r"(?<!\w)[SNUL]S?[ ]?\d{1,2}[ °]{1,2}\d{1,2}[.,]\d{1,5}'?[ ,;/]{1,3}"
        r"[EBTW]T?[ ]?\d{1,3}[ °]{1,2}\d{1,2}[.,]\d{1,5}"
    ),
    _PLUS_CODE,
    re.compile(r"(?<![\w:])///[^\W\d_]{2,20}\.[^\W\d_]{2,20}\.[^\W\d_]{2,20}"),
    re.compile(
        r"(?:https?://)?(?:www\.)?(?:maps\.app\.goo\.gl|goo\.gl/maps|g\.co/maps|g\.page|"
        r"maps\.google\.[a-z.]{2,8}|google\.[a-z.]{2,8}/maps|(?:www\.)?openstreetmap\.org|osm\.org|"
        r"waze\.com|ul\.waze\.com|maps\.apple\.com|what3words\.com|w3w\.co|her\.is|"
        r"earth\.google\.com)[/?][^\s)>\]\"']*",
        re.IGNORECASE,
    ),
    re.compile(r"\bgeo:-?\d[^\s)>\]\"']*", re.IGNORECASE),
)  # fmt: skip
_LABELLED = re.compile(
    r"\b(?:koordinat(?:nya)?|gps|lat(?:itude)?|long(?:itude)?|lng|lon|lintang|bujur)\b"
    r"[ \t]{0,2}[:=]?[ \t]{0,2}(?P<value>-?\d{1,3}[.,]\d{2,15})",
    re.IGNORECASE,
)


def locations_in(seen: str) -> Iterator[Hidden]:
    """Yield coordinates in any notation, plus codes and links to maps."""
    for pattern in _PATTERNS:
        for found in pattern.finditer(seen):
            if pattern is _PLUS_CODE and not any(one.isdigit() for one in found[0]):
                continue
            yield Hidden(*found.span(), "lokasi", "letak di peta")
    for found in _LABELLED.finditer(seen):
        yield Hidden(*found.span("value"), "lokasi", "label di depannya")
