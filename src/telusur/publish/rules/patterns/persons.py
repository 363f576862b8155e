"""Words for people: what somebody is to others, what they do, and how they are addressed."""

from __future__ import annotations

import re

KIN = (
    r"ayah|bapak|bapa|papa|papi|abah|abi|ibu|mama|mami|mamak|emak|mak|enyak|umi|ummi|kakak|abang|adik|adek|ade|"
    r"saudara|saudari|sodara|anak|bayi|balita|putra|putri|suami|istri|isteri|bini|laki|paman|pakde|paklik|om|bibi|"
    r"bulik|bude|tante|nenek|kakek|oma|opa|eyang|buyut|mbah|sepupu|keponakan|ponakan|kemenakan|menantu|mertua|"
    r"besan|ipar|cucu|cicit|tunangan|pacar|kembaran|anggota keluarga"
)
AROUND = (
    r"tetangga|teman|kawan|rekan|sahabat|kerabat|kenalan|pasangan|keluarga|majikan|atasan|bawahan|murid|guru|"
    r"penghubung|pendamping|pengantar|kuasa hukum|wali|sopir|supir|pemandu|juru bahasa|penerjemah|ajudan|asisten"  # noqa: E501
)
"""Whom somebody may call theirs, beside their kin."""
SOMEBODY = (
    r"warga|penduduk|lansia|remaja|pemuda|pemudi|perempuan|lelaki|laki-laki|pria|wanita|gadis|janda|duda|bujang|"
    r"orang|oknum|penyintas|difabel|tunanetra|tunarungu|perantau|pendatang|pengungsi|yatim"
)
AT_WORK = (
    r"penjual|pedagang|pembeli|tukang|buruh|kuli|petani|nelayan|peternak|pekebun|peladang|penyadap|penjahit|"
    r"pengrajin|perajin|pemulung|pengemudi|kurir|kernet|ojek|satpam|penjaga|juru|dosen|siswa|siswi|pelajar|"
    r"mahasiswa|mahasiswi|santri|santriwati|ustaz|pendeta|bidan|perawat|mantri|dokter|dukun|kader|relawan|calo|"
    r"makelar|perantara|pensiunan|pegawai|karyawan|karyawati|honorer|staf|petugas|operator|kasir|resepsionis|"
    r"pemilik|pengelola|penyewa|penghuni|wiraswasta|wirausaha|pengusaha|pengangguran|pekerja|pembantu|pengasuh|"
    r"montir|nakhoda|awak|loper|pengamen|pengemis|penari|pemangku|imam|marbot|modin|peserta|pengunjung|penonton|"
    r"enumerator|pendata|surveyor|fasilitator|moderator|notulis|pencatat|penulis|penyusun|pewawancara|wartawan|"
    r"pewarta|reporter|fotografer|kontributor|editor"
)
IN_A_CASE = (
    r"kpm|krt|pemohon|pelapor|terlapor|pengadu|pasien|korban|saksi|informan|responden|narasumber|pengantre|penerima|"
    r"penumpang|pelanggan|pengguna|nasabah|debitur|penggugat|tergugat|terdakwa|tersangka|pelaku|penelepon|"
    r"pengirim|penyetor|penanggung|wali murid|ahli waris|kepala keluarga|penjamin|pemberi kuasa|penerima kuasa"  # noqa: E501
)
PERSON = rf"{KIN}|{AROUND}|{SOMEBODY}|{AT_WORK}|{IN_A_CASE}"
ADDRESS = (
    r"pak|bu|bpk|bp|sdri?|saudar[ai]|mas|mbak|mba|mbok|kang|neng|teh|teteh|akang|aa|aki|nini|bang|kak|dek|dik|"
    r"uda|uni|koh|ko|cik|ci|cece|encik|engkong|apek|budhe|pakdhe|lik|kek|nek|opung|oppung|haji|hajah|hj|"
    r"ustad?z(?:ah)?|kiai|kyai|gus|ning|nyai|nyi|ki|tuan|nyonya|nona|tn|ny|nn|daeng|dg|puang|karaeng|inang|amang|"
    r"tulang|nantulang|lae|ito|eda|bli|mbok|gung|wa|wak|wac|uwak|uwa|ua|mang|ceu|kang|pace|mace|tete|datuk|"
    r"datuak|engku|atok|nande|bapatua|almarhum(?:ah)?|alm|almh|mendiang|si|sang"
)
"""How people are called; most of these are no word for a person elsewhere."""
GOES_ON = re.compile(
    r"yang|yg|itu|ini|di|ke|dari|dan|atau|juga|sudah|udah|sdh|belum|blm|tidak|tdk|ga|gak|nggak|ndak|tak|bilang|blg|"
    r"kata|katanya|mau|minta|tanya|datang|dtg|saya|sy|aku|kami|kita|dia|ia|mereka|beliau|lagi|lg|ada|bisa|harus|kalau|"
    r"kalo|klo|karena|krn|tapi|tp|terus|trs|sama|sm|dengan|dgn|untuk|utk|pada|deh|dong|sih|nih|tadi|td|besok|kemarin|"
    r"hanya|cuma|malah|masih|msh|jadi|maka|agar|seperti|kayak|punya|pergi|pulang|tinggal|kerja|sakit|meninggal|nangis|"
    r"marah|diam|dulu|semua|sekalian|muda|tua|lama|baru|kandung|tiri|hamil|menyusui|rumah|tangga|kos|nya|kader|rt|rw|"
    r"laundry|warung|toko|bos|guru|dokter|mantri|lurah|camat|kades|bendahara|ketua|anak|sendiri|satu|dua|tiga|langsung|resmi|layanan|aduan|grup"
)
"""What a sentence goes on with behind a form of address that names nobody: `bu bilang`."""
