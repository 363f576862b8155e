"""Headings of columns, on pages, in downloads and above the raw data."""

from __future__ import annotations

from telusur.browse.terms.family import Family

_AS_THEY_ARE = (
    "code id source language read_by attached_to copy_of number section form page certainty "
    "role position fingerprint line part from_clause to_clause state by decision meeting "
    "part_of marked_by words reason asked_by asked_of severity message sketch vector "
    "finished_at inputs counts seconds pasal latitude longitude clause findings places "
    "accepted standing rests_on justified rejected finding quote kind challenge challenges "
    "place province said_by report reports genre status score why fact value unit provisions "
    "unanswered facts place_code province_code confidence links level title name start end "
    "rule rank decided_by decided_at note"
)

COLUMNS: Family = {name: name.replace("_", " ").capitalize() for name in _AS_THEY_ARE.split()} | {
    "Link": "Row", "parent_code": "Code above", "path": "File",
    "sha256": "Fingerprint (SHA-256)", "confidential": "Mark of confidence",
    "header": "Heading of the column", "label_en": "Name (English)", "definition": "Meaning",
    "parent_id": "Stands in", "normative": "Sets a norm", "quoted": "Of an amended law",
    "raw_score": "Score before adjusting", "at": "When", "clause_label": "Citation then",
    "model": "Model of meaning", "fate": "What became of it", "reading": "Reading before",
    "law": "Higher law", "build_id": "Build", "old_id": "Id before",
    "old_label": "Citation before", "new_id": "Id since", "new_label": "Citation since",
    "kinds": "Changes", "other_id": "Other clause", "old_text": "Words before",
    "new_text": "Words since", "documents": "Reports",
    "clause_position": "Position of the clause", "bab_id": "Bab (id)",
    "telusur": "Version of Telusur", "encoder": "Model of meaning", "worth": "Worth of scores",
    "rowid": "Row", "read_quote": "Quote as read", "read_kind": "Kind as read",
    "read_place_code": "Place code as read", "read_site_id": "Site as read",
    "read_said_by": "Said by, as read", "read_challenges": "Challenges as read",
    "ketentuan": "Clause", "kutipan": "Quote", "jenis": "Kind", "tempat": "Place",
    "lokasi": "Service site", "laporan": "Report", "tanggal": "Date", "nilai": "Score",
    "mengapa": "Why", "temuan": "Finding", "judul": "Heading", "bunyi": "Wording",
    "tantangan": "Challenge", "sumber": "Source", "fakta": "Fact", "satuan": "Unit",
    "keyakinan": "Confidence", "kata": "Words", "bare@accepted": "Without evidence",
    "unanswered@accepted": "Not accepted yet", "period": "Time", "text": "Wording",
    "strong": "Strong suggestions", "weak": "Weak suggestions",
    "only_suspect": "To be looked at again", "only_strong": "Strong suggestions only",
    "only_weak": "Weak suggestions only", "bare": "Neither", "suspect": "To be looked at again",
    "site": "Service site", "day": "Date", "supported": "With evidence",
    "distance": "Distance (km)", "sites": "Service sites", "finding_id": "Finding’s id",
    "first_id": "Finding that it repeats",
    "smaller_code": "Code of the kecamatan, kelurahan or desa",
    "smaller": "Kecamatan, kelurahan or desa", "district_code": "Code of the kecamatan",
    "unsure": "Machine unsure", "visited_on": "Day of visit",
    "published_on": "Day of publication", "document_id": "Report (id)", "document": "Report",
    "passage_id": "Passage", "clause_id": "Clause (id)", "clause_text": "Clause’s words",
    "label": "Citation", "site_id": "Site (id)", "challenge_id": "Challenge (id)",
    "doubt": "Why look again", "heading": "Heading of the chapter",
}  # fmt: skip
"""A column's name, and what it is called in English."""
