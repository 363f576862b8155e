"""What a stranger's request can do to a served store, and no more."""
