"""Words, the names of places and types of sites among them, and the language of a report."""
