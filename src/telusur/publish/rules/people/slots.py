"""Where only a person can stand: what stands there is a name, whatever word it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from telusur.publish.model import Hidden
from telusur.publish.rules.patterns.cues import (
    NOBODY,
    NOT_CALLED,
    OFFICE_WORD,
    PRODUCT_BEFORE,
    THING_FIRST,
)
from telusur.publish.rules.patterns.persons import (
    ADDRESS,
    AROUND,
    AT_WORK,
    IN_A_CASE,
    KIN,
    PERSON,
    SOMEBODY,
)
from telusur.publish.rules.patterns.words import SOFT
from telusur.publish.rules.vocabulary import Vocabulary

_WORD = r"[A-Z](?:[a-z']{1,30}|\.)(?:-[A-Z]?[a-z']{1,20})?"
_NAME = rf"(?P<name>{_WORD}(?:[ ]{_WORD}){{0,4}})(?![\w@/]|-\w)"
_ALONE = r"(?=[ ]?(?:[,.;:!?)\n\"”]|-[ ])|[ ](?![A-Z])|\Z)"
_WHICH = (
    r"(?:,?[ ](?:sulung|bungsu|kandung|tiri|angkat|ipar|tertua|termuda|muda|tua|laki-laki|perempuan|lelaki|"  # noqa: E501
    r"pertama|kedua|ketiga|keempat|nomor[ ][a-z]{3,8}|ke-?\d|yaitu|yakni|ialah|adalah|bernama|namanya|"  # noqa: E501
    r"yang[ ](?:sulung|bungsu|kecil|besar|tua|muda|pertama|kedua|ketiga|bernama|satu|tertua)|si|itu|ini|tadi|juga|sendiri|almarhum|almarhumah|mendiang|satu-satunya)){0,3}"  # noqa: E501
)
_OF = r"(?:nya|ku|mu|[ ](?:saya|kami|kita|mereka|beliau|dia|aku|kamu|gw|gue|gua|sy))"
_POSSESSED = re.compile(
    rf"(?<![\w-])(?i:{KIN}|{AROUND}|{AT_WORK}|{IN_A_CASE})(?:[ ](?:perempuan|laki-laki|lelaki|sulung|bungsu|ipar))?(?i:{_OF}){_WHICH}(?:,|:|[ ]?\()?[ ]{_NAME}{_ALONE}"  # noqa: E501
)
"""Whoever is somebody's has a name behind that, even one that is a place: `ayah mereka Solo`."""
_SOMEBODY = re.compile(rf"(?<![\w-])(?:seorang[ ])?(?i:{PERSON}){_WHICH}(?:,|:)?[ ]{_NAME}{_ALONE}")
_IN_CASE = re.compile(rf"(?<![\w-])(?i:{IN_A_CASE}){_WHICH}(?:,|:)?[ ]{_NAME}{_ALONE}")
_CALLED = re.compile(
    r"(?<![\w-])(?i:bernama|nama(?:nya|ku|mu)?(?:[ ](?:asli|lengkap|panggilan|kecil|samaran)(?:nya)?)?"  # noqa: E501
    r"(?:[ ](?:saya|dia|beliau))?|(?:di|me|ter)?panggil(?:an)?(?:nya)?(?:[ ](?:saya|aku|saja|akrab|dengan))?|"  # noqa: E501
    r"disapa|menyapanya|disebut|sebut[ ]saja|menyebut[ ](?:diri|dirinya|namanya)|mengaku(?:[ ]bernama)?|alias|"  # noqa: E501
    r"perkenalkan|dikenal[ ](?:sebagai|dengan(?:[ ]nama)?)|mengenalnya[ ]sebagai|diberi[ ]nama|tertulis|"  # noqa: E501
    r"(?:nama[ ])?samaran|julukan(?:nya)?|sapaan(?:nya)?|si)"
    rf"(?:[ ]?[:?=]|[ ](?:ialah|adalah|itu|saja))?[ ][\"“'‘]?{_NAME}{_ALONE}"
)
_APPOSED = re.compile(
    rf"(?<![\w@./-]){_NAME},[ ](?:seorang[ ]|si[ ])?(?:{KIN}|{SOMEBODY}|{AT_WORK}|{IN_A_CASE})(?!nya)"  # noqa: E501
    r"(?:[ ][\w-]{2,20}){0,5}(?=[,.;)\n])|"
    rf"(?<=[a-z,][ ]){_NAME.replace('name', 'inside')}[ ](?:seorang[ ])?(?:{AT_WORK})[ ][a-z]"
)
"""`Murni, penjual canang, menyodorkan map`; `tanya Min penjual es`."""
_ALSO_CALLED = re.compile(rf"(?<![\w@./-]){_NAME}(?=,?[ ](?:alias|a\.?k\.?a\.?|als\.?)[ ])")
"""Whoever has a second name has a first: `Embun alias Sukinem`."""
_AGED = re.compile(
    rf"(?<![\w-]){_NAME}(?=[ ]?[,(][ ]?(?:usia[ ]|umur[ ]|berusia[ ]|berumur[ ])?"
    r"(?:\d{2}[ ]?(?:-an|an\b|tahun|thn|th\b)|(?:se|dua|tiga|empat|lima|enam|tujuh|delapan)[ ]?(?:puluh|belas)))"  # noqa: E501
)
_SIGNED = re.compile(
    r"(?:\A|\n|[.!?:“\"][ ])[ \t>]{0,3}(?i:dari|salam|wassalam|u/|utk|untuk|dr|a/n|cc|ttd|tertanda|hormat[ ](?:saya|kami)|"  # noqa: E501
    rf"terima[ ]kasih|trims)[ ]?[:,.]?[ \n]{{1,2}}(?:(?i:{ADDRESS})\b\.?[ ])?{_NAME}(?=[ ]?[,.;)\n\"”]|\Z)"  # noqa: E501
)
_MYSELF = re.compile(rf"(?<![\w-])(?:Saya|saya|Aku|aku|Perkenalkan),?[ ]{_NAME}(?=[ ]?[,.;(\n])")
_NUMBER_BEHIND = re.compile(
    rf"(?<![\w@./-]){_NAME}[,;]?[ ]?(?:[,;(–-][ ]?)?(?:(?i:nik|hp|wa|no\.?|telp|nip|nisn|kk|kontak|rek)\b[ :.]{{0,3}}){{0,2}}\(?\+?\d(?:[ .-]?\d){{8,17}}(?!\d)"  # noqa: E501
)
"""Somebody whose number stands right behind: `Made,5104020509800004`."""
_WHY = {
    _POSSESSED: "kerabat atau kenalan di depannya",
    _IN_CASE: "kata untuk orang di depannya",
    _SOMEBODY: "kata untuk orang di depannya",
    _CALLED: "sebutan di depannya",
    _APPOSED: "keterangan orang di belakangnya",
    _ALSO_CALLED: "nama lain di belakangnya",
    _AGED: "umur di belakangnya",
    _SIGNED: "pengirim atau penerima",
    _MYSELF: "menyebut namanya sendiri",
    _NUMBER_BEHIND: "nomor di belakangnya",
}
_SURE = frozenset({_POSSESSED, _CALLED, _ALSO_CALLED})
_THING_BEFORE = re.compile(
    r"\b(?:aplikasi|program|inovasi|sistem|layanan|portal|gerakan|kendaraan|mobil|kapal|loket|gedung|ruang|kartu|"
    r"formulir|dokumen|kegiatan|kolom|jalan|desa|kampung|dusun|pasar|wilayah|daerah|tempat|kota|pulau|sungai)\b"
    r"[^.;:\n]{0,40}\Z",
    re.IGNORECASE,
)


