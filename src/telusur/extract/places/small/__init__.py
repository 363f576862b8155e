"""Kecamatan, kelurahan and desa: where a report names them, and where its writers were in them."""
