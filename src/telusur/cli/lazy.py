"""Groups whose commands are imported only when they are named, so that `--help` answers at once.

What a command says of itself stands in its code, in English; it is put into the language of the
reader when the command is asked for.
"""

from __future__ import annotations

import copy
import importlib
import inspect
import keyword
import re
from collections.abc import Sequence
from typing import Any, TypeVar

import click

from telusur.words import say

AnyCommand = TypeVar("AnyCommand", bound=click.Command)
_NAME = re.compile(r"[A-Z]{2,}(?: [A-Z]+)*")
"""What stands for a value in a help text: FILE, INTEGER RANGE."""


class SpokenGroup(click.Group):
    """A group that speaks the language of the reader, and so do its commands."""

    def get_help(self, ctx: click.Context) -> str:
        return click.Group.get_help(spoken(self), ctx)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return click.Group.collect_usage_pieces(spoken(self), ctx)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        found = super().get_command(ctx, cmd_name)
        return spoken(found) if found else None


class LazyGroup(SpokenGroup):
    """A group whose commands each stand in a module of `package`, under the name `command`.

    A command whose name Python keeps to itself (`import`) stands in a module that ends in `_`.
    """

    def __init__(self, *args: Any, package: str, names: Sequence[str], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self._package = package
        self._names = names

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(self._names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in self._names:
            return None
        module = f"{cmd_name}_" if keyword.iskeyword(cmd_name) else cmd_name
        command: click.Command = importlib.import_module(f"{self._package}.{module}").command
        return spoken(command)


def spoken(command: AnyCommand) -> AnyCommand:
    """Return a copy of the command whose help is in the language of the reader."""
    told = copy.copy(command)
    told.help = "\n\n".join(map(say, paragraphs(command.help or "")))
    told.options_metavar = say(command.options_metavar or "") or None
    if isinstance(told, click.Group):
        told.subcommand_metavar = say(told.subcommand_metavar or "")
    told.params = [_spoken(one) for one in command.params]
    return told


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a help text, each on one line, as the catalogue has them."""
    return [" ".join(one.split()) for one in inspect.cleandoc(text).split("\n\n") if one.strip()]


def _spoken(parameter: click.Parameter) -> click.Parameter:
    told = copy.copy(parameter)
    if isinstance(told, click.Option) and told.help:
        told.help = say(told.help)
    written = parameter.make_metavar

    def named(*context: Any, **by_name: Any) -> str:
        return _NAME.sub(lambda name: say(name[0]), written(*context, **by_name))

    told.make_metavar = named  # type: ignore[method-assign]
    return told