def slots_in(seen: str, vocabulary: Vocabulary, covered: bytearray) -> Iterator[Hidden]:
    """Yield what stands where nothing but a person can, unless it is an office, a group or a term."""  # noqa: E501
    for pattern, why in _WHY.items():
        for found in pattern.finditer(seen):
            group = found.lastgroup or "name"
            start, end = found.span(group)
            place = covered[start]
            if place > SOFT or (place == SOFT and pattern not in _SURE | {_IN_CASE}):
                continue
            if pattern is _CALLED and _THING_BEFORE.search(seen, max(0, start - 60), found.start()):
                continue
            if _may_stand(found[group], vocabulary, sure=pattern in _SURE, place=place == SOFT):
                yield Hidden(start, end, "nama", why)


def _may_stand(name: str, vocabulary: Vocabulary, *, sure: bool, place: bool) -> bool:
    words = name.split()
    first = words[0]
    lower = first.lower()
    if lower in NOT_CALLED | NOBODY or OFFICE_WORD.fullmatch(lower):
        return False
    if lower in vocabulary.proper and not (sure and place):
        return False
    if THING_FIRST.match(name) or PRODUCT_BEFORE.search(f"{lower} "):
        return False
    if not sure and vocabulary.is_public(first):
        return False
    ordinary = [vocabulary.is_word(one) and not vocabulary.may_be_name(one) for one in words]
    return len(words) == 1 or not all(ordinary)
