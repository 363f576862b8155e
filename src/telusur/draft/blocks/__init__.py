"""The blocks of a draft's Markdown: headings, instructions to amend, items, notes, the closing."""
