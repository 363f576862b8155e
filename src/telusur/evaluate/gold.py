"""Reads a gold file: what a careful reader finds in reports."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from telusur.errors import InvalidWorkspace, Problem
from telusur.extract.model import Kind, Role
from telusur.words import Later, say

FILE = "findings.json"


class _Part(BaseModel):
    """A part of a gold file; what we do not compare is passed over."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class GoldPlace(_Part):
    """A place that the reader found named."""

    name: str
    level: Literal["provinsi", "kabupaten", "kota", "kecamatan", "kelurahan", "desa"]
    role: Role


class GoldFinding(_Part):
    """A finding as the reader marked it."""

    quote: str
    """Verbatim; found in the text by plain search."""
    kind: Kind
    challenge: tuple[str, ...]
    location: str | None
    """Name of the place it is about; None when it is about the country or no place."""


class GoldDocument(_Part):
    """One report as the reader read it."""

    doc: str
    """File name without its ending."""
    visit_date: date | None
    locations: tuple[GoldPlace, ...]
    findings: tuple[GoldFinding, ...]


def read_gold(path: Path) -> tuple[GoldDocument, ...]:
    """Read a gold file, or the `findings.json` of a folder.

    Raises:
        InvalidWorkspace: the file is missing, no JSON, or not in the format; every mistake is told.
    """
    file = path / FILE if path.is_dir() else path
    try:
        content = json.loads(file.read_text(encoding="utf-8-sig"))
        return tuple(TypeAdapter(list[GoldDocument]).validate_python(content))
    except OSError as error:
        problem = Problem(
            str(file),
            None,
            say("this cannot be read: {strerror}", strerror=error.strerror),
            _REMEDY,
        )
    except json.JSONDecodeError as error:
        problem = Problem(
            str(file), error.lineno, say("this is not valid JSON: {msg}", msg=error.msg), _REMEDY
        )
    except UnicodeDecodeError:
        problem = Problem(str(file), None, say("this is not UTF-8"), say("Save it as UTF-8"))
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=False)
        raise InvalidWorkspace([_problem(file, dict(one)) for one in found]) from error
    raise InvalidWorkspace([problem])


_REMEDY = Later("Name a folder with findings.json, or such a file (see docs/quality.md)")


def _problem(file: Path, mistake: dict[str, Any]) -> Problem:
    where = ".".join(str(part) for part in mistake["loc"])
    return Problem(str(file), None, f"`{where}`: {mistake['msg']}", say("See docs/quality.md"))
