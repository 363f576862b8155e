"""Who is named as the holder of a public office, and so stays."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from telusur.publish.rules.patterns.cues import THING_BEFORE

_UNIT = (
    r"Dinas|Badan|Bidang|Bagian|Seksi|Sub|Kantor|Balai|Biro|Pusat|UPT|UPTD|Unit|Desa|Dukcapil|"
    r"Bappeda|Terminal|Pelabuhan|Bandara|Stasiun|Pasar|Loket|Gerai|Panti|Rutan|Lapas|Syahbandar|"
    r"Perwakilan|Satuan|Satpol|Ombudsman|Puskesmas|Sekolah|Kejaksaan|Kepolisian|Wilayah|Cabang|"
    r"Daerah|Jenderal|Kabinet|Camat|Kecamatan|Kelurahan|Deputi|Kementerian|Dis[a-z]{4,}|Staf(?=\s+Kepresidenan)|Kesbangpol|Kesra|SD|Bapp?ed+a|Bappenas|Bapenda|"
    r"Din[a-z]{4,}|"
    r"(?-i:[A-Z]{3,})"
)
_COUNCIL = r"DPR|DPRD|DPD|MPR|KPU|Bawaslu|Komisi|Ombudsman|Mahkamah|Pengadilan|Badan|Dewan|BPK|KPK"
_HEADS = (
    r"(?:Wakil\s+)?(?:Presiden|Menteri|Gubernur|Bupati|Wali\s?Kota)|Menko|Wamen|MenPAN-?RB|"
    r"Mendagri|(?:Asisten\s+|Sekretaris\s+)?Deputi|Wagub|Wabup|Wawako|Camat|Sekcam|Lurah|Kades|"
    r"Kadis[a-z]*|Kabag[a-z]*|Kabid[a-z]*|Kabiro|Kasi(?:e|pem|trantib|kesra)?|Kasub[a-z]+|Kaban[a-z]*|Kakan[a-z]+|Kapus[a-z]*|"
    r"Kasat[a-z]+|Kadus|Kaur|Kalapas|Karutan|Kajati|Kanit|Kapokja|Sek(?:da|dis|jen|des|lur|ban|wan|ma)(?:prov|kab|kot)?|"
    r"Dirjen|Irjen|(?:Wakil\s+)?Direktur(?!\s+(?:PT|CV))|Wadir|Dirut(?!\s+(?:PT|CV))|Rektor|Dekan|Men(?:kes|sos|keu|dik[a-z]+|kominfo)|"
    r"(?:Koordinator|Manajer|Penanggung\s+Jawab|Supervisor|Pengawas|Penyelia)(?=\s+(?:"
    rf"{_UNIT}"
    r"|(?i:layanan|loket|gerai|wilayah|lapangan)))|"
    rf"(?:Kepala|Sekretaris)(?=\s+(?:Suku\s+)?(?:{_UNIT}))|"
    r"Kadin[a-z]{3,}|Kadin(?=\s+(?:Kominfo|Dukcapil|Kesehatan|Pendidikan|Sosial)\b)|"
    r"Komandan(?=\s+(?:Kodim|Koramil|Korem|Lanal|Lanud)\b)|"
    r"Asisten(?=\s+(?:(?-i:[IVX]+)|Administrasi|Pemerintahan|Perekonomian|Pembangunan|Sekda|"
    r"Setda|Ombudsman|ORI)\b)|Staf\s+(?:Ahli|Khusus)|Anali(?:s|sis)\s+Kebijakan|Kapolres|"
    r"Juru\s+Bicara|Pejabat\s+Pembuat\s+Komitmen|Widyaiswara|Kepala\s+(?:Dusun|Lingkungan|Rumah\s+Sakit|"
    r"Perpustakaan|Museum|Madrasah|Gudang)|Ketua\s+Tim\s+(?:Kerja|Penggerak)|Panitera|Wali\s+(?:Nagari|Jorong|Negeri)|[KG]eu?chik|P(?:er|re)bekel|Pambakal|Kuwu|Panewu|Peratin|"
    r"Hukum\s+Tua|Penghulu\s+Kampung|Imum\s+Mukim|Kepala\s+(?:Kampung|Pekon|Tiyuh|Lembang|Distrik)|Syahbandar|Kapolsek|Kapolda|Kapolri|Dandim|Danramil|Pangdam|Inspektur|Komisioner|Kajari|Hakim|Jaksa|"
    rf"(?:Wakil\s+)?(?:Ketua|Anggota)(?=\s+(?:{_COUNCIL}|(?-i:[A-Z]{{3,12}})\s+(?-i:Kab|Kota|Prov)))"
)
_ACTING = r"(?:(?:Plt|Plh|Pjs?)\b\.?\s+|(?:Pelaksana\s+Tugas|Penjabat)\s+)?"
_HEAD = rf"\b(?i:{_ACTING}(?:{_HEADS}))\b"
_WORD = (
    r"(?:[A-Z(][\w/’'&().-]*|0\d{3}(?:/\w+)?|\d{1,2}|seksi|subbagian|bagian|sarana|prasarana|keuangan|aset|pelayanan|kependudukan|"
    r"informasi|informatika|komunikasi|penataan|perencanaan|pembinaan|pengelolaan|pengaduan|umum|"
    r"hukum|organisasi|kepegawaian|administrasi|pemerintahan|pembangunan|ombudsman|perwakilan|dan|dengan|ahli|muda|madya|utama|daerah|dinas|desa|kota|kabupaten|"
    r"provinsi|kepala|untuk|bidang|pada|di|RI|universitas|kampus|institut|sekolah|rumah|sakit|kantor|itu|ini|tersebut|setempat)"
)
_DEGREE = (
    r"(?>[,.]?\s?(?:[A-Z][A-Za-z]{0,5}+\.)(?:\s?[A-Z][A-Za-z]{0,5}+\.?+){0,3}|"
    r",\s?(?:S[EHTP]|M[MTHP]|SSos|SKom|SPd|SKM|SIP|SSTP|AP|MSi|MPd|MKes|MAP|AR)\b)"
)
_TITLES = (
    r"(?:(?:Drs|Dra|dr|drg|Ir|H|Hj|Prof|Dr|KH|TGH|Tgk|Ust|Bapak|Ibu|Pak|Bu|Letkol|AKBP|AKP|Kompol|Kolonel|"
    r"Mayor|Kapten|Capt|Rd|Sdr|Bp|Bpk|Brigjen|Irjen|Komjen|Kombes|Raden|R|CZI|Czi|Inf|Arm|Kav|Cba|Lek|Laut|Pnb)"
    r"\b\.?\s*)*"
)
_CALLED = rf"{_TITLES}(?:(?<=\.[ ])(?:[A-Z][a-z']+[ ]){{1,2}})?"
"""Behind a title a name may begin with a word, which is not found: `Dra. Lintang [Hapsari]`."""
_SECOND = re.compile(
    rf"\b(?i:Kepala[ ](?:Dinas|Badan|Kantor|Bagian)|Kadis|Kaban)\b[^\n]{{0,160}}[.;][ ]"
    rf"(?P<head>Sekretaris),?[ ]{_TITLES}\Z"
)
"""Who is named in the sentence behind the head of an office: `Sekretaris, Sukinem, hadir`."""
_BEFORE = re.compile(
    rf"(?P<head>{_HEAD})(?:\s{_WORD}){{0,14}}?\s?(?:,|\n|:|-|\|)?\s*(?:(?:yaitu|yakni|ialah|bernama)\s+)?{_CALLED}\Z"
)
_BARE_BEFORE = re.compile(rf"(?P<head>{_HEAD})(?:\s{_WORD}){{0,14}}\s{_TITLES}\Z")
_AFTER = re.compile(
    rf"{_DEGREE}{{0,3}}[ \t]?(?:,|\(|-)?[ \t]{{0,3}}\n?[ \t]{{0,3}}"
    rf"(?:selaku\s{{1,4}}|sebagai\s{{1,4}}|"
    rf"yang\s{{1,4}}(?:juga\s{{1,4}})?(?:menjabat\s{{1,4}})"
    rf"?(?:sebagai\s{{1,4}})?)?"
    rf"(?P<head>{_HEAD})"
)
_IN_TABLE = re.compile(rf"{_DEGREE}{{0,3}}\s{{0,4}}\|\s{{0,4}}(?P<head>{_HEAD})")
_RELATIVE = re.compile(
    r"\b(?:mantan|bekas|eks|istri|isteri|suami|anak|putra|putri|ibu|ayah|keluarga|adik|kakak|sopir|"
    r"supir|ajudan|staf|pengawal|tetangga|teman|kerabat|menantu|mertua|keponakan|calon|warga|"
    r"pensiunan|almarhum|alm|asisten rumah tangga)\.?\s+\Z",
    re.IGNORECASE,
)
_TITLED = re.compile(rf"[ ]{{1,2}}{_TITLES}")
_BESIDE_DEGREES = re.compile(rf"{_DEGREE}{{0,3}}[ ]?[,(][ ]?")
_BESIDE = re.compile(rf"[ ]?[,:(|-]?[ ]?{_TITLES}")
_REACH, _FURTHER = 170, 240
_SMALL_WORD = 3
"""Letters of words that a headline may leave without a capital: `di`, `dan`."""
_DEGREES = 20
"""Characters that may follow a name on the line of a signature."""
_CITIZEN_BEFORE = re.compile(
    r"\b(?:warga|pemohon|pelapor|pengadu|penduduk|korban|pasien|nelayan|petani|pedagang|buruh|"
    r"pemilik (?:warung|toko|rumah|kios)|bernama|atas nama|a\.n\.?)"
    r"(?:[ \t]{1,3}[a-z]{1,30}+)?,?[ \t]{0,3}:?[ \t]{0,3}\Z",
    re.IGNORECASE,
)
_CITIZEN_AFTER = re.compile(
    r"\s{0,4}(?:\(\s{0,4}\d{2}\s{0,4}(?:tahun|thn|th)?\s{0,4}\)|,\s{0,4}(?:(?:ber)?(?:usia|umur)\s{1,4})?\d{2}\s{0,4}(?:tahun|thn|th)\b|"
    r",?\s{1,4}(?:seorang\s{1,4})?(?:warga|pemohon|pelapor|penduduk|nelayan|petani|pedagang|buruh)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Named:
    """Another name in the same text."""

    start: int
    end: int
    known: bool
    """Whether a word of it is known as a name: what is not may be the name of a place."""


def office_of(text: str, start: int, end: int, others: Sequence[Named] = ()) -> str | None:
    """Return the office that stands with the name at `text[start:end]`; None where there is none.

    Relatives, staff and former holders of an office are no holders of it, nor is who is named
    behind somebody of the `others` who stands nearer to it: `Bupati A, B dan C`.
    """
    sentence = _line_start(text, start, end)
    before = text[sentence:start]
    after = text[end : end + _REACH]
    found = _before(before)
    if found and not _RELATIVE.search(before[: found.start()]):
        head_end = sentence + found.end("head")
        taken = ":" in before[found.end("head") :] and any(
            _BESIDE_DEGREES.fullmatch(text, one.end, sentence + found.start("head"))
            for one in others
            if one.end <= sentence + found.start("head")
        )
        between = (one for one in others if head_end <= one.start and one.end <= start)
        if not taken and not any(
            one.known or not _BESIDE.fullmatch(text, one.end, start) for one in between
        ):
            return found["head"]
    if second := _SECOND.search(text, max(0, start - _FURTHER), start):
        return second["head"]
    for found in (_AFTER.match(after), _IN_TABLE.match(after)):
        if found and not _has_a_holder(text, end + found.end("head"), others):
            return found["head"]
    return None


def _has_a_holder(text: str, head_end: int, others: Sequence[Named]) -> bool:
    """Whether an office is somebody's who stands right behind it: `Sukinem, Lurah Heru Prakosa`."""
    title = _TITLED.match(text, head_end)
    at = title.end() if title else head_end
    return any(one.start == at and one.known for one in others)


