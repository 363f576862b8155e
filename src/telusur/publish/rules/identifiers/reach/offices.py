"""Telephones and addresses at which an office is reached: these stay."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from telusur.publish.rules.identifiers.reach.accounts import OFFICIAL
from telusur.publish.rules.vocabulary import Vocabulary

_HOTLINE = re.compile(
    r"\(?(?:1500|150|0800|0804|0803)[ .-]?(?:\d[ .-]?){3,7}|14\d{3}|1[0-9]{2}", re.ASCII
)
_FOR_ALL = (
    r"hotline|help[ ]?desk|(?:call|contact)[ ]?cent(?:er|re)|resmi|layanan|pengaduan|piket|posko|halo|"  # noqa: E501
    r"pusat[ ](?:panggilan|layanan|informasi|bantuan|aduan)"
)
_OFFICE = (
    r"kantor|dinas|dis(?:duk|nak|dik|kominfo|perin|hub|sos)\w{0,12}|dukcapil|dpmptsp|mpp|puskesmas|rs|rsu|rsud|rsup|"
    r"rumah[ ]sakit|klinik|polres|polsek|polda|pemkot|pemkab|pemprov|pemda|sekretariat|"
    r"balai[ ]?kota|kecamatan|kelurahan|ombudsman|bpjs|bank|loket|gerai|resepsionis|humas|upt|uptd|"
    rf"samsat|imigrasi|kementerian|badan|bkpsdm|satpol[ ]pp|pdam|pln|{_FOR_ALL}"
)
_PERSON = (
    r"warga|rumah(?!\s+sakit)(?:nya)?|pribadi|pemohon|pelapor|pengadu|pemilik|bu|pak|ibu|bapak|"
    r"sdri?|saudar[ai]|mas|mbak|hp|ponsel|penduduk|keluarga|suami|istri|anak|pegawai|petugas|staf|"
    r"saya|dia|ia|beliau|nama|an|a\.n|milik|lansia|pasien|korban|informan|narasumber"
)
_CALLER = (
    r"(?:saya|kami|dia|ia|beliau|warga|pemohon|pelapor)[ ](?:(?:sudah|lalu|coba|mencoba|pernah|terus|"  # noqa: E501
    r"tadi|sering|juga)[ ]){0,3}(?:telepon|telpon|telp|tlp|hubungi|menelepon|menelpon|menghubungi|kontak)\b"  # noqa: E501
)
"""Who calls a number is not whose it is: `saya telepon …`, but `hubungi saya …`."""
_HOLDER = re.compile(
    rf"\b(?:(?P<caller>{_CALLER})|(?P<person>(?:{_PERSON})(?:nya)?)|(?P<office>{_OFFICE}))\b",
    re.IGNORECASE,
)
_STOPS = re.compile(r"[.\n;!?]")
_AFTER = re.compile(
    r"[ ]{0,2}\(?(?:rumah|pribadi|bu|pak|ibu|bapak|hp)\b|(?!,?[ ](?:jangan|bukan)\b)[^.\n;!?\d]{0,20}\b(?:itu|ini|adalah|yaitu|nomor|telepon|"  # noqa: E501
    r"milik(?:nya)?)[ ](?:nomor[ ]|telepon[ ]|hp[ ]){0,2}(?:rumah(?![ ]sakit)|pribadi|milik|kepunyaan|"  # noqa: E501
    r"mertua|orang[ ]tua|tetangga|suami|istri|anak|adik|kakak|ibu|bapak|pak|bu|saya)\b",
    re.IGNORECASE,
)
"""Whose a number is may be said behind it: `jangan ke …, itu nomor rumah mertua saya`."""
_MOBILE = re.compile(r"\D{0,3}(?:\+?\D{0,2}6\D{0,2}2\D{0,3})?0?\D{0,2}8")
_LANDLINE = re.compile(r"\(?0(?!8)\d{2,3}\)?[ -]{0,2}\d{2,4}(?:[ -]?\d{3,4}){1,2}")
_CAPITAL = re.compile(r"\b[A-Z][a-z]+\b")
_FOR_ALL_OF = re.compile(_FOR_ALL, re.IGNORECASE)
_DIRECT = re.compile(
    r"(?>(?:[ ,(:]|[A-Z][\w.]*+|\d|(?:te?lp|telepon|nomor|no|di|pada|wa|hp|whatsapp|kami|ini|adalah|ialah|yaitu)\b\.?)*)"  # noqa: E501
)
"""Between an office and its number, where the sentence speaks of people as well."""
_NUMBER_OF = re.compile(r"\b(?i:nomor|wa|whatsapp|kontak|telepon)[ ](?:[a-z]{3,10}[ ])?\Z")
_OF_WHAT = re.compile(r"(?:[ ](?!dari|ke|oleh|milik|minta|antar|untuk)[a-z]{3,12})?:?[ ]?")
"""`Nomor piket posko [bencana] 08…`"""
_ITS_NAME = re.compile(r"\A(?:[ ](?:[A-Z][\w'-]*+|\d{1,2}|dan))+")
_UNIT_NAMED = re.compile(
    r"\b(?:Kota|Kabupaten|Kab\.?|Kecamatan|Kelurahan|Desa|Distrik|Nagari|Provinsi)[ ][A-Z]\w+"
)
_OFFICES = re.compile(rf"\b(?:{_OFFICE})\b", re.IGNORECASE)
_AT_WORK = re.compile(
    r"\b(?:petugas|staf|peserta|penerima|pengguna|pelanggan|kader|relawan|kurir|sopir|penjaga|"
    r"pegawai|operator|admin|kepala|koordinator)(?:[ ][a-z]{2,12})?[ ]\Z",
    re.IGNORECASE,
)
"""Who works in a service or is served there has a number of their own: `petugas layanan 08…`."""
_MAILBOX = re.compile(
    r"(?:(?:layanan|info|informasi|pengaduan|humas|ppid|admin|kontak|sekretariat|pelayanan|cs|halo|"
    r"kantor|lapor|dis\w{3,16}|dukcapil\w{0,16}|dpmptsp\w{0,16}|mpp\w{0,16}|dinas\w{0,16}|"
    r"kelurahan\w{0,16}|kecamatan\w{0,16}|pemkot\w{0,16}|pemkab\w{0,16})[\w.-]{0,20}|"
    r"(?P<role>[a-z][a-z0-9._-]{1,40}))@[\w.-]{1,60}\.(?:go|desa|or)\.id",
    re.IGNORECASE,
)
_GOVERNMENT = re.compile(r"(?<![\w.-])[\w.-]{2,64}+@[\w.-]{1,60}\.(?:go|desa|or)\.id\b")
_UNIT = re.compile(
    r"yan(?:lik|blik|dukcapil|mas)?|umpeg|kepeg|tu|ppid|persuratan|set(?:ban|da|dis|jen|kab|wan)?|"
    r"ro(?:um|kum|ren|gor)|bag\w{2,6}|bid\w{2,6}|kanwil|kpp|kppn|ksop|upt|uptd|wil|sub\w{2,6}|"
    r"dis\w{2,12}|\w{0,6}dukcapil|dpm\w{2,8}|kominfo|bapp?e\w{2,6}|bkd|bkn|bps|bpn|bpkad|bkpsdm|satpol|pp|rb|\d{1,4}"
)
"""Parts of an office as they are shortened in addresses."""
_REACH, _FURTHER = 90, 200
_STREET = re.compile(
    r"\b(?:Jl|Jln|Jalan)\b\.?[ ](?>(?:(?:[A-Z][\w'-]*+\.?|\d{1,4}[A-Za-z]?\b)[ ]?){1,10}),?[ ]?|"
    r"\b(?:Telp|Tlp|Tel|Fax|No)\b\.?[ ]?"
)
"""What stands between an office and its number, and is nobody's."""


