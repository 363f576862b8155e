"""Words that refer to a provision, of this regulation or of another."""
