"""What nothing explains is hidden; what something explains stays."""

from __future__ import annotations

import pytest

from telusur.publish.redaction import Wishes, redact
from telusur.publish.redaction.reports import Report
from telusur.publish.rules.vocabulary import Vocabulary, vocabulary


@pytest.fixture(scope="module")
def words() -> Vocabulary:
    return vocabulary([])


def told(text: str, words: Vocabulary) -> str:
    report = Report("r", text, "", "", published=True, no_names=())
    return redact([report], Wishes((), ()), words, (), ()).parts["r", "text"].text


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("Sampai di sana Brangkuto sedang tidur.", "Brangkuto"),
        ("Pasangan Brangkuto-Sulimpres belum tercatat.", "Sulimpres"),
        ("Kader posyandu Brangkuto Sulimpres mencatat balita.", "Sulimpres"),
        ("Surat itu dititipkan lewat Embun karena hujan.", "Embun"),
        ("sudah dicek petugas loket sulimpres tadi", "sulimpres"),
        ("Nomor induknya 167125_300185_0003 dipakai orang lain.", "300185"),
        ("Berkas no. 4417203 salah cetak.", "4417203"),
        ("Tiket KRTB4821 ditutup.", "KRTB4821"),
        ("Kontrakannya di Gg Brangkuto belakang bengkel.", "Brangkuto"),
    ],
)
def test_what_nothing_explains_is_hidden(text: str, secret: str, words: Vocabulary) -> None:
    assert secret not in told(text, words)


@pytest.mark.parametrize(
    "text",
    [
        "Tercatat 163420 jiwa dan 12450 keping blangko.",
        "SK Bupati Nomor 050/322/2008 masih berlaku.",
        "Loket dan Ombudsman membantu warga suku Dayak sebelum Lebaran.",
        "petugas ngomel karena disuruh mengulang",
    ],
)
def test_what_is_explained_stays(text: str, words: Vocabulary) -> None:
    assert told(text, words) == text
