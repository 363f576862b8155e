"""Who may sign in, and what each of them may do."""

from __future__ import annotations

from telusur.accounts.file import Accounts
from telusur.accounts.model import Account, AccountRefused
from telusur.accounts.roles import Action, Role, may

__all__ = ["Account", "AccountRefused", "Accounts", "Action", "Role", "may"]
