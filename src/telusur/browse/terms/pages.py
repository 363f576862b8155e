"""Words that pages ask for by a key of the data: charts, facts, filters, files."""

from __future__ import annotations

from telusur.browse.terms.family import Family

FAMILIES: dict[str, Family] = {
    "edition": {
        "terbitan": "Edition number",
        "pengesahan": "As it stood at the sign-off",
        "tautan": "Links",
        "tautan.accepted": "only what people accepted",
        "tautan.strong": "what people accepted, and strong suggestions",
        "tautan.all": "what people accepted, and all suggestions",
        "versi": "Version of the draft",
        "tanggal": "Date of the draft",
        "lisensi": "Licence",
        "telusur": "Made with Telusur",
        "kunci": "Signed with the key",
    },
    "content": {
        "temuan": "findings",
        "tautan": "links",
        "ketentuan": "clauses",
        "laporan": "reports",
    },
    "chart": {
        "coverage.about@accepted": (
            "A bar for each chapter shows how many of its provisions have evidence."
        ),
        "coverage": "What the provisions of each chapter rest on",
        "coverage.about": (
            "A bar for each chapter shows how many of its provisions have "
            "evidence (solid), strong suggestions only (hatched), weak "
            "ones only (broken outline), or neither. The number counts "
            "those with evidence."
        ),
        "charts_challenges": "Findings by challenge",
        "charts_challenges.about": (
            "A bar for each challenge, divided by kind of finding. A "
            "finding may bear on several challenges."
        ),
        "charts_places": "Findings by province",
        "charts_places.about": (
            "A bar for each province with most findings, divided by kind of finding."
        ),
        "charts_time": "Findings over time",
        "charts_time.about": (
            "A column for each year or month of the reports, divided by kind of finding."
        ),
    },
    "move": {
        "closer": "Zoom in",
        "farther": "Zoom out",
        "whole": "All of Indonesia",
        "north": "North",
        "south": "South",
        "west": "West",
        "east": "East",
    },
    "office": {
        "telusur.xlsx": "Traceability matrix",
        "lampiran-bukti.docx": "Annex of evidence for the Naskah Urgensi",
        "lampiran-bukti.pdf": "Annex of evidence for the Naskah Urgensi",
        "lampiran-bukti-dan-usulan.docx": "Annex with suggestions, marked",
        "tautan.csv": "Table of links",
        "telusur.qdpx": "Project for coding software",
    },
    "fact": {
        "jenis_layanan": "kinds of service",
        "jumlah_pegawai": "staff",
        "loket": "counters",
        "instansi": "institutions",
        "luas_bangunan": "floor area",
        "antrean_daring": "online queueing",
        "pelacakan_layanan": "tracking of requests",
        "statistik_pelayanan": "service statistics",
    },
    "asked": {
        "places": "Place",
        "site": "Service site",
        "kind": "Kind",
        "challenge": "Challenge",
        "clause": "Clause",
        "since": "Reports since",
        "until": "Reports until",
        "status": "Status of links",
    },
    "shortcut": {
        "place": "Place",
        "clause": "Clause",
    },
    "aside": {
        "dismissed": "Not a finding",
        "split": "A finding that was split",
        "dismissed.said": "Somebody decided that this is no finding; it counts nowhere.",
        "split.said": ("This finding was split into several, which now stand in its place."),
        "parts": "Its parts",
        "back": (
            "What was decided on its links is kept, and holds again once this decision is undone."
        ),
    },
    "filter": {
        "exact": "is",
        "not": "is not",
        "contains": "contains",
        "notcontains": "does not contain",
        "endswith": "ends with",
        "startswith": "begins with",
        "gt": "is more than",
        "gte": "is at least",
        "lt": "is less than",
        "lte": "is at most",
        "like": "like (%)",
        "notlike": "not like (%)",
        "glob": "fits a pattern (*)",
        "in": "is one of",
        "notin": "is none of",
        "arraycontains": "its list contains",
        "arraynotcontains": "its list does not contain",
        "date": "on the date",
        "isnull": "is empty",
        "notnull": "is not empty",
        "isblank": "is blank",
        "notblank": "is not blank",
    },
    "table": {
        "evidence@accepted": "Evidence",
        "unanswered@accepted": "Findings not accepted yet",
        "charts_challenges": "Findings by challenge",
        "charts_places": "Findings by province",
        "charts_time": "Findings over time",
        "map": "Map of findings",
        "matrix": "Matrix of clauses",
        "matrix_places": "Matrix of places",
        "unsupported": "Clauses without evidence",
        "justified": "Justified gaps",
        "unanswered": "Unanswered findings",
        "draft": "Draft and coverage",
        "evidence": "Evidence and suggestions",
        "reports": "Reports",
        "places": "Places",
        "sites": "Service sites",
        "facts": "Site facts",
        "clauses": "Clauses",
        "challenges": "Challenges",
        "coverage": "Coverage",
    },
}
