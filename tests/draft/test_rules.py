"""The cases in rules/*.txt: title, draft and the hits of one rule between dots.

A file has its chapter's name, and a word more where there are several. A title begins with the
rule's number. A case without hits is a trap: it looks like a mistake and
is none. A hit is written `LINE «words»`, and `LINE «words» → «replacement»` where it has a fix.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from markdown_it.utils import read_fixture_file
from tests.growth import growth

from telusur.draft.rules import (
    CHAPTERS,
    RULES,
    Manuscript,
    Sources,
    find_hits,
    read_manuscript,
)

CASES = Path(__file__).parent / "rules"
DRAFT = Path(__file__).parents[2] / "draft"
BY_NUMBER = {rule.number: rule for rule in RULES}


def cases() -> list[tuple[str, str, str, str]]:
    """Chapter, title, draft and outcome of every case."""
    return [
        (path.stem.partition("-")[0], title, draft, outcome)
        for path in sorted(CASES.glob("*.txt"))
        for _, title, draft, outcome in read_fixture_file(path)
    ]


def number_of(title: str) -> str:
    return title.partition(":")[0]


@pytest.mark.need("N-CHECK-1")
@pytest.mark.parametrize(
    ("title", "draft", "outcome"), [pytest.param(*case[1:], id=case[1]) for case in cases()]
)
def test_case(title: str, draft: str, outcome: str, tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text(draft, encoding="utf-8")
    manuscript = read_manuscript(tmp_path)
    sources = Sources(manuscript.regulation, manuscript.sources)
    lines = []
    for _, hit in find_hits(manuscript, [BY_NUMBER[number_of(title)]]):
        place = sources.find(hit.spot)
        line = f"{place.line if place else hit.spot.line} «{hit.spot.pointed_at}»"
        if hit.replacement is not None:
            assert place is not None
            assert draft[place.start : place.end] == hit.spot.pointed_at
            line += f" → «{hit.replacement}»"
        lines.append((place.line if place else hit.spot.line, line + "\n"))
    assert "".join(line for _, line in sorted(lines)) == outcome


def test_every_case_stands_in_the_file_of_its_rules_chapter() -> None:
    for chapter, title, _, _ in cases():
        assert number_of(title) in {rule.number for rule in CHAPTERS[chapter]}, title


@pytest.mark.need("N-CHECK-1")
@pytest.mark.parametrize("number", BY_NUMBER)
def test_every_rule_has_planted_mistakes_and_traps(number: str) -> None:
    outcomes = [outcome for _, title, _, outcome in cases() if number_of(title) == number]
    assert sum(bool(outcome) for outcome in outcomes) >= 2, "planted mistakes"
    assert sum(not outcome for outcome in outcomes) >= 2, "traps"
    assert any("→" in outcome for outcome in outcomes) == BY_NUMBER[number].fixes


def test_numbers_and_messages_are_whole() -> None:
    assert max(Counter(rule.number for rule in RULES).values()) == 1
    for rule in RULES:
        assert rule.title != rule.title_en or "`" in rule.title, rule.number


def test_the_sample_draft_keeps_every_rule() -> None:
    hits = [(rule.number, hit.spot.line) for rule, hit in find_hits(read_manuscript(DRAFT))]
    assert hits == []


def test_steps_grow_with_the_length_of_the_draft_and_no_faster(tmp_path: Path) -> None:
    pasal = (
        "Pasal {}\n\n(1) Penyelenggara Layanan wajib menjawab aduan paling lambat 14 hari, "
        "sebagaimana dimaksud dalam Pasal 1 ayat (1):\n\na. surat; dan\n\nb. telepon.\n\n"
    )

    def manuscript_of(count: int) -> Manuscript:
        text = "".join(pasal.format(number) for number in range(1, count + 1))
        (tmp_path / "draft.md").write_text(text, encoding="utf-8")
        return read_manuscript(tmp_path)

    drafts = {count: manuscript_of(count) for count in (50, 400)}
    assert len(list(find_hits(drafts[400]))) > 400
    assert growth(lambda count: list(find_hits(drafts[count])), 50, 400) < 1.3
