"""The country's places, whatever a workspace says: names, codes and where they lie."""

from telusur.extract.gazetteer.places import (
    Place,
    all_places,
    place_named,
    places_by_code,
    strip_level,
)
from telusur.extract.gazetteer.smaller import (
    SmallPlace,
    districts_named,
    districts_of,
    is_small_place,
    places_below,
    small_place,
    villages_named,
)

__all__ = [
    "Place",
    "SmallPlace",
    "all_places",
    "districts_named",
    "districts_of",
    "is_small_place",
    "place_named",
    "places_below",
    "places_by_code",
    "small_place",
    "strip_level",
    "villages_named",
]
