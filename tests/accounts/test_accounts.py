"""Accounts: made, changed and removed, and never readable by others."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from kills import amid_writing, at_every_step

from telusur.accounts import AccountRefused, Accounts, Action, Role, may
from telusur.accounts.model import LONGEST_NAME, good_name, key_of
from telusur.cli import commands
from telusur.errors import TelusurError

WORDS = "rahasia umpama 42"


@pytest.fixture
def accounts(tmp_path: Path) -> Accounts:
    return Accounts(tmp_path)


def telusur(root: Path, *words: str, typed: str = "") -> Result:
    (root / "telusur.toml").touch()
    return CliRunner().invoke(commands, ["-w", str(root), "account", *words], input=typed)


def test_a_password_opens_its_own_account_only(accounts: Accounts) -> None:
    accounts.add("Sari", Role.REVIEWER, WORDS)
    accounts.add("Budi", Role.LEAD, "kata sandi lain 7")
    found = accounts.signed_in("  SARI ", WORDS)
    assert found is not None
    assert (found.name, found.role) == ("Sari", Role.REVIEWER)
    assert accounts.signed_in("Budi", WORDS) is None
    assert accounts.signed_in("Tiada", WORDS) is None


def test_an_account_without_a_password_has_none_that_fits(accounts: Accounts) -> None:
    accounts.add("Sari", Role.REVIEWER, None)
    for tried in ("", "None", "nobody has this password"):
        assert accounts.signed_in("Sari", tried) is None


def test_nobody_else_reads_the_file_and_git_passes_it_over(accounts: Accounts) -> None:
    accounts.add("Sari", Role.REVIEWER, WORDS)
    assert accounts.path.stat().st_mode & 0o777 == 0o600
    assert accounts.path.parent.stat().st_mode & 0o777 == 0o700
    root = accounts.path.parents[1]
    subprocess.run(["git", "init", "-q", root], check=True)
    told = ["git", "-C", root, "status", "--porcelain", "--ignored=no", "-uall"]
    assert subprocess.run(told, capture_output=True, text=True, check=True).stdout == ""


@pytest.mark.parametrize("name", [".gitignore", "accounts.json", "accounts.lock"])
def test_a_link_leads_to_no_file_of_others(accounts: Accounts, tmp_path: Path, name: str) -> None:
    other = tmp_path / "milik-orang.txt"
    other.write_text("milik saya", encoding="utf-8")
    accounts.path.parent.mkdir()
    (accounts.path.parent / name).symlink_to(other)
    with contextlib.suppress(TelusurError, OSError):
        accounts.add("Sari", Role.REVIEWER, WORDS)
    assert other.read_text(encoding="utf-8") == "milik saya"
    assert (accounts.path.parent / name).is_symlink()


def test_a_file_in_the_place_of_the_folder_is_told(accounts: Accounts) -> None:
    accounts.path.parent.touch()
    with pytest.raises(AccountRefused, match="cannot be made"):
        accounts.add("Sari", Role.REVIEWER, WORDS)


@pytest.mark.parametrize(("kills", "fewest"), [(at_every_step, 5), (amid_writing, 2)])
def test_a_kill_leaves_the_old_accounts_or_the_new_ones(
    tmp_path: Path, kills: Callable[..., int], fewest: int
) -> None:
    def prepare(number: int) -> Accounts:
        (tmp_path / str(number)).mkdir()
        made = Accounts(tmp_path / str(number))
        made.add("Sari", Role.REVIEWER, None)
        return made

    def look(made: Accounts) -> None:
        names = [one.name for one in Accounts(made.path.parents[1]).all()]
        assert names in (["Sari"], ["Budi", "Sari"])

    assert kills(prepare, lambda made: made.add("Budi", Role.LEAD, None), look) >= fewest


def test_the_file_holds_no_password(accounts: Accounts) -> None:
    accounts.add("Sari", Role.REVIEWER, WORDS)
    kept = accounts.path.read_text()
    assert WORDS not in kept
    assert "$argon2id$" in kept


def test_accounts_made_at_once_are_all_there(accounts: Accounts) -> None:
    with ThreadPoolExecutor(8) as pool:
        made = pool.map(
            lambda n: Accounts(accounts.path.parents[1]).add(f"orang {n}", Role.READER, None),
            range(24),
        )
        assert len(list(made)) == 24
    assert len(accounts.all()) == 24


@pytest.mark.parametrize("same", ["sari", "SARI ", "ｓａｒｉ"])
def test_a_name_that_looks_the_same_is_taken(accounts: Accounts, same: str) -> None:
    accounts.add("Sari", Role.READER, None)
    with pytest.raises(AccountRefused, match="already"):
        accounts.add(same, Role.LEAD, None)


@pytest.mark.parametrize(
    "name",
    ["", " ", "-", "a\u202eb", "<b>sari</b>", "a\x00b", "a\u200bb", "=cmd", "x" * 65, 'a"b', "a/b"],
)
def test_names_that_could_deceive_are_refused(accounts: Accounts, name: str) -> None:
    with pytest.raises(AccountRefused):
        accounts.add(name, Role.READER, None)
    assert accounts.all() == []


@pytest.mark.parametrize("password", ["", "pendek", "aaaaaaaaaaaaaa", "Siti Rahmawati", "x" * 2000])
def test_weak_passwords_are_refused(accounts: Accounts, password: str) -> None:
    with pytest.raises(AccountRefused):
        accounts.add("siti rahmawati", Role.READER, password)


@given(st.text(max_size=80))
def test_a_good_name_stays_as_it_is(name: str) -> None:
    try:
        kept = good_name(name)
    except AccountRefused:
        return
    assert good_name(kept) == kept
    assert len(kept) <= LONGEST_NAME
    assert key_of(kept) == key_of(name)


def test_a_damaged_file_lets_nobody_in_and_is_not_overwritten(accounts: Accounts) -> None:
    accounts.add("Sari", Role.READER, WORDS)
    accounts.path.write_text('{"version": 1, "accounts": [{"name"', encoding="utf-8")
    for tried in (accounts.all, lambda: accounts.add("Budi", Role.LEAD, None)):
        with pytest.raises(AccountRefused, match="damaged"):
            tried()
    assert accounts.path.read_text().endswith('"name"')


def test_the_commands_make_change_and_remove(tmp_path: Path) -> None:
    assert "telusur account add" in telusur(tmp_path, "list").output
    made = telusur(tmp_path, "add", "Sari", "--role", "reviewer", typed=f"{WORDS}\n")
    assert made.exit_code == 0, made.output
    assert WORDS not in made.output
    telusur(tmp_path, "role", "sari", "--role", "lead")
    telusur(tmp_path, "password", "Sari", typed="yang baru sekali\n")
    accounts = Accounts(tmp_path)
    found = accounts.signed_in("Sari", "yang baru sekali")
    assert found is not None
    assert found.role is Role.LEAD
    assert "lead" in telusur(tmp_path, "list").output
    telusur(tmp_path, "remove", "Sari")
    assert accounts.all() == []


def test_there_is_no_way_to_write_a_password_on_the_command_line() -> None:
    for name in ("add", "password"):
        told = CliRunner().invoke(commands, ["account", name, "--help"]).output
        assert "--password" not in told


def test_a_command_in_a_process_of_its_own_reads_the_password_from_its_input(
    tmp_path: Path,
) -> None:
    (tmp_path / "telusur.toml").touch()
    line = [sys.executable, "-c", "from telusur.cli import main; main()", "-w", str(tmp_path)]
    line += ["account", "add", "Sari", "--role", "lead"]
    done = subprocess.run(line, input=WORDS + "\n", capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert WORDS not in done.stdout + done.stderr
    assert Accounts(tmp_path).signed_in("Sari", WORDS)


def test_a_role_may_all_that_the_roles_below_it_may() -> None:
    order = [None, Role.READER, Role.REVIEWER, Role.EDITOR, Role.LEAD]
    for action in Action:
        allowed = [may(role, action) for role in order]
        assert allowed == sorted(allowed), action
    assert [action for action in Action if may(None, action)] == [Action.ENTER]
    assert all(may(Role.LEAD, action) for action in Action)
