"""Numbers, addresses and accounts that belong to one person."""
