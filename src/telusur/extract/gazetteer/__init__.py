"""The country's places, whatever a workspace says: names, codes and where they lie."""

from telusur.extract.gazetteer.places import (
    Place,
    all_places,
    place_named,
    places_by_code,
    strip_level,
)
from telusur.extract.gazetteer.smaller import (
    districts_named,
    districts_of,
    is_small_place,
    places_below,
    villages_named,
)

__all__ = [
    "Place",
    "all_places",
    "districts_named",
    "districts_of",
    "is_small_place",
    "place_named",
    "places_below",
    "places_by_code",
    "strip_level",
    "villages_named",
]
