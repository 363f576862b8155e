"""Patterns around nicknames, initials, clans and signatures, and the customs of regions."""

from __future__ import annotations

import re

SMALL_TITLED = re.compile(
    r"(?<![\w-])(?i:wak|mak|buk|buya|romo|inang|pakdhe|jro|pekak|indu|bapa|mama|kraeng|syarifah|habib|engkong|pak|bu|ibu|bapak|bpk|sdri?|saudar[ai]|mas|mbak|mba|mbok|mbah|kang|neng|teh|teteh|aa|"
    r"bang|kak|dek|dik|adik|uda|uni|koh?|cik?|cece|om|tante|paman|bibi|bulik|bude|budhe|pakde|"
    r"pakdhe|paklik|kakek|nenek|kek|nek|opa|oma|opung|haji|hajah|hj|ustad?z(?:ah)?|kiai|kyai|gus|"
    r"ning|nyai|nyi|ki|tuan|nyonya|nona|tn|ny|nn|daeng|puang|inang|amang|bli|wa[ck]?|uwak|mamak|"
    r"mang|ceu|almarhum(?:ah)?|alm|almh|bernama|dipanggil|disapa|alias)\b\.?[ \t]{1,2}"
    r"(?P<name>[a-z][a-z']{2,})\b"
)
NICKNAME = re.compile(
    r"\b(?:(?:akrab|biasa|sering|kerap)[ ](?:di)?(?:sapa|panggil)|disapa|dipanggil|"
    r"panggilan(?:nya)?|sapaan(?:nya)?|julukan(?:nya)?|berjuluk|alias|"
    r"dikenal[ ](?:sebagai|dengan[ ]nama)|nama[ ]kecil(?:nya)?)"
    r"[ ]?:?[ \t]{0,2}[\"“'‘]?(?P<name>[A-Z][a-z']+(?:[ ][A-Z][a-z']+){0,2})"
)
QUOTED_BETWEEN = re.compile(
    r"\b[A-Z][a-z']+[ ]{1,2}[\"“'‘](?P<name>[A-Z][a-z']{1,20})[\"”'’](?=[ ][A-Z]|,|[ ]\()"
)
ASKED = re.compile(
    r"\b(?i:nama(?:nya|mu|anda)?)\b[^\n\"“”]{0,30}[.?!:,][ ]?[\"“](?P<name>[A-Z][a-z']{2,30})"
    r"(?=[ ](?:saja|aja|doang)\b|[,.]?[\"”])"
)
"""What is answered to the question for a name: `“Melati saja,” katanya`."""
_LETTERS = r"(?:[A-Z]\.[ ]?){1,4}(?!\w)|[A-Z]{1,3}(?![\w-])"
_ROLE = r"warga|pemohon|pelapor|pengadu|korban|pasien|informan|responden|narasumber|saksi|terlapor"
INITIALS = re.compile(
    r"(?:\b(?i:(?:ber)?inisial(?:nya)?|sebut[ ]saja|samaran(?:nya)?|"
    r"kita[ ]panggil)[ ]?:?[ ]?[\"“'‘(]?"
    r"(?P<name>(?:[A-Z]\.?[ ]?){1,4}(?![\w-])(?:,?[ ]?(?:dan[ ])?(?:[A-Z]\.?){1,4}(?![\w-])){0,8})|"
    rf"\b(?i:sdri?|saudar[ai]|bapak|ibu|pak|bu|mas|mbak|ny|tn|nn)\b\.?[ ](?P<titled>{_LETTERS})|"
    rf"\b(?i:{_ROLE}),?[ ]\(?(?P<role>(?:[A-Z]\.){{1,4}}(?!\w)|(?<=\()[A-Z]{{1,3}}(?=\))|"
    r"[A-Z]{2,3}(?=,[ ](?:seorang|perempuan|laki|pria|wanita|warga|ibu|bapak|\d{2}\b)|[ ]\())|"
    rf"\b(?i:nama|{_ROLE})[ ]?:[ ]?(?P<label>{_LETTERS})|"
    r"\b(?i:menurut|kata|ujar|tutur|ungkap|keluh|cerita|oleh|kepada|bersama|dengan)[ ]"
    r"(?P<said>[A-Z]\.[ ]?[A-Z]\.(?:[ ]?[A-Z]\.){0,2}(?![ ]?[A-Z]\w)))"
)
INITIALS_AGED = re.compile(
    r"(?<![\w.])(?P<name>(?:[A-Z]\.?){1,4})"
    r"(?=[ ]?\([ ]?(?:usia[ ]|umur[ ])?\d{2}\b|,[ ]\d{2}[ ](?:tahun|th))"
)
ACRONYMS = frozenset(
    [
        "RT",
        "RW",
        "KTP",
        "KK",
        "NIK",
        "NIB",
        "PNS",
        "ASN",
        "TNI",
        "DPRD",
        "KIA",
        "SD",
        "SMP",
        "SMA",
        "MPP",
        "PKH",
        "BPD",
        "PKK",
        "OPD",
        "SKPD",
        "UPT",
        "RI",
        "BPS",
        "BPN",
        "BKN",
        "OSS",
        "SIM",
        "KUA",
        "BPJS",
        "PLN",
        "DTKS",
        "KPM",
        "PBI",
        "UMKM",
        "NTT",
        "NTB",
        "DIY",
        "DKI",
        "WNI",
        "WNA",
        "MBR",
    ]
)
"""What stands behind `warga` and is nobody's initials."""
AGED = re.compile(
    r"(?<![\w-])(?P<name>[A-Z][\w'-]{0,40}+(?:[ ][A-Z][\w'.-]{0,40}+){1,3})"
    r"(?=[ ]?\([ ]?(?:usia[ ]|umur[ ])?\d{2}[ ]?(?:tahun|thn|th)?\.?[ ]?\)|,[ ](?:usia[ ]|"
    r"umur[ ])?\d{2}[ ](?:tahun|thn|th)\b)"
)
REGIONAL = re.compile(
    r"(?<!\w)(?:(?:I|Ni|Ida|Ngurah)[ ](?:Gusti[ ])?(?:Ayu|Agung|Wayan|Made|Nyoman|Ketut|Putu|Gede|"
    r"Kadek|Komang|Luh|Nengah|Bagus|Gusti|Dewa|Ngurah|Kompyang)|Anak[ ]Agung|Cokorda|Tjokorda|"
    r"Desak|Dewa[ ]Ayu|Andi|Daeng|Teuku|Cut|Raden|Tubagus|Tengku|Teungku|Pocut|Lalu|Baiq|Lale|"
    r"Sutan|Raja|Encik|Wan|Said|Syarifah|Megat|Bagindo|Sidi|Puang|Karaeng|La[ ]Ode|Wa[ ]Ode|Antung|"
    r"Sitti|Abdul|Nur|Siti|Muhamm?[ae]d|Muh|"
    r"Moch?|Mohd|Achmad|[A-Z][a-z]+[ ](?:bin|binti|br\.?|Br\.?|boru|marga))(?=[ ][A-Z])"
)
CLAN = re.compile(
    r"\b(?:marga|bermarga|boru|br\.?|fam|klan)[ ](?P<name>[A-Z][a-z]+(?:[ -][A-Z][a-z]+)?)"
)
CHINESE = re.compile(
    r"(?<![\w-])(?:Lim|Liem|Tan|Tjan|Ong|Oei|Oey|Wong|Kwee|Gouw|Khoe|Tjoa|Thio|Tio|Liauw|Chen|Ng|"
    r"Yap|Teo|Kho|Sie|Tjia|Lauw|Liong|Lie|Li|Tjong|Goh|Ang|Bong|Phang|Njoo|Han|"
    r"Tjiong|Hauw|Siauw|Djie|Tjiu|Tjhin|Bun|Chin|Jong|Kwok|Lay|Loa|Souw|Thung)"
    r"[ ][A-Z][a-z]{1,5}(?:[ -][A-Z]?[a-z]{1,5})?(?![\w-])"
)
SIGNED = re.compile(
    r"\b(?:Yth\.?|Kepada|Tertanda|Hormat[ ](?:saya|kami)|Salam|Wassalam|Ttd\.?|TTD|Pelapor|Pemohon|"
    r"Mengetahui)(?:[ ](?:Sdri?\.?|Bapak|Ibu|Bpk\.?))?,?[ \t]{0,3}\n?\s{0,4}"
    r"(?P<name>[A-Z][a-z']+(?:[ ][A-Z][\w.']*){0,4})"
)
