"""Chapter III of Lampiran II: the language of regulations."""
