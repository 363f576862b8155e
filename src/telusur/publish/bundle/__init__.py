"""What a bundle is made of beside the database."""
