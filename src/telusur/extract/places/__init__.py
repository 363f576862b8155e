"""Which places a report names, which of them were visited, and which one a sentence is about."""
