"""The words of which marks of confidence are made."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


STRONG = _set("rahasia konfidensial confidential secret classified dirahasiakan embargo diembargo")
"""Words that classify a document wherever they stand alone."""

WEAK = _set("terbatas restricted dikecualikan")
"""Words that classify a document, and are said of queues and networks as well."""

INNER = _set("internal intern sendiri pimpinan menteri penerima recipient addressee")
"""For whom a document is that is for few."""

KINDS = _set(
    "dokumen document naskah surat laporan report catatan note notes nota memo memorandum arsip "
    "berkas file materi tulisan lampiran risalah notulen notula"
)
"""What a document calls itself."""

COMPANY = KINDS | _set(
    "sangat amat top strictly highly negara jabatan dinas resmi official bersifat sifat sifatnya "
    "berklasifikasi klasifikasi classification kategori tingkat status derajat level keamanan "
    "security ini this is adalah merupakan the and dan atau yang untuk for of pribadi private "
    "personal penting segera biasa urgent kilat sensitive sensitif only saja hanya mohon harap "
    "salinan copy tolong no nomor ke dari eksemplar halaman hal page draf draft konsep perhatian "
    "peringatan warning awas cap stempel in confidence commercial x bagi tergolong termasuk"
)
"""Words that stand beside the level without making the line a sentence about something else."""

MATTER = _set("data informasi information bahan")
"""Beside a weak word these may be what is scarce: `Data terbatas` is a mark in capitals only."""

NOT = _set("tidak bukan non tak tanpa not un belum")
"""Words that turn a level into its contrary."""

FORBIDDING = _set("jangan dilarang bukan tidak belum not don never")
TELLING = _set("tidak bukan belum not")
"""Those that forbid only before a word of leave, or after one of asking."""

ASKING = _set("mohon harap tolong agar do must may please")
LEAVE = _set("untuk boleh diperkenankan diperbolehkan diizinkan dapat bisa for be to")
"""What follows `tidak` where it forbids: `tidak untuk disebarkan`, not `tidak disebarkan`."""

SPREADING = _set(
    "disebarluaskan disebarkan menyebarluaskan menyebarkan sebarkan sebarluaskan penyebaran "
    "dipublikasikan mempublikasikan memublikasikan publikasikan publikasi dipublikasi diumumkan "
    "disiarkan siarkan diedarkan mengedarkan edarkan dibagikan membagikan bagikan diperbanyak "
    "memperbanyak digandakan menggandakan difotokopi memfotokopi dikutip mengutip dibocorkan "
    "bocorkan membocorkan diteruskan meneruskan dirilis diperlihatkan publik umum "
    "distribution distribute distributed redistribute release released publication publish "
    "published share shared sharing circulate circulated circulation forward forwarded copied "
    "disclose disclosed disclosure cite cited quote quoted dissemination disseminate"
)
"""What must not be done with a confidential document."""

BEYOND = _set(
    "dengan cara apa pun apapun dalam bentuk kepada ke di pihak lain luar ketiga manapun siapa "
    "siapapun umum publik masyarakat media sosial massa pers wartawan lebih luas secara keras "
    "agar izin seizin persetujuan tertulis penulis kementerian sebagian seluruh seluruhnya isi "
    "isinya tersebut konsumsi keperluan kepentingan tanpa further public external outside "
    "without permission prior written consent any part or whole third parties party please "
    "author are may must by do t it dulu dahulu sebelum disetujui tolong"
)
"""To whom, and how, it must not be done."""

AUDIENCE = _set(
    "khusus hanya kalangan keperluan penggunaan pemakaian kepentingan konsumsi lingkungan pihak "
    "tim pejabat kementerian instansi use uses eyes your beredar tertentu terbatas distribution "
    "circulation limited dibaca dilihat diketahui dibuka oleh"
)
"""What stands around the word for whom a document is."""

KEEPING = _set("kerahasiaan kerahasiaannya jaga dijaga menjaga agar wajib harus isi")

LINKING = _set(
    "bersifat adalah merupakan berstatus tergolong termasuk sangat kategori berklasifikasi "
    "dokumen informasi yang masih dan is strictly sifatnya hanya milik negara"
)
"""What may stand between `laporan ini` and its level."""

SAYING = _set(
    "bersifat adalah merupakan berstatus tergolong termasuk sangat amat masih harus wajib perlu "
    "selalu itu tersebut tetap ialah"
)
"""What stands between another thing and its level: `PIN bersifat rahasia`."""

AT_HAND = (
    KINDS
    | MATTER
    | _set(
        "ini berikut isi isinya hal semua seluruh segala hasil temuan wawancara kunjungan rapat "
        "pertemuan pembahasan kegiatan pembicaraan percakapan diskusi identitas nama narasumber "
        "informan responden kutipan pernyataan keterangan foto rekaman lokasi tulisan kami kita "
        "saya di atas bawah draf draft konsep this these content contents tersebut"
    )
)
"""What a document may mean by itself, or by what it tells."""

OF_OTHERS = _set(
    "dagang pribadi bank sukses dapur medis umum kedokteran warga pemohon pada oleh karena"
)
"""After a level these say that something else is secret or scarce: `rahasia dagang`."""

KEEPERS = _set("menjaga jaga menjamin membuka membongkar kotak tentang soal")
"""Before a level these do."""

LABELS = _set(
    "sifat klasifikasi tingkat derajat status kategori level kerahasiaan classification "
    "confidentiality sensitivity peredaran penyebaran distribusi sirkulasi"
)
OF_LABELS = KINDS | _set(
    "informasi information keamanan security kerahasiaan klasifikasi akses dan hak data"
)
"""What a label may say more: `Sifat surat`, `Klasifikasi keamanan`, `Hak akses`."""

SHORT_LEVELS = _set("sr r t rhs")
"""Levels as archives abbreviate them."""

YES = _set("ya iya yes y true 1 benar betul on x")
NO = _set("tidak no n false 0 bukan salah off")
OPEN = _set("terbuka publik umum public open unclassified")
"""Levels that keep nothing back."""

NEUTRAL = _set("penting segera sangat amat kilat biasa urgent")
"""How a letter is to be sent, which stands in the same place as its level."""
