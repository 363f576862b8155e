from __future__ import annotations

import pytest

from telusur.extract.language.tongue import language_of

from ..conftest import Read

TEXTS = {
    "id": "Jaringan di loket masih lambat dan warga harus menunggu lama karena petugas kurang.",
    "en": "The counters are crowded and the network is slow, so people have to wait for hours.",
    "jv": "Loket ing kantor isih kurang lan warga kudu ngenteni suwe amarga jaringan ora apik.",
    "su": "Loket di kantor teu acan cekap jeung warga kudu ngantosan lami ku jaringan anu goreng.",
    "min": "Loket di kantor indak cukuik, urang kampuang mananti lamo karano jaringan buruak.",
}


@pytest.mark.parametrize(("language", "text"), TEXTS.items())
def test_the_language_is_told(read: Read, language: str, text: str) -> None:
    assert read(text).language == language


@pytest.mark.need("N-FIND-8")
@pytest.mark.parametrize("language", sorted(set(TEXTS) - {"id"}))
def test_no_findings_are_made_up_in_another_language(read: Read, language: str) -> None:
    """Some of their words are cues in Indonesian: kurang, lambat."""
    assert read(TEXTS[language]).findings == ()
    assert read(TEXTS["id"]).findings


def test_a_text_too_short_to_tell_is_read_all_the_same(read: Read) -> None:
    text = "Jaringan internet di loket masih kurang."
    assert language_of(text) == "und"
    assert read(text).findings
