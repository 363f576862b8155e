"""What pages show of the store: evidence, the draft as people read it, what became of both."""
