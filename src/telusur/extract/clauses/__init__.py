"""What is judged one by one: the clauses of a report, each in its place."""
