"""Where a person lives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from telusur.publish.model import Hidden

_NAME = r"(?>[A-Z0-9][\w.'-]*+|dan|di|no\.?)"
_STREET = r"(?:Jl|Jln|Jalan|Gg|Gang|Lorong|Lr|JL|JLN|JALAN|GG|GANG|jl|jln|jalan|gg|gang)\b\.?"
_NUMBER = (
    r"(?:,?[ \t]*+(?:No(?:mor)?|NO|no(?:mor)?|Nomer|#)"
    r"\b\.?[ \t]*+:?[ \t]*+\d+[ \t]?[A-Za-z]?\b(?:[-/]\d+)?)"
)
_RT = (
    r"(?:,?\s{0,2}(?:RT|Rt|rt)[ \t.:/]*+[\dOo]{1,3}(?:[ \t,./]*+\n?[ \t]*+(?:RW|Rw|rw|"
    r"/)[ \t.:/]*+\d{1,3})?)"
)
_BARE = (
    r"(?:(?<![a-z]{3}\.[ ]),?[ \t]*+[IVX]{0,5}[ \t]?/?\d{1,3}(?:/\d{1,3})?"
    r"(?![\w.,]?\d|[ \t]?(?:[a-z]|%|Jan|Feb|Mar|Apr|Mei|Jun|Jul|Agu|Sep|Okt|Nov|Des)))"
)
"""A number alone, also behind a lane's: `III/12`, `02/05`."""
_BLOCK = r"(?:,?[ \t]*+(?:Blok|BLOK|blok)[ \t]++[A-Z]{0,2}[ \t]?[-/.]?\d{0,3}[A-Z]?)"
_ESTATE = (
    r"(?:Perumahan|Perum|Kompleks|Komplek|Komp|Griya|Rusun|Apartemen|Dusun|Dsn|Dk|Kampung|Kp|"
    r"Lingkungan|Dukuh|Kos|Kost|Jorong|Korong|(?<!Kabupaten )(?<!Kota )Banjar|PERUMAHAN|PERUM|DUSUN|KAMPUNG)\b\.?"  # noqa: E501
)
_PATTERNS = (
    re.compile(
        rf"\b{_STREET}[ \t]*+(?:{_NAME}[ \t\n]?+){{1,5}}?(?:{_BLOCK}|{_NUMBER}|{_RT}){{1,4}}"
    ),
    re.compile(
        rf"\b{_ESTATE}[ \t]++(?:{_NAME}[ \t\n]?+){{1,5}}?(?:{_BLOCK}|{_NUMBER}|{_RT}){{1,4}}"
    ),
    re.compile(
        r"\b(?:RT|Rt|rt)[ \t.:/]*+[\dOo]{1,3}[ \t,./]*+\n?[ \t]*+(?:RW|Rw|rw|/)[ \t.:/]*+[\dOo]{1,3}\b"  # noqa: E501
        rf"{_NUMBER}?"
    ),
    re.compile(
        r"\b(?i:blok|blk)\b\.?[ \t]{1,2}[A-Za-z]{1,2}[ \t]?\d{0,3}[ \t]?[-/][ \t]?\d{1,3}\b"
    ),
)
_ALWAYS = re.compile(
    rf"\b(?i:Gg|Gang|Lorong|Lrg|Lr)\b\.?[ \t]{{1,3}}(?:{_NAME}(?:[ \t]{_NAME}){{0,3}}|(?!(?:itu|ini|di|ke|yang|sempit|"  # noqa: E501
    r"kecil|buntu|depan|belakang|samping|sebelah|dan|masuk)\b)[a-z][a-z']{2,20})"
)
"""A lane: nobody but those who live there goes by its name."""
_NUMBERED = re.compile(rf"\b(?:Jalan|Jln|Jl|JL|JALAN)\b\.?[ \t]++(?:{_NAME}[ \t]){{1,4}}?{_BARE}")
_LABELLED = re.compile(
    r"\b(?:alamat(?:nya)?(?:[ \t]++(?:rumah|tinggal|lengkap))?|domisili|tempat[ \t]++tinggal)"
    r"(?:[ \t](?:di|pada|menurut)[ \t][a-z-]{2,12}(?>(?:[ \t][a-z-]{2,12})?))?[ \t]*+[:=][ \t]*+(?P<address>[^\n|;]{4,120})",  # noqa: E501
    re.IGNORECASE,
)
_LIVES = re.compile(
    rf"\b(?i:tinggal|berdomisili|bertempat[ \t]++tinggal|beralamat|rumahnya|berumah)[ \t]++di[ \t]++"  # noqa: E501
    rf"(?P<address>(?:{_STREET}|{_ESTATE})[ \t]*+{_NAME}(?:[ \t]{_NAME}){{0,5}})"
)
_VALUE = r"(?:[A-Z]{1,2}[ ]?\d{0,3}|\d{1,4}[A-Za-z]?|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)"  # noqa: E501
_PART = (
    rf"(?i:blok|lantai|lt\.?|unit|kamar|pintu|tower|menara|petak|rumah|nomor|no\.?)[ ]{_VALUE}\b"
)
_PARTS = re.compile(rf"\b{_PART}(?:,?[ ]{_PART})+")
"""Where in a building somebody lives: `Blok C lantai 3 unit 12`."""
_DETAIL = (
    r"kontrakan|kos|kost|gang|gg|lorong|lr|pintu|pagar|cat|rumah|sebelah|belakang|depan|samping|nomor|no|lantai|"
    r"kamar|petak|seberang|tikungan|pojok|ujung|pertigaan|perempatan|simpang|dekat|dusun|rt|rw|blok|deret|setelah|"
    r"sebelum|sumur|surau|musala|langgar|balai|warung|losmen|gardu|wetan|kulon|lor|kidul|atas|bawah|panggung|jl|"
    r"jalan|kampung|komplek|kompleks|perumahan|asrama|rusun|lingkungan|dukuh|dk|jorong|banjar"
)
_PUBLIC_UNIT = re.compile(
    r"(?:\b(?i:di|ke|dari|dekat|depan|belakang|sebelah|samping|seberang)[ ])?\b(?:Kecamatan|Kec\.|Kabupaten|Kab\.|"  # noqa: E501
    r"Kota|Provinsi|Kelurahan|Kel\.|Desa|Distrik|Nagari|RS[A-Z]{0,2}|Rumah[ ]Sakit|Puskesmas|Kantor|Jembatan|Bandara|Pasar|Masjid|Gereja|"  # noqa: E501
    r"Terminal|Pelabuhan|Stasiun|Universitas)(?>(?:[ ][A-Z][\w'.]*+)+)"
)
"""What stays in the description of a home: whoever lives near it is not found by that."""
_ENDS = re.compile(
    r"[ ]{1,4}[A-Z][\w./()-]{0,20}(?:[ ][\w./()-]{1,15}){0,3}[ ]{0,8}[:=][ ]|(?<=[a-z\d]{4})\.[ ]{1,2}[A-Z]|[ ]{3}|"  # noqa: E501
    r"[ ]{1,3}(?:[IVX]{1,4}\.[ ]|→)"
)
"""The next field of a form, whose lines may have been joined, or the next sentence."""
_CLAUSE = r"[^.;\n\"”!?|◻☐☑□•→\[\]]"
_GOES_ON_ABOUT = (
    r"(?:,?[ ](?:dan|lalu|tetapi|tapi|sebab|karena|sehingga|agar|supaya|yang|kata|katanya|ujar\w*|ia|dia|saya|"  # noqa: E501
    r"kami|mereka|beliau|sudah|belum|tidak|untuk|sejak|selama|bersama|dengan|melalui|lewat|via|tanpa|sambil|ketika|waktu|saat)\b)"
)
_LIVES_AT = (
    r"tinggal(?:nya)?|rumah(?:nya|ku)?(?![ ](?:sakit|singgah|dinas|makan|tangga|ibadah|subsidi|susun|potong))|berdomisili|domisili(?:nya)?|kos(?:an)?(?:nya)?|kost(?:nya)?|kontrakan(?:nya)?|"  # noqa: E501
    r"mengontrak|ngontrak|menumpang|menetap|menginap|mondok|bermukim|kediaman(?:nya)?|alamat(?:nya)?(?:[ ]\w+nya)?|"  # noqa: E501
    r"(?:di)?antar(?:kan)?[ ]ke|(?:di)?kirim(?:kan)?[ ]ke|pos[ ]ke|lokasi[ ]menginap"
)
_DESCRIBED = re.compile(
    rf"\b(?i:{_LIVES_AT})(?:[ ](?:saya|kami|dia|mereka|ini|itu|di|pada|ialah|adalah|ada|orang|tua)){{0,3}}[ ]?[:,]?[ ]"  # noqa: E501
    rf"(?P<address>(?=(?:(?!{_GOES_ON_ABOUT}){_CLAUSE}){{0,100}}?\b(?i:{_DETAIL})\b)"
    rf"(?:(?!{_GOES_ON_ABOUT})(?:{_CLAUSE}|(?<=\b[A-Za-z]{{2}})\.(?=[ ]?[\w]))){{8,140}})"
)
"""A home as people describe one: `tinggal di kontrakan, gang buntu`, `rumahnya depan balai dusun`."""  # noqa: E501
_BEHIND = re.compile(
    rf"\b{_STREET}[ \t]*+(?:{_NAME}[ ]){{1,4}}?(?:belakang|depan|samping|sebelah|dekat|seberang|setelah|ujung)[ ]"  # noqa: E501
    rf"[a-z]{{3,15}}(?:[ ](?!(?:dan|yang|di|ke)\b)[a-z]{{2,15}}){{0,2}}"
)
_SMALL_STREET = re.compile(
    r"(?<![\w@.-])(?:jl|jln|jalan|gg|gang|lrg|lorong|perum|komplek|kompleks)\b\.?[ ](?:[a-z0-9'.]{1,16}[ ]){1,5}?(?:no|nomor|nmr)\b\.?[ ]?\d{1,4}[ ]?[a-z]?\b"  # noqa: E501
)
_SMALL_ESTATE = re.compile(
    r"(?<![\w@.-])(?:kp|kampung|dusun|dsn|perum|perumnas|apartemen|apt|kav|kavling|komplek|kompleks|griya|lorong|lr|rusun|kontrakan)"
    r"\b\.?[ ](?:[a-z'.]{1,16}[ ]){1,5}?(?:(?:rt|rw|blok|no|nomor|lantai|lt|unit|tower|pintu)\b[ ./]{0,2}(?:[a-z]{0,2}\d{1,4}[a-z]?(?:[ ]?/[ ]?\d{1,3})?|[a-z]\b|"  # noqa: E501
    r"(?:nol|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|belas|puluh|[ ]){1,5})[ ,]{0,2}){1,5}"  # noqa: E501
)
_SMALL_RT = re.compile(
    r"(?:\b(?!(?:di|ke|dari|pak|bu|ketua|yang|dan|alamat|kel|rumah|sama|tiap|se)\b)[a-z]{3,12}[ ]){0,3}\brt[ .]{0,2}\d{1,3}"  # noqa: E501
    r"(?:[ ./]{1,2}(?:rw[ .]{0,2})?\d{1,3})?(?:[ ]no(?:mor)?[ .]{0,2}\d{1,4})?(?:[ ](?:dusun|dsn|kp|kampung|lingkungan)[ ][a-z]{3,15})?"  # noqa: E501
)
_NEIGHBOURHOOD = re.compile(
    r"(?<!Ketua )(?<!ketua )(?<!Pak )(?<!pak )(?<!Bu )(?<!bu )(?<!pengurus )\b(?:RT|Rt|rt)[ .]{0,2}(?:\d{1,3}|se(?:belas|puluh|mbilan)|satu|dua|tiga|empat|lima|enam|tujuh|delapan)\b"  # noqa: E501
)
_NUMBERED_PLACE = re.compile(
    r"(?<![\w./-])(?P<place>(?:[A-Z][\w'-]{2,20}[ ]){1,4}(?:(?:[IVX]{1,4}|\d{1,3})[ ])?)(?:No\b\.?|Nomor|no\b\.?|nomor)[ ]?"  # noqa: E501
    r"\d{1,4}[A-Za-z]?\b(?![./-]\w|[ ](?:Tahun|tahun|Th|TAHUN|tentang|Tentang))"
)
"""A street without a word for it: `Pucang Anom Timur 3 nomor 41`."""
_NO_STREET = re.compile(
    r"\b(?:undang|peraturan|keputusan|pasal|uu|pp|per\w+|kep\w+|instruksi|surat|perkara|loket|gerai|seri|formulir|"
    r"lampiran|akta|sertifikat|tele\w+|paspor|maklumat|edaran|antrean|antrian|tiket|aduan|meja|ruang|kursi|kartu|"
    r"rekening|whatsapp|hp|wa|ktp|kk|nik|npwp|sim|sk|se|nota|berkas|temuan|catatan|laporan|kasus|rapat|putusan|"
    r"penetapan|kementerian|menteri|dinas|kepala|bupati|gubernur|register|registrasi|halaman|tabel|gambar|butir|model|versi|inpres|ruu|polis|bpjs|pelanggan)\b",
    re.IGNORECASE,
)
_NEIGHBOUR = re.compile(
    rf"\b(?i:wetan|kulon|lor|kidul|etan|belakang|depan|samping|sebelah|seberang|dekat|pojok)(?:nya)?[ ]{_CLAUSE}{{3,50}}?,?[ ]"  # noqa: E501
    r"(?:RT|rt|Rt)[ .]?\d{1,3}(?:[ ./]*(?:RW|rw|Rw)?[ ./]?\d{1,3})?\b"
)
_OFFICE = re.compile(
    r"(?<!dekat )(?<!depan )(?<!belakang )(?<!samping )(?<!sebelah )(?<!seberang )"
    r"\b(?:kantor|gedung|loket|gerai|mal pelayanan publik|mpp|dinas|disdukcapil|dpmptsp|"
    r"balai ?kota|inspektorat|badan|bappe(?:da|litbang)|bapelitbang|kementerian|menteri|deputi|direktorat|kejaksaan|pengadilan|"  # noqa: E501
    r"puskesmas|rs[uipkj]?d?|rumah sakit|sekretariat|pemkab|pemkot|bupati|wali ?kota|gubernur|kecamatan|ombudsman|"  # noqa: E501
    r"(?:sd|smp|sma|smk|slb)n?|mts|madrasah|sekolah|universitas|polres|polsek|polda|samsat|uptd?|bpjs|imigrasi)\b"
    r"[^.\n;]{0,70}\Z",
    re.IGNORECASE,
)
_HOME = re.compile(
    r"\b(?:warga|rumah(?:nya)?(?! sakit| dinas)|ke|menuju|tinggal|penduduk|pemohon|pelapor|domisili|"  # noqa: E501
    r"bu|pak|ibu|bapak|mbah|mas|mbak|nenek|kakek|sdri?|istri(?:nya)?|suami(?:nya)?|anak(?:nya)?|pasien|korban|saksi|milik)\b",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(r"\b(drg?|Dr|Drs|Prof|Hj?|KH|Ir|St|Tgk|Jend|Kab|Kec|Kel)\.")
"""What ends no sentence: `RSUD dr. Wirya, Jalan …`."""
_OF_A_HOUSE_FOR_ALL = re.compile(
    r"alamat(?:nya)?[ ](?:kantor|dinas|gedung|sekolah|loket|posko|instansi)", re.IGNORECASE
)
_PUBLIC_STREET = re.compile(
    r"\b(?:Jl|Jln|Jalan|JL|JALAN)\b\.?[ ]?(?>(?:(?!RT|RW|Blok|Gang|Gg)"
    r"(?:[A-Z][\w'-]*+\.?|drg?\.|\d{1,4}[A-Za-z]?\b(?:[-/]\d{1,3}\b)?)[ ]?){1,10})"
    r"(?!,?[ ]?(?:RT|RW|Blok|Gang|Gg)\b)"
)
"""A street with the titles of whom it is called after, to the number of the house."""
_REACH = 90


def office_streets_in(seen: str) -> Iterator[tuple[int, int]]:
    """Yield where offices are, as spans: `Kantor Pertanahan di Jl. Prof. A. Wirya No. 8`."""
    for found in _PUBLIC_STREET.finditer(seen):
        if _of_office(seen, found.start()):
            yield found.span()


def addresses_in(seen: str) -> Iterator[Hidden]:
    """Yield addresses with a house number, block or RT; those of offices are not personal."""
    public = [*office_streets_in(seen)]
    for one in _addresses_in(seen):
        if not any(start <= one.start < end for start, end in public):
            yield one


def _addresses_in(seen: str) -> Iterator[Hidden]:
    for found in _LABELLED.finditer(seen):
        if not _of_office(seen, found.start("address")):
            for start, end in _without_public(seen, *found.span("address")):
                yield Hidden(start, end, "alamat", "label di depannya")
    for found in _LIVES.finditer(seen):
        yield Hidden(*found.span("address"), "alamat", "tempat tinggal")
    for pattern in (_DESCRIBED, _NEIGHBOUR):
        for found in pattern.finditer(seen):
            if _of_office(seen, found.start()) or _OF_A_HOUSE_FOR_ALL.match(found[0]):
                continue
            for start, end in _without_public(seen, *found.span(found.lastgroup or 0)):
                yield Hidden(start, end, "alamat", "tempat tinggal")
    for found in _NUMBERED_PLACE.finditer(seen):
        before = seen[max(0, found.start() - 40) : found.end("place")]
        if not _NO_STREET.search(before) and not _of_office(seen, found.start()):
            yield Hidden(*found.span(), "alamat", "nama dan nomor")
    for pattern in (
        *_PATTERNS,
        _PARTS,
        _ALWAYS,
        _NUMBERED,
        _BEHIND,
        _SMALL_STREET,
        _SMALL_ESTATE,
        _SMALL_RT,
        _NEIGHBOURHOOD,
    ):
        for found in pattern.finditer(seen):
            if not _of_office(seen, found.start()):
                yield Hidden(*_trimmed(seen, *found.span()), "alamat", "bentuk alamat")


def _of_office(seen: str, start: int) -> bool:
    before = _ABBREVIATED.sub(r"\1", seen[max(0, start - _REACH) : start])
    office = _OFFICE.search(before)
    return office is not None and not _HOME.search(office[0])


def _trimmed(seen: str, start: int, end: int) -> tuple[int, int]:
    words = seen[start:end]
    return start, start + len(words.rstrip(" \t\n.,"))


def _without_public(seen: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield what is left of a description without the public places that it names."""
    field = _ENDS.search(seen, start + 2, end)
    end = field.start() if field else end
    for unit in _PUBLIC_UNIT.finditer(seen, start, end):
        if seen[start : unit.start()].strip(" ,"):
            yield _trimmed(seen, start, unit.start())
        start = unit.end()
    if seen[start:end].strip(" ,.()"):
        yield _trimmed(seen, start, end)
