"""Projects of coding software by the REFI-QDA standard: written, and taken back."""
