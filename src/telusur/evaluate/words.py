"""What people read of the scores, which files know by a short name."""

from __future__ import annotations

from collections.abc import Sequence

from telusur.evaluate.scores import Score
from telusur.words import Later, number, say

RIGHT_AT = "links_right_at_"
_NAMES = {
    "findings_precision": Later("findings that are right"),
    "findings_recall": Later("the reader’s findings that were found"),
    "findings_f1": Later("both at once (F1)"),
    "kind_accuracy": Later("kinds that are right"),
    "challenges_micro_f1": Later("challenges (F1)"),
    "challenges_macro_f1": Later("challenges, each counting the same (F1)"),
    "challenges_micro_f1_overall": Later("challenges, over all findings (F1)"),
    "finding_place_accuracy": Later("places that are right"),
    "finding_smaller_place_accuracy": Later("kecamatan, kelurahan and desa that are right"),
    "visit_date_accuracy": Later("dates of visits that are right"),
    "visited_places_accuracy": Later("reports with all places visited"),
    "links_map_direct": Later("order of direct links (MAP)"),
    "links_recall_at_5_direct": Later("direct links among the first five"),
    "links_map": Later("order of links (MAP)"),
    "links_recall_at_5": Later("links among the first five"),
    "links_precision": Later("links that are right"),
    "links_f1": Later("links, right and found at once (F1)"),
    "strong_links_precision": Later("strong suggestions that are right"),
    "unlinkable_with_link": Later("findings without a clause that have a link"),
    "unlinkable_with_strong_link": Later("findings without a clause that have a strong suggestion"),
    "links_calibration_error": Later("how far scores are from what is right"),
}


def named(score: str) -> str:
    """Return what a score is called, in the reader's language; its name where nobody calls it
    anything."""
    if score.startswith(RIGHT_AT):
        return say("links that are right at a score of {at}", at=number(float(score[-4:])))
    return str(_NAMES.get(score, score))


def score_lines(scores: Sequence[Score]) -> list[str]:
    """Return a line a score: what it is, its value with the 95 % interval, on how many it is
    measured, and its name in files."""
    return [
        say(
            "{what}{value:.3f}  [{low:.3f}, {high:.3f}]  of {of}  ({name})",
            what=f"{named(one.name):<52}",
            value=one.value,
            low=one.low,
            high=one.high,
            of=f"{one.of:<5}",
            name=one.name,
        )
        for one in scores
    ]
