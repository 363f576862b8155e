"""Writes a decoded model as a folder that sentence-transformers reads.

Only files that every version of sentence-transformers understands, written without torch.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from telusur.link.encoder.bundled.packed import Contents, Shape

if TYPE_CHECKING:
    import numpy as np


def write(contents: Contents, folder: Path) -> None:
    """Write the files that sentence-transformers reads into the existing, empty `folder`."""
    from safetensors.numpy import save_file

    save_file(_bert_weights(contents), folder / "model.safetensors", metadata={"format": "pt"})
    _tokenizer(contents).save(str(folder / "tokenizer.json"))
    shape = contents.shape
    for name, content in _settings(shape).items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(content, indent=2), encoding="utf-8")


def _bert_weights(contents: Contents) -> dict[str, np.ndarray[Any, Any]]:
    """Name and shape the tensors as transformers' BertModel does."""
    import numpy as np

    shape, tensors = contents.shape, contents.tensors
    names = {
        "emb.word": "embeddings.word_embeddings.weight",
        "emb.pos": "embeddings.position_embeddings.weight",
        "emb.type": "embeddings.token_type_embeddings.weight",
        "emb.ln": "embeddings.LayerNorm",
        "q": "attention.self.query",
        "k": "attention.self.key",
        "v": "attention.self.value",
        "ao": "attention.output.dense",
        "aln": "attention.output.LayerNorm",
        "fi": "intermediate.dense",
        "fo": "output.dense",
        "oln": "output.LayerNorm",
    }
    weights: dict[str, np.ndarray[Any, Any]] = {}
    for name, tensor in tensors.items():
        if name in names:
            weights[names[name]] = tensor.reshape(-1, shape.hidden)
            continue
        place, kind = name.rsplit(".", 1)
        layer, _, part = place.partition(".")
        known = names[place] if place in names else f"encoder.layer.{layer[1:]}.{names[part]}"
        if kind == "b":
            weights[f"{known}.bias"] = tensor
        elif known.endswith("LayerNorm"):
            weights[f"{known}.weight"] = tensor
        else:
            bias = tensors[f"{place}.b"]
            weights[f"{known}.weight"] = tensor.reshape(bias.size, -1)
    # Mean pooling never asks the pooler, but a BertModel without one is reported as damaged.
    weights["pooler.dense.weight"] = np.zeros((shape.hidden, shape.hidden), np.float32)
    weights["pooler.dense.bias"] = np.zeros(shape.hidden, np.float32)
    return {name: np.ascontiguousarray(weight) for name, weight in weights.items()}


def _tokenizer(contents: Contents) -> Any:
    from tokenizers import (
        AddedToken,
        Regex,
        Tokenizer,
        decoders,
        models,
        normalizers,
        pre_tokenizers,
        processors,
    )

    tokenizer = Tokenizer(models.Unigram(contents.pieces, contents.unknown, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.Replace(Regex(r"[\x00-\x08\x0b\x0e-\x1f\x7f\x8f\x9f]"), ""),
            normalizers.Replace(
                Regex(r"[\t\n\f\r\u1680\u200b-\u200f\u2028\u2029\u2581\ufeff\ufffd]"), " "
            ),
            normalizers.NFKC(),
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always")
    tokenizer.decoder = decoders.Metaspace(prepend_scheme="always")
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>",
        pair="<s> $A </s> </s> $B </s>",
        special_tokens=[("<s>", 0), ("</s>", 2)],
    )
    tokenizer.add_special_tokens(
        [AddedToken(piece, special=True) for piece in ("<s>", "<pad>", "</s>", "<unk>")]
    )
    return tokenizer


def _settings(shape: Shape) -> dict[str, Any]:
    """The small files of the folder, by name."""
    return {
        "config.json": {
            "architectures": ["BertModel"],
            "model_type": "bert",
            "vocab_size": shape.vocabulary,
            "hidden_size": shape.hidden,
            "num_hidden_layers": shape.layers,
            "num_attention_heads": shape.heads,
            "intermediate_size": shape.feed_forward,
            "max_position_embeddings": shape.positions,
            "type_vocab_size": shape.token_types,
            "layer_norm_eps": shape.epsilon,
            "hidden_act": "gelu",
            "pad_token_id": 1,
        },
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": shape.positions,
            "bos_token": "<s>",
            "cls_token": "<s>",
            "pad_token": "<pad>",
            "eos_token": "</s>",
            "sep_token": "</s>",
            "unk_token": "<unk>",
        },
        "sentence_bert_config.json": {"max_seq_length": shape.positions, "do_lower_case": False},
        "modules.json": [
            {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.Transformer"},
            {
                "idx": 1,
                "name": "1",
                "path": "1_Pooling",
                "type": "sentence_transformers.models.Pooling",
            },
            {
                "idx": 2,
                "name": "2",
                "path": "2_Normalize",
                "type": "sentence_transformers.models.Normalize",
            },
        ],
        "1_Pooling/config.json": {
            "word_embedding_dimension": shape.hidden,
            "pooling_mode_mean_tokens": True,
        },
        "config_sentence_transformers.json": {
            "prompts": {"query": "query: ", "passage": "passage: "},
            "default_prompt_name": "query",
            "similarity_fn_name": "cosine",
        },
    }
