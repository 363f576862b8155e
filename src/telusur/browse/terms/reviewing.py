"""What reviewers are told, and how their queue is named."""

from __future__ import annotations

from telusur.browse.terms.family import Family

FAMILIES: dict[str, Family] = {
    "told": {
        "place.accept": ("{n} link accepted.", "{n} links accepted."),
        "place.reject": ("{n} link rejected.", "{n} links rejected."),
        "place.withdraw.done": "{n} decisions taken back.",
        "place.link": "Linked.",
        "place.undone": ("Undone.", "{n} things undone."),
        "place.nothing_to_undo": "There is nothing to undo.",
        "place.gone": (
            "The finding or clause is no longer there: its report or the "
            "draft has changed. Nothing was saved."
        ),
        "place.no_clause": ("No Pasal or ayat is called so. Write for example “Pasal 7 ayat (2)”."),
        "talk.said": "Sent.",
        "talk.closed": "Discussion closed.",
        "evidence.confirm": "The finding is confirmed.",
        "evidence.dismiss": "Noted: this is no finding.",
        "evidence.correct": "The correction is in the journal.",
        "evidence.add": "The finding is in the journal.",
        "evidence.justify": "The reason is saved.",
        "evidence.why_missing": "Write why, or which law requires it. Nothing was saved.",
        "evidence.not_in_report": (
            "The report does not have these words. Copy them from it as "
            "they stand, and try again. Nothing was saved."
        ),
        "evidence.split": "The finding is split; its parts now stand in its place.",
        "evidence.split.too_few": "Fill in at least two different parts.",
        "signoff.made": "This state is kept in draft/baselines/.",
        "signoff.refused": (
            "That name is empty or taken. Choose another; what was signed off stays as it is."
        ),
        "signoff.draft_changed": (
            "The draft has changed since the last build. Run `telusur "
            "build` first, so that what is signed is what is written."
        ),
        "meeting.begun": "The meeting is noted with your decisions from now on.",
        "meeting.ended": "The meeting is not noted any more.",
        "team.assigned": "The part is assigned.",
        "team.given_back": "The part is given back.",
        "team.taken": "Somebody else works on that part; only a lead can change that.",
        "team.share_set": "The share is saved.",
        "team.control_set": "The control is saved.",
    },
    "queue": {
        "hilang": (
            "That suggestion is no longer there: its report or the draft "
            "has changed. This is the next one."
        ),
        "berubah": (
            "Somebody decided about this suggestion while you were "
            "reading. See below, and decide if you do not agree."
        ),
        "diurungkan": "Your decision was undone.",
        "tanpa-urung": "There is nothing to undo.",
    },
    "order": {
        "ragu": "Most doubtful first",
        "ketentuan": "Clause by clause",
        "laporan": "Report by report",
        "tempat": "Place by place",
    },
    "queued": {
        "bab": "Chapter",
        "place": "Place",
        "challenge": "Challenge",
        "kind": "Kind",
        "report": "Report",
    },
    "signed": {
        "added": "new",
        "removed": "gone",
        "changed": "changed",
        "suspect": "to be looked at again",
    },
    "news": {
        "asked": "Asked of you",
        "overruled": "Colleagues decided otherwise than you",
        "answers": "Answers to your comments",
        "suspect": "To be looked at again, since words have changed",
    },
    "band": {
        "strong": "Strong",
        "middle": "Middling",
        "weak": "Weak",
        "hidden": "Very weak",
    },
}
