"""From the files of a draft to the regulation that the rest of Telusur knows."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from telusur.draft.annexes.clauses import annexed_clauses, without_annexed
from telusur.draft.frame.ending import read_ending
from telusur.draft.frame.preamble import read_preamble
from telusur.draft.model import Clause, Reference, Regulation
from telusur.draft.outline.fingerprint import fingerprint
from telusur.draft.outline.norms import normative_nodes
from telusur.draft.outline.numbering import cite
from telusur.draft.outline.parsing import Parsed, parse_folder
from telusur.draft.outline.prose import PrintedReference, print_paragraphs
from telusur.draft.outline.tree import Node
from telusur.draft.references.reader import ReferenceReader


def read_draft(folder: Path) -> Regulation:
    """Return all `.md` and `.txt` files below `folder`, but README*, as one regulation.

    Where there is no file or no Pasal, the regulation has no clauses. Raises InvalidWorkspace
    with every mistake at once, as `parse_folder` finds them.
    """
    return regulation_of(parse_folder(folder))


def regulation_of(parsed: Parsed) -> Regulation:
    """Return the regulation that an outline holds."""
    outline, by_name = parsed.outline, parsed.by_name
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
                quoted=node.quoted,
            )
        )
        references += reader.read(node, text, by_label)
    ending = read_ending(outline.closing)
    return Regulation(
        parsed.title,
        tuple(clauses),
        tuple(references),
        tuple(line.text for line in outline.opening),
        tuple(line.text for line in outline.closing),
        read_preamble(outline.opening),
        ending,
        tuple(sorted(parsed.notices, key=lambda each: (each.path, each.line))),
        tuple(parsed.waivers),
        annexed_clauses(ending.annexes, len(clauses)),
        tuple(line.text for line in without_annexed(outline.closing, ending)),
    )


def _heading(node: Node, by_name: Mapping[str, Node]) -> str:
    """Return the node's own title, or the nearest one above it."""
    unit: Node | None = node
    while unit is not None:
        if unit.title:
            return print_paragraphs([unit.title], lambda name: cite(by_name[name]))[0]
        unit = unit.parent
    return ""
