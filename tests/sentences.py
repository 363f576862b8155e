"""Brings the catalogue of what people read up to date: `python -m tests.sentences`.

It finds the sentences in the code, in the templates of pages, in the help of the commands and in
click, and the terms that pages ask for by a key; puts new ones into the catalogue without a
translation, takes out those that are gone, and compiles it. What is committed is both files: the
package then has its words however it is installed.
"""

from __future__ import annotations

import ast
import io
import os
import re
import string
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import click
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from jinja2 import Environment, nodes

from telusur.browse.terms import TERMS
from telusur.cli import commands
from telusur.cli.lazy import paragraphs
from telusur.words import DOMAIN, FOLDER, VARIABLE

os.environ[VARIABLE] = "en"  # the help of commands is read as it stands in the code
SOURCE = Path(__file__).parents[1] / "src" / "telusur"
PO = FOLDER / "id" / "LC_MESSAGES" / f"{DOMAIN}.po"
MO = PO.with_suffix(".mo")
KEYWORDS = {"say": 1, "say_of": 2, "Later": 1, "t": 2}
"""Functions of `telusur.words`, and that of pages, each with how many sentences it is given."""
INSTEAD = ("when_accepted", "when_strong")
"""What `t` says instead in an edition."""
Message = str | tuple[str, ...]
Found = tuple[Message, str | None]
"""A sentence, or its forms for one and for many; and the family of a term."""
_NAME = re.compile(r"[A-Z]{2,}(?: [A-Z]+)*")


def messages() -> dict[Found, set[str]]:
    """Every sentence that people may read, with the files it stands in."""
    found: dict[Found, set[str]] = {}
    for path in (*SOURCE.rglob("*.py"), *SOURCE.rglob("*.html")):
        for message in (sentences_in if path.suffix == ".py" else sentences_of_page)(path):
            found.setdefault((message, None), set()).add(path.relative_to(SOURCE).as_posix())
    for family, terms in TERMS.items():
        for term in terms.values():
            found.setdefault((term, family), set()).add("browse/terms")
    for message in _of_commands(commands, "telusur"):
        found.setdefault((message, None), set()).add("cli")
    for file, _, message, *_ in extract_from_dir(str(Path(click.__file__).parent)):
        found.setdefault((message, None), set()).add(f"click/{file}")
    return {
        message: files for message, files in found.items() if re.search("[A-Za-z]", str(message[0]))
    }


def sentences_in(path: Path) -> Iterator[Message]:
    """The sentences of a file; its tree shows them in other calls and in f-strings, too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            given = node.args[: KEYWORDS.get(name, 0)] if _is_ours(node.func) else []
            yield from _given([_constants(one) for one in given])
            for word in node.keywords:
                if word.arg in INSTEAD:
                    yield from _constants(word.value)


def sentences_of_page(path: Path) -> Iterator[Message]:
    """The sentences of a template, wherever `t` is called in it."""
    tree = Environment(autoescape=True).parse(path.read_text(encoding="utf-8"))
    for node in tree.find_all(nodes.Call):
        if isinstance(node.node, nodes.Name) and node.node.name == "t":
            yield from _given([_words(one) for one in node.args[: KEYWORDS["t"]]])
            for word in node.kwargs:
                if word.key in INSTEAD:
                    yield from _words(word.value)


def _is_ours(called: ast.expr) -> bool:
    """Whether it is one of our functions, or the `t` of a visit: others have methods, too."""
    return isinstance(called, ast.Name) or getattr(called, "attr", "") == "t"


def _given(words: list[list[str]]) -> Iterator[Message]:
    """One sentence, one of two, or one with its form for many."""
    if len(words) == 2 and all(len(one) == 1 for one in words):
        yield words[0][0], words[1][0]
    elif words:
        yield from words[0]


def _constants(given: ast.expr) -> list[str]:
    if isinstance(given, ast.IfExp):
        return [*_constants(given.body), *_constants(given.orelse)]
    return [given.value] if isinstance(given, ast.Constant) and isinstance(given.value, str) else []


def _words(given: nodes.Node | None) -> list[str]:
    if isinstance(given, nodes.CondExpr):
        return [*_words(given.expr1), *_words(given.expr2)]
    return [given.value] if isinstance(given, nodes.Const) and isinstance(given.value, str) else []


def _of_commands(command: click.Command, name: str) -> Iterator[str]:
    context = click.Context(command, info_name=name)
    yield from paragraphs(command.help or "")
    yield command.options_metavar or ""
    for parameter in command.params:
        yield from _NAME.findall(parameter.make_metavar(context))
        yield getattr(parameter, "help", None) or ""
    if isinstance(command, click.Group):
        yield command.subcommand_metavar or ""
        for one in command.list_commands(context):
            inner = command.get_command(context, one)
            assert inner
            yield from _of_commands(inner, one)


def placeholders(text: str) -> set[str]:
    """The names in braces, with the form in which each is written."""
    try:
        parsed = list(string.Formatter().parse(text))
    except ValueError:  # no format at all
        return set()
    return {f"{name}!{form}:{spec}" for _, name, spec, form in parsed if name is not None}


def read() -> Catalog:
    """The catalogue as it is committed."""
    if not PO.exists():
        return Catalog(locale="id", domain=DOMAIN)
    with PO.open("rb") as file:
        return read_po(file, locale="id", domain=DOMAIN)


def compiled(catalogue: Catalog) -> bytes:
    """What Telusur reads when it runs."""
    catalogue.creation_date = catalogue.revision_date = datetime(2026, 1, 1, tzinfo=UTC)
    target = io.BytesIO()
    write_mo(target, catalogue)
    return target.getvalue()


def renewed() -> Catalog:
    """The catalogue with what is new, and without what is gone."""
    before = read()
    after = Catalog(
        locale="id", domain=DOMAIN, header_comment="# What Telusur says, in Indonesian."
    )
    for (message, family), files in sorted(
        messages().items(), key=lambda one: (min(one[1]), str(one[0]))
    ):
        known = before.get(message if isinstance(message, str) else message[0], family)
        translated = known.string if known and known.id == message else None
        after.add(message, translated, [(min(files), None)], flags=(), context=family)
    return after


def write(catalogue: Catalog) -> None:
    """Write both files; nothing in them tells when."""
    target = io.BytesIO()
    write_po(target, catalogue, width=100, omit_header=True)
    header = (
        '# What Telusur says, in Indonesian.\nmsgid ""\nmsgstr ""\n'
        '"Language: id\\n"\n"Plural-Forms: nplurals=1; plural=0;\\n"\n'
        '"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    )
    PO.write_bytes(header.encode() + target.getvalue())
    MO.write_bytes(compiled(read()))


if __name__ == "__main__":
    write(renewed())
    sys.stdout.write(f"{PO}: {len(read())} messages\n")
