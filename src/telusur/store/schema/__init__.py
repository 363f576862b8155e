"""Tables, views and indexes of evidence.db: the interface to other people's SQL."""
