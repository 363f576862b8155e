"""Telephones and addresses at which an office is reached: these stay."""

from __future__ import annotations

import re

from telusur.publish.rules.identifiers.reach.accounts import OFFICIAL
from telusur.publish.rules.vocabulary import Vocabulary

_HOTLINE = re.compile(
    r"\(?(?:1500|150|0800|0804|0803)[ .-]?(?:\d[ .-]?){3,7}|14\d{3}|1[0-9]{2}", re.ASCII
)
_OFFICE = (
    r"kantor|dinas|dis(?:duk|nak|dik|kominfo|perin|hub|sos)\w{0,12}|dukcapil|dpmptsp|mpp|puskesmas|rs|rsu|rsud|rsup|"
    r"rumah[ ]sakit|klinik|polres|polsek|polda|pemkot|pemkab|pemprov|pemda|sekretariat|"
    r"balai[ ]?kota|"
    r"kecamatan|kelurahan|ombudsman|bpjs|bank|loket|gerai|posko|hotline|help[ ]?desk|"
    r"call[ ]?cent(?:er|re)|"
    r"contact[ ]?cent(?:er|re)|pusat[ ](?:panggilan|layanan|informasi|bantuan)|layanan|pengaduan|"
    r"resepsionis|piket|humas|upt|uptd|samsat|imigrasi|kementerian|badan|bkpsdm|satpol[ ]pp|"
    r"pdam|pln"
)
_BEFORE = re.compile(rf"\b(?:{_OFFICE})\b[^.\n;!?]{{0,70}}\Z", re.IGNORECASE)
_PERSON = re.compile(
    r"\b(?:warga|rumah(?!\s+sakit)(?:nya)?|pribadi|pemohon|pelapor|pengadu|pemilik|bu|pak|ibu|bapak|"
    r"sdri?|saudar[ai]|mas|mbak|hp|ponsel|penduduk|keluarga|suami|istri|anak|pegawai|petugas|staf|"
    r"saya|dia|ia|beliau|nama|an|a\.n|milik|lansia|pasien|korban|informan|narasumber)(?:nya)?\b",
    re.IGNORECASE,
)
_AFTER = re.compile(r"[ ]{0,2}\(?(?:rumah|pribadi|bu|pak|ibu|bapak|hp)\b", re.IGNORECASE)
_MOBILE = re.compile(r"\D{0,3}(?:\+?\D{0,2}6\D{0,2}2\D{0,3})?0?\D{0,2}8")
_LANDLINE = re.compile(r"\(?0(?!8)\d{2,3}\)?[ -]{0,2}\d{2,4}(?:[ -]?\d{3,4}){1,2}")
_CAPITAL = re.compile(r"\b[A-Z][a-z]+\b")
_MADE_FOR_ALL = re.compile(
    r"\b(?:hotline|call[ ]?center|contact[ ]?center|resmi|layanan|pengaduan|piket|posko|halo)\b"
    r"[^.\n;!?]{0,40}\Z",
    re.IGNORECASE,
)
_MAILBOX = re.compile(
    r"(?:layanan|info|informasi|pengaduan|humas|ppid|admin|kontak|sekretariat|pelayanan|cs|halo|"
    r"kantor|lapor|dis\w{3,16}|dukcapil\w{0,16}|dpmptsp\w{0,16}|mpp\w{0,16}|dinas\w{0,16}|"
    r"kelurahan\w{0,16}|kecamatan\w{0,16}|pemkot\w{0,16}|pemkab\w{0,16})[\w.-]{0,20}@[\w.-]{1,60}"
    r"\.(?:go|desa|or)\.id",
    re.IGNORECASE,
)
_REACH = 90


def is_of_office(seen: str, start: int, end: int, vocabulary: Vocabulary) -> bool:
    """Whether a telephone or address is that of an office: the number or the words before say so,
    and no word in between speaks of a person. A mobile number needs more: staff have these too; one
    with the code of a town less, where nobody is named before it in its line."""
    words = seen[start:end]
    if " @" in words and "@ " not in words:  # `Akun @disdukcapil`
        return OFFICIAL.search(words) is not None
    if "@" in words:
        return _MAILBOX.fullmatch(words) is not None
    if _HOTLINE.fullmatch(words.strip()):
        return True
    before = seen[max(0, start - _REACH) : start]
    office = _BEFORE.search(before)
    if _AFTER.match(seen, end):
        return False
    if office is None:
        return _LANDLINE.fullmatch(words) is not None and not _names_somebody(before, vocabulary)
    if _PERSON.search(office[0]):
        return False
    return not _MOBILE.match(words) or _MADE_FOR_ALL.search(office[0]) is not None


def _names_somebody(before: str, vocabulary: Vocabulary) -> bool:
    line = before[before.rfind("\n") + 1 :]
    return bool(_PERSON.search(line)) or not all(map(vocabulary.is_word, _CAPITAL.findall(line)))
