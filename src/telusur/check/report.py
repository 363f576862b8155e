"""The issues as text for people, and as JSON and SARIF for machines."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, Literal
from urllib.parse import quote

from telusur import __version__
from telusur.check.issue import Check, Issue
from telusur.check.waivers import standing
from telusur.draft.rules import Severity

Language = Literal["id", "en"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""The gravest first."""
_NAMES: dict[Language, dict[Severity, str]] = {
    "id": {"error": "galat", "warning": "peringatan", "info": "catatan"},
    "en": {"error": "error", "warning": "warning", "info": "note"},
}
_COUNTS = {
    "id": "{error} galat, {warning} peringatan, {info} catatan",
    "en": "errors: {error}, warnings: {warning}, notes: {info}",
}
_WAIVED = {"id": "dikecualikan", "en": "waived"}
_BECAUSE = {"id": "karena", "en": "because"}
_WAIVED_COUNT = {"id": ", {} dikecualikan", "en": ", waived: {}"}
_HIDDEN = {
    "id": "Catatan ditampilkan dengan --level info",
    "en": "Show the notes with --level info",
}
_INFERRED = {
    "id": "nomor aturan ini disimpulkan; periksa sebelum dikutip",
    "en": "this rule's number is inferred; look it up before you cite it",
}
_SARIF_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_text(
    issues: Sequence[Issue], language: Language, least: Severity
) -> Iterator[tuple[str, Severity | None]]:
    """Yield the lines of a report grouped by file, each with the severity of what it tells.

    Those less grave than `least` are only counted, by check.
    """
    shown = [each for each in issues if each.waived or _rank(each.check.severity) <= _rank(least)]
    for path, group in groupby(shown, key=lambda issue: issue.path):
        yield path, None
        for issue in group:
            yield _line(issue, language), None if issue.waived else issue.check.severity
        yield "", None
    left = standing(issues)
    hidden = Counter(each.check for each in left if _rank(each.check.severity) > _rank(least))
    for check, count in hidden.items():
        yield f"{count} × [{_name(check)}] {_title(check, language)}", check.severity
    if hidden:
        yield f"{_HIDDEN[language]}.", None
        yield "", None
    counts = Counter(issue.check.severity for issue in left)
    told = _COUNTS[language].format(**{name: counts[name] for name in SEVERITIES})
    waived = len(issues) - len(left)
    yield f"{told}{_WAIVED_COUNT[language].format(waived) if waived else ''}.", None


def _line(issue: Issue, language: Language) -> str:
    where = ":".join(str(part) for part in (issue.path, issue.line, issue.column) if part)
    label = f"{issue.label}: " if issue.label else ""
    name = _WAIVED[language] if issue.waived else _NAMES[language][issue.check.severity]
    reason = f" ({_BECAUSE[language]} {issue.waived})" if issue.waived else ""
    return f"  {where}: {name} [{_name(issue.check)}] {label}{_message(issue, language)}{reason}"


def _name(check: Check) -> str:
    """Return the check's name, with the mark of a number that is inferred."""
    return f"{check.name}*" if check.inferred else check.name


def as_json(issues: Sequence[Issue]) -> str:
    """Return a JSON list, an object an issue."""
    return json.dumps([_record(issue) for issue in issues], ensure_ascii=False, indent=2)


def _record(issue: Issue) -> dict[str, Any]:
    return {
        "rule": issue.check.name,
        "severity": issue.check.severity,
        "path": issue.path,
        "line": issue.line,
        "column": issue.column,
        "clause": issue.clause_id,
        "label": issue.label,
        "words": issue.words,
        "message": issue.message,
        "message_en": issue.message_en,
        "inferred": issue.check.inferred,
        "replacement": issue.edit.replacement if issue.edit else None,
        "waived": issue.waived or None,
    }


def as_sarif(issues: Sequence[Issue], language: Language, checks: Mapping[str, Check]) -> str:
    """Return the issues as SARIF 2.1.0, which editors and code hosts show in place.

    `checks` are all that there are, by name.
    """
    index = {name: place for place, name in enumerate(checks)}
    driver = {
        "name": "telusur",
        "version": __version__,
        "rules": [_sarif_rule(check, language) for check in checks.values()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_sarif_result(issue, index[issue.check.name], language) for issue in issues],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _sarif_rule(check: Check, language: Language) -> dict[str, Any]:
    rule: dict[str, Any] = {
        "id": check.name,
        "shortDescription": {"text": _title(check, language)},
        "defaultConfiguration": {"level": _SARIF_LEVELS[check.severity]},
    }
    if check.inferred:
        rule["help"] = {"text": _INFERRED[language]}
    return rule


def _sarif_result(issue: Issue, index: int, language: Language) -> dict[str, Any]:
    artifact = {"uri": quote(issue.path)}
    physical: dict[str, Any] = {"artifactLocation": artifact}
    if issue.line is not None:
        physical["region"] = _region(issue)
    location: dict[str, Any] = {"physicalLocation": physical}
    if issue.label:
        location["logicalLocations"] = [
            {"name": issue.label, "fullyQualifiedName": issue.clause_id}
        ]
    label = f"{issue.label}: " if issue.label else ""
    result: dict[str, Any] = {
        "ruleId": issue.check.name,
        "ruleIndex": index,
        "level": _SARIF_LEVELS[issue.check.severity],
        "message": {"text": label + _message(issue, language)},
        "locations": [location],
    }
    if issue.waived:
        result["suppressions"] = [{"kind": "inSource", "justification": issue.waived}]
    if issue.edit is not None:
        replacement = {
            "deletedRegion": _region(issue),
            "insertedContent": {"text": issue.edit.replacement},
        }
        change = {"artifactLocation": artifact, "replacements": [replacement]}
        result["fixes"] = [{"artifactChanges": [change]}]
    return result


def _region(issue: Issue) -> dict[str, int]:
    region: dict[str, int] = {"startLine": issue.line or 1}
    if issue.column is not None:
        region["startColumn"] = issue.column
        lines = issue.words.splitlines() or [""]
        region["endLine"] = region["startLine"] + len(lines) - 1
        begin = issue.column if len(lines) == 1 else 1
        region["endColumn"] = begin + len(lines[-1])
    return region


def _message(issue: Issue, language: Language) -> str:
    return issue.message_en if language == "en" else issue.message


def _title(check: Check, language: Language) -> str:
    return check.title_en if language == "en" else check.title


def _rank(severity: Severity) -> int:
    return SEVERITIES.index(severity)
