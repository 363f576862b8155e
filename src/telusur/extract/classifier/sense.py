"""What turns the sense of a clause: direction, scarcity, hardship, what stopped, what could be.

`Turun` is good of a queue and bad of a budget; `harus` asks of an office and burdens a citizen;
`sudah` is good of what works and bad of what broke. These are words of the language, not of a
subject: a workspace need not know them, and they are in no file of `extract/`.
"""

from __future__ import annotations

import re
from re import Pattern


def _words(written: str) -> Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(written.split())})(?:nya)?\b", re.IGNORECASE)


_BURDEN = _words(
    r"keluhan aduan pengaduan antre antrean antrian waktu\stunggu penolakan ditolak kesalahan salah"
    r" tunggakan pungutan pungli calo gangguan kasus kecelakaan kerusakan keterlambatan komplain"
    r" biaya ongkos jarak sampah stunting kemiskinan pengangguran kebocoran selisih temuan"
    r" waktu\spenyelesaian waktu\spelayanan waktu\slayanan lama\slayanan perjalanan"
)
_BOON = _words(
    r"anggaran dana pagu jumlah\spetugas petugas pegawai staf kunjungan pengunjung peserta cakupan"
    r" kepuasan nilai indeks skor produksi pendapatan pad mutu kualitas stok jadwal partisipasi"
    r" kepemilikan kepesertaan capaian layanan pelayanan"
)
_UP = _words(
    r"naik meningkat bertambah melonjak membengkak menumpuk tambah meluas memanjang melebihi"
    r" kenaikan peningkatan lonjakan"
)
_DOWN = _words(
    r"turun menurun berkurang menyusut merosot anjlok dipotong dipangkas penurunan berkurangnya"
    r" turunnya susut menipis"
)
_GONE = re.compile(
    r"\b(?:(?:tidak|tak|nggak|enggak|ndak|gak) (?:ada )?lagi|(?:tidak|tak|nggak|belum) (?:pernah )?"
    r"(?:ada |terima )?(?:keluhan|aduan|antrean|calo|pungutan|biaya|gangguan|masalah|kendala)"
    r"|(?:tidak|tak|nggak|tanpa) (?:perlu|usah|harus|antre|biaya|dipungut)|bebas (?:dari|biaya)"
    r"|cukup (?:sekali|dari|dengan|lewat|satu|bawa))\b",
    re.IGNORECASE,
)
_NUMBER = (
    r"(?:\d|satu|dua|tiga|empat|lima|enam|sepuluh|seorang|sebuah|sehari|sekali|separuh|\w+ orang)"
)
_SCARCE = re.compile(
    rf"\b(?:hanya|cuma|tinggal|baru|sebatas"
    rf"|cuman)\b(?:\W+\w+){{0,3}}?\W+{_NUMBER}|\b(?:hanya|cuma) "
    r"(?:ada|punya|memiliki|bisa|dapat|menerima|melayani|cukup|dikuasai|satu|dua|sampai|sebagian)"
    r"|tidak (?:se|satu) ?pun|satu-satunya (?:petugas|alat|mesin|operator)|seorang diri|sendirian",
    re.IGNORECASE,
)
_PEOPLE = (
    r"(?:warga|masyarakat|pemohon|pasien|orang|penduduk|pengguna|pengunjung|lansia|ibu|bapak|anak"
    r"|siswa|murid|petani|nelayan|pelaku usaha|pedagang|keluarga|mereka|kami|saya|peserta|pelapor"
    r"|pelanggan|wali murid|penyandang|difabel|petugas|operator|pegawai|bidan|guru)"
)
_HARDSHIP = re.compile(
    rf"\b{_PEOPLE}\b(?:\W+\w+){{0,6}}?\W+(?:harus|terpaksa|mesti|wajib|diharuskan|disuruh|dipaksa"
    r"|diminta|kudu|dipersulit|mengulang|bolak-balik|kembali lagi|pulang)\b"
    r"|\b(?:terpaksa|bolak-balik|disuruh|berjam-jam|berhari-hari|berbulan-bulan|berulang kali"
    r"|dua kali|tiga kali|berkali-kali|mengulang|sia-sia|kecewa|antre sejak"
    r"|pulang dengan tangan)\b",
    re.IGNORECASE,
)
_DUTY = re.compile(
    r"\b(?:dinas|pemerintah|pemda|pemkab|pemkot|pusat|kementerian|instansi|unit|kepala|bupati|wali"
    r" ?kota|gubernur|mpp|bappeda|kecamatan|desa|puskesmas|perlu"
    r"|segera)\b(?:\W+\w+){0,4}?\W+(?:harus"
    r"|perlu|wajib|agar|hendaknya|sebaiknya|diminta|segera|menyediakan|menambah|membuat|menyusun)\b",
    re.IGNORECASE,
)
_STOPPED = _words(
    r"rusak mati berhenti terhenti habis soak tutup ditutup putus padam lumpuh kosong hilang macet"
    r" mangkrak terbengkalai kedaluwarsa bocor retak roboh ambruk longsor tertunda dihentikan"
    r" dibiarkan terputus error hang ngadat lelet lemot keluar tertahan menumpuk numpuk nyangkut"
    r" dobel ganda tertukar salah keliru beda berbeda tidak\ssama longgar pajangan nganggur"
    r" menganggur gelap pengap sempit becek lembap jauh mahal lama lambat terlambat telat penuh"
    r" kewalahan kebingungan bingung ditolak digembok terkunci"
)
_WORKS = _words(
    r"selesai jadi langsung cepat mudah gampang gratis lancar rapi bersih nyaman ramah terang jelas"
    r" rutin tersedia terpasang terhubung tersambung berfungsi jalan berjalan hidup dibuka terbit"
    r" tuntas tertib tepat\swaktu terintegrasi otomatis daring online jemput\sbola dikirim"
    r" diantar didatangi bagus enak puas kelar lengkap cukup mencukupi memadai beres"
)
_DONE = _words(r"sudah telah udah udh sdh sejak kini sekarang selalu setiap tiap rutin")
_LASTING = re.compile(
    r"\b(?:sejak|selama|hingga|sampai|lebih dari|rata-rata|mencapai|butuh|memakan|menunggu|nunggu)"
    r"\b(?:\W+\w+){0,3}?\W+(?:jam|hari|minggu|bulan|tahun|menit|januari|februari|maret|april|mei|juni"
    r"|juli|agustus|september|oktober|november|desember|lebaran|pagi|subuh)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:usul|usulan|minta|meminta|mintanya|diminta|mohon|tolong|sebaiknya|hendaknya|seharusnya"
    r"|semestinya|mestinya|agar|supaya|perlu|diharapkan|berharap|harapan|kalau bisa|jangan"
    r"|direkomendasikan|disarankan|saran|diusulkan|didorong|minimal|paling lambat|sekurangnya)\b",
    re.IGNORECASE,
)
_ORDERS = re.compile(r"\W*(?:[A-Z][a-z]{2,}(?:kan|i)|[A-Z][a-z]{3,6})\s[a-z]")
_DEED = re.compile(r"\W*(?:[Mm]e[a-z]{3,}|[Pp]e[a-z]{3,}an)\b")
_COULD = re.compile(
    r"\b(?:bisa|dapat|tinggal|siap|berpotensi|layak|memungkinkan|sebenarnya|sebetulnya)"
    r" (?:di[a-z]{3,}|dipakai|jadi|menjadi|ikut|sudah|bisa|menampung)|\b(?:belum (?:di)?(?:pakai"
    r"|manfaatkan|garap|kelola|tindaklanjuti|digunakan|dipakai)|nganggur|menganggur|bersedia|mau"
    r" (?:kasih|memberi|membantu|bantu)|menawarkan|menyatakan siap|potensi|peluang|terbuka)\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:akan|bakal|nanti|nantinya|ke depan|tahun depan|bulan depan|mendatang|diperkirakan"
    r"|berisiko|risiko|rawan|dikhawatirkan|khawatir|bila|jika|kalau|apabila"
    r"|jangan sampai|perlu (?:dijaga"
    r"|diwaspadai|diantisipasi|dicermati)|pensiun|berakhir|habis (?:pada|masa|tahun|des|jan))\b",
    re.IGNORECASE,
)
_CONTRAST = re.compile(
    r"\b(?:tetapi|tapi|namun|padahal|sedangkan|meski(?:pun)?|walau(?:pun)?|hanya saja|cuma ya"
    r"|sayangnya|justru|malah|sebaliknya|sementara)\b",
    re.IGNORECASE,
)
_BEFORE_NOW = re.compile(
    r"\b(?:dulu|dahulu|sebelumnya|tadinya|semula|dari \S+ (?:\w+ )?(?:menjadi|jadi|ke))\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:tidak|tak|belum|bukan|tanpa|nggak|enggak|gak|ndak|tiada|kurang|jangan)\b", re.IGNORECASE
)
_BUT_YES = re.compile(r"\|\s*(?:ya|ada|sudah|baik|lengkap)\b", re.IGNORECASE)
_BUT_NO = re.compile(r"\|\s*(?:tidak|belum|kurang|rusak|tidak ada)\b", re.IGNORECASE)

