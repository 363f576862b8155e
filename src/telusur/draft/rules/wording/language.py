"""Words to choose and words to avoid (rules 242 to 256 and 270)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from telusur.draft.rules.manuscript import Manuscript
from telusur.draft.rules.rule import Case, Hit, found, rule

_WITHOUT_PREJUDICE = re.compile(
    r"\b(?:(?:dengan\s+tidak|tanpa)\s+mengurangi(?!\s+(?:jumlah|mutu|kualitas|nilai|isi|luas))"
    r"|tanpa\s+menyimpang\s+dari)\b",
    re.IGNORECASE,
)
_FOREIGN = {
    "back office": "kantor belakang", "backup": "cadangan", "call center": "pusat panggilan",
    "checklist": "daftar periksa", "customer service": "layanan pelanggan", "dashboard": "dasbor",
    "database": "basis data", "deadline": "tenggat", "download": "unduh", "drive thru": "lantatur",
    "email": "surel", "e-mail": "surel", "feedback": "umpan balik", "front office": "kantor depan",
    "hardware": "perangkat keras", "helpdesk": "meja bantuan", "hotline": "saluran siaga",
    "link": "tautan", "login": "masuk", "monitoring": "pemantauan", "offline": "luring",
    "online": "daring", "password": "kata sandi", "server": "peladen", "software":
    "perangkat lunak", "stakeholder": "pemangku kepentingan", "stakeholders":
    "pemangku kepentingan", "tracking": "pelacakan", "update": "pemutakhiran", "upload": "unggah",
    "user": "pengguna", "walk in": "datang langsung", "website": "laman", "workshop": "lokakarya",
}  # fmt: skip
_FOREIGN_WORD = re.compile(
    rf"(?<![\w-])(?:{'|'.join(sorted(_FOREIGN, key=len, reverse=True))})(?![\w-])"
)
_UNIT = r"(?:detik|menit|jam|hari|minggu|bulan|tahun|semester|triwulan)"
_COUNTED = r"\d[\d.,]*+\s*+%?\s*+(?:\([^()]*+\)\s*+)?"
_PERIOD_BY_DEADLINE = re.compile(
    r"\bjangka\s+waktu\s+(?P<words>paling\s+(?:lambat|cepat))\b", re.IGNORECASE
)
_LIMIT_OF_AMOUNT = re.compile(
    rf"\bpaling\s++(?P<word>lama|singkat)\s++(?P<what>(?:sebesar\s++)?(?:Rp|{_COUNTED}"
    rf"(?!kali\b|{_UNIT}\b|[x×(])(?=[a-z])))"
)
_PERIOD = re.compile(rf"\s++(?:\w++\s++)?{_COUNTED}{_UNIT}\b")
_LIMIT_OF_DATE = re.compile(r"\bpaling\s+lama\s+(?:pada\s+)?(?:tanggal|akhir)\b")
_OLD_LIMITS = {
    "selambat-lambatnya": "paling lambat", "selama-lamanya": "paling lama",
    "sekurang-kurangnya": "paling sedikit", "sebanyak-banyaknya": "paling banyak",
    "sesingkat-singkatnya": "paling singkat", "secepat-cepatnya": "paling cepat",
    "setinggi-tingginya": "paling tinggi", "serendah-rendahnya": "paling rendah",
    "sedikit-dikitnya": "paling sedikit", "paling kurang": "paling sedikit",
    "paling tidak": "paling sedikit", "paling sedikitnya": "paling sedikit",
    "paling lambatnya": "paling lambat", "paling lamanya": "paling lama",
}  # fmt: skip
_OLD_LIMIT = re.compile(rf"\b(?:{'|'.join(_OLD_LIMITS)})(?![\w-])")
_CONJUNCTION = re.compile(
    r"^(?P<word>Dan|Atau|Tetapi|Akan tetapi|Namun|Namun demikian|Sedangkan|Serta|Sehingga|Maka"
    r"|Adapun|Oleh karena itu|Oleh sebab itu|Karena|Melainkan|Padahal)\b"
)
_OPEN_LIST = re.compile(
    r"\b(?:antara\s+lain|(?:namun|tetapi|tapi|dan)\s+tidak\s+terbatas\s+(?:pada|kepada)"
    r"|dan\s+sebagainya|dan\s+lain-lain|dan\s+seterusnya)\b"
)


@rule(
    "251",
    "warning",
    "tidak ada `dengan tidak mengurangi`, `tanpa mengurangi`, `tanpa menyimpang dari`",
    "no `dengan tidak mengurangi`, `tanpa mengurangi`, `tanpa menyimpang dari`",
)
def without_prejudice(draft: Manuscript) -> Iterator[Case]:
    for clause in draft.clauses:
        for match in _WITHOUT_PREJUDICE.finditer(clause.text):
            yield Hit(
                found(clause, match),
                f"hindari “{match[0]}”; tulis norma atau pengecualiannya secara langsung",
                f"avoid “{match[0]}”; say the norm or the exception outright",
            )


@rule(
    "254",
    "info",
    "kata asing hanya dalam penjelasan, kecuali di dalam kurung",
    "foreign words only in the explanation, but for those in brackets",
)
def foreign_words(draft: Manuscript) -> Iterator[Case]:
    for clause in draft.clauses:
        for match in _FOREIGN_WORD.finditer(clause.text):
            before = clause.text[max(match.start() - 200, 0) : match.start()]
            if before.count("(") > before.count(")"):
                yield None
            else:
                yield Hit(
                    found(clause, match),
                    f"gunakan kata Indonesia untuk “{match[0]}”: {_FOREIGN[match[0]]}",
                    f"use an Indonesian word for “{match[0]}”: {_FOREIGN[match[0]]}",
                )


@rule(
    "256",
    "warning",
    "`paling lama/singkat` untuk jangka waktu, `paling lambat/cepat` untuk batas waktu, "
    "`paling sedikit/banyak` untuk jumlah",
    "`paling sedikit/banyak` for amounts, `paling lama/singkat` for periods, "
    "`paling lambat/cepat` for deadlines",
    fixes=True,
)
def limits(draft: Manuscript) -> Iterator[Case]:
    for clause in draft.clauses:
        text = clause.text
        for match in _PERIOD_BY_DEADLINE.finditer(text):
            right = "paling lama" if "lambat" in match["words"] else "paling singkat"
            yield _limit(Hit(found(clause, match, "words"), "jangka waktu", "a period", right))
        for match in _LIMIT_OF_AMOUNT.finditer(text):
            right = "paling banyak" if match["word"] == "lama" else "paling sedikit"
            yield _limit(Hit(found(clause, match), "jumlah", "an amount", right), fix=False)
        for match in _LIMIT_OF_DATE.finditer(text):
            hit = Hit(found(clause, match), "batas waktu", "a deadline", "paling lambat")
            yield _limit(hit, fix=False)
        for match in _OLD_LIMIT.finditer(text):
            hit = Hit(found(clause, match), "batas", "a limit", _OLD_LIMITS[match[0]])
            # Of a period, `paling kurang` says `paling singkat`, or that it happens so often.
            unsure = hit.replacement == "paling sedikit" and _PERIOD.match(text, match.end())
            yield _limit(hit, fix=not unsure)
        for _ in re.finditer(r"\bpaling\s+(?:lama|singkat|lambat|cepat|sedikit|banyak)\b", text):
            yield None


def _limit(hit: Hit, *, fix: bool = True) -> Hit:
    """Complete a hit whose messages name only what is limited."""
    right = hit.replacement
    return Hit(
        hit.spot,
        f"untuk {hit.message} tulis “{right}”",
        f"for {hit.message_en} write “{right}”",
        right if fix else None,
    )


@rule(
    "270a",
    "warning",
    "norma tidak berawal kata hubung",
    "no norm begins with a conjunction",
    inferred=True,
)
def conjunction_first(draft: Manuscript) -> Iterator[Case]:
    for clause in draft.clauses:
        if clause.level not in ("pasal", "ayat") or not clause.text:
            continue
        match = _CONJUNCTION.match(clause.text)
        if match is None:
            yield None
        else:
            yield Hit(
                found(clause, match, "word"),
                f"jangan awali norma dengan “{match['word']}”",
                f"do not begin a norm with “{match['word']}”",
            )


@rule(
    "270b",
    "info",
    "tidak ada `antara lain` dan `namun tidak terbatas pada`",
    "no `antara lain` and no `namun tidak terbatas pada`",
    inferred=True,
)
def open_lists(draft: Manuscript) -> Iterator[Case]:
    for clause in draft.clauses:
        for match in _OPEN_LIST.finditer(clause.text):
            yield Hit(
                found(clause, match),
                f"“{match[0]}” membuat norma terbuka; sebutkan semuanya atau tulis “meliputi”",
                f"“{match[0]}” leaves the norm open; name all, or write “meliputi”",
            )
