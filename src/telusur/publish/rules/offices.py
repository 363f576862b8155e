"""Who is named as the holder of a public office, and so stays."""

from __future__ import annotations

import re
from collections.abc import Sequence

_UNIT = (
    r"Dinas|Badan|Bidang|Bagian|Seksi|Sub|Kantor|Balai|Biro|Pusat|UPT|UPTD|Unit|Desa|Dukcapil|"
    r"Bappeda|"
    r"Perwakilan|Satuan|Satpol|Ombudsman|Puskesmas|Sekolah|Kejaksaan|Kepolisian|Wilayah|Cabang|"
    r"Daerah|Jenderal|Kabinet|Camat|Kecamatan|Kelurahan|Deputi|Kementerian|Dis[a-z]{4,}|"
    r"Din[a-z]{4,}|"
    r"(?-i:[A-Z]{3,})"
)
_COUNCIL = r"DPR|DPRD|DPD|MPR|KPU|Bawaslu|Komisi|Ombudsman|Mahkamah|Pengadilan|Badan|Dewan|BPK|KPK"
_HEADS = (
    r"(?:Wakil\s+)?(?:Presiden|Menteri|Gubernur|Bupati|Wali\s?Kota)|Menko|Wamen|MenPAN-?RB|"
    r"Mendagri|(?:Asisten\s+|Sekretaris\s+)?Deputi|Wagub|Wabup|Wawako|Camat|Sekcam|Lurah|Kades|"
    r"Kadis|Kabag|Kabid|Kasi|Kasubbag|Kasubag|Sekda|Sekdis|Sekjen|Dirjen|Direktur(?!\s+(?:PT|CV))|"
    rf"(?:Kepala|Sekretaris)(?=\s+(?:{_UNIT}))|"
    r"Asisten(?=\s+(?-i:[IVX]+)\b)|Staf\s+(?:Ahli|Khusus)|Anali(?:s|sis)\s+Kebijakan|Kapolres|"
    r"Kapolsek|Kapolda|Kapolri|Dandim|Danramil|Pangdam|Inspektur|Komisioner|Kajari|Hakim|Jaksa|"
    rf"(?:Wakil\s+)?(?:Ketua|Anggota)(?=\s+(?:{_COUNCIL}))"
)
_ACTING = r"(?:(?:Plt|Plh|Pjs?)\b\.?\s+|(?:Pelaksana\s+Tugas|Penjabat)\s+)?"
_HEAD = rf"\b(?i:{_ACTING}(?:{_HEADS}))\b"
_WORD = (
    r"(?:[A-Z(][\w/’'&().-]*|dan|dengan|ahli|muda|madya|utama|daerah|dinas|desa|kota|kabupaten|"
    r"provinsi|kepala|untuk|bidang|pada|di|RI)"
)
_DEGREE = r"(?:,?\s?(?:[A-Z][A-Za-z]{0,5}\.)(?:\s?[A-Z][A-Za-z]{0,5}\.?){0,3})"
_TITLES = (
    r"(?:(?:Drs|Dra|dr|drg|Ir|H|Hj|Prof|Dr|KH|Bapak|Ibu|Pak|Bu|Letkol|AKBP|AKP|Kompol|Kolonel|"
    r"Mayor|Kapten|Brigjen|Irjen|Komjen|Kombes|Raden|R)\b\.?\s*)*"
)
_BEFORE = re.compile(rf"(?P<head>{_HEAD})(?:\s{_WORD}){{0,14}}?\s?(?:,|\n|:|-|\|)?\s*{_TITLES}\Z")
_BARE_BEFORE = re.compile(rf"(?P<head>{_HEAD})(?:\s{_WORD}){{0,14}}\s{_TITLES}\Z")
_AFTER = re.compile(
    rf"{_DEGREE}{{0,3}}\s?(?:,|\()?\s*(?:selaku\s+|sebagai\s+|yang\s+(?:juga\s+)?(?:menjabat\s+)"
    rf"?(?:sebagai\s+)?)?"
    rf"(?P<head>{_HEAD})"
)
_IN_TABLE = re.compile(rf"{_DEGREE}{{0,3}}\s*\|\s*(?P<head>{_HEAD})")
_RELATIVE = re.compile(
    r"\b(?:mantan|bekas|eks|istri|isteri|suami|anak|putra|putri|ibu|ayah|keluarga|adik|kakak|sopir|"
    r"supir|ajudan|staf|pengawal|tetangga|teman|kerabat|menantu|mertua|keponakan|calon|warga|"
    r"pensiunan|almarhum|alm|asisten rumah tangga)\.?\s+\Z",
    re.IGNORECASE,
)
_REACH = 170
_CITIZEN_BEFORE = re.compile(
    r"\b(?:warga|pemohon|pelapor|pengadu|penduduk|korban|pasien|nelayan|petani|pedagang|buruh|"
    r"pemilik (?:warung|toko|rumah|kios)|bernama|atas nama|a\.n\.?)"
    r"(?:[ \t]+[a-z]+)?,?[ \t]*:?[ \t]*\Z",
    re.IGNORECASE,
)
_CITIZEN_AFTER = re.compile(
    r"\s*(?:\(\s*\d{2}\s*(?:tahun|thn|th)?\s*\)|,\s*(?:usia\s+)?\d{2}\s*(?:tahun|thn|th)\b|"
    r",?\s+(?:seorang\s+)?(?:warga|pemohon|pelapor|penduduk|nelayan|petani|pedagang|buruh)\b)",
    re.IGNORECASE,
)


def office_of(text: str, start: int, end: int) -> str | None:
    """Return the office that stands with the name at `text[start:end]`; None where there is none.

    Relatives, staff and former holders of an office are no holders of it.
    """
    sentence = _line_start(text, start)
    before = text[sentence:start]
    after = text[end : end + _REACH]
    for found in (_before(before), _AFTER.match(after), _IN_TABLE.match(after)):
        if found and not _RELATIVE.search(
            before[: found.start()] if found.string is before else ""
        ):
            return found["head"]
    return None


def is_citizen(text: str, start: int, end: int) -> bool:
    """Whether what stands with a name says that a citizen is meant."""
    # An office right before the name speaks louder: `Kepala Bidang Pendaftaran Penduduk, Budi`.
    if _before(text[_line_start(text, start) : start]):
        return False
    return bool(
        _CITIZEN_BEFORE.search(text[max(0, start - 60) : start])
        or _CITIZEN_AFTER.match(text[end : end + 40])
    )


def _before(before: str) -> re.Match[str] | None:
    found = None
    for head in re.finditer(_HEAD, before):
        match = _BEFORE.match(before, head.start()) or _BARE_BEFORE.match(before, head.start())
        found = match or found
    return found


def _line_start(text: str, start: int) -> int:
    """Where the sentence begins in which `start` stands, at most two lines above."""
    begin = max(0, start - _REACH)
    breaks = [begin]
    breaks += [
        begin + found.end()
        for found in re.finditer(
            r"(?<!\b[A-Z])(?<!\bDrs)(?<!\bDra)(?<!\bPlt)(?<!\bIr)(?<!\bHj)(?<!\bdr)(?<!\bDr)"
            r"(?<!\bProf)(?<!\bKab)[.!?;]\s+|\n\s*\n\s*\n",
            text[begin:start],
        )
    ]
    return max(breaks)


def words_of(name: str) -> Sequence[str]:
    """The words of a name, to compare."""
    return re.findall(r"[^\W\d_]+", name.casefold())
