"""Names of people, and what only looks like one."""
