"""Which edition a bundle is, and whether it follows another one."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from telusur.errors import PublishRefused
from telusur.publish.edition.changes import changes_since
from telusur.publish.edition.manifest import read_manifest
from telusur.publish.edition.signing import KEY
from telusur.publish.edition.tree import manifest_file, read_plain
from telusur.words import day, say

NUMBER, BEFORE, CHANGES = "terbitan", "sebelumnya", "perubahan"
"""Where the manifest says which edition it is, what was before it, and what is new in it."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What a manifest says of its edition."""

    told: dict[str, Any]
    digest: str
    """SHA-256 of the manifest: no two editions have the same."""

    @property
    def number(self) -> int:
        return int(self.told[NUMBER])

    @property
    def key(self) -> str:
        """The fingerprint of the key that signed it; empty for none."""
        return str(self.told.get(KEY) or "")

    def __str__(self) -> str:
        title = self.told.get("judul")
        facts = [say("Edition {number} of “{title}”", number=self.number, title=title)]
        if version := self.told.get("versi"):
            facts.append(say("version {version}", version=version))
        if drafted := self.told.get("tanggal"):
            facts.append(say("draft of {day}", day=day(drafted)))
        if found := self.told.get("bukti"):
            facts.append(say("evidence of {day}", day=day(found)))
        if (address := self.told.get("alamat", "/")) != "/":
            facts.append(say("served below {address}", address=address))
        return ", ".join(facts)


def edition_of(path: Path) -> Edition:
    """Read which edition it is, from a bundle or its manifest alone. Raises PublishRefused."""
    told = read_manifest(path)
    if not isinstance(told.get(NUMBER), int) or isinstance(told[NUMBER], bool):
        raise PublishRefused(
            say("{path}: the manifest does not say which edition this is.", path=path)
        )
    return Edition(told, hashlib.sha256(read_plain(manifest_file(path))).hexdigest())


def next_edition(before: Path | None, new: Path) -> dict[str, Any]:
    """What the manifest of `new` says of its number, and of what is new since `before`."""
    if before is None:
        return {NUMBER: 1, BEFORE: "", CHANGES: None}
    old = edition_of(before)
    return {NUMBER: old.number + 1, BEFORE: old.digest, CHANGES: changes_since(before, new)}


def refuse_unless_later(new: Edition, old: Edition, *, known_key: bool) -> None:
    """Raise PublishRefused where `new` is no edition after `old`, nor `old` itself.

    A signature stays good on an old edition: who puts that back in its place is found out only by
    somebody who has seen a later one. `known_key` says that `new` bears a key that was named.
    """
    if new.digest == old.digest:
        return
    if new.number <= old.number:
        raise PublishRefused(
            say(
                "{new}: you have seen edition {number} already. An older one, or another one of "
                "the same number, was put in its place. Ask the publisher.",
                new=new,
                number=old.number,
            )
        )
    if old.key and new.key != old.key and not known_key:
        raise PublishRefused(
            say(
                "{new}: edition {number} was signed by {key}, and this one is {what}. Where the "
                "publisher told of a new key, name it with --key.",
                new=new,
                number=old.number,
                key=old.key,
                what=say("signed by {key}", key=new.key) if new.key else say("unsigned"),
            )
        )
    if new.number == old.number + 1 and new.told.get(BEFORE) != old.digest:
        raise PublishRefused(
            say(
                "{new}: it follows another edition {number} than the one that you have. Ask the "
                "publisher.",
                new=new,
                number=old.number,
            )
        )
