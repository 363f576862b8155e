"""The rules of a team's own: Python files of its workspace, and what is installed beside Telusur.

They are run by `telusur check` and by nothing else. What is wrong with one is told like a mistake
in the draft, and everything else is checked all the same.
"""

from __future__ import annotations

import importlib
import re
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from importlib.metadata import entry_points
from pathlib import Path
from types import ModuleType
from typing import Any

import telusur
from telusur.check.issue import CHECKS, Check, Issue, Wanted
from telusur.draft.rules import RULES, Hit, Manuscript, Rule, Spot, rules_in

GROUP = "telusur.rules"
"""The entry points that installed rules go by."""
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SEVERITIES = ("error", "warning", "info")
_SETTINGS = "telusur.toml"
_TELUSUR = telusur.__file__
_Place = tuple[str, int | None]
"""A file, relative to the workspace where it lies inside, and a line from 1."""


@dataclass(frozen=True, slots=True)
class Run:
    """What became of running these rules over a draft."""

    hits: tuple[tuple[Rule, Hit], ...]
    """Every place where one of them is not kept, as far as they could be run."""
    issues: tuple[Issue, ...]
    """Why some stopped."""
    stopped: frozenset[str]
    """The names of those."""


@dataclass(slots=True)
class House:
    """The rules that a workspace adds, and what is wrong with them."""

    root: Path
    """The workspace."""
    rules: list[Rule] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    """Why rules could not be taken in."""

    @property
    def checks(self) -> dict[str, Check]:
        """All checks by name: Telusur's own and then these."""
        return {**CHECKS, **{rule.number: Check.of(rule) for rule in self.rules}}

    def take_in(self, name: str) -> None:
        """Read the rules of one name in the settings: a file, or something installed."""
        try:
            with redirect_stdout(sys.stderr):  # the report alone is written to stdout
                found = _from_file(self.root, name) if name.endswith(".py") else _installed(name)
        except (Exception, SystemExit) as error:
            self.issues.append(_failed(self._place(error, name), error))
            return
        if not found:
            self.issues.append(_issue(self._begin(None, name), *_NO_RULE))
        for rule in found:
            if mistake := _mistake_in(rule, self.checks):
                self.issues.append(
                    _issue(self._begin(getattr(rule, "cases", None), name), *mistake)
                )
            else:
                self.rules.append(rule)

    def run(self, manuscript: Manuscript, wanted: Wanted) -> Run:
        """Run those of the rules that are wanted."""
        hits, issues, stopped = list[tuple[Rule, Hit]](), list[Issue](), set[str]()
        for rule in self.rules:
            if rule.number not in wanted:
                continue
            try:
                with redirect_stdout(sys.stderr):
                    for case in rule.cases(manuscript):
                        if case is not None:
                            _demand_hit(case, manuscript)
                            hits.append((rule, case))
            except (Exception, SystemExit) as error:
                stopped.add(rule.number)
                issues.append(_failed(self._place(error, "", rule.cases), error))
        return Run(tuple(hits), tuple(issues), frozenset(stopped))

    def _place(
        self, error: BaseException, name: str, rule: Callable[..., Any] | None = None
    ) -> _Place:
        """Return where in the team's own code an error arose; else the rule, or the setting."""
        written = error.filename if isinstance(error, SyntaxError) else None
        if isinstance(error, SyntaxError) and written and Path(written).is_file():
            return self._shown(written), error.lineno
        code = getattr(rule, "__code__", None)
        own = code.co_filename if code else str((self.root / name).resolve())
        frames = traceback.extract_tb(error.__traceback__)
        inside = [frame for frame in frames if frame.filename == own]
        installed = [frame for frame in frames if not _is_between(frame.filename)]
        for frame in (*inside[-1:], *installed[:1]):
            return self._shown(frame.filename), frame.lineno
        return self._begin(rule, name)

    def _begin(self, rule: Callable[..., Any] | None, name: str) -> _Place:
        code = getattr(rule, "__code__", None)
        if code is not None:
            return self._shown(code.co_filename), code.co_firstlineno
        if _file_of(self.root, name):
            return name, None
        return _SETTINGS, _line_with(self.root / _SETTINGS, name)

    def _shown(self, file: str) -> str:
        path = Path(file)
        return path.relative_to(self.root).as_posix() if self.root in path.parents else file


def read_house(root: Path, names: Sequence[str]) -> House:
    """Take in the rules that the settings of the workspace at `root` name, in their order."""
    house = House(root)
    for name in dict.fromkeys(names):
        house.take_in(name)
    return house


class _Unfit(TypeError):
    """Something that is no rule, or no hit; why, in Indonesian and in English."""


def _failed(place: _Place, error: BaseException) -> Issue:
    if isinstance(error, _Unfit):
        return _issue(place, *error.args)
    words = f"{type(error).__name__}: {' '.join(str(error).split())}".rstrip(" :")
    return _issue(place, words, words)


