"""Datasette on an evidence store: started, asked, searched, and with further rooms."""
