"""Places as people call them."""

from __future__ import annotations

from pathlib import Path


def codes_of(root: Path, words: str) -> tuple[str, ...]:
    """Return the codes of the places that people call so: `Sumsel`, `Kab. Bogor`."""
    from telusur.extract.lexicon import names_of_places, read_lexicon

    lexicon, _ = read_lexicon(root / "extract")
    if lexicon is None:
        return ()
    wanted = " ".join(words.lower().split())
    names = names_of_places(lexicon.places).items()
    return tuple(place.code for name, places in names for place in places if name.lower() == wanted)
