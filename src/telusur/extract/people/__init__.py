"""Who is named, which institutions are, and who says what."""
