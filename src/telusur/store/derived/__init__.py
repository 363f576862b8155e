"""What is counted beforehand from other tables, and filled anew whenever they change."""
