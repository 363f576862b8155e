"""How people shorten the commonest words in chats and notes, and what these words are."""

from __future__ import annotations

import re

_SHORTENED = {
    "belum": "blm blum",
    "sudah": "sdh udh udah dah",
    "tidak": "tdk nggak enggak ngga gak ga ndak kagak",
    "hanya": "hny cuma cuman cm",
    "harus": "hrs kudu",
    "jangan": "jgn",
    "karena": "krn karna soalnya",
    "kalau": "klo kalo klw",
    "banyak": "byk bnyk",
    "masih": "msh",
    "bisa": "bs",
    "dapat": "dpt",
    "untuk": "utk",
    "dengan": "dgn",
    "yang": "yg",
    "dari": "dr",
    "dalam": "dlm",
    "pada": "pd",
    "sampai": "smp smpai",
    "sekarang": "skrg skrang",
    "orang": "org",
    "tetapi": "tp tpi tapi",
    "juga": "jg jga",
    "lagi": "lg",
    "saja": "aja sj",
    "saya": "sy aku",
    "mereka": "mrk",
    "kantor": "ktr",
    "minggu": "mgg mggu",
    "bulan": "bln",
    "tahun": "thn",
    "petugas": "ptgs",
    "pelayanan": "yanlik pelyn",
    "masyarakat": "masy msykt",
    "rusak": "rsk",
    "langsung": "lgsg lsg lgsng",
    "sering": "srg sring",
    "tempat": "tmpt",
    "waktu": "wkt",
    "seperti": "spt kayak kyk",
    "bagaimana": "gmn gimana",
    "begitu": "gitu",
    "tetap": "ttp tetep",
    "perlu": "prlu",
    "penuh": "pnh",
}
_MEANT = {short: word for word, many in _SHORTENED.items() for short in many.split()}
_WORD = re.compile(r"\w++(?!\.\w)")
"""A word that is not the beginning of an address, such as `yg.id`."""
_SHOUTED = 3
"""More words than these in capitals are no name and no abbreviation."""


def spelled_out(text: str) -> str:
    """Return `text` with its shortened words in full, and not in capitals throughout: what is
    embedded, never what is quoted.
    """
    if text.isupper() and len(text.split()) > _SHOUTED:
        text = text.capitalize()
    if _MEANT.keys().isdisjoint(_WORD.findall(text.lower())):
        return text
    return _WORD.sub(lambda found: _MEANT.get(found[0].lower(), found[0]), text)


def plain_word(word: str) -> str:
    """Return a word in small letters and in full."""
    lower = word.lower()
    return _MEANT.get(lower, lower)
