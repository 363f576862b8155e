"""The tables of evidence.db: the product's interface to other people's SQL.

A table is declared once, with a help text on every column; docs/data.md is generated from here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

SqlType = type[str] | type[int] | type[float] | type[bytes]


@dataclass(frozen=True, slots=True)
class Column:
    """A column and what it holds."""

    type: SqlType
    help: str
    references: str | None = None
    """The table whose key it holds. When that row goes, rows that require it go with it, and
    others lose the reference."""
    required: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """A table and what it holds."""

    name: str
    help: str
    key: tuple[str, ...]
    columns: Mapping[str, Column]
    search: tuple[str, ...] = ()
    """Columns with full-text search."""
    indexes: tuple[tuple[str, ...], ...] = field(default=())
    """Further indexes, beside those on every reference."""


def text(help: str, references: str | None = None) -> Column:  # noqa: A002
    return Column(str, help, references)


def optional(type: SqlType, help: str, references: str | None = None) -> Column:  # noqa: A002
    return Column(type, help, references, required=False)


START = Column(int, "where it begins in documents.text, in characters")
END = Column(int, "where it ends in documents.text (half-open)")
DOCUMENT = text("the report it stands in", "documents")

TABLES = (
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
        },
        search=("text",),
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
            "site_id": optional(str, "the site it is about", "sites"),
            "said_by": optional(str, "who says so, where the report tells"),
            "confidence": Column(float, "0 to 1: how surely this is a finding"),
            "rule": text("what fired, in words a reviewer understands"),
        },
        search=("quote",),
        indexes=(("kind",),),
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
    Table(
        "clauses",
        "The draft, as a tree of clauses",
        ("id",),
        {
            "id": text("label of the Pasal and the way down: `antrean-daring.ayat-2.huruf-a`"),
            "label": text("how a lawyer cites it: `Pasal 7 ayat (2) huruf a`"),
            "parent_id": optional(str, "the clause it stands in", "clauses"),
            "level": text("`bab`, `bagian`, `paragraf`, `pasal`, `ayat`, `huruf`, `angka` …"),
            "number": text("its own number as printed"),
            "position": Column(int, "place in reading order, from 1"),
            "heading": text("title of the bab, bagian or paragraf, or of the nearest above"),
            "text": text("its own words, without those of the clauses below it"),
            "normative": Column(int, "1 when it sets a norm, 0 for definitions, closing …"),
            "fingerprint": text("SHA-256 of its normalised text with all below it"),
            "path": text("the file it stands in, below draft/"),
            "line": Column(int, "its line in that file"),
            "quoted": Column(int, "1 for a provision of the law that this one amends, else 0"),
        },
        search=("label", "heading", "text"),
        indexes=(("position",),),
    ),
    Table(
        "clause_references",
        "References in the draft",
        ("from_clause", "number"),
        {
            "from_clause": text("the clause that refers", "clauses"),
            "number": Column(int, "running number in the clause, from 1"),
            "to_clause": optional(str, "the clause referred to, where it is one", "clauses"),
            "text": text("the words: `Pasal 5 ayat (2)`"),
            "start": Column(int, "where they begin in clauses.text, in characters"),
            "end": Column(int, "where they end (half-open)"),
            "state": text("`ok`, `missing`, `external` or `unsure`"),
        },
    ),
    Table(
        "links",
        "Trace links between findings and clauses",
        ("finding_id", "clause_id"),
        {
            "finding_id": text("the finding", "findings"),
            "clause_id": text("the clause", "clauses"),
            "score": Column(float, "0 to 1: the higher, the surer"),
            "rank": Column(int, "place among the finding's links, from 1"),
            "why": text("what carried the link, in words a reviewer can check"),
            "status": text(
                "`suggested` until a person decides: `accepted` or `rejected`; `suspect` when the "
                "words of one end have changed since"
            ),
            "decided_by": optional(str, "who decided"),
            "decided_at": optional(str, "when (ISO 8601, UTC)"),
            "note": optional(str, "why it was decided so"),
        },
        indexes=(("score",),),
    ),
    Table(
        "decisions",
        "What people decided about links: the journal draft/review.jsonl, never changed here",
        ("line",),
        {
            "line": Column(int, "its line in the journal"),
            "at": text("when (ISO 8601)"),
            "by": text("who"),
            "decision": text("`accept` or `reject`"),
            "finding_id": optional(str, "the finding, where the reports still say it", "findings"),
            "clause_id": optional(str, "the clause, where the draft still has it", "clauses"),
            "state": text(
                "`in force`; `superseded` by a later one; `suspect` when the words have changed "
                "since; `lost` when one end is gone"
            ),
            "document_id": text("the report, as it was called then"),
            "quote": text("what the finding said then"),
            "clause_label": text("how the clause was cited then"),
            "clause_text": text("what it said then, with all below it"),
            "model": text("the encoder whose suggestions were seen"),
            "note": text("why it was decided so; may be empty"),
        },
    ),
    Table(
        "clause_history",
        "What became of clauses from build to build",
        ("build_id", "number"),
        {
            "build_id": Column(int, "the build that found the draft changed"),
            "number": Column(int, "running number of the change in that build, from 1"),
            "old_id": optional(str, "what the clause was called before; none where it was added"),
            "old_label": optional(str, "how it was cited before"),
            "new_id": optional(str, "what it is called since; none where it is gone"),
            "new_label": optional(str, "how it is cited since"),
            "kinds": text(
                "`added`, `removed`, `moved`, `renumbered`, `reworded`, `split` or `merged`, with "
                "a space between"
            ),
            "other_id": optional(str, "the clause it was split from or merged into"),
            "old_text": text("its words before"),
            "new_text": text("its words since"),
        },
        indexes=(("old_id",), ("new_id",)),
    ),
    Table(
        "coverage",
        "How much evidence each unit of the draft has, those inside it included",
        ("clause_id",),
        {
            "clause_id": text("a provision, or a heading that holds provisions", "clauses"),
            "provisions": Column(int, "provisions in it, itself included"),
            "supported": Column(int, "those of them with at least one link not rejected"),
            "suggested": Column(int, "links that await a decision"),
            "accepted": Column(int, "links that a person accepted"),
            "rejected": Column(int, "links that a person rejected"),
            "suspect": Column(int, "links decided on words that have changed since"),
            "findings": Column(int, "different findings linked and not rejected"),
            "documents": Column(int, "different reports among them"),
            "sites": Column(int, "different sites among them"),
            "places": Column(int, "different places among them"),
        },
    ),
    Table(
        "issues",
        "What is wrong in the workspace and was passed over",
        ("id",),
        {
            "id": Column(int, "running number"),
            "rule": text("short name of what is wrong: `unreadable`"),
            "severity": text("`error`, `warning` or `info`"),
            "path": text("the file, below the workspace"),
            "line": Column(int, "line, from 1; 0 where there is none"),
            "message": text("what is wrong and what to do"),
            "sha256": text("of the file's bytes when it was last tried; empty if unreadable"),
        },
    ),
    Table(
        "embeddings",
        "Vectors of texts seen before: a cache, never published",
        ("model", "sha256"),
        {
            "model": text("the encoder's name and version"),
            "sha256": text("of the text as the encoder gets it"),
            "vector": Column(bytes, "float32, little-endian, of length 1"),
        },
    ),
    Table(
        "builds",
        "When the store was built, from what, and how long it took",
        ("id",),
        {
            "id": Column(int, "running number"),
            "finished_at": text("ISO 8601, UTC"),
            "telusur": text("version of Telusur"),
            "encoder": text("name and version of the encoder"),
            "inputs": text("fingerprints of what was built from, as JSON"),
            "counts": text("how many of what the store holds, as JSON"),
            "seconds": text("how long each stage took, as JSON"),
        },
    ),
)
