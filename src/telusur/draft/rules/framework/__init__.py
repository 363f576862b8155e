"""Chapter I of Lampiran II: what a regulation consists of."""
