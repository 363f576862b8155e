"""Which tests show which need of docs/needs.md: `python -m tests.needs [NEED …]`."""

from __future__ import annotations

import ast
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

TESTS = Path(__file__).parent
PAGE = TESTS.parent / "docs" / "needs.md"


def needs() -> dict[str, str]:
    """The needs of the page, by id; one that stands twice is an error."""
    rows = re.findall(r"^\| (N-[A-Z]+-\d+) \| (.+) \|$", PAGE.read_text(encoding="utf-8"), re.M)
    found = dict(rows)
    if len(found) < len(rows):
        raise ValueError(f"an id stands twice in {PAGE.name}")
    return found


def shown_by() -> dict[str, list[str]]:
    """The tests that say they show a need, as pytest names them, by its id."""
    shown: dict[str, list[str]] = defaultdict(list)
    for path in sorted(TESTS.rglob("test_*.py")):
        for test, ids in _marked(ast.parse(path.read_text(encoding="utf-8"))):
            for each in ids:
                shown[each].append(f"{path.relative_to(TESTS.parent).as_posix()}::{test}")
    return dict(shown)


def _marked(tree: ast.Module) -> Iterator[tuple[str, list[str]]]:
    """Yield each test with what its `@pytest.mark.need(…)` says."""
    for node in ast.walk(tree):
        for decorator in getattr(node, "decorator_list", ()):
            if isinstance(decorator, ast.Call) and ast.unparse(decorator.func).endswith(
                "mark.need"
            ):
                yield node.name, [ast.literal_eval(each) for each in decorator.args]


def main(asked: list[str]) -> None:
    """Print the needs that are asked for, or all, with their tests."""
    shown = shown_by()
    for need, what in needs().items():
        if not asked or need in asked:
            print(need, what, *(f"  {test}" for test in shown.get(need, ())), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
