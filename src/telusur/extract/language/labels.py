"""The labels of entities."""

PLACE = "PLACE"
SITE = "SITE"
