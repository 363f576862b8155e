"""The clauses that are findings, each with its place, its site and who said it."""
