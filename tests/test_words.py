"""What people read, in Indonesian and in English."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from tests import sentences

from telusur.cli import COMMANDS
from telusur.words import Language, Later, day, language, number, say, say_of, say_term, speaking

STRONG_SUGGESTION = ("{n} strong suggestion", "{n} strong suggestions")
TRANSLATED = [one for one in sentences.read() if one.id]


@pytest.fixture
def indonesian(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELUSUR_BAHASA", "id")


def typed(*words: str, **environ: str) -> str:
    """What a command says to somebody whose locale is as `environ` has it."""
    names = ("TELUSUR_BAHASA", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    clean = {name: value for name, value in os.environ.items() if name not in names}
    line = [sys.executable, "-c", "from telusur.cli import main; main()", *words]
    done = subprocess.run(
        line, capture_output=True, text=True, check=False, env=clean | environ, encoding="utf-8"
    )
    return done.stdout + done.stderr


@pytest.mark.need("N-START-1")
def test_the_catalogue_has_every_sentence_of_code_pages_help_and_click_and_no_other() -> None:
    known = {
        (one.id if isinstance(one.id, str) else tuple(one.id), one.context) for one in TRANSLATED
    }
    assert set(sentences.messages()) == known, "run `make words`"


@pytest.mark.parametrize(
    "code",
    [
        'say("Satu {n}", n=1)',
        'printing.say(bold(say("Satu {n}", n=1)) + ": ")',
        """f"{say('Satu {n}', n=1)}: lain\"""",
        'x = Later("Satu " "{n}")',
        'visit.t("Satu {n}" if n else other, n=1)',
        'x.t(words, when_accepted="Satu {n}")',
    ],
)
def test_a_sentence_is_found_wherever_it_stands(tmp_path: Path, code: str) -> None:
    (tmp_path / "a.py").write_text(code, encoding="utf-8")
    assert list(sentences.sentences_in(tmp_path / "a.py")) == ["Satu {n}"]


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ('<p aria-label="{{ t("Satu") }}">{% if x %}{{ t("Dua", n=t("Tiga")) }}{% endif %}',
         ["Satu", "Dua", "Tiga"]),
        ('{% for one in (("/", t("Satu")),) %}{{ t("Dua" if x else "Tiga") }}{% endfor %}',
         ["Satu", "Dua", "Tiga"]),
        ('{{ t("{n} buku", "{n} books", n=2) }}', [("{n} buku", "{n} books")]),
        ('{{ t("Satu", when_strong="Dua") }}{{ t.term("kind", "x") }}', ["Satu", "Dua"]),
    ],
)  # fmt: skip
def test_a_sentence_is_found_wherever_it_stands_on_a_page(
    tmp_path: Path, page: str, found: list[str]
) -> None:
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    assert sorted(map(str, sentences.sentences_of_page(tmp_path / "a.html"))) == sorted(
        map(str, found)
    )


@pytest.mark.need("N-START-1")
def test_every_sentence_has_an_indonesian_one() -> None:
    assert [one.id for one in TRANSLATED if not _said(one).strip()] == []


def test_a_translation_has_the_blanks_of_its_sentence_and_no_other() -> None:
    wrong = [one.id for one in TRANSLATED if sentences.placeholders(_said(one)) != _blanks(one)]
    assert wrong == []


def test_what_runs_is_what_was_translated() -> None:
    assert sentences.MO.read_bytes() == sentences.compiled(sentences.read()), "run `make words`"


def _said(message: Message) -> str:
    """Indonesian has one form for one and for many."""
    return message.string if isinstance(message.string, str) else message.string[0]


def _blanks(message: Message) -> set[str]:
    return sentences.placeholders(message.id if isinstance(message.id, str) else message.id[1])


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, "id"),
        ({"LANG": "C.UTF-8"}, "id"),
        ({"LC_ALL": "POSIX", "LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "id_ID.UTF-8"}, "id"),
        ({"LANG": "jv_ID"}, "id"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "id_ID.UTF-8"}, "id"),
        ({"LANG": "en_US.UTF-8", "TELUSUR_BAHASA": "id"}, "id"),
        ({"LANG": "id_ID", "TELUSUR_BAHASA": "en"}, "en"),
        ({"LANG": "en_US", "TELUSUR_BAHASA": "Klingon"}, "en"),
    ],
)
def test_the_language_is_asked_for_in_order(environ: dict[str, str], expected: str) -> None:
    assert language(environ) == expected


