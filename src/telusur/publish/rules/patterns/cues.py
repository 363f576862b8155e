"""What stands around the names of people, and around what only looks like one."""

from __future__ import annotations

import re

HONORIFIC = (
    r"Bapak|Ibu|Pak|Bu|Sdri?|Saudar[ai]|Mas|Mbak|Mba|Tn|Ny|Nn|Haji|Hajah|Hj|H|KH|Kiai|Kyai|Ustaz|"
    r"Ustazah|Ustadz|Kang|Bang|Mbah|Nenek|Kakek|Nek|Kek|Teteh|Uni|Uda|Daeng|Opung|Tante|Om|Alm|"
    r"Almh|Almarhum|Almarhumah|Ananda|Nyonya|Tuan|Nona|Bpk|BAPAK|IBU|SDR|SDRI|NY|TN|PAK|BU"
)
ROLE = (
    r"warga|pemohon|pelapor|pengadu|penduduk|responden|informan|narasumber|nelayan|petani|pedagang|"
    r"buruh|guru|siswa|siswi|mahasiswa|mahasiswi|pelajar|istri|isteri|suami|anak|putra|putri|ayah|"
    r"ibunya|ayahnya|istrinya|suaminya|anaknya|kakaknya|adiknya|tetangga(?:nya)?|keluarga|pasien|"
    r"korban|pemilik|penyandang disabilitas|lansia|janda|pengguna|pelanggan|petugas|operator|"
    r"pegawai|"
    r"penjual|tukang|satpam|calo|makelar|bidan|perawat|mantri|pengemudi|kurir|pensiunan|menantu|"
    r"keponakan|sepupu|cucunya|menantunya|keponakannya|"
    r"staf|honorer|karyawan|karyawati|penulis|penyusun|pewawancara|pewarta|reporter|editor|"
    r"fotografer|"
    r"kontributor|wartawan|pencatat|notulis|pendamping|relawan|kader|tokoh|sopir|ajudan|saksi|wali"
)
LABEL = re.compile(
    r"(?:\b(?:bernama|dipanggil|sapaan|berinisial|mengaku bernama|atas nama|surel dari|a/n)"
    r"\b[ \t]*:?|\ba\.[ ]?n\b\.?[ \t]*:?|"
    r"\b(?:nama(?:[ \t]+(?:lengkap|pemohon|pelapor|warga|ibu(?: kandung)?|ayah|istri|suami|anak|"
    r"responden|informan|narasumber|kepala keluarga|petugas|pewawancara|panggilan|kakak|adik|"
    r"anggota|saksi|orang tua|wali|bapak|suaminya|istrinya|anaknya|ahli waris|di[ ][a-z]{2,10}|"
    r"tercetak|tertera|benar|yang[ ][a-z]{4,12}))?|pemohon|"
    r"wali[ ]murid|"
    r"ahli[ ]waris|saksi|pengadu|kepala[ ]keluarga|anggota[ ]keluarga|penerima|pemilik|pasien|"
    r"korban|"
    r"ibu|ayah|suami|istri|anak|warga|"
    r"pelapor|"
    r"responden|narasumber|pewawancara|penulis|penyusun|petugas|pencatat|notulis|reporter|editor|"
    r"kontak|pic|cp|informan)[ \t]*[:=])[ \t]*\n?[ \t]*",
    re.IGNORECASE,
)
FILLED_IN = re.compile(r"[ \t]{0,3}(?:[;|\n]|\Z)")
THING_BEFORE = re.compile(
    r"\b(?:aplikasi|program|inovasi|sistem|layanan|platform|portal|gerakan|kendaraan|mobil)(?:nya)?"
    r"[ \t\n]+(?:yang[ \t\n]+)?\Z",
    re.IGNORECASE,
)
"""What stands before `bernama` where no person is called so."""
TITLED = re.compile(
    rf"(?<![\w-])(?:(?i:{HONORIFIC})\b\.?|(?i:{ROLE})\b(?:[ \t]+(?:setempat|desa|kelurahan))?,?)"
    r"[ \t\n]+(?=[^\W\d_])"
)
SPEECH_AFTER = re.compile(
    r"[ \t\n]{0,4}(?:,[ \t]{0,3})?(?:mengatakan|menyatakan|menjelaskan|menyampaikan|mengungkapkan|"
    r"menuturkan|"
    r"menambahkan|mengaku|mengeluh|mengeluhkan|bercerita|menceritakan|berharap|menunggu|mengantre|"
    r"mengantri|datang|terpaksa|pulang|kecewa|bekerja|tinggal|berkata|menilai|berpendapat|mengadu|"
    r"mengurus|membawa|menempuh|ditolak|diminta|dilayani|meninggal|lahir|mengajukan|berangkat|"
    r"kehilangan|menikah|bertanya|meminta|memohon|mengisi|menelepon|melapor|melaporkan)\b"
)
SPEECH_BEFORE = re.compile(
    r"(?:[\"”],?|\b)[ \t]*\b(?:ujar|kata|tutur|ungkap|jelas|tegas|tambah|imbuh|papar|keluh|cerita|"
    r"ucap|sebut|lanjut|harap|aku|kisah|terang|menurut|oleh|kepada|bersama|dialami|"
    r"dikeluhkan|dituturkan|disampaikan|diceritakan)(?:nya)?,?[ \t\n]+\Z",
    re.IGNORECASE,
)
AGE_AFTER = re.compile(
    r"[ \t]{0,3}(?:\([ \t]{0,3}(?:usia[ \t]{0,3})?\d{2}[ \t]{0,3}(?:tahun|thn|th)?\.?[ \t]{0,3}\)|"
    r",[ \t]{0,3}(?:usia[ \t]{1,3}|umur[ \t]{1,3})?\d{2}(?:[ \t]{0,3}(?:tahun|thn|th)\b|,))"
)
PRODUCT_BEFORE = re.compile(
    r"\b(?:aplikasi|program|inovasi|sistem|portal|laman|situs|platform|koran|harian|media|fitur|"
    r"peluncuran|ruang|rapat|aula|balai|layanan|merek|akun|kanal|gerakan|produk|tabloid|majalah|"
    r"bernomor|dinamai|disebut|bertajuk|"
    r"berjudul|komunitas|yayasan|pt|cv|toko|hotel|mall|plaza|universitas|sd|smp|sma|smk|rsud|rs|"
    r"puskesmas|klinik|masjid|gereja|bandara|stadion|jalan|jl|jln|gedung|pasar|gunung|sungai|pulau|"
    r"danau|terminal|pelabuhan|tugu|monumen|sasana|pendopo|taman|simpang|posyandu|tagline|"
    r"moto|motto|slogan|tema|lakon|lagu|negeri|sdn|smpn|sman|kendaraan|mobil|kecamatan|kelurahan|"
    r"lsm|kelompok[ ]tani|kwt|pokdarwis|gapoktan|bank[ ]sampah|pkbm|paguyuban|karang[ ]taruna|majelis[ ]taklim|"  # noqa: E501
    r"rumah[ ]makan|stasiun|radio|pantai|bukit|tanjung|teluk|selat|air[ ]terjun|gu?a|goa|candi|kali|krueng|lembah|"  # noqa: E501
    r"jembatan|waduk|bendungan|embung|sakit|menderita|terkena|vaksin|tablet|sirup|salep|kapsul|soto|sate|nasi|mie|"
    r"bakso|kopi|gulai|sambal|pecel|rawon|mesin|traktor|genset|printer|kereta|pesawat|maskapai|"
    r"spbu|plbn|kua|blk|kud|bumdes|slb|mts|uin|iain|kri|kmp|apotek|depot|koperasi|festival|penyakit|penerbit|"
    r"obat|merek|merk|toyota|honda|suzuki|yamaha|mitsubishi|daihatsu|isuzu|samsung|oppo|vivo|xiaomi|nokia|"
    r"desa|kec|kel|nagari|kampung|distrik|suku|(?<!juru )bahasa|polsek|polres(?:ta)?|polda|"
    r"lapas|rutan|kodim|koramil|samsat|kanwil|mpp|panti|keuskupan|km|bpr|jamu|igd|ugd|"
    r"kpp|kppn|kpknl|ksop|tongkonan|pendopo|kelas[ ]i{1,3}|konsulat|kedai|bioskop|grup)"
    r"\b\.?[ \t]*(?:(?<=[ ])(?:si|sang)[ ])?[\"“'‘]?\Z|"
    r"\b(?:desa|kelurahan|kecamatan|kec|kel|kabupaten|kab|kota|nagari|distrik|obat|merek|merk)\b\.?[ \t]{0,6}:[ \t]{0,4}\Z",  # noqa: E501
    re.IGNORECASE,
)
WHERE = re.compile(r"\b(?:di|ke|kawasan|wilayah|daerah|dekat|menuju|sekitar|antara)[ \t\n]+\Z")
NO_NAME = re.compile(
    r"(?-i:(?<![a-z,] )\b[A-Z][a-z]+(?:[ ][A-Z][a-z]+)?(?=,[ ]\d{1,2}[ ](?:Jan|Feb|Mar|Apr|Mei|Jun|Jul|Agu|Sep|Okt|Nov|Des)[a-z]*[ ]20\d\d))|"  # noqa: E501
    r"\b(?:Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu|Ahad)\s(?:Legi|Pa[hi]ing|Pon|Wage|Kliwon)\b|\b(?:Id[uh]+l\s+(?:Fitri|Adha)|Bhinn?eka\s+Tunggal\s+Ika|(?:Bulan\s+)?Suci\s+Ramadh?an|"
    r"(?-i:Sen|Sel|Rab|Kam|Jum|Sab|Min|Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?=,[ ]\d{1,2}[ ])|"
    r"Hari\s+Kartini|Tut\s+Wuri\s+Handayani|Merdeka\s+Belajar)\b|"
    r"(?<![\w/])(?-i:[A-Z])[\w.-]{0,12}(?:/[\w.-]{1,12}){3,6}(?![\w/])|"
    r"\b(?-i:[SM]\.\s?(?:[HETP]\b|[A-Z]{1,2}\b|A\.?P\b))|\b(?-i:[SM])\.\s?(?:Sos|Hum|Si|Pd|Kom|Kes|Ag|Eng|Sc|Farm|Kep|Psi|Ak|Stat|IP|ST)\b|"
    r"(?<=,[ ])(?-i:Sp\.\s?[A-Z]{1,3}(?:\.[A-Z])?|(?:Ak|Apt|Ns|CA|CPA)(?=[.,\n]))",
    re.IGNORECASE,
)
"""Places before the day of a letter, days of the market, feasts and mottoes, numbers of letters, degrees."""  # noqa: E501
NO_FIRST = frozenset({
    "bupati", "gubernur", "camat", "lurah", "kepala", "menteri", "presiden", "wali", "walikota",
    "kades", "kadus", "kuwu", "panewu", "keuchik", "geuchik", "perbekel", "pambakal", "penghulu",
    "sekdes", "sekcam", "kadis", "kadin", "kabid", "kabag", "kasi", "sekda", "setda",
    "sekwan", "dandim", "kapolres", "kapolsek", "danramil", "plt", "plh", "pj", "kota", "kabupaten",
    "provinsi", "nagari", "kelurahan", "kecamatan", "distrik", "negara", "hamil", "rumah", "dinas", "desa", "guru", "dokter", "bidan", "rt", "rw",  # noqa: E501
    "haji", "dan", "atau", "yang", "itu", "ini", "dari", "di", "ke", "untuk", "tidak", "sudah",
    "belum", "akan", "saya", "kami", "kita", "mereka", "ia", "dia", "beliau",
})  # fmt: skip
"""What begins no name."""
NOBODY = frozenset({
    "tidak ada", "tak ada", "nihil", "anonim", "ya", "tidak", "laki-laki", "perempuan", "pria",
    "wanita", "total",
    "jumlah", "n/a", "kosong", "rahasia", "dirahasiakan", "idem", "sda", "warga", "semua",
    "lainnya", "lain-lain",
})  # fmt: skip
"""What stands in a column of names and names nobody."""
THING_FIRST = re.compile(
    r"(?i:dinas|badan|bidang|bagian|seksi|kantor|aplikasi|program|layanan|loket|gerai|kelurahan|desa|kecamatan|"
    r"kabupaten|kota|provinsi|kementerian|pemerintah|pemkot|pemkab|puskesmas|rsud|rsup|rs|"
    r"rumah[ ]sakit|sekolah|sd|sdn|smp|sma|"
    r"smk|universitas|bank|pt|cv|ud|toko|pasar|polres|polsek|kodim|koramil|ombudsman|komisi|mal|mpp|upt|uptd|unit|tim|kepala|"
    r"sekretaris|bupati|wali[ ]?kota|gubernur|camat|lurah|menteri|petugas|pegawai|masyarakat|"
    r"perwakilan|jajaran|forum|lembaga|"
    r"lsm|ormas|media|wartawan|akademisi|tokoh|unsur|pukul|hari|jam)\b"
)
"""What begins an institution, an office or a group in a list of those present."""
SURE_HONORIFIC = re.compile(
    r"(?:Pak|Bu|Ibu|Bapak|Bpk|Mas|Mbak|Mba|Mbah|Sdri?|Saudar[ai]|Kang|Bang|Ny|Tn|Nyonya|Nn|Hj|Om|Tante|"
    r"Uda|Teh|Teteh|Bli|Daeng|Koh|Cik|Opung|Kakek|Nenek|Nek|Kek)\b\.?\s"
)
NOT_CALLED = NO_FIRST | frozenset({
    "hamil", "menyusui", "kandung", "tiri", "pertiwi", "bidan", "dokter", "polisi", "tani",
    "wakil", "sekretaris",
    "ketua", "direktur", "anggota", "warga", "pejabat", "pimpinan", "kapolda", "pengadu",
    "pemohon", "pelapor", "negeri",
    "bangsa", "angkat", "mertua", "asuh", "kos", "rt", "rw", "dukuh", "dusun", "kyai", "ustaz",
    "pendeta", "asisten", "staf",
    "jaksa", "hakim", "inspektur", "deputi", "dirjen", "kasir", "operator", "petugas", "dan",
    "serta", "sekalian", "saudara",
})  # fmt: skip
"""What follows a form of address and is no name: `Ibu Hamil`."""
MEDIA = re.compile(
    r"\b(?:Kompas|Tribun\w*|Radar|Pos|Post|Suara|Harian|Antara\w*|Detik\w*|Tempo|Republika|Media|Times?|News|"
    r"Ekspres|Express|Online|Koran|Sindo\w*|Merdeka|Liputan|Berita|Warta|Kabar|Info|Lintas|Sorot|Metro|Rakyat|"
    r"Humas|Jawa|Bali|Sumatera|Buletin|Jurnal|Majalah|Tabloid|Dinas|Badan|Kementerian|Laporan|Disduk\w*|Diskominfo)\b"
)
"""A word in the name of a newspaper or an office that publishes."""
OFFICE_WORD = re.compile(
    r"(?:ka(?:dis|ban|kan|bid|bag|sub|sat|pus|din|kemen)|sek(?:da|dis|jen|cam|des|lur|ban|wan)|"
    r"wa(?:bup|wali|wako|gub|men)|men(?:ko|dagri|pan)|dis(?:duk|dik|kes|hub|nak|sos|kominfo|perin|"
    r"naker|budpar|tan)|(?:per|kep|ins)men|bap(?:p?eda|enda)|kemen|pem(?:kab|kot|prov|da))[a-z]*"
)
"""Offices and their heads as they are shortened: no part of the name that follows."""
FIELD_OF_THINGS = re.compile(
    r"(?<!penerima )(?<!peserta )(?<!pemohon )(?<!pemilik )(?<!pengguna )(?<!petugas )(?<!panitia )"
    r"\b(?i:obat|merek|merk|produk|bahan|barang|konsumsi|menu|makanan|minuman|hadiah|doorprize|kendaraan(?:[ ]dinas)?|"  # noqa: E501
    r"alat|penyakit|diagnos[ai]|jenis|kegiatan|acara|program|aplikasi|tema|layanan|bantuan|bank|logistik)(?:nya)?"
    r"(?:[ ](?!dari|oleh|dan)[a-z]{2,12}){0,3}[ ]{0,8}[:=][^:.;\n|=]{0,90}\Z"
)
"""A field that holds things: `Obat yang diberikan: Amlodipin, Captopril`."""