def mailboxes_in(seen: str, vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    """Yield the addresses of offices, as spans: no word of them is somebody's name."""
    for found in _GOVERNMENT.finditer(seen):
        if _is_mailbox(found[0], vocabulary):
            yield found.span()


def is_of_office(seen: str, start: int, end: int, vocabulary: Vocabulary) -> bool:
    """Whether a telephone or address is that of an office: by its form, or because an office and no
    person is named last before it. A mobile number must be said to be for all: staff have these
    too. One with the code of a town stays where nobody is named before it in its line."""
    words = seen[start:end]
    if " @" in words and "@ " not in words:  # `Akun @disdukcapil`
        return OFFICIAL.search(words) is not None
    if "@" in words:
        return _is_mailbox(words, vocabulary)
    if _HOTLINE.fullmatch(words.strip()):
        return True
    if _AFTER.match(seen, end):
        return False
    line = seen[max(0, start - _FURTHER, seen.rfind("\n", 0, start) + 1) : start]
    line = _STREET.sub("", line)
    holders = list(_HOLDER.finditer(line))
    holder = next((one for one in reversed(holders) if not one["caller"]), None)
    landline = _LANDLINE.fullmatch(words) is not None
    if holder is None or len(line) - holder.end() > _REACH:
        return landline and not _names_somebody(line[-_REACH:], vocabulary)
    if holder["person"]:
        return False
    between = line[holder.end() :]
    if _STOPS.search(between):
        return landline and not _names_somebody(between, vocabulary)
    for_all = next((one for one in _offices_last(holders) if _FOR_ALL_OF.fullmatch(one[0])), None)
    behind = _OFFICES.sub("", line[for_all.end() :]) if for_all else ""
    direct = bool(_DIRECT.fullmatch(between)) and not _names_somebody(between, vocabulary)
    if for_all and _NUMBER_OF.search(line, 0, for_all.start()):
        direct, behind = direct or bool(_OF_WHAT.fullmatch(between)), ""
    if for_all and direct and _DIRECT.fullmatch(behind):
        return not _AT_WORK.search(line[: for_all.start()])
    if _MOBILE.match(words):
        return False
    if _names_somebody(_ITS_NAME.sub("", between), vocabulary):
        return False
    sentence = _STOPS.split(line[: holder.start()])[-1]
    somebody = any(one["person"] for one in _HOLDER.finditer(sentence))
    somebody = somebody or _names_somebody(sentence, vocabulary)
    return direct or not somebody


def _offices_last(holders: Sequence[re.Match[str]]) -> Iterator[re.Match[str]]:
    """The offices behind the last person: `WA layanan Disdukcapil`."""
    return takewhile(lambda one: one["office"], reversed(holders))


def _is_mailbox(words: str, vocabulary: Vocabulary) -> bool:
    """Whether an address is an office's: its words are a unit's, or ordinary ones, and no name."""
    found = _MAILBOX.fullmatch(words)
    if found is None or not found["role"]:
        return found is not None
    parts = re.findall(r"[a-z]+|\d+", found["role"].lower())
    return any(map(str.isalpha, parts)) and all(
        _UNIT.fullmatch(part)
        or (
            len(part) > 2
            and part in vocabulary.words
            and not (vocabulary.is_name(part) or vocabulary.may_be_name(part))
        )
        for part in parts
    )


def _names_somebody(before: str, vocabulary: Vocabulary) -> bool:
    return not all(
        vocabulary.is_word(one) or vocabulary.is_public(one)
        for one in _CAPITAL.findall(_UNIT_NAMED.sub("", before))
    )
