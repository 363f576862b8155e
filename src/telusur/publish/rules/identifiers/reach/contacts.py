"""How to reach a person: telephones and e-mail."""

from __future__ import annotations

import re
from collections.abc import Iterator

from telusur.publish.model import Hidden

_S = r"[ \t.\-/()·•_*~]{0,3}\n?[ \t]{0,3}"
_WITH_COMMAS = _S.replace("_*~", "_*~,")
_MOBILE = re.compile(
    rf"(?<![\d\w])(?:\+?{_WITH_COMMAS}6{_WITH_COMMAS}2{_WITH_COMMAS}(?:\(0\)|0)?|00{_WITH_COMMAS}62|\(?0){_WITH_COMMAS}8(?:{_WITH_COMMAS}\d){{7,12}}(?!\d)"
)
_MISREAD = re.compile(r"(?<!\w)[0oO]8[\dlIoO]{1,2}(?:[ .-]?[\dlIoO]{3,4}){2,3}(?!\w)")
"""A mobile number with letters that look like digits."""
_HOURS = re.compile(r"\d{1,2}[.:]\d{2}\s*-\s*\d{1,2}[.:]\d{2}|\d{1,2}[-/]\d{1,2}[-/](?:19|20)\d{2}")
_ABROAD = re.compile(rf"(?<![\d\w])\+\d{{1,3}}(?:{_S}\d){{7,12}}(?!\d)")
_NO_ZERO = re.compile(r"(?<![\d\w.,])8[1-9]\d(?:[ \t.\-·•]{1,3}\d{3,4}){2}(?!\d)(?![.,]\d)")
"""A mobile number without its first nought, in groups."""
_LANDLINE = re.compile(
    r"(?<![\d\w.])(?:\(0\d{2,3}\)|0\d{2,3}[ \t]?[-/ ]|\+62[ \t-]?\(?[2-79]\d{1,2}\)?[ \t-]?)[ \t]?"
    r"\d{3,4}[ \t.-]?\d{3,4}(?!\d)"
)
_LABELLED = re.compile(
    r"\b(?:telp|tlp|telepon|telpon|hp|no\.?\s*hp|ponsel|handphone|wa|whatsapp|seluler|kontak|"
    r"hubungi|phone|fax|faks|faksimile|hub|ditelepon|menelepon|menelpon|ditelpon|nomornya|kontaknya|hpnya|wanya|teleponnya|telponnya|sms)\b[^\d\n]{0,25}\n?[^\d\n+(]{0,10}"
    rf"(?P<number>\+?\(?\d(?:{_S}\d){{4,14}})(?!\d)",
    re.IGNORECASE,
)
_ENOUGH_DIGITS, _MOST_DIGITS = 10, 15

_AT = (
    r"(?:[ \t]{0,3}@[ \t]{0,3}|[ \t]{0,3}[\[({<][ \t]?(?:at|@|et|a)[ \t]?[\])}>][ \t]{0,3}|"
    r"[ \t]{1,3}(?:at|et)[ \t]{1,3})"
)
_DOT = (
    r"(?:\.|[ \t]{0,3}[\[({<][ \t]?(?:dot|titik|\.)[ \t]?[\])}>][ \t]{0,3}|[ \t]{1,3}(?:dot|"
    r"titik)[ \t]{1,3})"
)
_EMAIL = re.compile(
    rf"(?<![\w.+-])[\w.+%-]{{1,64}}{_AT}\n?[\w-]{{1,63}}(?:{_DOT}\n?[\w-]{{1,63}}){{1,4}}",
    re.IGNORECASE,
)
_SPACED_EMAIL = re.compile(
    r"(?<![\w.+-])"
    r"[\w.+%-]{1,64}[ \t]{0,2}\n?@[ \t\n]{0,2}[\w-]{1,63}"
    r"(?:[ \t]?\.[ \t\n]?(?![A-Z][a-z]+[ ])[a-zA-Z][\w-]{1,62})"
    r"{1,4}"
)


def contacts_in(text: str) -> Iterator[Hidden]:
    """Yield telephones and e-mail addresses, spaced or spelled out, and over broken lines."""
    seen = text
    for pattern, why in (
        (_MOBILE, "bentuk nomor seluler"),
        (_ABROAD, "bentuk nomor telepon"),
        (_LANDLINE, "bentuk nomor telepon"),
        (_NO_ZERO, "bentuk nomor seluler"),
        (_MISREAD, "bentuk nomor seluler"),
    ):
        for found in pattern.finditer(seen):
            yield from _telephone(seen, *found.span(), why)
    for found in _LABELLED.finditer(seen):
        yield from _telephone(seen, *found.span("number"), "label di depannya")
    for pattern in (_EMAIL, _SPACED_EMAIL):
        for found in pattern.finditer(seen):
            yield Hidden(*found.span(), "surel", "bentuk alamat surel")


def _telephone(seen: str, start: int, end: int, why: str) -> Iterator[Hidden]:
    """Yield a telephone, unless it is hours or a day; a number on the next line is another one."""
    first, _, _ = seen[start:end].partition("\n")
    if sum(character.isdigit() for character in first) >= _ENOUGH_DIGITS:
        end = start + len(first.rstrip())
    digits = sum(character.isdigit() for character in seen[start:end])
    if digits <= _MOST_DIGITS and not _HOURS.match(seen, start):
        yield Hidden(start, end, "telepon", why)
