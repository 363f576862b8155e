"""Only what was never embedded is embedded."""

from __future__ import annotations

import numpy as np
import pytest
from link.doubles import FakeEncoder, Memory

from telusur.errors import EncoderUnavailable
from telusur.link.encoder.cache import embed_all


def never() -> FakeEncoder:
    raise AssertionError("the encoder was loaded although nothing is missing")


def test_every_distinct_text_is_embedded_once(fake: FakeEncoder, memory: Memory) -> None:
    vectors = embed_all(["b", "a", " b\0", "a"], "fake", lambda: fake, memory)
    assert sorted(fake.asked) == ["a", "b"] or sorted(fake.asked) == [" b\0", "a"]
    assert np.array_equal(vectors[0], vectors[2])
    assert np.array_equal(vectors[1], fake.embed(["a"])[0])


def test_nothing_missing_loads_no_encoder(fake: FakeEncoder, memory: Memory) -> None:
    first = embed_all(["a", "b"], "fake", lambda: fake, memory)
    assert np.array_equal(embed_all(["b", "a"], "fake", never, memory), first[::-1])


def test_another_encoder_has_vectors_of_its_own(fake: FakeEncoder, memory: Memory) -> None:
    embed_all(["a"], "fake", lambda: fake, memory)
    embed_all(["a"], "other", lambda: fake, memory)
    assert fake.asked == ["a", "a"]


def test_no_texts_give_no_rows_and_load_nothing(memory: Memory) -> None:
    assert len(embed_all([], "fake", never, memory)) == 0


def test_a_kill_loses_one_chunk_at_most(fake: FakeEncoder, memory: Memory) -> None:
    texts = [f"teks {number}" for number in range(1300)]

    def killed_at_the_third(count: int = 0) -> FakeEncoder:
        embed, calls = fake.embed, []

        def counted(some: list[str]) -> np.ndarray:
            calls.append(some)
            if len(calls) == 3:
                raise KeyboardInterrupt
            return embed(some)

        fake.embed = counted  # type: ignore[method-assign]
        return fake

    with pytest.raises(KeyboardInterrupt):
        embed_all(texts, "fake", killed_at_the_third, memory)
    assert len(memory.kept) == sum(memory.puts) > 1000


def test_progress_reaches_the_number_of_texts(fake: FakeEncoder, memory: Memory) -> None:
    embed_all(["a"], "fake", lambda: fake, memory)
    steps: list[int] = []
    embed_all(["a", "b", "b", "c"], "fake", lambda: fake, memory, steps.append)
    assert steps[0] == 1
    assert sum(steps) == 4


def test_vectors_of_another_length_are_an_error_that_says_what_to_do(
    fake: FakeEncoder, memory: Memory
) -> None:
    embed_all(["a"], "fake", lambda: fake, memory)
    memory.kept = {name: vector[:5] for name, vector in memory.kept.items()}
    with pytest.raises(EncoderUnavailable, match=r"Delete evidence\.db and build again"):
        embed_all(["a", "b"], "fake", lambda: fake, memory)
