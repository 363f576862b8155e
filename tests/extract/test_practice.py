"""What the adapter practises on: marked where it stands, and about no real place."""

from __future__ import annotations

import random
import re
from typing import get_args

import torch
from benchmarks.lessons import OfFolders, OfPairs, answered, contrast
from benchmarks.practice_folders import ENGLISH, PRACTICE, practised, read_folders
from benchmarks.training_data import clauses_of

from telusur import extract
from telusur.extract import Lexicon, Reader
from telusur.extract.model import Kind

FOLDERS = [*read_folders(), *read_folders(ENGLISH)]
NO_PLACES = {"Jakarta"}
"""Where ministries speak."""


def test_every_mark_says_what_is_found_and_what_answers_it(lexicon: Lexicon) -> None:
    challenges = {one.id for one in lexicon.challenges}
    for folder in FOLDERS:
        for report in folder.reports:
            assert not re.search(r"\{\{|\}\}|^@", report.text, re.MULTILINE), folder.name
            for one in report.marked:
                finding = one.finding
                assert report.text[one.start :].startswith(finding.quote), folder.name
                assert finding.kind in get_args(Kind), finding.quote
                assert set(finding.challenge) <= challenges, finding.quote
                assert set(one.provisions) <= set(folder.provisions), finding.quote


def test_no_finding_stands_twice_and_the_readme_counts_them() -> None:
    quotes = [one.finding.quote for each in FOLDERS for of in each.reports for one in of.marked]
    assert len(quotes) == len(set(quotes))
    told = (PRACTICE / "README.md").read_text(encoding="utf-8")
    for path in PRACTICE.rglob("*.txt"):
        some = [one for one in FOLDERS if one.name.startswith(f"{path.stem}-")]
        count = sum(len(report.marked) for one in some for report in one.reports)
        assert f"| `{path.relative_to(PRACTICE)}` | {len(some)} | {count} |" in told


def test_nothing_is_said_of_a_real_regency_or_city() -> None:
    names = {re.sub(r"^(Kabupaten|Kota|Provinsi) ", "", one.name) for one in extract.all_places()}
    name = r"[A-Z][\w'-]+"
    called = re.compile(rf"\b(?:Kabupaten|Kota|Provinsi|KABUPATEN|KOTA)((?: {name})+)")
    for folder in FOLDERS:
        for report in folder.reports:
            told = {one.strip().title() for one in called.findall(report.text)}
            assert not (told & names) - NO_PLACES, folder.name


def test_findings_are_where_a_build_would_judge_them(lexicon: Lexicon) -> None:
    some = [one for number, one in enumerate(practised(lexicon)) if number % 60 == 0]
    assert all(
        one.document.text[span.start : span.end] == finding.quote
        for one in some
        for finding, span in zip(one.findings, one.spans, strict=True)
    )
    reader = Reader(lexicon)
    met = sum(one.finding is not None for report in some for one in clauses_of(report, reader))
    assert met > 0.8 * sum(len(report.findings) for report in some)


def test_contrast_falls_where_findings_are_nearer_to_what_answers_them() -> None:
    right, none = torch.eye(3), torch.zeros(3, 3, dtype=torch.bool)
    near, far = torch.eye(3), torch.roll(torch.eye(3), 1, dims=1)
    assert contrast(near, torch.eye(3), right, none) < contrast(far, torch.eye(3), right, none)


def test_what_is_only_related_is_no_wrong_answer() -> None:
    """Where it is silent, a provision as near as the right one changes nothing."""
    asked, targets = torch.eye(4)[:2], torch.eye(4)[[0, 1, 0]]
    right = torch.tensor([[1.0, 0, 0], [0, 1.0, 0]])
    silent = torch.tensor([[False, False, True], [False, False, False]])
    assert contrast(asked, targets, right, silent) < contrast(
        asked, targets, right, torch.zeros_like(silent)
    )


def test_every_batch_has_enough_to_tell_apart() -> None:
    of_pairs = OfPairs.batches(answered(FOLDERS)[:500], random.Random(1))
    assert min(len(one.pairs) for one in of_pairs) >= 24
    assert min(len(one.links) for one in OfFolders.batches(FOLDERS[:40], random.Random(1))) >= 24
