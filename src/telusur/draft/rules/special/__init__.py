"""Chapter II of Lampiran II: delegation, revocation, regulations that amend another."""
