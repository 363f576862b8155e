"""Tables of what the reports say."""

from __future__ import annotations

from telusur.store.schema.columns import DOCUMENT, END, START, Column, Table, optional, text

REPORT_TABLES = (
    Table(
        "places",
        "Provinces, kabupaten and kota (Kepmendagri 300.2.2-2430/2025)",
        ("code",),
        {
            "code": text("Kemendagri code: `16` for a province, `16.71` for a kabupaten or kota"),
            "name": text("official name: `Kota Palembang`"),
            "level": text("`provinsi`, `kabupaten` or `kota`"),
            "parent_code": optional(str, "the province of a kabupaten or kota", "places"),
            "latitude": optional(float, "centroid, degrees north (WGS84), to 0.01"),
            "longitude": optional(float, "centroid, degrees east (WGS84), to 0.01"),
        },
        indexes=(("name",),),
    ),
    Table(
        "documents",
        "The reports that were read",
        ("id",),
        {
            "id": text("slug of the path"),
            "path": text("the file, below corpus/"),
            "title": text("the report's title"),
            "genre": optional(str, "field note, visit report, press release or news"),
            "visited_on": optional(str, "day of the visit, or of what is reported (ISO 8601)"),
            "published_on": optional(str, "day of publication (ISO 8601)"),
            "source": optional(str, "where the report, or the facts in it, come from"),
            "language": text("`id`, `en` …; `und` where the text is too short to tell"),
            "sha256": text("of the file's bytes"),
            "confidential": optional(
                str, "the line that marks it as confidential: it is never published"
            ),
            "read_by": optional(
                str, "the program that read it, or pages of it, from pictures: compare the original"
            ),
            "attached_to": optional(str, "the report that it came with: a mail", "documents"),
            "copy_of": optional(
                str, "the report whose words it repeats: both are one source", "documents"
            ),
            "text": text("the report as one reads it; every span counts its characters"),
        },
        indexes=(("visited_on",),),
    ),
    Table(
        "passages",
        "Sentences, list items and table rows of the reports",
        ("id",),
        {
            "id": text("the report's id and the passage's number"),
            "document_id": DOCUMENT,
            "number": Column(int, "position in the report, from 1"),
            "start": START,
            "end": END,
            "text": text("the passage, verbatim"),
            "section": text("the heading it stands under; empty before the first"),
            "form": text("`sentence`, `item` or `row`"),
            "page": optional(int, "the page it begins on, from 1; empty where there are none"),
            "certainty": optional(
                float, "how surely a machine read it from a picture, 0 to 1; empty for text"
            ),
        },
        search=("text",),
    ),
    Table(
        "cells",
        "The filled cells of the table rows among the passages",
        ("document_id", "start"),
        {
            "document_id": DOCUMENT,
            "passage_id": text("the row", "passages"),
            "header": text("the heading of its column; empty where there is none"),
            "start": START,
            "end": END,
        },
    ),
    Table(
        "document_places",
        "Places that a report names",
        ("document_id", "place_code", "role", "start"),
        {
            "document_id": DOCUMENT,
            "place_code": text("the place", "places"),
            "role": text("`visited`, `mentioned`, or `dateline` (only the newsroom's place line)"),
            "start": START,
            "end": Column(int, "where it ends; equal to start where only front matter names it"),
        },
    ),
    Table(
        "sites",
        "Service sites, such as MPP Kota Palembang",
        ("id",),
        {
            "id": text("slug of the name"),
            "name": text("type and place: `MPP Kota Palembang`"),
            "place_code": optional(str, "the place it serves", "places"),
        },
    ),
    Table(
        "document_smaller_places",
        "The kecamatan, kelurahan and desa that reports name",
        ("document_id", "start"),
        {
            "document_id": DOCUMENT,
            "name": text("as written, without its level"),
            "level": text("`kecamatan`, `kelurahan` or `desa`"),
            "code": optional(str, "Kemendagri code, where it is known which one is meant"),
            "parent_code": optional(str, "the kabupaten or kota it lies in", "places"),
            "role": text("`visited`, `mentioned` or `dateline`"),
            "start": START,
            "end": END,
        },
    ),
    Table(
        "smaller_places",
        "Kecamatan, kelurahan and desa that reports name",
        ("code",),
        {
            "code": text("Kemendagri code: `33.07.13`, or `33.07.13.2003` for a kelurahan or desa"),
            "name": text("with its level: `Kecamatan Kejajar`"),
            "level": text("`kecamatan`, `kelurahan` or `desa`"),
            "parent_code": text("the kabupaten or kota it lies in", "places"),
            "district_code": optional(
                str, "the kecamatan of a kelurahan or desa", "smaller_places"
            ),
        },
        indexes=(("name",),),
    ),
    Table(
        "document_open_places",
        "Names that may mean several places, where the report does not say which",
        ("document_id", "start", "place_code"),
        {
            "document_id": DOCUMENT,
            "name": text("as written"),
            "place_code": text("a place that it may mean", "places"),
            "role": text("`visited`, `mentioned` or `dateline`"),
            "start": START,
            "end": END,
        },
    ),
    Table(
        "document_sites",
        "Sites that a report is about or names",
        ("document_id", "site_id"),
        {
            "document_id": DOCUMENT,
            "site_id": text("the site", "sites"),
        },
    ),
    Table(
        "named_sites",
        "How each report names a site: `sites` says it as the first does. Never published",
        ("document_id", "site_id"),
        {
            "document_id": DOCUMENT,
            "site_id": text("the site", "sites"),
            "name": text("type and place, or as the report writes it"),
            "place_code": optional(str, "the place that it serves, as far as the report tells"),
        },
    ),
    Table(
        "site_facts",
        "What reports state of a site",
        ("site_id", "document_id", "start", "fact"),
        {
            "site_id": text("the site", "sites"),
            "fact": text("what is stated, as in extract/sites.yml: `jenis_layanan`"),
            "value": optional(float, "the figure; empty for a fact without one"),
            "unit": text("the figure's unit as the report writes it"),
            "quote": text("the words, verbatim"),
            "document_id": DOCUMENT,
            "start": START,
            "end": END,
        },
    ),
    Table(
        "people",
        "People named with a title or a position",
        ("document_id", "start"),
        {
            "document_id": DOCUMENT,
            "name": text("as the report writes it"),
            "position": optional(str, "office or function, as the report writes it"),
            "start": START,
            "end": END,
        },
    ),
    Table(
        "institutions",
        "Institutions named in the reports",
        ("document_id", "start"),
        {
            "document_id": DOCUMENT,
            "name": text("as the report writes it"),
            "start": START,
            "end": END,
        },
    ),
    Table(
        "challenges",
        "The taxonomy of challenges, as extract/challenges.yml has it",
        ("id",),
        {
            "id": text("short name: `interoperabilitas`"),
            "label": text("name in Indonesian"),
            "label_en": text("name in English"),
            "definition": text("what it means"),
        },
    ),
    Table(
        "findings",
        "What the reports say about how services work or should work",
        ("id",),
        {
            "id": text("from the report and the normalised quote: stable from build to build"),
            "document_id": DOCUMENT,
            "passage_id": text("the passage it was read from", "passages"),
            "start": START,
            "end": END,
            "quote": text("verbatim: equals the span of documents.text"),
            "kind": text("`kendala`, `tantangan`, `kelebihan`, `peluang` or `kebutuhan`"),
            "place_code": optional(str, "the place it is about", "places"),
            "smaller_code": optional(
                str, "the kecamatan, kelurahan or desa in it", "smaller_places"
            ),
            "site_id": optional(str, "the site it is about", "sites"),
            "said_by": optional(str, "who says so, where the report tells"),
            "confidence": Column(float, "0 to 1: how likely it is a finding, and of its kind"),
            "unsure": Column(
                int, "1 where its confidence is below the bar of telusur.toml, and nobody said more"
            ),
            "rule": text("what fired, in words a reviewer understands"),
        },
        search=("quote",),
        # The second: findings of places are counted, by kind, without a look at each.
        indexes=(("kind",), ("place_code", "kind", "id")),
    ),
    Table(
        "finding_challenges",
        "Challenges that a finding bears on",
        ("finding_id", "challenge_id"),
        {
            "finding_id": text("the finding", "findings"),
            "challenge_id": text("the challenge", "challenges"),
            "confidence": Column(float, "0 to 1"),
            "why": text("the words that say so"),
        },
    ),
)