_PATTERNS = (
    _BURDEN, _BOON, _UP, _DOWN, _GONE, _SCARCE, _HARDSHIP, _DUTY, _STOPPED, _WORKS, _DONE, _LASTING,
    _ASKS, _COULD, _AHEAD, _CONTRAST, _BEFORE_NOW, _NOT, _BUT_YES, _BUT_NO,
)  # fmt: skip


def sense(clause: str) -> list[float]:
    """Return what turns the sense of a clause, as numbers of the order of 1."""
    (
        burden, boon, up, down, gone, scarce, hardship, duty, stopped, works, done, lasting, asks,
        could, ahead, contrast, before, no, yes_cell, no_cell,
    ) = (one.search(clause) is not None for one in _PATTERNS)  # fmt: skip
    deed = _DEED.match(clause) is not None
    orders = _ORDERS.match(clause) is not None and not deed
    return [
        burden, boon, up, down, gone, scarce, hardship, duty, stopped, works, done, lasting, asks,
        orders, deed, could, ahead, contrast, before, no,
        yes_cell, no_cell,
        burden and up, burden and down, boon and up, boon and down,
        hardship and not duty, duty and not hardship,
        done and stopped, done and works and not no, no and works, no and stopped,
        min(len(_STOPPED.findall(clause)), 3) / 3, min(len(_WORKS.findall(clause)), 3) / 3,
        min(len(_NOT.findall(clause)), 3) / 3,
        ahead and stopped, could and not no, before and not stopped,
    ]  # fmt: skip
