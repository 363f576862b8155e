"""What a report says of itself: its front matter, and whether it is confidential."""
