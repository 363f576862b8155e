"""Workbooks and delimited files → rows with the columns they stand in."""
