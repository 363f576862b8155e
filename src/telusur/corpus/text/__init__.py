"""A text → its blocks (headings, paragraphs, items, rows) → its passages."""
