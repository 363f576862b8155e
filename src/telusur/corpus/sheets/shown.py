"""Values of a workbook → what its cells show, in the way Indonesia writes numbers and days."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

from openpyxl.styles.numbers import is_date_format

_MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
    "Oktober", "November", "Desember",
)  # fmt: skip
_DAYS = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
_UNSHOWN = re.compile(r"\[[^\]\[]*+\]|_.|\*.")
"""Colours, places and filling in a format."""
_CURRENCY = re.compile(r"\[\$([^\]\[-]*+)(?:-[^\]\[]*+)?\]")
_LITERAL = re.compile(r'"([^"]{0,255}+)"|\\(.)')
_PATTERN = re.compile(r"[#0?][#0?.,]*")
_DATE_PART = re.compile(r"y+|m+|d+|h+|s+(?:\.0+)?|am/pm|a/p", re.IGNORECASE)
_OF_THE_MACHINE = re.compile(
    r"(?:yyyy-mm-dd|mm-dd-yy|m/d/yyyy|m/d/yy|general|@)?(?: h:mm(?::ss)?)?"
)
"""Formats that follow the language of the machine which shows them."""
_MOST_DECIMALS = 15


def shown(value: Any, number_format: str) -> str:
    """Return what a cell with `value` shows, given its format (`#,##0`, `d mmmm yyyy`)."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime | date | time):
        return _moment(value, number_format)
    if isinstance(value, timedelta):
        minutes, seconds = divmod(int(value.total_seconds()), 60)
        hours, minutes = divmod(minutes, 60)
        return f"{hours}:{minutes:02}" + (f":{seconds:02}" if seconds else "")
    if isinstance(value, int | float):
        return _number(value, number_format)
    return str(value)


def _moment(value: datetime | date | time, number_format: str) -> str:
    pattern = number_format.split(";")[0]
    if not is_date_format(pattern):
        pattern = ""
    pattern = _LITERAL.sub(lambda found: found[1] or found[2] or "", _UNSHOWN.sub("", pattern))
    if _OF_THE_MACHINE.fullmatch(" ".join(pattern.lower().split())):
        return _usual(value)
    before, parts = "", []
    for found in _DATE_PART.finditer(pattern):
        rest = pattern[found.end() :].lower().lstrip(" :.")
        is_minute = found[0].lower() in {"m", "mm"} and (before == "h" or rest.startswith("s"))
        parts.append((found, is_minute))
        before = found[0][0].lower()
    written = pattern
    for found, is_minute in reversed(parts):
        said = _part(value, found[0].lower(), is_minute=is_minute)
        written = written[: found.start()] + said + written[found.end() :]
    return written.strip()


def _usual(value: datetime | date | time) -> str:
    if isinstance(value, time):
        return f"{value:%H:%M}"
    day = f"{value.day:02}/{value.month:02}/{value.year}"
    has_time = isinstance(value, datetime) and value.time() != time()
    return f"{day} {value:%H:%M}" if has_time else day


def _part(value: datetime | date | time, code: str, *, is_minute: bool) -> str:
    if code[0] in "hs" or is_minute or code.startswith("a"):
        clock = value if isinstance(value, datetime | time) else time()
        if code.startswith("a"):
            return "AM" if clock.hour < 12 else "PM"
        figure = clock.minute if is_minute else clock.hour if code[0] == "h" else clock.second
        return f"{figure:02}" if len(code) > 1 else str(figure)
    if isinstance(value, time):
        return ""
    if code[0] == "y":
        return str(value.year) if len(code) > 2 else f"{value.year % 100:02}"
    if code[0] == "m":
        name = _MONTHS[value.month - 1]
        by_length = {1: str(value.month), 2: f"{value.month:02}", 3: name[:3]}
        return by_length.get(len(code), name)
    name = _DAYS[value.weekday()]
    by_length = {1: str(value.day), 2: f"{value.day:02}", 3: name[:3]}
    return by_length.get(len(code), name)


def _number(value: float, number_format: str) -> str:
    sections = number_format.split(";")
    section = sections[1] if value < 0 and len(sections) > 1 and sections[1] else sections[0]
    pattern = _UNSHOWN.sub("", _CURRENCY.sub(lambda found: f'"{found[1]}"', section))
    placeholders = _PATTERN.search(_LITERAL.sub(lambda one: " " * len(one[0]), pattern))
    if placeholders is None or re.search(r"[eE][+-]", pattern) or "/" in pattern:
        return _general(value)
    start, end = placeholders.span()
    before, after = (_LITERAL.sub(lambda one: one[1] or one[2] or "", part)
                     for part in (pattern[:start], pattern[end:]))  # fmt: skip
    whole, _, fraction = placeholders[0].partition(".")
    figure = Decimal(repr(abs(value) if section is not sections[0] else value))
    if "%" in after:
        figure *= 100
    decimals = min(len(fraction), _MOST_DECIMALS)
    try:
        rounded = figure.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    except InvalidOperation:  # more figures than anybody shows
        return _general(value)
    written = f"{rounded:,f}" if "," in whole.rstrip(",") else f"{rounded:f}"
    least = fraction.count("0")
    if decimals > least and "." in written:
        head, _, tail = written.partition(".")
        tail = tail[:least] + tail[least:].rstrip("0")
        written = f"{head}.{tail}" if tail else head
    digits = re.sub(r"[^0]", "", whole)
    if "," not in whole and written.lstrip("-").partition(".")[0].isdecimal():
        sign, plain = ("-", written[1:]) if written.startswith("-") else ("", written)
        head, dot, tail = plain.partition(".")
        written = f"{sign}{head.zfill(len(digits))}{dot}{tail}"
    return f"{before}{_in_indonesian(written)}{after}".strip()


def _general(value: float) -> str:
    if isinstance(value, int):
        return str(value)
    return _in_indonesian(f"{value:.10g}")


def _in_indonesian(written: str) -> str:
    """`1,234.5` → `1.234,5`."""
    return written.translate(str.maketrans(",.", ".,"))
