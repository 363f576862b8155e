"""What frames the clauses, by its parts: the preamble and the ending."""
