"""Digits of which nothing says that they are public: they tell one person from others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from telusur.publish.model import Hidden
from telusur.publish.rules.grid import cells_in

_RUN = re.compile(
    r"(?<![\w.,/-])(?:\(0\d{2,3}\)[ ]?)?\d(?:[ ./_·•*~-]{0,3}\d){4,25}(?![\w]|[.,]\d|/\w)"
)
_FEWEST_SPACED = 7
_UNIT = (
    r"jiwa|orang|penduduk|warga|pemohon|keping|lembar|berkas|dokumen|kartu|unit|buah|rumah|kk|kepala[ ]keluarga|"  # noqa: E501
    r"keluarga|anak|siswa|peserta|pengguna|pengunjung|kasus|aduan|laporan|permohonan|akta|rupiah|ribu|juta|miliar|"
    r"triliun|persen|meter|km|kilometer|hektare?|ha|m2|m|kg|ton|liter|watt|kwh|mbps|gb|mb|kb|tahun|bulan|hari|jam|menit|"
    r"detik|kali|suara|pemilih|kendaraan|tiket|antrean|layanan|transaksi|data|baris|rekaman|perekaman"
)
_COUNTED = re.compile(rf"[ ]?(?:%|(?:{_UNIT})(?:nya)?\b)", re.IGNORECASE)
_COUNT = re.compile(
    r"(?:\b(?:rp|idr|usd|sebanyak|sejumlah|berjumlah|jumlah(?:nya)?|total(?:nya)?|mencapai|menjadi|sekitar|kurang[ ]lebih|"  # noqa: E501
    r"lebih[ ]dari|hampir|sebesar|senilai|anggaran(?:nya)?|biaya(?:nya)?|harga(?:nya)?|tarif(?:nya)?|denda|target(?:nya)?|"  # noqa: E501
    r"realisasi(?:nya)?|tercapai|tercatat|terdata|dari|hingga|sampai|naik|turun|pagu|nilai(?:nya)?|capaian(?:nya)?|skor|"
    r"indeks|penduduk|kode[ ]pos|formulir|model|versi|pasal|halaman|kisaran|antara|baru|ada)\b\.?[ ]?:?[ ]?|[$=±~<>≥≤])\Z",  # noqa: E501
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"\d{1,3}(?:\.\d{3})+|\d{1,2}[-/. ]\d{1,2}[-/. ](?:(?:19|20)\d{2}|\d{2}[ ]\d{1,2}\.\d{2})(?:[ ]\d{1,2}(?:\.\d{2})?)?|(?:19|20)\d{2}[-/. ]\d{1,2}[-/. ]\d{1,2}|"  # noqa: E501
    r"(?:19|20)\d{2}(?:[-/ ]{1,3}(?:19|20)?\d{2})+|\d{1,2}\.\d{2}[ ]?-[ ]?\d{1,2}\.\d{2}|(?!0)\d{1,3}(?:[ ]\d{3}){1,4}|"  # noqa: E501
    r"(?:\d{1,2}\.){2,5}\d{1,2}|\d{1,4}[-/ ]\d{1,4}|(?!0)\d{1,5}(?:[ ]\d{1,5}){1,6}|1500[ -]?\d{3}|14\d{3}"  # noqa: E501
)
"""What digits with marks between them say as a rule: amounts, days, years, hours, sections."""
_NUMBER_OF = re.compile(r"\b(?:no(?:mor|mer|mr)?|id)\b\.?[ ]?[:=]?[ ]?\Z", re.IGNORECASE)
_NO_DAY = re.compile(
    r"(?:00|3[2-9]|[4-9]\d)[-.]\d{2}[-.]\d{2}|\d{2}[-.](?:00|1[3-9]|[2-9]\d)[-.]\d{2}"
)
"""Three pairs of digits that are no day."""
_DAY = re.compile(r"(?:19|20)\d{2}|\d\.\d{3}|[/.]")
_RULE = re.compile(
    r"\b(?:undang-undang|uu|pp|perpres|permen\w*|perda|pergub|perbup|perwal\w*|keputusan|instruksi|surat(?:[ ]\w+){0,2}|"  # noqa: E501
    r"se|sk|nota[ ]dinas|peraturan(?:[ ]\w+){1,4})(?:[ ]\w+){0,3}[ ](?:nomor|no\.?)?[ :]?\Z",
    re.IGNORECASE,
)
_COUNTED_COLUMN = re.compile(
    r"jumlah|total|anggaran|realisasi|target|biaya|harga|nilai|tahun|banyak|penduduk|capaian|rp|rata|persen|%|"
    r"laki|perempuan|pagu|volume|selisih|berkas|keping|januari|februari|maret|april|mei|juni|juli|agustus",
    re.IGNORECASE,
)


_CODE = re.compile(
    r"(?<![\w@./-])(?=(?:[A-Za-z]{0,20}\d){4}|[A-Z0-9]{0,21}\d{3})(?=\d{0,23}[A-Za-z])"
    r"[A-Za-z0-9]{6,24}(?![\w@/])"
)
"""Letters and digits mixed: a ticket, a parcel, a password, a number with an O for a zero."""
_OF_A_YEAR = re.compile(r"[A-Za-z]+(?:19|20)\d{2}[A-Za-z]*")
_MIXED = re.compile(
    r"(?<![\w@./-])(?=[A-Z0-9.-]{0,30}[A-Z])(?=[A-Z0-9.-]{0,30}\d)[A-Z0-9]{1,12}(?:[-.][A-Z0-9]{1,14}){1,5}(?![\w@/-])"
)
"""Groups of capitals and digits: `TRX-0091-88A`, `LNS-33-004417`."""
_OF_ALL = re.compile(
    r"\b(?:formulir|model|versi|pasal|sni|iso|seri|tipe|kode[ ](?:qr|pos|wilayah)|angka|huruf|lampiran|sertifikat[ ]iso)[ ]\Z",  # noqa: E501
    re.IGNORECASE,
)
_SCHOOL = re.compile(
    r"\b(?:sd|smp|sma|smk|mi|mts|tk|paud|slb)n?(?:[ ](?:negeri|inpres|swasta))?[ ]\Z", re.IGNORECASE
)
"""Schools have numbers for names: `SD Negeri 101774`."""
_YEAR = re.compile(r"(?:19|20)\d{2}")
_FEWEST_MIXED = 4
_SERIES = re.compile(
    r"\b(?i:no(?:mor|mer)?)(?:nya)?\b\.?[ ]?:?[ ]?(?P<code>[A-Z]{1,5}[ .-]{1,2}\d(?:[ .-]?\d){3,20})(?![\w/]|[.-]\d)"  # noqa: E501
)
"""`nomor PLB 0077-3182`"""
_LABELLED_CODE = re.compile(
    r"\b(?i:kode|nomor|no\.?)[ ](?i:booking|pesanan|pemesanan|pendaftaran|registrasi|antrean|antrian|"  # noqa: E501
    r"voucher|tiket|undangan|referral|bayar|pembayaran|resi|lacak|reservasi)(?:nya)?[ ]?:?[ ]?"
    r"(?P<code>(?=[A-Z0-9-]{0,20}\d)(?=[A-Z0-9-]{0,20}[A-Z])[A-Z0-9]{2,12}(?:-[A-Z0-9]{1,12}){1,4})(?![\w/-])"
)
"""What somebody was given to be known by: `kode booking QX7-44LM9`."""


def digits_in(seen: str) -> Iterator[Hidden]:
    """Yield runs of five digits and more that are no amount, day, rule or hotline; and codes."""
    for code in _CODE.finditer(seen):
        if _OF_A_YEAR.fullmatch(code[0]):
            continue
        yield Hidden(*code.span(), "identitas", "kode dari huruf dan angka")
    for code in _MIXED.finditer(seen):
        groups = [part for part in re.findall(r"\d+", code[0]) if not _YEAR.fullmatch(part)]
        public = _OF_ALL.search(seen[max(0, code.start() - 30) : code.start()])
        if sum(map(len, groups)) >= _FEWEST_MIXED and not public:
            yield Hidden(*code.span(), "identitas", "kode dari huruf dan angka")
    for code in (*_LABELLED_CODE.finditer(seen), *_SERIES.finditer(seen)):
        yield Hidden(*code.span("code"), "identitas", "label di depannya")
    counted = {
        number
        for cell in (cells_in(seen) if "|" in seen or "\t" in seen else ())
        if _COUNTED_COLUMN.search(cell.head)
        for number in range(cell.start, cell.end)
    }
    for run in _RUN.finditer(seen):
        digits = sum(one.isdigit() for one in run[0])
        whole = digits == len(run[0])
        before = seen[max(0, run.start() - 50) : run.start()]
        named = _NUMBER_OF.search(before) and not _DAY.search(run[0])
        if not whole and digits < _FEWEST_SPACED and not _NO_DAY.fullmatch(run[0]):
            continue
        figure = _FIGURE.fullmatch(run[0]) and not _NO_DAY.fullmatch(run[0])
        if run.start() in counted or (figure and not named):
            continue
        if _COUNTED.match(seen, run.end()) or any(
            known.search(before) for known in (_COUNT, _RULE, _SCHOOL)
        ):
            continue
        yield Hidden(*run.span(), "identitas", "angka yang tidak jelas artinya")
