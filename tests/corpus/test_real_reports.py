"""The reports of the reference corpus, and texts from elsewhere that were read by people."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from telusur.corpus import Document, document_ids, find_reports, read_report

ROOT = Path(__file__).parents[2]
GOLD = ROOT.parent / "shared" / "gold"


def read(path: Path, relative: str) -> Document:
    return read_report(path, relative=relative, id="x", abbreviations=("Drs", "No", "H", "Kab"))


@pytest.mark.parametrize(
    "path", find_reports(ROOT / "corpus")[0], ids=lambda path: path.relative_to(ROOT).as_posix()
)
def test_every_report_of_the_reference_corpus_is_read(path: Path) -> None:
    document = read(path, path.relative_to(ROOT / "corpus").as_posix())
    assert len(document.passages) >= 5
    assert all(document.text[p.start : p.end] == p.text for p in document.passages)
    # A sentence that is not split, or a page's menu, would be much longer than people write.
    assert max(len(p.text) for p in document.passages) < 1500
    assert 5 <= len(document.title) <= 200


def test_nothing_in_the_reference_corpus_is_passed_by() -> None:
    reports, problems = find_reports(ROOT / "corpus")
    assert problems == []
    paths = [path.relative_to(ROOT / "corpus").as_posix() for path in reports]
    assert len(set(document_ids(paths).values())) == len(reports) > 0


@pytest.mark.skipif(not GOLD.exists() and not os.environ.get("CI"), reason="no gold reports here")
def test_every_quote_that_people_marked_lies_in_passages() -> None:
    entries = json.loads((GOLD / "findings.json").read_text("utf-8"))
    quotes = 0
    for entry in entries:
        path = GOLD / "reports" / f"{entry['doc']}.txt"
        if not path.exists():
            path = GOLD.parent / "reports" / path.name
        document = read(path, path.name)
        covered = {i for p in document.passages for i in range(p.start, p.end)}
        for finding in entry["findings"]:
            start = document.text.find(finding["quote"])
            assert start >= 0, (path.name, finding["quote"])
            span = range(start, start + len(finding["quote"]))
            lost = [i for i in span if i not in covered and not document.text[i].isspace()]
            assert not lost, (path.name, finding["quote"])
            quotes += 1
    assert quotes > 500