def _issue(place: _Place, why: str, why_en: str) -> Issue:
    return Issue(
        CHECKS["aturan"],
        f"{why}; perbaiki, atau keluarkan dari `rules` di telusur.toml",
        f"{why_en}; mend it, or take it out of `rules` in telusur.toml",
        *place,
    )


_NO_RULE = (
    "tidak ada aturan di sini; tulis fungsi dengan `@rule(…)` dari telusur.draft.rules",
    "there is no rule here; write a function with `@rule(…)` of telusur.draft.rules",
)


def _from_file(root: Path, name: str) -> tuple[Any, ...]:
    """Run a file of the workspace, and return its rules; nothing is written beside it."""
    path = _file_of(root, name)
    if path is None:
        raise _Unfit(f"tidak ada berkas `{name}` di sini", f"there is no file `{name}` here")
    module = ModuleType("telusur_rules_" + re.sub(r"\W", "_", name))
    module.__file__ = str(path)
    code = compile(path.read_bytes(), str(path), "exec", dont_inherit=True)
    sys.modules[module.__name__] = module  # dataclasses look for their module there
    exec(code, vars(module))  # noqa: S102 (this is what the settings ask for)
    return _added_in(module)


def _file_of(root: Path, name: str) -> Path | None:
    """Return the file of the workspace that a name in the settings means; None where there is none.

    One outside the workspace is not run: who opens a workspace need not know what lies around it.
    """
    path = (root / name).resolve()
    inside = path.is_relative_to(root.resolve())
    return path if name.endswith(".py") and inside and path.is_file() else None


def _installed(name: str) -> tuple[Any, ...]:
    """Return the rules of an entry point: a module with rules, or a list of them."""
    found = [each for each in entry_points(group=GROUP) if each.name == name]
    if not found:
        known = ", ".join(sorted(entry_points(group=GROUP).names)) or "-"
        raise _Unfit(
            f"tidak ada aturan terpasang bernama `{name}` (yang ada: {known})",
            f"no rules are installed as `{name}` (there are: {known})",
        )
    loaded = found[0].load()
    return _added_in(loaded) if isinstance(loaded, ModuleType) else tuple(loaded)


def _added_in(module: ModuleType) -> tuple[Rule, ...]:
    """Return the rules of a module, but for those of Telusur that it only uses."""
    return tuple(rule for rule in rules_in(module) if rule not in RULES)


def _mistake_in(rule: Any, checks: Mapping[str, Check]) -> tuple[str, str] | None:
    """Say what is wrong with the form of a rule, in Indonesian and English."""
    if not isinstance(rule, Rule):
        return f"{rule!r} bukan aturan", f"{rule!r} is no rule"
    name = rule.number
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        return (
            f"nama aturan `{name}` hanya boleh berisi a-z, 0-9 dan tanda hubung",
            f"the name `{name}` of a rule may hold a-z, 0-9 and hyphens only",
        )
    if name in checks:
        return f"aturan `{name}` sudah ada", f"there is a rule `{name}` already"
    if rule.severity not in _SEVERITIES:
        among = ", ".join(_SEVERITIES)
        return (
            f"tingkat aturan `{name}` bukan salah satu dari {among}",
            f"the severity of the rule `{name}` is none of {among}",
        )
    if not (_is_told(rule.title) and _is_told(rule.title_en) and callable(rule.cases)):
        return f"aturan `{name}` tidak lengkap", f"the rule `{name}` is not whole"
    return None


def _demand_hit(case: Any, manuscript: Manuscript) -> None:
    """Raise where a rule gives something that cannot be shown."""
    if not isinstance(case, Hit) or not isinstance(case.spot, Spot):
        kind = type(case).__name__
        raise _Unfit(
            f"aturan memberi {kind}, padahal Hit atau None yang diminta",
            f"a rule yields Hit or None, and not {kind}",
        )
    spot = case.spot
    lines = len(manuscript.sources.get(spot.path, "").splitlines())
    if not (1 <= spot.line <= lines and 0 <= spot.start <= spot.end <= len(spot.words)):
        raise _Unfit(
            f"aturan menunjuk ke luar naskah: {spot.path}:{spot.line}",
            f"a hit points outside the draft: {spot.path}:{spot.line}",
        )
    if not (_is_told(case.message) and _is_told(case.message_en)):
        raise _Unfit("pesan aturan tidak diisi", "a hit says what is wrong, in both languages")
    if not (case.replacement is None or isinstance(case.replacement, str)):
        raise _Unfit("pengganti harus berupa teks", "what a hit would write instead is text")


def _is_told(words: Any) -> bool:
    return isinstance(words, str) and bool(words.strip())


def _is_between(file: str) -> bool:
    """Whether a file only leads from the check to the team's own code."""
    return file.startswith("<frozen ") or any(
        Path(between).parent in Path(file).parents for between in (_TELUSUR, importlib.__file__)
    )


def _line_with(file: Path, words: str) -> int | None:
    lines = file.read_text(encoding="utf-8-sig").splitlines() if file.is_file() else []
    return next((number for number, line in enumerate(lines, 1) if words in line), None)
