"""What stands around names of people, and what they are made of."""
