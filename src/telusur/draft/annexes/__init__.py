"""What a Lampiran says, as clauses: its bab, its headed parts, its lists and the rows of tables."""
