"""Numbers, addresses and accounts that belong to one person."""

from __future__ import annotations

from collections.abc import Iterator

from telusur.publish.model import Hidden
from telusur.publish.rules.identifiers.addresses import addresses_in, office_streets_in
from telusur.publish.rules.identifiers.births import births_in
from telusur.publish.rules.identifiers.columns import values_in
from telusur.publish.rules.identifiers.detected import detected_in
from telusur.publish.rules.identifiers.locations import locations_in
from telusur.publish.rules.identifiers.numbers import SAID_HOTLINE, numbers_in
from telusur.publish.rules.identifiers.paths import paths_in
from telusur.publish.rules.identifiers.presumed import digits_in
from telusur.publish.rules.identifiers.reach.accounts import accounts_in
from telusur.publish.rules.identifiers.reach.contacts import contacts_in
from telusur.publish.rules.identifiers.reach.links import links_in
from telusur.publish.rules.identifiers.reach.offices import is_of_office, mailboxes_in
from telusur.publish.rules.identifiers.vehicles import vehicles_in
from telusur.publish.rules.vocabulary import Vocabulary

_RULES = (
    numbers_in, addresses_in, births_in, paths_in, locations_in, links_in,
    vehicles_in, values_in,
)  # fmt: skip
_REACHED = ("telepon", "surel")


def identifiers_in(seen: str, vocabulary: Vocabulary) -> Iterator[Hidden]:
    """Yield what tells one person from all others, but for names; `seen` is a folded text.

    How offices can be reached is public. Digits that no rule knows are hidden as well, but for
    those of which something says that they are public.
    """
    known = [one for rule in _RULES for one in rule(seen)]
    known += accounts_in(seen, vocabulary)
    known += (
        one
        for rule in (contacts_in, detected_in)
        for one in rule(seen)
        if one.rule not in _REACHED or not is_of_office(seen, one.start, one.end, vocabulary)
    )
    yield from known
    taken = bytearray(len(seen))
    for one in known:
        taken[one.start : one.end] = b"\1" * (one.end - one.start)
    for one in digits_in(seen):
        if not any(taken[one.start : one.end]) and not is_of_office(
            seen, one.start, one.end, vocabulary
        ):
            yield one


def of_offices_in(seen: str, vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    """Yield where offices are and are written to, as spans in which nothing is personal."""
    yield from office_streets_in(seen)
    yield from mailboxes_in(seen, vocabulary)
    yield from (found.span() for found in SAID_HOTLINE.finditer(seen))
