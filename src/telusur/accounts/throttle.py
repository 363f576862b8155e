"""Slows down whoever guesses passwords, whether or not there is such an account."""

from __future__ import annotations

import ipaddress
import math
from collections import OrderedDict, deque
from dataclasses import dataclass, field

from telusur.accounts.model import key_of

WINDOW = 15 * 60.0
"""Seconds for which a failure counts."""
OF_ACCOUNT, OF_ADDRESS = 8, 60
"""So many failures are let pass. An office may share one address, so it may fail more often."""
_MOST = 10_000
"""Names and addresses remembered: the oldest are forgotten, so that memory stays small."""


@dataclass(slots=True)
class Throttle:
    """Failures to sign in, of late."""

    _failures: OrderedDict[tuple[str, str], deque[float]] = field(default_factory=OrderedDict)

    def wait(self, name: str, address: str, now: float) -> int:
        """Seconds until the next attempt is looked at; 0 where it is at once."""
        return max(
            self._wait(("name", key_of(name)[:200]), OF_ACCOUNT, now),
            self._wait(("address", network_of(address)), OF_ADDRESS, now),
        )

    def attempt(self, name: str, address: str, now: float) -> None:
        """Remember an attempt before it is looked at, so that many at once gain nothing."""
        for key in (("name", key_of(name)[:200]), ("address", network_of(address))):
            self._failures.setdefault(key, deque(maxlen=OF_ADDRESS)).append(now)
            self._failures.move_to_end(key)
        while len(self._failures) > _MOST:
            self._failures.popitem(last=False)

    def succeeded(self, name: str, address: str) -> None:
        """Forget an account's failures, and of the address the last attempt only: an account of
        one's own must not help to guess others."""
        self._failures.pop(("name", key_of(name)[:200]), None)
        if of_address := self._failures.get(("address", network_of(address))):
            of_address.pop()

    def _wait(self, key: tuple[str, str], allowed: int, now: float) -> int:
        failures = self._failures.get(key)
        if not failures:
            return 0
        while failures and failures[0] <= now - WINDOW:
            failures.popleft()
        return math.ceil(failures[-allowed] + WINDOW - now) if len(failures) >= allowed else 0


def network_of(address: str) -> str:
    """Who answers for an address: of IPv6 a whole household's network."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address[:200]
    if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped is None:
        return str(ipaddress.ip_network((found, 64), strict=False))
    return str(found)
