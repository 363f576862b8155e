"""Options that several commands have."""

from __future__ import annotations

from pathlib import Path

import click

from telusur.words import say


class Words(click.ParamType):  # type: ignore[type-arg]  # older click knows no types here
    """Words for people; bytes that are no UTF-8 cannot be kept in any of our files."""

    name = "text"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Refuse what cannot be written down again."""
        try:
            value.encode("utf-8")
        except UnicodeEncodeError:
            self.fail(say("this is not UTF-8: check how your terminal writes letters"), param, ctx)
        return value


class Day(click.ParamType):  # type: ignore[type-arg]
    """A day as people write it, in figures or words; kept as `2025-06-03`."""

    name = "day"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Refuse what names no day."""
        from telusur.corpus.statements.days import day_in

        if (found := day_in(value)) is None:
            told = say("“{value}” is no day. Write 2025-06-03 or “3 Juni 2025”.", value=value)
            self.fail(told, param, ctx)
        return found.isoformat()


WORDS, DAY = Words(), Day()

form_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="JSON is for programs.",
)
database_option = click.option(
    "--database",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The evidence store.  [default: evidence.db in the workspace]",
)
