"""Why something was linked or read as a finding, in the reader's language.

Builds write their reasons down in Indonesian. Only the words around what they quote are said in
English here: quotes, cues and names of challenges are the reports' and the analysts' own.
"""

from __future__ import annotations

import re

from telusur.browse.writing.language import Language

_ENGLISH = {
    "kata yang sama: ": "words in common: ",
    "makna terdekat: ": "nearest in meaning: ",
    "maknanya dekat": "near in meaning",
    "tantangan yang sama: ": "challenges in common: ",
    "temuan seperti ini biasa dijawab ketentuan semacam itu": (
        "such provisions usually answer findings like this"
    ),
    "ayat lain dari pasal yang sama juga sesuai": "other ayat of the same Pasal fit too",
    "ditautkan oleh penelaah": "linked by a reviewer",
    "ditautkan oleh ": "linked by ",
    "isyarat lemah": "weak cue",
    "isyarat ": "cue ",
    "butir di bawah judul ": "item below the heading ",
    "kalimat di bawah judul ": "sentence below the heading ",
    "kolom ": "column ",
    "makna ": "meaning ",
    "makna, kalimat bahasa Inggris ": "meaning, sentence in English ",
}
_HEAD = re.compile(rf"(?:(?<=; )|\A)(?:{'|'.join(map(re.escape, _ENGLISH))})")
_KIND = re.compile(r"\((kendala|tantangan|kelebihan|peluang|kebutuhan)\)")


def reason(words: str | None, t: Language) -> str:
    """Say why; words of a component that is not ours stay as they are."""
    if not words or t.code == "id":
        return words or ""
    english = _HEAD.sub(lambda found: _ENGLISH[found[0]], words)
    return _KIND.sub(lambda found: f"({t.term('kind', found[1]).lower()})", english)
