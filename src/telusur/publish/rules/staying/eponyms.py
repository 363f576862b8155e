"""Hospitals, streets and buildings that are called after people: these are places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from telusur.publish.rules.vocabulary import Vocabulary

_HEAD = (
    r"RS(?:U[DP]?|I[AU]?|J[DP]?|K[DO]?|GM|AD|AL|AU|PAD)?|Rumah[ ]Sakit(?:[ ](?:Umum|Jiwa|Khusus|"
    r"Islam|Ibu dan Anak|Pusat|Daerah)){0,3}|"
    r"Bandar[ ]?[Uu]dara|Bandara|Stadion|Gelanggang|GOR|Gedung|Aula|Balai|Graha|Wisma|"
    r"Universitas|UIN|IAIN|STAIN|Institut|"
    r"Politeknik|Sekolah|SMAN?|SMPN?|SDN?|SMKN?|MAN|Madrasah|Pesantren|Masjid|Gereja|Museum|Taman|Alun-[Aa]lun|Lapangan|"
    r"Terminal|Pelabuhan|Dermaga|Stasiun|Jembatan|Bendungan|Waduk|Monumen|Tugu|Perpustakaan|Tahura|"
    r"Halte|Shelter|Rusun|Kapel|Vihara|Pura|Puskesmas|Klinik|Pasar|Kampus|Pangkalan|Lanud|Lanal|Rumah[ ]Dinas|Auditorium|Hotel|Plaza|"  # noqa: E501
    r"Benteng|Makam|Kompleks[ ]Makam|Ruang|Tongkonan|Pendopo"
)
_STREET = r"Jalan|Jl|Jln|Jend|Simpang|Bundaran|Flyover|Underpass|Tol"
_TITLE = (
    r"(?:(?:Prof|Profesor|Doktor|Dokter|Dr|dr|drg|Drs|Dra|Ir|H|Hj|KH|R|Rd|Tgk|Teuku|Teungku|Sultan|Pangeran|Raja|Ratu|Raden|Jenderal|Jend|Letjen|Mayjen|"
    r"Brigjen|Laksamana|Laksda|Marsekal|Kolonel|Kapten|Panglima|Datuk|Tuanku|Haji|Kyai|Kiai|"
    r"Ibu|Nyi|Ki|Mgr|Pendeta|Pdt|Mr|I|Ni|Gusti|Ngurah)\b\.?[ ]{0,2}){0,6}"
)
_WORD = r"(?:(?:[A-Z]\.){1,5}|[A-Z][\w'-]*+)"
_NAMED = re.compile(
    rf"(?<![\w-])(?P<lead>(?:{_HEAD}|{_STREET})\b\.?[ ]?(?:Umum|Daerah|Pusat|Negeri|Swasta|"
    rf"Besar|Olahraga|Serbaguna|Kota|Kabupaten)?[ ]{{0,2}})"
    rf"(?P<name>{_TITLE}{_WORD}(?:(?:[ ]|(?<=\.)){_WORD}){{0,3}})"
)
_STREET_LEAD = re.compile(rf"(?:{_STREET})\b")
_HOME = re.compile(
    r",?[ ]{0,2}(?:\b(?:RT|RW|Blok|Gang|Gg)\b|(?:No|Nomor|"
    r"no)\b\.?[ ]?\d+[ ]?[A-Za-z]?[ ,]{1,3}(?:RT|RW|Blok|Gang|Gg)\b)",
)
_LIVES = re.compile(
    r"\b(?:warga|rumah(?!\s+sakit)(?:nya)?|tinggal|berdomisili|domisili|pemohon|pelapor|alamat(?:nya)?\s*:|penduduk|kos|kontrakan)\b"
    r"[^.!?;\n]{0,50}\Z",
    re.IGNORECASE,
)


_CALLED = (
    r"rs(?:u[dp]?|i[au]?|j[dp]?|k[do]?)?|rumah sakit|bandara|jalan|jln?|stadion|gedung|gor|"
    r"univ(?:ersitas)?|kampus|pesantren|ponpes|masjid|museum|taman"
)
_OFFICE = (
    r"puskesmas|pkm|klinik|apotek|polsek|polres|hotel|pasar|terminal|pelabuhan|stasiun|"
    r"sd[ni]?|smp[n]?|sma[n]?|smk[n]?"
)
_SMALL = re.compile(
    rf"(?<![\w@./-])(?P<lead>(?:(?P<called>{_CALLED})|{_OFFICE})\b\.?[ ]"
    r"(?:(?:umum|daerah|pusat|jiwa|paru|islam|khusus|negeri|swasta|ibu dan anak)[ ]){0,2})"
    r"(?P<name>(?:(?:prof|profesor|doktor|dokter|dr|drg|h|hj|kh|haji|jend|jenderal|letjen|kolonel|kapten|sultan|pangeran|"
    r"raden|r|teuku)\b\.?[ ]?){0,3}"
    r"(?P<words>[a-z][a-z']{2,20}(?:[ ][a-z][a-z']{2,20}){0,2}))(?![\w@])"
)
"""In small letters: as many words as are none of the language."""


def eponyms_in(
    seen: str, vocabulary: Vocabulary | None = None, *, whole: bool = False
) -> Iterator[tuple[int, int]]:
    """Yield the names in names of places, as spans, or the `whole` of these; a street where
    somebody lives is none. With a `vocabulary` also those that are written in small letters."""
    if vocabulary:
        yield from _small(seen, vocabulary, whole=whole)
    for found in _NAMED.finditer(seen):
        if _STREET_LEAD.match(found["lead"]):
            before = seen[max(0, found.start() - 80) : found.start()]
            if _LIVES.search(before) or _HOME.match(seen, found.end()):
                continue
        yield found.span() if whole else found.span("name")


def _small(seen: str, vocabulary: Vocabulary, *, whole: bool) -> Iterator[tuple[int, int]]:
    for found in _SMALL.finditer(seen):
        start = end = found.start("words")
        for word in re.finditer(r"[a-z']+", found["words"]):
            written = word[0]
            if vocabulary.is_word(written) and not vocabulary.may_be_name(written):
                break
            # Who waits in an office stands behind its word as well: `di puskesmas sukinem antre`.
            if not found["called"] and vocabulary.is_name(written):
                break
            end = start + word.end()
        street = found["lead"].startswith("j")
        before = seen[max(0, found.start() - 80) : found.start()]
        home = street and (_LIVES.search(before) or _HOME.match(seen, end))
        if end > start and not home:
            yield (found.start() if whole else found.start("name")), end
