"""Groups whose commands are imported only when they are named, so that `--help` answers at once."""

from __future__ import annotations

import importlib
import keyword
from collections.abc import Sequence
from typing import Any

import click


class LazyGroup(click.Group):
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
        return command
