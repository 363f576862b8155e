"""What every answer is written with: addresses, words in two languages, marked text, tables."""
