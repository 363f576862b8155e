"""The file of accounts: `.telusur/accounts.json` in the workspace, which git passes over.

It stands with the workspace, whose reviewers it names, and not with the user who happens to run the
server; nobody else may read it (mode 0600), and a .gitignore beside it keeps it out of git.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from pydantic import Field, ValidationError

from telusur.accounts.model import Account, AccountRefused, good_name, good_password, key_of
from telusur.accounts.passwords import fits, hashed
from telusur.accounts.roles import Role
from telusur.errors import CannotWrite
from telusur.files import create, locked, put
from telusur.validation import Strict
from telusur.words import say

FOLDER = ".telusur"
_FILE = "accounts.json"
_WAIT = 10.0


class _Kept(Strict):
    version: int = Field(1, ge=1, le=1)
    accounts: tuple[Account, ...] = ()


class Accounts:
    """The accounts of a workspace. Each method reads the file anew where it has changed."""

    def __init__(self, root: Path) -> None:
        self.path = root / FOLDER / _FILE
        self._read: tuple[tuple[int, int, int], dict[str, Account]] | None = None

    def all(self) -> list[Account]:
        """The accounts in the order of their names.

        Raises:
            AccountRefused: the file cannot be read.
        """
        return sorted(self._accounts().values(), key=lambda one: one.key)

    def find(self, name: str) -> Account | None:
        """The account of that name, in whatever case it is written."""
        return self._accounts().get(key_of(name))

    def signed_in(self, name: str, password: str) -> Account | None:
        """The account, where the password is its own; takes as long where there is no such name."""
        account = self.find(name)
        right = fits(password, account.password if account else None)
        return account if right else None

    def add(self, name: str, role: Role, password: str | None) -> Account:
        """Make an account; without a password it signs in by single sign-on only.

        Raises:
            AccountRefused: the name is taken or not fit to be one, or the password is too weak.
        """
        now = _now()
        kept = hashed(good_password(password, name)) if password is not None else None
        account = Account(name=good_name(name), role=role, password=kept, since=now, changed=now)

        def added(all_: dict[str, Account]) -> None:
            if account.key in all_:
                raise AccountRefused(
                    say("There is an account “{name}” already.", name=all_[account.key].name)
                )
            all_[account.key] = account

        self._change(added)
        return account

    def set_role(self, name: str, role: Role) -> Account:
        """Give an account another role; it counts from the next page on."""
        return self._replace(name, lambda: {"role": role})

    def set_password(self, name: str, password: str) -> Account:
        """Give an account another password, and end its sessions."""
        kept = hashed(good_password(password, name))
        return self._replace(name, lambda: {"password": kept, "changed": _now()})

    def remove(self, name: str) -> Account:
        """Take an account away, and end its sessions. What its owner decided stays."""
        gone: list[Account] = []
        self._change(lambda all_: gone.append(all_.pop(_known(all_, name).key)))
        return gone[0]

    def _replace(self, name: str, new: Callable[[], dict[str, object]]) -> Account:
        changed: list[Account] = []

        def replaced(all_: dict[str, Account]) -> None:
            account = _known(all_, name).model_copy(update=new())
            all_[account.key] = account
            changed.append(account)

        self._change(replaced)
        return changed[0]

    def _accounts(self) -> dict[str, Account]:
        try:
            found = self.path.stat()
            stamp = (found.st_mtime_ns, found.st_size, found.st_ino)
            if self._read is None or self._read[0] != stamp:
                kept = _Kept.model_validate_json(self.path.read_bytes())
                self._read = stamp, {one.key: one for one in kept.accounts}
        except FileNotFoundError:
            return {}
        except (ValidationError, OSError) as error:
            why = error.strerror if isinstance(error, OSError) else say("it is damaged")
            raise AccountRefused(
                say(
                    "{path}: the accounts cannot be read: {why}. Restore the file from a copy, or "
                    "move it away and make the accounts again.",
                    path=self.path,
                    why=why,
                )
            ) from error
        return self._read[1]

    def _change(self, change: Callable[[dict[str, Account]], object]) -> None:
        """Change the accounts, all at once and by one process at a time."""
        private_folder(self.path.parent)
        with locked(self.path.with_suffix(".lock"), wait=_WAIT):
            accounts = dict(self._accounts())
            change(accounts)
            kept = _Kept(accounts=tuple(accounts.values()))
            text = kept.model_dump_json(indent=1) + "\n"
            put(self.path, text.encode("utf-8"), ours=_are_accounts)


def private_folder(folder: Path) -> None:
    """Make a folder that nobody else may enter and that git passes over.

    Raises:
        AccountRefused: something else is in its place.
    """
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise AccountRefused(
            say(
                "{folder}: the folder of the accounts cannot be made: {strerror}.",
                folder=folder,
                strerror=error.strerror,
            )
        ) from error
    with contextlib.suppress(CannotWrite):  # there already
        create(folder / ".gitignore", b"# Accounts and the state of a team: never in git.\n*\n")


def _known(accounts: dict[str, Account], name: str) -> Account:
    if (found := accounts.get(key_of(name))) is None:
        raise AccountRefused(
            say("There is no account “{name}”. `telusur account list` shows them.", name=name)
        )
    return found


def _are_accounts(content: bytes) -> bool:
    try:
        _Kept.model_validate_json(content)
    except ValidationError:
        return False
    return True


def _now() -> datetime:
    return datetime.now(UTC)
