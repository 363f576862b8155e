"""Where one word that is none of the language can only be the name of a person."""

from __future__ import annotations

import re

_PERSON = (
    r"warga|ibu|bapak|nenek|kakek|anak|istri|isteri|suami|janda|duda|lansia|remaja|pemuda|perempuan|"
    r"laki-laki|pria|wanita|gadis|balita|bayi|keponakan|sepupu|cucu|menantu|mertua|kakak|adik|paman|"
    r"bibi|tetangga|teman|kawan|kerabat|saudara|janda|pasangan|keluarga|penjual|pedagang|pembeli|"
    r"tukang|buruh|kuli|petani|nelayan|peternak|pekebun|penjahit|pengrajin|perajin|pemulung|sopir|"
    r"supir|pengemudi|kurir|kernet|ojek|satpam|penjaga|juru|guru|dosen|murid|siswa|siswi|mahasiswa|"
    r"mahasiswi|santri|ustaz|pendeta|bidan|perawat|mantri|dokter|kader|relawan|pendamping|calo|"
    r"makelar|perantara|pensiunan|pegawai|karyawan|karyawati|karyawannya|honorer|staf|petugas|"
    r"operator|pemilik|penyewa|penghuni|pemohon|pelapor|pengadu|pasien|korban|saksi|informan|"
    r"responden|narasumber|pengunjung|pengantre|penerima|wiraswasta|wirausaha|pengangguran|"
    r"perantau|pendatang|difabel|tunanetra|penumpang|pelanggan|pengguna|orang"
)
_ITEM = r"(?:\A|\n)[ \t>]{0,4}(?:[-*•·+#]{1,6}|\d{1,2}[.)]|[a-z][.)])?[ \t]{0,3}"
_BEGINS = r"(?:[.!?…:;“\"‘(|]|[.!?][”\"’])\s{1,3}"
AT_START = re.compile(rf"(?:{_ITEM}|{_BEGINS}|[“\"‘(])[\"“‘*_]{{0,3}}\Z")
"""Where a sentence, an item or a cell begins, so that a capital says nothing."""
SAID_OF_PEOPLE = re.compile(
    rf"[*_”\"’]{{0,3}}(?:[ ]?\([ ]?(?:{_PERSON}|RT|RW|asal|usia|umur|\d{{2}}\b)|"
    rf",?[ ]{{1,2}}(?:[–—-][ ])?(?:seorang[ ]|si[ ])?(?:{_PERSON})(?:nya)?\b|"
    r",?[ ]{1,2}(?:bilang|cerita|curhat|ngomong|nanya|tanya|jawab|ngeluh|protes|menjawab|menolak|"
    r"mengangguk|menggeleng|menangis|tertawa|tersenyum|terdiam|diam|marah|kesal|bingung|kecewa|lupa|"
    r"ingat|pasrah|menyerah|mengalah|menyusul|berdiri|duduk|mondar-mandir|disuruh|dioper|dipingpong|"
    r"dipanggil|dibentak|dimarahi|dijanjikan|dilempar|diantar|ditemani|didampingi|dirawat|"
    r"mengulang|kembali|pulang|pamit|berterima|mengira|merasa|tahu|curiga|takut|malu|menyebut|"
    r"bercerita|berkisah|berseloroh|bergumam|menyela|menimpali|menyahut|mengingat|membenarkan|"
    r"membantah|menunjukkan|memperlihatkan|menyodorkan|menitipkan|meminjam|menggendong|menuntun|"
    r"memboncengkan|naik|berjalan|menumpang|lahir|hamil|sakit|meninggal|wafat|pindah|merantau|"
    r"melahirkan|menikah|bercerai|kerja|bekerja|berjualan|jualan|tinggal|menetap|ikut|hadir|absen|"
    r"terlambat|telat|menelepon|ditelepon|sendiri|sekeluarga|dkk)\b)"
)
IN_BRACKETS = re.compile(rf"\b(?:{_PERSON})(?:nya)?\b[^.!?;:()\n]{{0,50}}[ ]\(\Z", re.IGNORECASE)
BETWEEN_DASHES = re.compile(
    rf"\b(?:{_PERSON})(?:nya)?\b[^.!?;:()\n]{{0,50}}[ ]?[–—-][ ]?\Z", re.IGNORECASE
)
NAMED_AFTER = re.compile(
    rf"\b(?:{_PERSON})(?:nya)?(?:[ ](?:itu|ini|tadi|mereka|kami|saya|pertama|kedua|sulung|bungsu|"
    r"lama|baru|kandung))?,?[ ](?:si[ ])?\Z",
    re.IGNORECASE,
)
SERVES_IN = re.compile(
    r"\b(?:kader|bidan|perawat|guru|dokter|dosen|pegawai|petugas|staf|honorer|operator|satpam|penjaga|"
    r"murid|siswa|siswi|mahasiswa|mahasiswi|relawan|karyawan|pengurus)[ ]"
    r"(?:posyandu|puskesmas|klinik|sd|smp|sma|smk|universitas|desa|kelurahan|kecamatan|toko|hotel|"
    r"komunitas|yayasan|masjid|gereja|pasar|terminal|loket|balai|layanan)[ ]\Z",
    re.IGNORECASE,
)
"""A person's work and where it is done: what follows is the person, not the place."""
CALLED_OUT = re.compile(
    r",[ ](?:sini|sana|ayo|mari|tunggu|tolong|maaf|kamu|kau|mana|coba|jangan)\b"
)


def stands_as_person(seen: str, start: int, end: int) -> bool:
    """Whether what stands around `seen[start:end]`, an unknown word, is said of people."""
    before = seen[max(0, start - 100) : start]
    closed = seen[end : end + 1]
    if closed == ")" and IN_BRACKETS.search(before):
        return True
    if BETWEEN_DASHES.search(before) and re.match(r"[ ]?[–—,.-]|\s{0,3}\n", seen[end : end + 4]):
        return True
    if NAMED_AFTER.search(before):
        return True
    if AT_START.search(before):
        return bool(SAID_OF_PEOPLE.match(seen, end) or CALLED_OUT.match(seen, end))
    return False
