"""One word for one thing: no synonym that the glossary rules out is used."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from support import ROOT

GLOSSARY = ROOT / "docs" / "glossary.md"
ROW = re.compile(r"^\| (?P<en>[^|]+) \| (?P<id>[^|]+) \| (?P<is>[^|]+) \| (?P<never>.+) \|$", re.M)
NEVER = re.compile(r"`(?P<words>[^`]+)`\s*(?:\(but (?P<but>[^)]*)\))?")
READ = {".py", ".po", ".html", ".yml", ".md", ".toml", ".js", ".css"}
LISTS = (
    "extract/*.yml",
    "rules/*/*.py",
    "publish/rules/*.py",
    "extract/places/*.py",
    "classifier/sense.py",
    "statements/vocabulary.py",
    "extract/examples/*",
    "corpus/*.md",
    "draft/*.md",
)
"""Words of reports and drafts, or looked for in them."""


@dataclass(frozen=True)
class Ruled:
    """Words that the glossary rules out, but for the phrases that hold them rightly."""

    words: str
    unless: tuple[str, ...] = ()

    def within(self, text: str) -> Iterator[int]:
        """The lines that they stand in. RANCANGAN is a draft's own word, /bagan an address."""
        for phrase in self.unless:
            text = re.sub(re.escape(phrase), lambda held: "·" * len(held[0]), text, flags=re.I)
        pattern = r"(?<![\w./#-])" + r"\s+".join(map(re.escape, self.words.split()))
        for found in re.finditer(pattern + r"s?(?![\w-])", text, re.IGNORECASE):
            if not found[0].isupper():
                yield text.count("\n", 0, found.start()) + 1


def rows() -> list[re.Match[str]]:
    found = ROW.finditer(GLOSSARY.read_text(encoding="utf-8"))
    return [row for row in found if row["en"] != "English"]


def ruled_out() -> list[Ruled]:
    return [
        Ruled(found["words"], tuple(re.findall("`([^`]+)`", found["but"] or "")))
        for row in rows()
        for found in NEVER.finditer(row["never"])
    ]


def pages() -> Iterator[Path]:
    """What people read: code, labels, templates, metadata and documentation of ours."""
    yield from (
        ROOT / name for name in ("datasette_metadata.yml", "telusur.toml", "CONTRIBUTING.md")
    )
    yield from ROOT.glob("README*.md")
    yield from ROOT.glob("*/README*.md")
    for folder in ("src", "docs"):
        for path in (ROOT / folder).rglob("*"):
            if path.suffix in READ and path != GLOSSARY:
                yield path


def test_the_glossary_has_each_term_once() -> None:
    assert len(rows()) > 30
    for language in ("en", "id"):
        assert max(Counter(row[language].strip() for row in rows()).values()) == 1
    terms = {word.strip() for row in rows() for word in (*row["en"].split(","), row["id"])}
    assert terms.isdisjoint(one.words for one in ruled_out())


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("simpanan bukti", "membangun Simpanan\nbukti dari contoh"),
        ("hole", "an empty cell is a hole."),
        ("rancangan", "bunyi rancangan ini"),
    ],
)
def test_a_forbidden_word_is_found(words: str, text: str) -> None:
    one = next(one for one in ruled_out() if one.words == words)
    assert list(one.within(text))


@pytest.mark.parametrize("text", ["Rancangan Peraturan Menteri", "diawali `RANCANGAN`", "/bagan"])
def test_a_word_in_its_right_place_is_left_alone(text: str) -> None:
    assert [one for one in ruled_out() if list(one.within(text))] == []


def test_no_page_uses_a_word_that_the_glossary_rules_out() -> None:
    told = []
    for path in pages():
        relative = path.relative_to(ROOT)
        if any(relative.match(lists) for lists in LISTS) and not path.name.startswith("README"):
            continue
        text = path.read_text(encoding="utf-8")
        told += [
            f"{relative}:{line}: {one.words}" for one in ruled_out() for line in one.within(text)
        ]
    assert told == [], "see docs/glossary.md"
