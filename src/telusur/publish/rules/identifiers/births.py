"""When a person was born."""

from __future__ import annotations

import re
from collections.abc import Iterator

from telusur.publish.model import Hidden

_MONTH = r"(?:jan|feb|mar|apr|mei|may|jun|jul|ag[ust]|aug|sep|okt|oct|nov|des|dec|pebruari|nop)[a-z]{0,8}"  # noqa: E501
_ROMAN = r"(?:VIII|VII|VI|IV|IX|XII|XI|III|II|I|V|X)"
_S = r"[ \t]?[-/.,·][ \t]?|[ \t]{1,2}"
_DATE = (
    rf"(?:\d{{1,2}}(?:{_S})(?:\d{{1,2}}|{_ROMAN}|{_MONTH})\.?(?:{_S})(?:(?:19|20)\d{{2}}|'?\d{{2}})(?!\d)|"
    rf"(?:19|20)\d{{2}}(?:{_S})(?:\d{{1,2}}|{_MONTH})(?:{_S})\d{{1,2}}(?!\d)|"
    rf"\d{{1,2}}[ ]bulan[ ](?:\d{{1,2}}|{_MONTH}),?[ ]tahun[ ](?:19|20)\d{{2}}|"
    rf"{_MONTH}[ ]\d{{1,2}},?[ ](?:19|20)\d{{2}})"
)
_ANY_DATE = re.compile(rf"(?<![\d./-])(?<!\d,(?!\d{{4}}-))(?P<date>{_DATE})", re.IGNORECASE)
_LABEL = re.compile(
    r"\b(?:(?:tempat\W{1,3})?(?:tanggal|tgl)\.?[ \t]?lahir|ttl|kelahiran|lahir|dilahirkan|lhr|dob|"
    r"ulang[ ]tahun|born|birth)(?:nya|an|kan)?\b[^.!?;\n]{0,50}\n?[^.!?;\n\d]{0,12}\Z",
    re.IGNORECASE,
)
_RUN_TOGETHER = re.compile(
    r"(?<!\d)(?:(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d{2}|"
    r"(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?!\d)"
)
_SAID = (
    r"(?:[0-9OolI]{1,4}|(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|seribu)"
    r"(?:[ ](?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|belas|puluh|ratus|ribu|kosong|nol)){0,7})"  # noqa: E501
)
_TOLD = re.compile(
    r"\b(?:lahir(?:nya)?|kelahiran(?:nya)?|ttl|ultah)\b[^.!?;\n\d]{0,40}?\b"
    rf"(?:(?:tanggal|tgl)\b\.?[ ])?(?P<day>{_SAID}[ ,./-]{{1,2}}(?:(?:bulan|bln)\b\.?[ ])?(?:{_SAID}|[A-Za-z]{{3,12}}(?:[ ][A-Z][a-z]{{2,8}})?)"  # noqa: E501
    rf",?[ ,./-]{{1,2}}(?:(?:tahun|thn|th)\b\.?[ ])?'?{_SAID})(?![\w])",
    re.IGNORECASE,
)
"""A day as people tell one: `tgl 2 bln 9 thn 99`, `1 Suro 1951`, `tiga Mei delapan satu`."""
_AFTER_NAME = re.compile(r"[A-Za-z][\w.' -]{1,40},?[ ]{0,2}\([^()\d\n]{0,30}\Z")
_PUBLIC = re.compile(
    r"\b(?:sejak|berdiri|didirikan|ditetapkan|diundangkan|disahkan|undang-undang|uu|nomor|no|peraturan|"
    r"perda|perbup|pp|permen|kepmen|keputusan|sk|berlaku|diresmikan|dibangun|kemerdekaan|"
    r"proklamasi|rapat|kunjungan|diterbitkan|terbit|dibentuk|beroperasi|pemekaran|surat|edaran|versi|"
    r"tanggal(?![ ]lahir))\b[^.!?;\n]{0,40}\Z",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d{2}")
_YOUNGEST = 2005
"""A day up to this year is hardly that of a visit."""
_COMPARED = re.compile(
    r"\b(?:dan|atau|menjadi|jadi|bukan(?:nya)?|seharusnya|padahal)[ ](?:[a-z]+[ ])?\Z"
)
"""Before the second of two days of birth that differ."""
_REACH = 80


def births_in(seen: str) -> Iterator[Hidden]:
    """Yield days of birth: behind a label, in brackets behind a name, or too long ago for a visit.

    The day itself, not the place. In doubt a day of long ago is one; not where the words before it
    speak of laws or of what began then.
    """
    for found in _RUN_TOGETHER.finditer(seen):
        if _LABEL.search(seen[max(0, found.start() - _REACH) : found.start()]):
            yield Hidden(*found.span(), "tanggal lahir", "label di depannya")
    for found in _TOLD.finditer(seen):
        yield Hidden(*found.span("day"), "tanggal lahir", "label di depannya")
    for found in _ANY_DATE.finditer(seen):
        before = seen[max(0, found.start() - _REACH) : found.start()]
        label = _LABEL.search(before)
        if label and (_COMPARED.search(label[0]) or not re.search(r"\d{4}", label[0])):
            yield Hidden(*found.span("date"), "tanggal lahir", "label di depannya")
            continue
        year = _YEAR.search(found["date"])
        old = year is not None and int(year[0]) <= _YOUNGEST
        if old and (_AFTER_NAME.search(before[-50:]) or not _PUBLIC.search(before)):
            yield Hidden(*found.span("date"), "tanggal lahir", "hari yang lama lewat")
