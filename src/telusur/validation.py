"""Reads YAML and TOML written by people, and says of each mistake where it stands.

Shapes are pydantic models; what pydantic finds is told with the file's own line and a remedy.
"""

from __future__ import annotations

import difflib
import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Annotated, Any, TypeVar

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError
from pydantic_core import PydanticCustomError

from telusur.errors import Problem
from telusur.syntax import Location, composed, has_alias, strings, toml_lines, yaml_lines
from telusur.words import say


class Strict(BaseModel):
    """A part of a file that people edit: unknown keys are mistakes, values never change."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, str_strip_whitespace=True, allow_inf_nan=False
    )


def _day(given: Any) -> Any:
    """Let year-month-day through; pydantic alone would read `86400` as a day in 1970."""
    if isinstance(given, str) and not re.fullmatch(r"\d{4}-\d\d-\d\d", given):
        raise PydanticCustomError("date_form", say("not year-month-day"))
    return given


Day = Annotated[date, BeforeValidator(_day)]
"""A date, written `2021-02-26`."""

Model = TypeVar("Model", bound=BaseModel)

_LONGEST_SHOWN = 80
"""Characters of a wrong value that a message repeats."""
_LARGEST_NUMBER = 2**63 - 1
"""No store keeps a larger one."""
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
"""Characters that no store keeps; YAML and JSON can write them as escapes."""


def read_yaml(
    text: str, model: type[Model], path: str, *, first_line: int = 1
) -> tuple[Model | None, list[Problem]]:
    """Return the parsed model, or None and every mistake in `text`.

    `path` is what the problems name; `first_line` is the line of the file on which `text` begins.
    """
    try:
        if "*" in text and has_alias(text):
            remedy = say("Write the value out where it is used")
            return None, [
                Problem(path, first_line, say("YAML aliases (`*name`) are not read"), remedy)
            ]
        root = composed(text)
        entries = list(yaml_lines(root))
        data = strings(root)
    except RecursionError:
        what = say("this is nested too deeply to be read")
        return None, [Problem(path, first_line, what, say("Remove brackets that are not meant"))]
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + mark.line if mark else first_line
        what = say("this is not valid YAML: {problem}", problem=error.problem or error.context)
        return None, [
            Problem(path, line, what, say("Mend the indentation, quotes or brackets here"))
        ]
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        # PyYAML lets Python's own errors through, as for the escape of an impossible character.
        what = say(
            "this is not valid YAML: {splitlines}", splitlines=(str(error).splitlines() or ["?"])[0]
        )
        return None, [
            Problem(path, first_line, what, say("Remove the characters that YAML forbids"))
        ]
    lines: dict[Location, int] = {(): first_line}
    problems: list[Problem] = []
    for location, line, duplicate in entries:
        lines[location] = first_line + line
        if duplicate:
            what = say("`{location}` stands here twice", location=_shown(location[-1]))
            problems.append(Problem(path, first_line + line, what, say("Keep one of the two")))
    parsed, mistakes = _validate(_without_empty(data) or {}, model, path, lines)
    problems += mistakes
    return (None if problems else parsed), problems


def read_toml(text: str, model: type[Model], path: str) -> tuple[Model | None, list[Problem]]:
    """Return the parsed model, or None and every mistake in `text`; `path` is what they name."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"\(at line (\d+)", str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        what = say("this is not valid TOML: {split}", split=str(error).split(" (at ")[0])
        return None, [
            Problem(path, line, what, say("Mend the quotes, brackets or the equals sign"))
        ]
    except (ValueError, RecursionError) as error:  # numbers of thousands of digits, and the like
        what = say("this cannot be read: {error}", error=_shown(error))
        return None, [
            Problem(path, 1, what, say("Shorten its numbers, and nest its brackets less"))
        ]
    return _validate(data, model, path, toml_lines(text))


def read_json(
    text: str, model: type[Model], path: str, line: int
) -> tuple[Model | None, list[Problem]]:
    """Return the parsed model, or None and every mistake in `text`, which is one line of a file."""
    try:
        data = json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        what = say("this is not valid JSON: {error}", error=getattr(error, "msg", _shown(error)))
        return None, [Problem(path, line, what, say("Mend the line, or restore it from git"))]
    return _validate(data, model, path, {(): line})


def _refuse_constant(name: str) -> None:
    raise ValueError(say("{name} is no number", name=name))


def _without_empty(data: Any) -> Any:
    """Drop keys without a value: `site:` left open means that there is none."""
    if isinstance(data, dict):
        return {key: _without_empty(value) for key, value in data.items() if value != ""}
    if isinstance(data, list):
        return [_without_empty(value) for value in data]
    return data


def _validate(
    data: Any, model: type[Model], path: str, lines: Mapping[Location, int]
) -> tuple[Model | None, list[Problem]]:
    if problems := list(_unkeepable(data, (), path, lines)):
        return None, problems
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        return None, [
            _problem(dict(mistake), model, path, lines)
            for mistake in error.errors(include_url=False)
        ]


def _unkeepable(
    data: Any, location: Location, path: str, lines: Mapping[Location, int]
) -> Iterator[Problem]:
    """Yield the values that no store can keep, whatever the shape says of them."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _unkeepable(key, (*location, key), path, lines)
            yield from _unkeepable(value, (*location, key), path, lines)
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _unkeepable(value, (*location, index), path, lines)
    elif isinstance(data, str) and (found := _UNWRITABLE.search(data)):
        what = say("U+{found:04X} stands here, which is no character", found=ord(found[0]))
        yield Problem(path, _line_of(location, lines), what, say("Remove it"))
    elif isinstance(data, int) and abs(data) > _LARGEST_NUMBER:
        what = say("`{location}` is too large a number", location=_shown(location[-1]))
        yield Problem(path, _line_of(location, lines), what, say("Write a smaller one"))


def _line_of(location: Location, lines: Mapping[Location, int]) -> int:
    while location not in lines:
        location = location[:-1]
    return lines[location]


def _shown(value: object) -> str:
    """A value as a message repeats it: on one line, in characters that can be printed."""
    try:
        written = str(value)
    except ValueError:  # a number of too many digits
        return "…"
    written = " ".join(_UNWRITABLE.sub("\ufffd", written).split())
    return written if len(written) <= _LONGEST_SHOWN else f"{written[:_LONGEST_SHOWN]}…"


def _problem(
    mistake: Mapping[str, Any],
    model: type[BaseModel],
    path: str,
    lines: Mapping[Location, int],
) -> Problem:
    location: Location = mistake["loc"]
    name = ".".join(_shown(part) for part in location) or say("the file")
    what, remedy = _in_words(mistake, name, _allowed_keys(model, location[:-1]))
    return Problem(path, _line_of(location, lines), what, remedy)


def _in_words(
    mistake: Mapping[str, Any], name: str, allowed_keys: Sequence[str]
) -> tuple[str, str]:
    """Say what pydantic found in words for someone who does not read Python."""
    key, context = name.split(".")[-1], mistake.get("ctx", {})
    given = _shown(mistake.get("input"))
    match mistake["type"]:
        case "missing":
            return say("`{name}` is missing", name=name), say("Add a line `{key}: …`", key=key)
        case "extra_forbidden":
            near = difflib.get_close_matches(key, allowed_keys, n=1)
            hint = (
                say("Did you mean `{near}`", near=near[0])
                if near
                else say("Known: {allowed_keys}", allowed_keys=", ".join(allowed_keys))
            )
            return say("`{name}` is not known here", name=name), hint
        case "literal_error":
            return say("`{name}` cannot be `{given}`", name=name, given=given), say(
                "Write one of {expected}", expected=context["expected"]
            )
        case kind if kind.startswith("date"):
            return say("`{name}` is not a date: `{given}`", name=name, given=given), say(
                "Write it as year-month-day: 2021-02-26"
            )
        case "value_error":
            return f"`{name}`: {context['error']}", say("Correct it")
        case _:
            return say("`{name}` cannot be `{given}`", name=name, given=given), mistake["msg"]


def _allowed_keys(model: type[BaseModel], location: Location) -> tuple[str, ...]:
    """The keys that `model` knows at `location`, as far as it can be told without its data."""
    current: Any = model
    for part in location:
        if isinstance(part, int):
            continue
        fields = getattr(current, "model_fields", {})
        current = _inner_model(fields[part].annotation) if part in fields else None
    fields = getattr(current, "model_fields", {})
    return tuple(field.alias or name for name, field in fields.items())


def _inner_model(annotation: Any) -> Any:
    """The pydantic model inside `list[Model]`, `dict[str, Model]` or `Model | None`."""
    if hasattr(annotation, "model_fields"):
        return annotation
    inner = (_inner_model(argument) for argument in getattr(annotation, "__args__", ()))
    return next((found for found in inner if found is not None), None)
