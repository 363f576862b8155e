"""Whatever the bytes: a reader gives a result or an error that names the file, and nothing else."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.fuzz.foreign import (
    MAIL,
    PDF,
    RICH_TEXT,
    TABLE,
    ZIPPED,
    archives_with_changed_parts,
    changed_json,
    damaged,
    encodings,
    front_matter,
    pages,
    texts,
)
from tests.review.made import FIRST_FORM, decision

from telusur.corpus import read_report
from telusur.corpus.formats import READERS
from telusur.corpus.statements.front_matter import FrontMatter
from telusur.errors import Problem, UnreadableFile
from telusur.extract.lexicon import read_lexicon
from telusur.review import read_journal
from telusur.review.journal.decisions import MODELS, as_line
from telusur.validation import read_json, read_toml, read_yaml
from telusur.workspace import Settings

SECOND_FORM = as_line(decision(note="dibahas"))
EXTRACT = Path(__file__).parents[2] / "extract"
fuzzed = settings(settings.get_profile("fuzz"))
pytestmark = pytest.mark.filterwarnings("ignore")  # parsers warn of what is broken


def reads(name: str, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        try:
            document = read_report(path, relative=name, id="x", abbreviations=("no",))
        except UnreadableFile as error:
            problems = error.problems
        else:
            for passage in document.passages:
                assert document.text[passage.start : passage.end] == passage.text
            for kept in (document.text, document.title, document.confidential or ""):
                kept.encode("utf-8")
            return
    assert problems
    assert all(one.path == f"corpus/{name}" and one.remedy for one in problems)


@fuzzed
@given(st.sampled_from(["a.md", "a.txt", "a.html"]), st.binary(max_size=400))
def test_bytes_of_any_kind(name: str, data: bytes) -> None:
    reads(name, data)


@fuzzed
@given(st.sampled_from(["a.md", "a.txt", "a.html"]), texts | front_matter, encodings)
def test_texts_and_front_matter(name: str, text: str, encoding: str) -> None:
    reads(name, text.encode(encoding, "replace"))


@fuzzed
@given(pages, encodings)
def test_web_pages(page: str, encoding: str) -> None:
    reads("a.html", page.encode(encoding, "replace"))


@pytest.mark.parametrize("name", ZIPPED)
def test_word_documents_and_other_archives(name: str) -> None:
    @fuzzed
    @given(damaged(ZIPPED[name]) | archives_with_changed_parts(ZIPPED[name]))
    def fuzz(data: bytes) -> None:
        reads(name, data)

    fuzz()


@fuzzed
@given(damaged(PDF))
def test_pdfs(data: bytes) -> None:
    reads("a.pdf", data)


@pytest.mark.parametrize(
    ("name", "sound"),
    [
        ("a.rtf", RICH_TEXT),
        ("a.csv", TABLE),
        ("a.tsv", TABLE.replace(b";", b"\t")),
        ("a.eml", MAIL),
    ],
)
def test_rich_text_tables_and_mail(name: str, sound: bytes) -> None:
    @fuzzed
    @given(damaged(sound) | texts.map(lambda text: text.encode("utf-8", "replace")))
    def fuzz(data: bytes) -> None:
        reads(name, data)

    fuzz()


@pytest.mark.parametrize("name", sorted(f"a{suffix}" for suffix in READERS))
def test_every_reader_with_files_of_another_kind(name: str) -> None:
    """A suffix tells nothing: each reader meets the files of all others, cut off and whole."""
    if name == "a.doc":
        pytest.skip("is read by LibreOffice, in a process of its own")
    for data in (*ZIPPED.values(), PDF, RICH_TEXT, TABLE, MAIL, b"\xd0\xcf\x11\xe0" + bytes(600)):
        for length in (len(data), len(data) // 2, 8, 1):
            reads(name, data[:length])


def parses(read: Callable[[str], tuple[object, list[Problem]]], text: str) -> None:
    result, problems = read(text)
    assert (result is None) == bool(problems)
    assert all(str(one).encode("utf-8") for one in problems)


@fuzzed
@example("null")
@example("{}")
@given(texts)
def test_yaml_toml_and_json(text: str) -> None:
    parses(lambda given: read_yaml(given, FrontMatter, "a.md"), text)
    parses(lambda given: read_toml(given, Settings, "telusur.toml"), text)
    for model in MODELS.values():
        parses(lambda given, of=model: read_json(given, of, "review.jsonl", 1), text)  # type: ignore[misc]


@fuzzed
@given(st.lists(changed_json(FIRST_FORM) | changed_json(SECOND_FORM) | st.binary(max_size=60)))
def test_journals(lines: list[bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "review.jsonl"
        path.write_bytes(b"\n".join([*lines, FIRST_FORM.encode()]))
        journal = read_journal(path)
        assert FIRST_FORM in {one.text for one in journal.entries}
        assert all(str(one).encode("utf-8") for one in journal.set_aside)


@pytest.mark.parametrize("name", sorted(path.name for path in EXTRACT.glob("*.yml")))
def test_files_of_the_lexicon(name: str) -> None:
    sound = (EXTRACT / name).read_bytes()

    @settings(settings.get_profile("fuzz"), max_examples=fuzzed.max_examples // 5 or 1)
    @given(damaged(sound[:6000]) | texts.map(lambda text: text.encode("utf-8", "replace")))
    def fuzz(data: bytes) -> None:
        with tempfile.TemporaryDirectory() as folder:
            for path in EXTRACT.glob("*.yml"):
                (Path(folder) / path.name).write_bytes(
                    data if path.name == name else path.read_bytes()
                )
            lexicon, problems = read_lexicon(Path(folder))
            assert (lexicon is None) <= bool(problems)

    fuzz()
