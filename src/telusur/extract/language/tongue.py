"""Which language a report is written in, told by its commonest words."""

from __future__ import annotations

import re
from itertools import islice

_COMMON = {
    language: frozenset(words.split())
    for language, words in {
        "id": "yang dan di untuk dengan pada ini dari tidak dalam oleh akan ke juga adalah itu"
        " sudah kami bahwa dapat serta atau lebih telah masih belum karena para",
        "en": "the and of to in is for that with are was on by this be it as from have has not at"
        " which an were or their",
        # Regional languages share words with Indonesian: only those of their own tell.
        "jv": "ing lan kang sing iki kuwi iku ora wis saka karo marang menyang dening uga kanggo"
        " ana yen bakal isih durung amarga kudu supaya saged boten sampun ingkang lajeng wonten",
        "su": "nu jeung anu ka ti ku teu henteu geus aya ieu eta pikeun dina keur oge mah teh kudu"
        " sarta atawa urang nepi acan tina bari lamun sanes nyaeta ayeuna",
        "min": "nan jo indak ndak alah alun balun dek untuak pado kito urang ado iko lai bana samo"
        " karano sarato ka lah baa dima surang acok bisuak kampuang",
        "ban": "ring sane lan antuk saking punika wenten ten nenten sampun ngiring krama taler"
        " sareng majeng ngawit mangda",
    }.items()
}
_WORDS_READ = 2000
_FEWEST_WORDS = 8
_FEWEST_COMMON = 0.08

UNKNOWN = "und"
ENGLISH = "en"
READ = frozenset({"id", UNKNOWN})
"""Languages whose reports are read wholly and by cues. Short notes have too few words to tell."""


def language_of(text: str) -> str:
    """Return `id`, `en`, `jv`, `su`, `min` or `ban`; `und` where the text is too short or none."""
    shares = _shares(text)
    best = max(shares, key=lambda language: shares[language])
    return best if shares[best] >= _FEWEST_COMMON else UNKNOWN


def _shares(text: str) -> dict[str, float]:
    """What share of the words are common ones of each language; 0 of a text that is too short."""
    words = [found[0].lower() for found in islice(re.finditer(r"[^\W\d_]+", text), _WORDS_READ)]
    if len(words) < _FEWEST_WORDS:
        return dict.fromkeys(_COMMON, 0.0)
    return {
        language: sum(word in common for word in words) / len(words)
        for language, common in _COMMON.items()
    }
