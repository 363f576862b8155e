"""Telusur traces evidence to clauses; here it traces its own needs to tests."""

from __future__ import annotations

from tests.needs import needs, shown_by


def test_every_need_is_shown_by_a_test() -> None:
    assert sorted(set(needs()) - set(shown_by())) == []


def test_every_test_that_names_a_need_names_one_that_there_is() -> None:
    unknown = {need: tests for need, tests in shown_by().items() if need not in needs()}
    assert unknown == {}


def test_every_part_of_the_product_has_needs() -> None:
    """A floor, so that neither list can be emptied in silence."""
    assert len(needs()) >= 60
    assert len({need.split("-")[1] for need in needs()}) >= 10
