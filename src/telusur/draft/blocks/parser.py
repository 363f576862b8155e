"""The Markdown of drafts: CommonMark's headings and links, and our own block rules."""

from __future__ import annotations

from markdown_it import MarkdownIt
from mdit_py_plugins.front_matter import front_matter_plugin

from telusur.draft.blocks.amending import amending_plugin
from telusur.draft.blocks.closing import closing_plugin
from telusur.draft.blocks.dictum import dictum_plugin
from telusur.draft.blocks.division import division_plugin
from telusur.draft.blocks.note import note_plugin
from telusur.draft.blocks.paragraph import paragraph_plugin
from telusur.draft.blocks.tabulation import tabulation_plugin


def make_parser() -> MarkdownIt:
    """Return the parser.

    It starts from markdown-it's empty preset: lists would claim `1.`, indented code the items
    that are indented, raw HTML and reference definitions would swallow words.
    """
    md = MarkdownIt("zero").enable(
        ["heading", "hr", "newline", "escape", "entity", "emphasis", "link"]
    )
    for plugin in (
        front_matter_plugin,
        note_plugin,
        division_plugin,
        dictum_plugin,
        amending_plugin,
        closing_plugin,
        tabulation_plugin,
        paragraph_plugin,
    ):
        md.use(plugin)
    return md