@pytest.mark.need("N-START-1")
def test_numbers_and_days_are_written_as_the_language_has_them(indonesian: None) -> None:
    assert number(0.45) == "0,45"
    assert (
        say("it has more than {most_pages:,} pages", most_pages=2000) == "lebih dari 2.000 halaman"
    )
    assert day("2021-02-26") == day(date(2021, 2, 26)) == "26 Februari 2021"
    assert day("2021-02-26T10:00:00+00:00") == "26 Februari 2021"
    assert day("tanpa tanggal") == "tanpa tanggal"


def test_english_tells_one_from_many() -> None:
    assert say_of("{count} finding", "{count} findings", 1) == "1 finding"
    assert say_of("{count} finding", "{count} findings", 0) == "0 findings"
    assert number(0.45) == "0.45"
    assert day("2021-02-26") == "26 February 2021"


def test_a_sentence_written_down_before_anybody_is_spoken_to_is_said_in_their_language(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    word = Later("accepted")
    assert f"{word}" == "accepted"
    monkeypatch.setenv("TELUSUR_BAHASA", "id")
    assert f"{word}" == say("{word}", word=word) == str(word) == "diterima"


def test_each_reader_is_answered_in_a_language_of_their_own() -> None:
    async def told(asked: Language) -> tuple[str, str]:
        with speaking(asked):
            await asyncio.sleep(0)
            return say("accepted"), day("2021-02-26")

    async def both() -> list[tuple[str, str]]:
        return await asyncio.gather(told("id"), told("en"))

    with ThreadPoolExecutor(1) as apart:  # this thread may have a loop of its own, Playwright's
        answers = apart.submit(asyncio.run, both()).result()
    assert answers == [
        ("diterima", "26 Februari 2021"),
        ("accepted", "26 February 2021"),
    ]
    assert say("accepted") == "accepted"


def test_a_term_is_told_apart_by_its_family() -> None:
    with speaking("id"):
        assert (say_term("decision", "accepted", "", 1), say("accepted")) == (
            "menerima",
            "diterima",
        )
        assert say_term("stand", *STRONG_SUGGESTION, 3, n=3) == "3 saran kuat"
    assert say_term("stand", *STRONG_SUGGESTION, 1, n=1) == "1 strong suggestion"


def test_what_was_not_translated_is_said_in_english(indonesian: None) -> None:
    assert say("nobody has translated {this}", this="this") == "nobody has translated this"
    assert say("") == ""


def test_the_help_follows_the_locale_and_an_option_goes_before_it() -> None:
    assert typed("--help", LANG="en_US.UTF-8").startswith("Usage: telusur [OPTIONS]")
    assert typed("--help", LANG="id_ID.UTF-8").startswith("Pemakaian: telusur [PILIHAN]")
    assert typed("--help").startswith("Pemakaian: telusur [PILIHAN]")
    assert typed("--bahasa", "en", "--help", LANG="id_ID.UTF-8").startswith("Usage: ")


def test_no_help_in_indonesian_speaks_english() -> None:
    for name in (*COMMANDS, "review accept", "draft merge", "account add"):
        told = typed("--bahasa", "id", *name.split(), "--help")
        assert told.startswith("Pemakaian: ")
        english = {"the", "of", "with", "and", "is", "FILE", "OPTIONS", "COMMAND"}
        assert english & set(told.replace("[", " ").replace("]", " ").split()) == set(), name


def test_mistakes_are_told_in_indonesian() -> None:
    assert "Tidak ada perintah 'telusuri'" in typed("--bahasa", "id", "telusuri")
    assert "Argumen belum diberikan 'APA...'" in typed("--bahasa", "id", "trace")
    assert "tidak ada telusur.toml" in typed("--bahasa", "id", "-w", "/", "build")
