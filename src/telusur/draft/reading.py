"""Reads the folder of a draft: all its files, as one regulation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from telusur.draft.fingerprint import fingerprint
from telusur.draft.labels import is_well_formed
from telusur.draft.model import Clause, Reference, Regulation
from telusur.draft.norms import normative_nodes
from telusur.draft.numbering import assign_ids, assign_numbers, cite
from telusur.draft.parser import make_parser
from telusur.draft.prose import LabelReference, PrintedReference, print_paragraphs
from telusur.draft.references import ReferenceReader
from telusur.draft.tree import Node, Outline, add_file
from telusur.errors import InvalidWorkspace, Problem
from telusur.validation import Strict, read_yaml

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


def read_draft(folder: Path) -> Regulation:
    """Return all `.md` files below `folder`, but README*.md, sorted by path, as one regulation.

    Where there is no file or no Pasal, the regulation has no clauses. Raises InvalidWorkspace
    with every mistake at once: files that are not UTF-8, front matter that is not known, labels
    that are malformed, double or lead nowhere.
    """
    outline, problems, titles = Outline(), list[Problem](), list[str]()
    md, env = make_parser(), dict[str, Any]()
    for path in _files(folder):
        name = path.relative_to(folder).as_posix()
        shown = f"{folder.name}/{name}"
        try:
            text = path.read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            problems.append(_not_utf8(shown, error))
            continue
        tokens = md.parse(text, env)
        if tokens and tokens[0].type == "front_matter":
            front, mistakes = read_yaml(tokens[0].content, FrontMatter, shown, first_line=2)
            problems += mistakes
            titles += [front.title] if front and front.title else []
        add_file(outline, tokens, name)
    assign_numbers(outline.nodes)
    by_name = assign_ids(outline.nodes)
    problems += _label_problems(outline.nodes, by_name, folder.name)
    if problems:
        raise InvalidWorkspace(problems)
    return _regulation(outline, by_name, titles[0] if titles else _title(outline.opening))


def _files(folder: Path) -> list[Path]:
    return sorted(
        path
        for path in folder.rglob("*.md")
        if path.is_file() and not path.name.lower().startswith("readme")
    )


def _not_utf8(shown: str, error: UnicodeDecodeError) -> Problem:
    line = error.object[: error.start].count(b"\n") + 1
    what = "this file is not UTF-8 text"
    return Problem(shown, line, what, "Save it as UTF-8 in your editor")


def _label_problems(
    nodes: Sequence[Node], by_name: Mapping[str, Node], folder: str
) -> Iterator[Problem]:
    for node in nodes:
        where = f"{folder}/{node.path}"
        if node.label is not None and not is_well_formed(node.label):
            what = f"the label `{node.label}` has characters that a label cannot have"
            remedy = "Write it with a-z, 0-9 and hyphens only: `{#antrean-daring}`"
            yield Problem(where, node.line, what, remedy)
        elif node.label and (first := by_name[node.label]) is not node:
            what = f"the label `{node.label}` stands here for the second time"
            remedy = f"Give this one another label; the first is in {first.path}, line {first.line}"
            yield Problem(where, node.line, what, remedy)
        for paragraph in (node.title, *node.paragraphs):
            for piece in paragraph:
                if isinstance(piece, LabelReference) and piece.target not in by_name:
                    what = f"nothing in the draft has the label `{piece.target}`"
                    remedy = "Correct the reference, or give the label to what it refers to"
                    yield Problem(where, piece.line, what, remedy)


def _regulation(outline: Outline, by_name: Mapping[str, Node], title: str) -> Regulation:
    printed: dict[Node, tuple[str, tuple[PrintedReference, ...]]] = {
        node: print_paragraphs(node.paragraphs, lambda name: cite(by_name[name]))
        for node in outline.nodes
    }
    normative = normative_nodes(outline.nodes, {node: text for node, (text, _) in printed.items()})
    reader = ReferenceReader(outline.nodes, by_name)
    clauses: list[Clause] = []
    references: list[Reference] = []
    for position, node in enumerate(outline.nodes, start=1):
        text, by_label = printed[node]
        clauses.append(
            Clause(
                id=node.id,
                label=cite(node),
                parent_id=node.parent.id if node.parent else None,
                level=node.level,
                number=node.number,
                position=position,
                heading=_heading(node, by_name),
                text=text,
                normative=node in normative,
                fingerprint=fingerprint(node),
                path=node.path,
                line=node.line,
            )
        )
        references += reader.read(node, text, by_label)
    return Regulation(
        title, tuple(clauses), tuple(references), tuple(outline.opening), tuple(outline.closing)
    )


def _heading(node: Node, by_name: Mapping[str, Node]) -> str:
    """Return the node's own title, or the nearest one above it."""
    unit: Node | None = node
    while unit is not None:
        if unit.title:
            return print_paragraphs([unit.title], lambda name: cite(by_name[name]))[0]
        unit = unit.parent
    return ""


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