def is_citizen(text: str, start: int, end: int) -> bool:
    """Whether what stands with a name says that a citizen is meant."""
    # An office right before the name speaks louder: `Kepala Bidang Pendaftaran Penduduk, Budi`.
    if _before(text[_line_start(text, start, end) : start]):
        return False
    before = text[max(0, start - 60) : start]
    cue = _CITIZEN_BEFORE.search(before)
    if cue and THING_BEFORE.search(before[: cue.start()]):
        cue = None
    return bool(cue or _CITIZEN_AFTER.match(text[end : end + 40]))


def _before(before: str) -> re.Match[str] | None:
    found = None
    for head in re.finditer(_HEAD, before):
        match = _BEFORE.match(before, head.start()) or _BARE_BEFORE.match(before, head.start())
        found = match or found
    return found


def _line_start(text: str, start: int, end: int) -> int:
    """Where the sentence begins in which `start` stands, at most two lines above."""
    begin = max(0, start - _REACH)
    breaks = [begin]
    breaks += [
        begin + found.end()
        for found in re.finditer(
            r"(?<!\b[A-Z])(?<!\b[A-Z]{2})(?<!\b[A-Z]{3})(?<!\bCapt)(?<!\bRd)(?<!\bBp)(?<!\bBpk)(?<!\bSdr)(?<!\bTgk)(?<!\bUst)(?<!\bDrs)(?<!\bDra)(?<!\bPlt)(?<!\bIr)(?<!\bHj)(?<!\bdr)(?<!\bDr)"
            r"(?<!\bProf)(?<!\bKab)[.!?;]\s+|\n\s*\n\s*\n",
            text[begin:start],
        )
    ]
    return max(*breaks, _after_headline(text, begin, start, end))


def _after_headline(text: str, begin: int, start: int, end: int) -> int:
    """Where the line begins after a headline, which says nothing of who is named in the text below
    it; but the name in a signature has a line for itself."""
    line = text.rfind("\n", begin, start) + 1
    above = text[begin : line or begin].rstrip().rpartition("\n")[2]
    long = [word for word in above.split() if len(word) > _SMALL_WORD]
    if not long or above.endswith((",", ":")) or not all(word[0].isupper() for word in long):
        return begin
    below = text.find("\n", end)
    rest = text[end : below if below >= 0 else len(text)]
    alone = len(rest) <= _DEGREES and not re.search(r"\b[a-z]", rest)
    signed = alone and re.fullmatch(rf"[ \t]*{_TITLES}", text[line:start])
    return begin if signed else line


def words_of(name: str) -> Sequence[str]:
    """The words of a name, to compare."""
    return re.findall(r"[^\W\d_]+", name.casefold())
