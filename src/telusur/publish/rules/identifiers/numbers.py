"""Numbers that belong to one person: NIK, KK, NPWP, NIP, accounts and cards."""

from __future__ import annotations

import re
from collections.abc import Iterator

from telusur.publish.model import Hidden, Rule

# Digits with a little between them, also over the end of a line: 3273 0112 3456 0001.
_BETWEEN = r"(?:[ \t.\-/_',:·•*~]|\|(?! )){0,3}\n?[ \t]{0,4}"
_RUN = re.compile(rf"(?<![\d])\d(?:{_BETWEEN}\d){{6,24}}(?!\d)")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_FIGURES = (
    _THOUSANDS,
    re.compile(r"\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)\d{2}"),
    re.compile(r"(?:19|20)\d{2}(?:[-/, ]{1,3}(?:19|20)\d{2})+"),
    re.compile(r"\d{1,2}[.:]\d{2}\s*-\s*\d{1,2}[.:]\d{2}"),
    re.compile(r"(?:1500|080[034])[ .-]?\d(?:[ .-]?\d){2,6}"),
)
_PIECE = re.compile(r"\d+")
_LABELS: tuple[tuple[Rule, re.Pattern[str]], ...] = (
    ("kk", re.compile(r"\b(?:no(?:mor)?\.?\s*kk|kk(?:nya)?|kartu\s+keluarga)\b", re.IGNORECASE)),
    ("npwp", re.compile(r"\bnpwp\b|\bpokok\s+wajib\s+pajak\b", re.IGNORECASE)),
    ("nip", re.compile(r"\bnip\b|\binduk\s+pegawai\b", re.IGNORECASE)),
    (
        "nik",
        re.compile(
            r"\b(?:nik(?:nya)?|e?-?ktp(?:-el)?|induk\s+kependudukan|nomor\s+induk(?:nya)?)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "rekening",
        re.compile(
            r"\b(?:rekening|norek|no\.?\s*rek|rek|bca|bri|bni|mandiri|bsi|btn|bjb|cimb|danamon|permata|bank\s+\w+|dana|ovo|"
            r"gopay|shopeepay|linkaja|transfer|a\.?c)(?:nya)?\b",
            re.IGNORECASE,
        ),
    ),
    (
        "identitas",
        re.compile(
            r"\b(?:paspor(?:nya)?|sim|bpjs|jkn|kis|kartu\s+indonesia\s+sehat|kepesertaan|peserta|nisn|nim|"
            r"nuptk|akta|registrasi\s+akta|pelanggan|nop|kia|imei|meter|polis|resi|va|virtual\s+account|"
            r"rekam\s+medis|no\.?\s*rm|rapat|meeting(?:\s+id)?|zoom|dtks|idpel|pendaftaran|registrasi|kartu)(?:nya)?\b",
            re.IGNORECASE,
        ),
    ),
)
_LENGTHS: dict[Rule, range] = {
    "kk": range(14, 19),
    "nik": range(14, 19),
    "npwp": range(14, 18),
    "nip": range(16, 20),
    "rekening": range(7, 21),
    "identitas": range(7, 26),
}
"""How many digits are believed after a label: a digit too few or too many is still a number."""
_LONG = 9
"""Digits in a row that are no figure: these have full stops."""
_REACH = 48
_PASSPORT = re.compile(r"(?<![\w-])[A-Z]{1,2}[ -]?\d{6,8}(?![\w-])")
_PASSPORT_LABEL = re.compile(
    r"\bpaspor(?:nya)?\b[^.;\n]{0,30}\Z|\bpassport\b[^.;\n]{0,30}\Z", re.IGNORECASE
)
_NPWP = re.compile(r"(?<!\d)\d{2}[. ]\d{3}[. ]\d{3}[. ]\d[-. ]\d{3}[. ]\d{3}(?!\d)")
_SAID = re.compile(
    r"\b(?:(?:nol|kosong|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)\b[ \t,.-]{0,3}\n?){6,40}",  # noqa: E501
    re.IGNORECASE,
)
"""Digits that are written as words; nobody counts like that."""
_SAID_DIGIT = r"nol|kosong|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan"
SAID_HOTLINE = re.compile(
    rf"(?<!sandi )(?<!pin )(?<!kode )\bsatu[ ]lima(?:[ ](?:nol|kosong)){{1,2}}(?:[ ](?:{_SAID_DIGIT})){{3}}\b(?![ ](?:{_SAID_DIGIT})\b)",  # noqa: E501
    re.IGNORECASE,
)
"""`satu lima nol kosong …`, as services for all are dialled."""
_SAID_BEHIND = re.compile(
    r"\b(?:nomor|nomer|no|belakangnya|depannya|pin(?:nya)?|kode(?:nya)?)\b[^.;\n\d]{0,20}?[ ]"
    r"(?P<said>(?:(?:nol|kosong|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)\b[ ]?){4,5})(?!\w)",  # noqa: E501
    re.IGNORECASE,
)
_HALF_SAID = re.compile(
    rf"(?<![\w.,])(?:(?:{_SAID_DIGIT}|\d{{1,6}})\b[ \t-]{{1,3}}){{2,20}}"
    rf"(?:{_SAID_DIGIT}|\d{{1,6}})\b",
    re.IGNORECASE,
)
"""Digits and words for digits in one row: `0813 dua dua 45`."""
_PART_SAID = re.compile(r"\d|[a-z]+", re.IGNORECASE)
_FEWEST_SAID = 8
_SHORT = re.compile(
    r"\b(?:rekam[ ]medis|no(?:mor)?\.?[ ]?rm|rm|sertifikat|shm|shgb|hgb|shp|persil|kohir|sppt|sk?gr|petok|letter[ ]c|girik|kip|kks|pkh|kis|"  # noqa: E501
    r"(?:tiket|aduan|laporan|resi|klaim|polis)(?:nya)?[ ](?:no(?:mor)?\.?|nomor))(?:nya)?\b"
    r"(?:[ ][a-z]{2,12}nya)?[ \t]{0,2}(?:no(?:mor)?\b\.?|:|=|ialah|adalah){0,2}[ \t:]{0,3}"
    rf"(?P<number>\d(?:{_BETWEEN}\d){{3,24}})(?!\d)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d{2}")
_MONEY = re.compile(r"(?:Rp\.?|IDR|USD|US\$|\$|senilai|sebesar)\s*\Z", re.IGNORECASE)


def numbers_in(text: str) -> Iterator[Hidden]:
    """Yield the numbers that name a person, however they are spaced, and over broken lines."""
    seen = text
    for found in _NPWP.finditer(seen):
        yield Hidden(*found.span(), "npwp", "bentuk NPWP")
    for found in _PASSPORT.finditer(seen):
        labelled = _PASSPORT_LABEL.search(seen[max(0, found.start() - _REACH) : found.start()])
        if labelled or re.fullmatch(r"[A-Z]\d{7}", found[0]):
            yield Hidden(*found.span(), "identitas", "bentuk nomor paspor")
    for found in _SAID.finditer(seen):
        if SAID_HOTLINE.fullmatch(found[0].rstrip(" \t\n,.-")):
            continue
        yield Hidden(
            found.start(),
            found.start() + len(found[0].rstrip(" \t\n,.-")),
            "identitas",
            "angka yang dieja",
        )
    for found in _SAID_BEHIND.finditer(seen):
        start = found.start("said")
        yield Hidden(start, start + len(found["said"].rstrip()), "identitas", "angka yang dieja")
    for found in _HALF_SAID.finditer(seen):
        parts = _PART_SAID.findall(found[0])
        words = sum(part.isalpha() for part in parts)
        if len(parts) >= _FEWEST_SAID and 1 < words < len(parts):
            yield Hidden(*found.span(), "identitas", "angka yang sebagian dieja")
    for found in _SHORT.finditer(seen):
        if not _YEAR.fullmatch(found["number"]):
            yield Hidden(*found.span("number"), "identitas", "label di depannya")
    for run in _RUN.finditer(seen):
        yield from _of_run(seen, run.start(), run.end())


def _of_run(seen: str, start: int, end: int) -> Iterator[Hidden]:
    """Yield what a run of digits holds: a label before it, or its own form, must say so."""
    words = seen[start:end]
    if _is_figure(seen, start, words):
        return
    pieces = [(start + one.start(), start + one.end()) for one in _PIECE.finditer(words)]
    label = _label(seen, start)
    at = 0
    while at < len(pieces):
        found = _longest(seen, pieces, at, label)
        if found is None:
            at += 1
            continue
        last, rule, why = found
        yield Hidden(pieces[at][0], pieces[last][1], rule, why)
        at, label = last + 1, None


def _longest(
    seen: str, pieces: list[tuple[int, int]], at: int, label: Rule | None
) -> tuple[int, Rule, str] | None:
    for last in range(len(pieces) - 1, at - 1, -1):
        digits = "".join(seen[begin:end] for begin, end in pieces[at : last + 1])
        if label and len(digits) in _LENGTHS[label]:
            return last, label, "label di depannya"
        if rule := _by_form(digits, whole=last == at):
            return last, rule, "bentuk dan isinya"
    return None


def _by_form(digits: str, *, whole: bool) -> Rule | None:
    """What digits are by themselves; `whole` where nothing stands between them."""
    if len(digits) == 16 and (whole or is_nik(digits)):
        return "nik"
    if len(digits) == 18 and _is_nip(digits):
        return "nip"
    if whole and len(digits) >= _LONG:
        return "identitas"
    return None


def is_nik(digits: str) -> bool:
    """Whether 16 digits have the form of a NIK or KK: a province, a region's number, day and month.

    The region itself may be gone: a number keeps the code with which it was given.
    """
    from lokal.provinces import PROVINCES

    region, day, month = int(digits[2:4]), int(digits[6:8]), int(digits[8:10])
    return (
        digits[:2] in PROVINCES
        and (1 <= region <= 40 or 71 <= region <= 80)
        and (1 <= day <= 31 or 41 <= day <= 71)
        and 1 <= month <= 12
    )


def _is_nip(digits: str) -> bool:
    """A civil servant's number: born on a day, in service since a month."""
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:8])
    since, in_month = int(digits[8:12]), int(digits[12:14])
    return (
        1930 <= year <= 2015 and 1 <= month <= 12 and 1 <= day <= 31
        and 1950 <= since <= 2100 and 1 <= in_month <= 12
    )  # fmt: skip


def _label(seen: str, start: int) -> Rule | None:
    """The label nearest before a number, on its line or at the end of the one before."""
    before = seen[max(0, start - _REACH) : start]
    nearest: tuple[int, Rule] | None = None
    for rule, pattern in _LABELS:
        for found in pattern.finditer(before):
            between = before[found.end() :]
            if re.search(r"\d{4}|[;!?]|\.\s", between) or between.count("\n") > 1:
                continue
            if nearest is None or found.end() > nearest[0]:
                nearest = (found.end(), rule)
    return nearest[1] if nearest else None


def _is_figure(seen: str, start: int, words: str) -> bool:
    """Whether the digits are an amount, a day, years, hours or a hotline."""
    return (
        any(form.fullmatch(words.strip()) for form in _FIGURES)
        or _MONEY.search(seen[max(0, start - 12) : start]) is not None
    )
