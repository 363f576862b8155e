"""The stages of a build stand in lists, and each is shown in words."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import CheapEncoder, built

from telusur.build.runners.seam import by_size
from telusur.build.stages.linking import LINKING
from telusur.build.stages.reading import BEGINNING, FINISHING
from telusur.cli import progress
from telusur.corpus.batch import ReportReader


def test_each_stage_is_shown_in_words() -> None:
    assert [stage.name for stage in (*BEGINNING, *FINISHING, *LINKING)] == list(progress.STAGES)


@given(st.lists(st.integers(0, 9)), st.integers(1, 20))
def test_each_item_is_in_one_batch_in_its_order(items: list[int], most: int) -> None:
    batches = list(by_size(items, lambda size: size, most))
    assert [one for batch in batches for one in batch] == items
    assert all(batches)
    assert all(sum(batch[:-1]) < most for batch in batches)


def test_no_more_is_taken_than_a_batch_needs() -> None:
    waiting = iter(range(10))
    assert next(by_size(waiting, lambda _: 1, 3)) == [0, 1, 2]
    assert next(waiting) == 3


def test_what_parses_has_ended_when_the_last_reports_are_embedded(
    workspace: Path, encoder: CheapEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = "<h2>Kendala</h2><ul><li>Formulir yang sama diisi berulang-ulang.</li></ul>"
    (workspace / "corpus" / "a.html").write_text(page, encoding="utf-8")
    parsers: list[subprocess.Popen[bytes]] = []
    alive: list[bool] = []
    start, embed = ReportReader._start, encoder.embed

    def starts(reader: ReportReader) -> subprocess.Popen[bytes]:
        parsers.append(start(reader))
        return parsers[-1]

    def embeds(texts: Sequence[str]) -> np.ndarray:
        alive.extend(one.poll() is None for one in parsers)
        return embed(texts)

    monkeypatch.setattr(ReportReader, "_start", starts)
    monkeypatch.setattr(encoder, "embed", embeds)
    assert built(workspace).read == 2
    assert alive
    assert not any(alive)
