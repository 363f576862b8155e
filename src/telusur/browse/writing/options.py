"""The options of a field in a form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup, escape

from telusur.browse.writing.language import Language


@dataclass(frozen=True, slots=True)
class Option:
    """A choice in a form."""

    value: str
    label: str
    group: str = ""
    """What it stands under: its province."""


def options(some: Iterable[Option], now: str) -> Markup:
    """Write choices, each below the name of its group; `now` is chosen.

    A form has hundreds, all places that reports tell of: templates are slow at that.
    """
    drawn = []
    for _, same in groupby(sorted(some, key=_group), _group):
        members = [*same]
        inside = "".join(
            f'<option value="{escape(one.value)}"{" selected" if one.value == now else ""}>'
            f"{escape(one.label)}</option>"
            for one in members
        )
        name = members[0].group
        drawn.append(f'<optgroup label="{escape(name)}">{inside}</optgroup>' if name else inside)
    return Markup("".join(drawn))  # noqa: S704 (escaped above)


def _group(one: Option) -> str:
    return one.group.lower()


def places_in(rows: Iterable[Mapping[str, str]], t: Language) -> list[Option]:
    """Provinces, each with the places in it below it, as the rows come: `code`, `name`,
    `province_code`, `province`."""
    found: list[Option] = []
    for row in rows:
        code, name = row["province_code"], row["province"]
        if not found or found[-1].group != name:
            found.append(Option(code, t("{name} (all of it)", name=name), name))
        if row["code"] != code:
            found.append(Option(row["code"], row["name"], name))
    return found
