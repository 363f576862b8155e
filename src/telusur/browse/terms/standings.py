"""Where links, findings and provisions stand. Evidence, "bukti", is only what people accepted."""

from __future__ import annotations

from telusur.browse.terms.family import Family

FAMILIES: dict[str, Family] = {
    "kind": {
        "kendala": "Obstacle",
        "tantangan": "Challenge ahead",
        "kelebihan": "Strength",
        "peluang": "Opportunity",
        "kebutuhan": "Need",
    },
    "status": {
        "accepted": "Accepted",
        "suggested": "Suggested",
        "suspect": "To be looked at again",
        "unsure": "Unsure",
        "rejected": "Rejected",
    },
    "strength": {
        "strong": "Strong",
        "middle": "Middling",
        "weak": "Weak",
        "hand": "Linked by hand",
    },
    "stand": {
        "accepted": "Accepted",
        "suspect": "To be looked at again",
        "strong": "Strong suggestion",
        "weak": "Weak suggestion",
        "rejected": "Rejected",
        "justified": "Justified without evidence",
        "accepted.n": "{n} accepted",
        "suspect.n": "{n} to be looked at again",
        "strong.n": ("{n} strong suggestion", "{n} strong suggestions"),
        "weak.n": ("{n} weak suggestion", "{n} weak suggestions"),
    },
    "rests": {
        "none@accepted": "No evidence yet",
        "none@strong": "Neither evidence nor strong suggestions",
        "none.n@accepted": "{n} without evidence yet",
        "none.n@strong": "{n} with neither evidence nor strong suggestions",
        "accepted": "Evidence",
        "suspect": "To be looked at again",
        "justified": "Justified without evidence",
        "strong": "Strong suggestions only",
        "weak": "Weak suggestions only",
        "none": "Neither evidence nor suggestions",
        "accepted.n": "{n} with evidence",
        "suspect.n": "{n} to be looked at again",
        "justified.n": "{n} justified without evidence",
        "strong.n": "{n} with strong suggestions only",
        "weak.n": "{n} with weak suggestions only",
        "none.n": "{n} with neither",
    },
    "banner": {
        "strong": (
            "This edition also shows strong suggestions of a machine that "
            "nobody has accepted. A suggestion is no evidence; see how it "
            "is marked."
        ),
        "all": (
            "This edition also shows suggestions of a machine that nobody "
            "has accepted, weak ones too. A suggestion is no evidence; see "
            "how it is marked."
        ),
    },
    "reference": {
        "missing": "(not in the draft)",
        "external": "(another law)",
        "unsure": "(to be checked)",
    },
    "change": {
        "added": "added",
        "removed": "removed",
        "moved": "moved",
        "renumbered": "renumbered",
        "reworded": "reworded",
        "split": "split",
        "merged": "merged",
    },
    "decision": {
        "accept": "accepted",
        "reject": "rejected",
        "link": "linked",
        "unsure": "was unsure of",
        "withdraw": "took back what was decided on",
        "state.in force": "in force",
        "state.superseded": "superseded by a later decision",
        "state.suspect": "to be looked at again, since the words have changed",
        "state.withdrawn": "taken back",
        "state.ambiguous": "to be looked at again, since its words stand in several places",
        "state.conflict": "to be looked at again, since two people decided otherwise",
        "state.missing": "no longer in the journal",
        "state.lost": "one end is gone",
        "confirm": "confirmed",
        "dismiss": "dismissed",
        "correct": "corrected",
        "split": "split",
        "add": "added",
    },
    "doubt": {
        "finding": "the finding’s words have changed",
        "clause": "the clause’s words have changed",
        "both": "the words of both have changed",
        "ambiguous": "its words stand in several places",
        "conflict": "two people decided otherwise",
        "missing": "its decision is missing from the journal",
    },
}
