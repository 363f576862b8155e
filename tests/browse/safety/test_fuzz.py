"""Whatever stands in an address, the browser answers, and never with an error of its own.

Longer: `python -m benchmarks.fuzz_addresses`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from benchmarks.fuzz_addresses import ADDRESSES, wrong
from browse_visits import ask
from hypothesis import HealthCheck, given, settings

if TYPE_CHECKING:
    from datasette.app import Datasette


@pytest.mark.filterwarnings("ignore:coroutine")  # Datasette forgets some where it fails
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ADDRESSES)
def test_every_address_is_answered(browser: Datasette, address: str) -> None:
    assert wrong(ask(browser, address)) is None
