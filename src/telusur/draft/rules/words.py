"""Words by which capitals are judged."""

from __future__ import annotations

_LITTLE = """
antar antara atas atau bagi dalam dan dan/atau dari demi dengan di hingga juga karena ke kepada
melalui mengenai menjadi oleh pada per sampai sebagai secara selain serta tanpa tentang terhadap
untuk yang
"""
_CAPITAL = """
Badan Bank Berita Bupati Daerah Dewan Dinas Direktorat Direktur Duta Gubernur Hari Indonesia
Inspektorat Instruksi Jakarta Jaksa Kabupaten Kartu Kedutaan Kejaksaan Kementerian Kepala
Kepolisian Ketetapan Ketua Keputusan Komisi Konsul Konsulat Kota Lembaga Lembaran Mahkamah Majelis
Menteri Negara Ombudsman Panglima Pasal Pegawai Pemerintah Peraturan Perwakilan Presiden Provinsi
Rektor Republik Rupiah Sekretariat Sekretaris Sistem Surat Tentara Tuhan Undang Wakil Wali Walikota
"""

LITTLE_WORDS = frozenset(_LITTLE.split())
"""What a title has in small letters."""

ALWAYS_CAPITAL = frozenset(_CAPITAL.split())
"""What begins with a capital wherever it stands: offices, institutions, laws."""
