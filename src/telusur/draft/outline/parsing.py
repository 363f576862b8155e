"""Parses the files of a draft into one outline, and finds the mistakes in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from markdown_it.token import Token

from telusur.draft.blocks.parser import make_parser
from telusur.draft.labels import is_well_formed
from telusur.draft.model import Notice, Waiver
from telusur.draft.outline.notices import structure_notices
from telusur.draft.outline.numbering import assign_ids, assign_numbers
from telusur.draft.outline.prose import LabelReference
from telusur.draft.outline.tree import Node, Outline, add_file
from telusur.draft.source import Source, prepare
from telusur.errors import InvalidWorkspace, Problem
from telusur.validation import Strict, read_yaml
from telusur.words import say

_TYPES = "RANCANGAN|PERATURAN|UNDANG-UNDANG|KEPUTUSAN|INSTRUKSI"
_BEGINS_TITLE = re.compile(rf"\b(?:{_TYPES})\b|^(?i:{_TYPES})\b")
_ENDS_TITLE = re.compile(r"DENGAN RAHMAT\b|Menimbang\b|.*,$", re.IGNORECASE)


class FrontMatter(Strict):
    """What a file of the draft may say about itself between two lines of `---`."""

    title: str | None = None
    """The regulation's title; else it is read from the opening."""
    type: str | None = None
    """What kind of regulation it is: `Peraturan Menteri`."""
    status: str | None = None
    """How far the draft has come, in the team's own words."""


@dataclass(slots=True)
class Parsed:
    """A draft as an outline, numbered."""

    outline: Outline = field(default_factory=Outline)
    by_name: dict[str, Node] = field(default_factory=dict)
    """What each id, label or other way to name a node leads to."""
    title: str = ""
    notices: list[Notice] = field(default_factory=list)
    waivers: list[Waiver] = field(default_factory=list)


def parse_folder(folder: Path) -> Parsed:
    """Return the draft in all `.md` and `.txt` files below `folder`, but README*.

    Files follow one another in the order of their paths. Raises InvalidWorkspace with every
    mistake at once: files that are not UTF-8, front matter that is not known, labels that are
    malformed, double or lead nowhere.
    """
    texts, problems = dict[str, str](), list[Problem]()
    for path in draft_files(folder):
        name = path.relative_to(folder).as_posix()
        try:
            texts[name] = path.read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            problems.append(_not_utf8(f"{folder.name}/{name}", error))
    return parse_texts(texts, folder.name, problems)


def parse_texts(
    texts: Mapping[str, str], folder: str = "", problems: Sequence[Problem] = ()
) -> Parsed:
    """Return the draft in `texts` (by file name, in order); `folder` is what problems name.

    Raises InvalidWorkspace with `problems` and all further mistakes.
    """
    parsed, found, titles = Parsed(), list(problems), list[str]()
    md, env = make_parser(), dict[str, Any]()
    for name, text in texts.items():
        shown = f"{folder}/{name}" if folder else name
        source = prepare(text, name)
        parsed.notices += source.notices
        parsed.waivers += source.waivers
        tokens = md.parse(source.text, env)
        _number_by_file(tokens, source)
        if tokens and tokens[0].type == "front_matter":
            front, mistakes = read_yaml(tokens[0].content, FrontMatter, shown, first_line=2)
            found += mistakes
            titles += [front.title] if front and front.title else []
        add_file(parsed.outline, tokens, name)
    nodes = parsed.outline.nodes
    assign_numbers(nodes)
    parsed.by_name = assign_ids(nodes)
    found += _label_problems(nodes, parsed.by_name, folder)
    if found:
        raise InvalidWorkspace(found)
    parsed.notices += structure_notices(nodes)
    opening = [line.text for line in parsed.outline.opening]
    parsed.title = titles[0] if titles else _title(opening)
    return parsed


def draft_files(folder: Path) -> list[Path]:
    """Return the files of the draft, in reading order."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix in (".md", ".txt")
        and path.is_file()
        and not path.name.lower().startswith("readme")
    )


def _number_by_file(tokens: Sequence[Token], source: Source) -> None:
    """Let the maps of tokens hold lines of the file instead of those of the prepared text.

    Inline tokens also get the number of each of their lines, from 1: between two that follow each
    other something may have been set aside.
    """
    for token in tokens:
        if token.map:
            if token.type == "inline":
                token.meta["lines"] = [source.line_of(line) for line in range(*token.map)]
            token.map = [source.line_of(line) - 1 for line in token.map]


def _not_utf8(shown: str, error: UnicodeDecodeError) -> Problem:
    line = error.object[: error.start].count(b"\n") + 1
    what = say("this file is not UTF-8 text")
    return Problem(shown, line, what, say("Save it as UTF-8 in your editor"))


def _label_problems(
    nodes: Sequence[Node], by_name: Mapping[str, Node], folder: str
) -> Iterator[Problem]:
    for node in nodes:
        where = f"{folder}/{node.path}" if folder else node.path
        if node.label is not None and not is_well_formed(node.label):
            what = say(
                "the label `{label}` has characters that a label cannot have", label=node.label
            )
            remedy = say("Write it with a-z, 0-9 and hyphens only: `{#antrean-daring}`")
            yield Problem(where, node.line, what, remedy)
        elif node.label and (first := by_name[node.label]) is not node:
            what = say("the label `{label}` stands here for the second time", label=node.label)
            remedy = say(
                "Give this one another label; the first is in {path}, line {line}",
                path=first.path,
                line=first.line,
            )
            yield Problem(where, node.line, what, remedy)
        for paragraph in (node.title, *node.paragraphs):
            for piece in paragraph:
                if isinstance(piece, LabelReference) and piece.target not in by_name:
                    what = say("nothing in the draft has the label `{target}`", target=piece.target)
                    remedy = say("Correct the reference, or give the label to what it refers to")
                    yield Problem(where, piece.line, what, remedy)


def _title(opening: Sequence[str]) -> str:
    """Return the regulation's title as its opening gives it: from its type to its subject."""
    title: list[str] = []
    for line in opening:
        if title and _ENDS_TITLE.match(line):
            break
        begins = _BEGINS_TITLE.search(line)
        if title or begins:
            title.append(line[begins.start() :] if begins and not title else line)
    return " ".join(title)
