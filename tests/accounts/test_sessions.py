"""Sessions end when they should, and guessing is slow."""

from __future__ import annotations

from pathlib import Path

import pytest

from telusur.accounts import Accounts, Role
from telusur.accounts.sessions import IDLE, LONGEST, Sessions
from telusur.accounts.throttle import OF_ACCOUNT, OF_ADDRESS, WINDOW, Throttle, network_of


@pytest.fixture
def sessions(tmp_path: Path) -> Sessions:
    accounts = Accounts(tmp_path)
    accounts.add("Sari", Role.REVIEWER, None)
    return Sessions(accounts)


def begin(sessions: Sessions, now: float = 0.0) -> str:
    account = sessions.accounts.find("Sari")
    assert account
    return sessions.begin(account, now)[0]


def test_a_session_is_found_by_its_own_secret_only(sessions: Sessions) -> None:
    secret = begin(sessions)
    found = sessions.find(secret, 1)
    assert found is not None
    assert found[1].name == "Sari"
    for foreign in ("", secret[:-1], secret + "x", found[0].token):
        assert sessions.find(foreign, 1) is None


def test_an_unused_session_ends_and_a_used_one_too_in_the_end(sessions: Sessions) -> None:
    secret = begin(sessions)
    now = 0.0
    while now + IDLE - 1 < LONGEST:
        now += IDLE - 1
        assert sessions.find(secret, now)
    assert sessions.find(secret, LONGEST + 1) is None
    other = begin(sessions)
    assert sessions.find(other, IDLE + 1) is None
    assert sessions.find(other, 1) is None  # it stays ended


def test_signing_out_ends_a_session_for_good(sessions: Sessions) -> None:
    secret, other = begin(sessions), begin(sessions)
    sessions.end(secret)
    assert sessions.find(secret, 1) is None
    assert sessions.find(other, 1)


def test_another_password_or_no_account_ends_every_session(sessions: Sessions) -> None:
    secret = begin(sessions)
    sessions.accounts.set_password("Sari", "kata sandi baru 9")
    assert sessions.find(secret, 1) is None
    secret = begin(sessions)
    sessions.accounts.remove("Sari")
    assert sessions.find(secret, 1) is None


def test_another_role_counts_at_once_and_ends_nothing(sessions: Sessions) -> None:
    secret = begin(sessions)
    sessions.accounts.set_role("Sari", Role.READER)
    found = sessions.find(secret, 1)
    assert found is not None
    assert found[1].role is Role.READER


def test_sessions_of_one_account_do_not_pile_up(sessions: Sessions) -> None:
    secrets = [begin(sessions) for _ in range(30)]
    assert 1 < sum(1 for one in secrets if sessions.find(one, 1)) <= 10
    assert sessions.find(secrets[-1], 1)


def test_an_account_is_not_guessed_from_many_addresses() -> None:
    throttle = Throttle()
    for number in range(OF_ACCOUNT):
        assert throttle.wait("Sari", f"10.0.0.{number}", 0) == 0
        throttle.attempt("Sari", f"10.0.0.{number}", 0)
    assert throttle.wait("sari", "10.9.9.9", 1) > 0
    assert throttle.wait("Budi", "10.9.9.9", 1) == 0
    assert throttle.wait("Sari", "10.9.9.9", WINDOW + 1) == 0


def test_an_address_does_not_guess_many_accounts() -> None:
    throttle = Throttle()
    for number in range(OF_ADDRESS):
        throttle.attempt(f"orang {number}", "10.0.0.1", 0)
    assert throttle.wait("Sari", "10.0.0.1", 1) > 0
    throttle.succeeded("Sari", "10.0.0.1")
    throttle.attempt("Sari", "10.0.0.1", 0)
    assert throttle.wait("Sari", "10.0.0.1", 1) > 0
    assert throttle.wait("Sari", "10.0.0.2", 1) == 0


def test_names_that_nobody_has_are_throttled_alike_and_memory_stays_small() -> None:
    throttle = Throttle()
    for number in range(30_000):
        throttle.attempt(f"{number}" * 300, f"10.{number % 250}.{number // 250}.1", 0)
    assert len(throttle._failures) <= 10_000


def test_a_household_of_ipv6_is_one() -> None:
    assert network_of("2001:db8:1:2::1") == network_of("2001:db8:1:2:ffff::9")
    assert network_of("2001:db8:1:2::1") != network_of("2001:db8:1:3::1")
    assert network_of("tanpa-alamat") == "tanpa-alamat"
