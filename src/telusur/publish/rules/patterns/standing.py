"""Words for people, behind which a word that is none of the language is somebody's name."""

from __future__ import annotations

import re

PERSON = (
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
SERVES_IN = re.compile(
    r"\b(?:kader|bidan|perawat|guru|dokter|dosen|pegawai|petugas|staf|honorer|operator|satpam|penjaga|"
    r"murid|siswa|siswi|mahasiswa|mahasiswi|relawan|karyawan|karyawati|pengurus|pemilik|pengelola|"
    r"penyewa|juragan|kasir)[ ]"
    r"(?:posyandu|puskesmas|klinik|sd|smp|sma|smk|universitas|desa|kelurahan|kecamatan|toko|hotel|"
    r"komunitas|yayasan|masjid|gereja|pasar|terminal|loket|balai|layanan)[ ]",
    re.IGNORECASE,
)
"""A person's work and where it is done: what follows is the person, not the place."""
SMALL_AFTER = re.compile(
    rf"(?<![\w-])(?i:{PERSON})(?:nya)?(?:[ ](?:itu|ini|tadi|saya|kami|desa|loket|posyandu|puskesmas|"  # noqa: E501
    r"parkir|sayur|honorer|lama|baru|sulung|bungsu|kandung|bernama|namanya|si)){0,2},?[ ]"
    r"(?P<name>[a-z][a-z']{2,40})\b"
)
"""An unknown word in small letters behind a word for people."""
