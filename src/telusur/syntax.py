"""What a text in YAML or TOML holds, and on which of its lines each value stands."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from typing import Any

import yaml

from telusur.words import say

Location = tuple[int | str, ...]
"""Where a value stands: the keys and indexes that lead to it."""

_DEEPEST = 100
"""Levels of YAML that libyaml may nest."""


def composed(text: str) -> yaml.Node | None:
    """Read YAML with libyaml, ten times as fast; what it refuses, as PyYAML words its mistakes.

    Raises RecursionError where it is nested too deeply: libyaml, which makes nodes of nodes, would
    end the process, and PyYAML takes minutes for it.
    """
    if yaml.__with_libyaml__:
        with contextlib.suppress(yaml.YAMLError, ValueError, OverflowError):
            for _ in _shallow(text):
                pass
            return yaml.compose(text, Loader=yaml.CBaseLoader)
    return yaml.compose(text, Loader=yaml.BaseLoader)


def has_alias(text: str) -> bool:
    """Whether YAML says something by pointing to where it is said. Raises RecursionError."""
    if not yaml.__with_libyaml__:
        return any(isinstance(token, yaml.AliasToken) for token in yaml.scan(text))
    with contextlib.suppress(yaml.YAMLError, ValueError, OverflowError):
        return any(isinstance(event, yaml.AliasEvent) for event in _shallow(text))
    return False  # reading it tells what is wrong


def _shallow(text: str) -> Iterator[yaml.Event]:
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _DEEPEST:
                raise RecursionError
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        yield event


def strings(node: yaml.Node | None) -> Any:
    """Return what YAML holds, every value as a string: pydantic gives it its type, so that a date
    which does not exist is a mistake with a line, and not a crash of the YAML reader."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: strings(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [strings(one) for one in node.value]
    return node.value if node else None


def yaml_lines(
    node: yaml.Node | None, location: Location = ()
) -> Iterator[tuple[Location, int, bool]]:
    """Yield each value's location, its line from 0, and whether its key was seen before."""
    if isinstance(node, yaml.MappingNode):
        seen = set()
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise yaml.constructor.ConstructorError(
                    None, None, say("a key must be a word, not a list or brackets"), key.start_mark
                )
            here = (*location, key.value)
            yield here, key.start_mark.line, key.value in seen
            seen.add(key.value)
            yield from yaml_lines(value, here)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield (*location, index), value.start_mark.line, False
            yield from yaml_lines(value, (*location, index))


def toml_lines(text: str) -> dict[Location, int]:
    """Map each `[table]` and `key =` of a simple TOML file to its line, from 1."""
    lines: dict[Location, int] = {(): 1}
    table: Location = ()
    for number, line in enumerate(text.splitlines(), start=1):
        if found := re.match(r"\s*\[\s*([\w.-]+)\s*\]", line):
            table = tuple(found[1].split("."))
            lines[table] = number
        elif found := re.match(r"\s*([\w-]+)\s*=", line):
            lines[(*table, found[1])] = number
    return lines
