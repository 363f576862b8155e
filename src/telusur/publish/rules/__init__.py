"""What is personal in a text: one kind a file."""
