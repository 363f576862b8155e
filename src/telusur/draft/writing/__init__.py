"""A draft written: as labelled Markdown, from what came from elsewhere, with its numbers."""
