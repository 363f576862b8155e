"""Accounts of people on social media, their passwords, and addresses of their machines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from telusur.publish.model import Hidden
from telusur.publish.rules.vocabulary import Vocabulary

_SITES = (
    r"(?:facebook|fb|instagram|tiktok|twitter|x|youtube|linkedin|threads|snapchat|pinterest|reddit|"
    r"medium|github|soundcloud|twitch|quora|kaskus|tumblr|vk|bsky|mastodon|discord)\.(?:com|net|co\.id|tv|me|app|gg|org|social)|"
    r"youtu\.be|instagr\.am|t\.me|telegram\.me|wa\.me|line\.me|fb\.me|linktr\.ee|saweria\.co|chat\.whatsapp\.com"
)
_PAGE = re.compile(
    rf"(?<![\w.-])(?:https?://)?(?:[a-z]{{1,6}}\.)?(?:{_SITES})/(?P<account>[^\s)>\]\"',;|]+)",
    re.IGNORECASE,
)
_NETWORK = (
    r"face[ ]?book|fb|instagram|insta|ig|tik[ ]?tok|twitter|telegram|tele|youtube|threads|line|"
    r"discord|snapchat|linkedin|wechat|line[ ]id|x|signal|path|medsos|media[ ]sosial|akun|account|"
    r"user(?:[ ]?name|[ ]?id)?|nama[ ]akun|id[ ](?:line|telegram|game|pengguna)|handle"
)
_NAMED = re.compile(
    rf"(?<![\w.@/])(?i:{_NETWORK})(?:-?nya)?(?:[ ]?\([^()\n]{{1,20}}\))?[ \t]{{0,2}}"
    r"(?:[:=][ \t]{0,2}|@|(?:bernama|adalah|ialah|dengan nama|atas nama)[ \t])"
    r"[\"“'@]{0,2}(?P<account>[A-Za-z0-9_][\w.-]{2,39}(?:[ ][A-Z][\w.]{2,20}){0,2})",
)
_BESIDE = re.compile(
    rf"(?<![\w.@/])(?P<network>{_NETWORK})(?:-?nya)?(?:[ ](?:milik|miliknya|nya|pribadi|saya|"
    rf"dia|beliau)){{0,2}},?[ ]"
    rf"[\"“'@(]{{0,2}}(?!(?:{_NETWORK})\b)(?P<account>[A-Za-z0-9_.]{{3,40}})(?![\w@])",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?<![\w.@/])(?P<account>[A-Za-z0-9]{{2,30}}[._][\w.]{{2,30}}),?[ ]\(?(?:di|pada|lewat|akun)[ ](?:akun[ ])?(?i:{_NETWORK})\b"  # noqa: E501
)
_SECRET = re.compile(
    r"\b(?:pin|otp|sandi|kata[ ]sandi|kata[ ]kunci|password|passwd|passcode|pass|pwd|kode[ ](?:otp|akses|verifikasi|sandi|unik|"  # noqa: E501
    r"aktivasi)|token)(?:-?nya)?\b[ \t]{0,2}(?:(?:[:=]|ialah|adalah|yaitu)[ \t]{0,2})?[\"“'`]?"
    r"(?P<secret>(?=[\w!#$%&*+@?-]{0,40}\d)[\w!#$%&*+@?-]{4,40}|\d{2,4}(?:[ -]\d{1,4}){1,4})",
    re.IGNORECASE,
)
_GIVEN_AWAY = re.compile(
    r"\b(?i:password|sandi|pass|pwd)(?:[ ][a-z]{2,12}){0,4}[ ]?[=:][ ]?[\"“']?(?P<secret>[^\s,;\"”]{4,40})|"  # noqa: E501
    r"(?<![\w@./#-])(?P<odd>[A-Za-z]{2,20}[#$%&!*]\w{0,20}\d\w{0,20}|[a-z]{3,15}\d{3,6})(?![\w@./-])"
)
"""A password behind its label, and what looks like one: `Melati#2025`, `yani1987`."""
_HANDLE = re.compile(r"(?<![\w.@/])@[A-Za-z0-9_][\w.]{1,40}")
OFFICIAL = re.compile(
    r"disduk|dukcapil|dinas|diskominfo|pemko[tb]|pemkab|pemprov|mpp|kemen|panrb|dpmptsp|ptsp|rsud|rsup|puskesmas|"
    r"polres|polda|polsek|bpjs|humas|kominfo|kelurahan|kecamatan|kabupaten|provinsi|ombudsman|"
    r"samsat|imigrasi|bappeda|sekretariat|setda|dprd|official|lapor1708|pasar|kantor|@(?:layanan|pengaduan)(?![._\d])",
    re.IGNORECASE,
)
_READER = re.compile(r"(?<![\w/.])u/[\w-][\w.-]{1,30}\w")
"""As in threads: `u/anak_pasar`."""
_JOINED = re.compile(
    r"(?<![\w@./\\-])(?=[\w.]{0,40}[a-z])[a-z][a-z0-9]{1,20}(?:[._][a-z0-9]{2,20}){1,3}(?![\w@/\\]|[.-]\w)"
)
"""Small letters joined by a mark, as nobody writes but in an account: `teh_poci`, `budi.tobing`."""
_FILE_OR_SITE = re.compile(
    r".*\.(?:id|com|org|net|go|info|io|co|app|xyz|gov|edu|html?|php|pdf|docx?|xlsx?|csv|tsv|xml|sh|jsonl|txt|md|py|"
    r"yml|yaml|json|jpe?g|png|zip|pptx?|mp[34]|example)"
)
_NET4 = re.compile(r"(?<![\d.])(?:\d{1,3}[\[(]?\.[\])]?){3}\d{1,3}(?!\.?\d)")
_NET6 = re.compile(
    r"(?<![\w:])(?:[0-9A-Fa-f]{1,4}:){1,7}(?::?[0-9A-Fa-f]{1,4}){1,7}(?![\w:])|(?<![\w:])"
    r"(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}(?![\w:-])"
)
_ALSO_WORDS = {"x", "line", "path", "signal", "tele", "medsos", "media sosial", "handle"}
_FEWEST_LETTERS = 5
_CLOCK = re.compile(r"\d{1,2}(?::\d{1,2}){1,2}")
_BIG = re.compile(r"\d{1,3}(?:\.\d{3}){3}")
_MARKED = re.compile(r"\b(?:ip|alamat[ ]jaringan|server|peladen)\b[^\d\n]{0,20}\Z", re.IGNORECASE)


def accounts_in(seen: str, vocabulary: Vocabulary) -> Iterator[Hidden]:
    """Yield accounts, but those of offices, and addresses of machines."""
    for pattern, why in (
        (_PAGE, "halaman akun"),
        (_NAMED, "label di depannya"),
        (_HANDLE, "nama akun"),
    ):
        for found in pattern.finditer(seen):
            group = "account" if "account" in pattern.groupindex else 0
            start, end = found.span(group)
            end -= len(found[group]) - len(found[group].rstrip(".,;:!?/"))
            if not OFFICIAL.search(seen, start, end):
                yield Hidden(start, end, "akun", why)
    for found in _BESIDE.finditer(seen):
        account = found["account"].rstrip(".")
        odd = any(one.isdigit() or one in "_." for one in account)
        sure = found["network"].lower() not in _ALSO_WORDS and len(account) >= _FEWEST_LETTERS
        odd = odd or (sure and account.islower() and not vocabulary.is_word(account))
        if odd and any(one.isalpha() for one in account) and not OFFICIAL.search(account):
            start = found.start("account")
            yield Hidden(start, start + len(account), "akun", "media sosial di depannya")
    yield from _joined(seen, vocabulary)
    for found in _BEFORE.finditer(seen):
        if not OFFICIAL.search(found["account"]):
            yield Hidden(*found.span("account"), "akun", "media sosial di belakangnya")
    for found in _SECRET.finditer(seen):
        yield Hidden(*found.span("secret"), "akun", "kata sandi atau kode")
    for found in _GIVEN_AWAY.finditer(seen):
        if not OFFICIAL.search(found[0]):
            yield Hidden(*found.span(found.lastgroup or 0), "akun", "kata sandi atau kode")
    yield from _machines(seen)


def _joined(seen: str, vocabulary: Vocabulary) -> Iterator[Hidden]:
    """Yield accounts without a mark before them, of which a part is no word."""
    for found in _READER.finditer(seen):
        if not OFFICIAL.search(found[0]):
            yield Hidden(*found.span(), "akun", "nama akun")
    for found in _JOINED.finditer(seen):
        parts = [one for one in re.split(r"[._]", found[0]) if not one.isdigit()]
        known = all(vocabulary.is_word(one) or vocabulary.is_public(one) for one in parts)
        site = _FILE_OR_SITE.fullmatch(found[0])
        if len(parts) > 1 and not known and not site and not OFFICIAL.search(found[0]):
            yield Hidden(*found.span(), "akun", "nama akun")


def _machines(seen: str) -> Iterator[Hidden]:
    for found in _NET4.finditer(seen):
        parts = re.findall(r"\d+", found[0])
        marked = _MARKED.search(seen[max(0, found.start() - 40) : found.start()])
        fits = all(int(one) <= 255 and (one == "0" or one[0] != "0") for one in parts)
        section = all(int(one) < 20 for one in parts)
        if marked or (fits and not section and not _BIG.fullmatch(found[0])):
            yield Hidden(*found.span(), "jaringan", "alamat IP")
    for found in _NET6.finditer(seen):
        long = found[0].count(":") + found[0].count("-") > 2 or "::" in found[0]
        if long and not _CLOCK.fullmatch(found[0]):
            yield Hidden(*found.span(), "jaringan", "alamat jaringan")
