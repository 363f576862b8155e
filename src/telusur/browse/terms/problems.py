"""What a reader is told when there is no page, or when something failed."""

from __future__ import annotations

from telusur.browse.terms.family import Family

FAMILIES: dict[str, Family] = {
    "problem": {
        "missing": "There is no page at this address.",
        "missing.title": "No such page",
        "missing.advice": (
            "Check the address, or search from the box above. The menu "
            "leads to the draft, the reports and the places."
        ),
        "slow": "This question took too long to answer and was stopped.",
        "slow.title": "Too slow",
        "slow.advice": ("Narrow the question, for example by place or date, and try again."),
        "large": "This answer is too large.",
        "large.title": "Too large",
        "large.advice": (
            "Ask for fewer rows or columns, for example with a filter or "
            "“_size=100” in the address."
        ),
        "refused": "This request cannot be answered.",
        "refused.title": "Request not answered",
        "refused.advice": ("Check the address or what you entered. The note below may help."),
        "store": "The evidence store cannot be read at the moment.",
        "store.title": "Store not readable",
        "store.advice": (
            "It may be being rebuilt, or made by another version of "
            "Telusur. Wait a moment and reload. If this stays, run "
            "“telusur build”; none of your decisions are lost."
        ),
        "ours": "Something went wrong on our side while making this page.",
        "ours.title": "The page could not be made",
        "ours.advice": (
            "Reload the page. If it happens again, tell whoever runs this "
            "browser its address and what you did."
        ),
        "form.nothing": "Nothing was chosen or written.",
        "form.nothing.title": "Empty",
        "form.nothing.advice": "Go back, tick or write something, and send it again.",
        "form.no_kind": "There is no such kind of finding.",
        "form.no_kind.title": "Unknown kind",
        "form.no_kind.advice": "Go back and choose a kind from the list. Nothing was changed.",
        "form.no_challenge": "There is no such challenge in the list.",
        "form.no_challenge.title": "Unknown challenge",
        "form.no_challenge.advice": (
            "Go back and tick challenges from the list. Nothing was changed."
        ),
        "form.no_site": "There is no service site of that name.",
        "form.no_site.title": "Unknown service site",
        "form.no_site.advice": (
            "Write its name as in the list of service sites. Nothing was changed."
        ),
        "form.no_place": "There is no place of that name.",
        "form.no_place.title": "Unknown place",
        "form.no_place.advice": ("Write its official name, such as “Kota Palembang”, or its code."),
        "place": "No province, kabupaten or kota has that code.",
        "place.title": "No such place",
        "place.advice": (
            "A place's address is its Kemendagri code, for example 16 for "
            "Sumatera Selatan and 16.71 for Kota Palembang. See the list "
            "of places in the menu, or search for its name from the box "
            "above."
        ),
        "site": "There is no service site at this address.",
        "site.title": "No such site",
        "site.advice": (
            "A site's address comes from its name. The reports that named "
            "it may have changed. See the list of service sites at the "
            "foot of the page, or search from the box above."
        ),
        "report": "There is no report at this address.",
        "report.title": "No such report",
        "report.advice": (
            "A report's address comes from the name of its file in "
            "corpus/. The file may have been moved, renamed or taken out. "
            "See the list of reports, or search for its title from the box "
            "above."
        ),
        "method": "This address cannot be used in that way.",
        "method.title": "Not used in that way",
        "method.advice": "Open the page from the menu and use its buttons.",
        "role": "Your account may not do this.",
        "role.title": "Not allowed",
        "role.advice": (
            "Ask the lead of your team for another role if you need it. Nothing was changed."
        ),
        "session": "You are not signed in, or your session has ended.",
        "session.title": "Sign in first",
        "session.advice": (
            "Sign in in another tab, then go back and send it again: what "
            "you wrote is still there. Nothing was changed."
        ),
        "token": ("This form does not come from a page of yours, or its session has changed."),
        "token.title": "Form not accepted",
        "token.advice": ("Go back, reload the page and send it again. Nothing was changed."),
        "form.twice": "One field was sent twice.",
        "form.twice.title": "Form not readable",
        "form.twice.advice": ("Go back, reload the page and send it again. Nothing was changed."),
        "form.long": "This is too long: at most 4,000 characters.",
        "form.long.title": "Too long",
        "form.long.advice": "Go back and shorten it. Nothing was changed.",
        "form.kind": "What was sent is no form.",
        "form.kind.title": "No form",
        "form.kind.advice": "Use the buttons of the page. Nothing was changed.",
        "form.large": "What was sent is too large.",
        "form.large.title": "Too large",
        "form.large.advice": "Send less at once. Nothing was changed.",
        "form.unreadable": "What was sent cannot be read.",
        "form.unreadable.title": "Not readable",
        "form.unreadable.advice": (
            "Go back, reload the page and send it again. Nothing was changed."
        ),
        "journal": "This decision cannot be written to draft/review.jsonl.",
        "journal.title": "Not saved",
        "journal.advice": (
            "The disk may be full, or the file may not be written to. Tell "
            "whoever runs the workspace, then go back and send it again. "
            "Earlier decisions are safe."
        ),
    },
}
