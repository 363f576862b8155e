"""Tables and forms with names of people."""

from __future__ import annotations

import re
from collections.abc import Iterator

from telusur.publish.rules.grid import cells_in

_NAMES = re.compile(
    r"\b(?:nama|name)\b(?!\s+(?:layanan|instansi|kabupaten|kota|provinsi|aplikasi|program|desa|kelurahan|"
    r"kecamatan|unit|lokasi|gerai|loket|dokumen|jenis|tempat|lembaga|dinas|opd|sistem|kegiatan|"
    r"produk|perusahaan|sekolah|kantor|jalan|usaha|barang|inovasi|daerah|file|berkas))|"
    r"\b(?:pemohon|pelapor|pengadu|responden|informan|narasumber|peserta|hadirin|saksi|"
    r"ahli\s+waris|kepala\s+keluarga|anggota\s+(?:keluarga|rumah\s+tangga)|orang\s+tua|"
    r"penanggung\s+jawab|pewawancara|enumerator|notulis|pencatat|pasien|korban|nasabah|terlapor|"
    r"pembeli|penjual|pihak|calon|tamu|pengunjung|pemilik(?:\s+\w+)?|penghuni|partisipan|subjek|"
    r"penerima\s+\w+|wali(?:\s+murid)?|panggilan|alias|pic|cp)\b",
    re.IGNORECASE,
)
_PERHAPS = re.compile(
    r"\b(?:warga|penduduk|petugas|kontak|penerima|pengguna|pelanggan|anggota|ibu|ayah|bapak|suami|"
    r"istri|anak|siswa|murid|kakak|adik|tetangga|oleh|penulis|pengirim|penelepon|pendamping|kuasa|"
    r"relawan|kader|guru|pekerja|karyawan|pelaku(?:\s+usaha)?|pedagang|nelayan|petani|tokoh|siapa|"
    r"orang|sumber|inisial|identitas|penutur|pengantre|pengunggah|yang[ ](?:di)?(?:wawancara|temui|datang|hadir|mengantre|mengadu)\w*)\b",  # noqa: E501
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:jumlah|banyak(?:nya)?|alamat|nik|kk|no|nomor|tanggal|tgl|umur|usia|jenis|status|pekerjaan|keluhan|"
    r"pendapat|tanda|ttd|hp|telepon|keterangan|kategori|keperluan|kebutuhan|per|rata|persen|waktu|"
    r"lahir|asal|kelas|catatan|pernyataan|jawaban|kata|komentar|usul|harapan|masalah|layanan)\b|%",
    re.IGNORECASE,
)
_OF_PLACES = re.compile(
    r"\W*(?:(?:nama|asal)[ ])?(?:desa|kelurahan|kecamatan|kabupaten|kota|provinsi|distrik|nagari|daerah)"  # noqa: E501
    r"(?:[ /]+(?:desa|kelurahan|kecamatan|kabupaten|kota|provinsi|asal))*\W*",
    re.IGNORECASE,
)
_OF_THINGS = re.compile(
    r"\b(?:bantuan|program|uraian|barang|jenis|obat|diagnos[ai]|penyakit|layanan|penyedia|merek|merk|kegiatan|"
    r"jaminan|bank|status|ket(?:erangan)?|kategori|bahan|produk|menu|kendaraan|alat|sumber|dokumen|instansi|"
    r"lembaga|kantor|opd|dinas|unit|aplikasi|kanal|wilayah|lokasi|tempat|hari|bulan)\b",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(?:[A-Z]\.?[ ]?){1,4}")
_LONGEST = 60


def name_cells(seen: str) -> Iterator[tuple[int, int, bool]]:
    """Yield the cells, as spans, that stand under a heading such as `Nama` or beside one; and
    whether nothing else can stand there, so that any word is a name."""
    for cell in cells_in(seen):
        words = seen[cell.start : cell.end]
        if "inisial" in cell.head.lower() and _INITIALS.fullmatch(words):
            yield cell.start, cell.end, True
            continue
        if len(words) > _LONGEST or not any(one.isalpha() for one in words):
            continue
        sure = _NAMES.search(cell.head) is not None
        named = re.search(r"\bnama\b", cell.head, re.IGNORECASE) is not None
        fits = sure or _PERHAPS.search(cell.head)
        if fits and (named or not _OTHER.search(cell.head)):
            yield cell.start, cell.end, sure


def places_in_columns(seen: str) -> Iterator[tuple[int, int]]:
    """Yield the cells, as spans, that stand under `Desa`, `Kecamatan` and the like."""
    for cell in cells_in(seen):
        if _OF_PLACES.fullmatch(cell.head) and cell.end - cell.start <= _LONGEST:
            yield cell.start, cell.end


def things_in_columns(seen: str) -> Iterator[tuple[int, int]]:
    """Yield the cells, as spans, under headings of what is no person: `Bantuan`, `Obat`, `Bank`."""
    for cell in cells_in(seen):
        if _OF_THINGS.search(cell.head) and not _NAMES.search(cell.head):
            yield cell.start, cell.end
