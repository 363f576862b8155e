"""Tables of the draft, of links to it, and of what people decided."""

from __future__ import annotations

from telusur.store.schema.columns import DOCUMENT, Column, Table, optional, text

DRAFT_TABLES = (
    Table(
        "clauses",
        "The draft, as a tree of clauses",
        ("id",),
        {
            "id": text("label of the Pasal and the way down: `antrean-daring.ayat-2.huruf-a`"),
            "label": text("how a lawyer cites it: `Pasal 7 ayat (2) huruf a`"),
            "parent_id": optional(str, "the clause it stands in", "clauses"),
            "level": text("`buku`, `bab`, `bagian`, `paragraf`, `pasal`, `ayat`, `huruf` …"),
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
        "draft_frame",
        "What stands before the draft's first clause and after its last, line by line",
        ("number",),
        {
            "number": Column(int, "running number in reading order, from 1"),
            "part": text("`title` (once), `opening` (considerations, legal bases) or `closing`"),
            "text": text("the line"),
        },
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
            "score": Column(float, "0 to 1: about so often such a link is right"),
            "raw_score": Column(float, "the same before reviewers' decisions corrected it"),
            "rank": Column(int, "place among the finding's links, from 1"),
            "why": text("what carried the link, in words a reviewer can check"),
            "status": text(
                "`suggested` until a person decides: `accepted`, `rejected` or `unsure`; "
                "`suspect` when it must be looked at again"
            ),
            "doubt": optional(
                str,
                "why a suspect link must be looked at again: the words of the `finding`, of the "
                "`clause`, or of `both` have changed; the finding's words are `ambiguous`; two "
                "decisions are in `conflict`; the decision is `missing` from the journal",
            ),
            "decided_by": optional(str, "who decided"),
            "decided_at": optional(str, "when (ISO 8601, UTC)"),
            "note": optional(str, "why it was decided so"),
        },
        # The second: what a clause rests on is counted and put in order without its links.
        indexes=(("score",), ("clause_id", "status", "score", "finding_id")),
    ),
    Table(
        "decisions",
        "What people decided and said: the journal draft/review.jsonl, never changed here",
        ("id",),
        {
            "id": text("a hash of its line"),
            "line": optional(int, "its line in the journal; none where it is missing there"),
            "at": text("when (ISO 8601)"),
            "by": text("who"),
            "decision": text(
                "on a link `accept`, `reject`, `unsure`, `withdraw`, `link`; on a finding "
                "`confirm`, `dismiss`, `correct`, `split`, `add`; on a gap `justify`; `comment`, "
                "`reply`, `resolve`, `undo`"
            ),
            "score": optional(float, "the link's `raw_score` then, where it had been suggested"),
            "finding_id": optional(
                str,
                "the finding, where the reports still say it: in `findings`, or set aside in "
                "`earlier_readings`",
            ),
            "clause_id": optional(str, "the clause, where the draft still has it", "clauses"),
            "state": text(
                "`in force`; `superseded` by a later one; `withdrawn`; to be looked at again: "
                "`suspect` when the words have changed since, `ambiguous` when they stand in "
                "several places, `conflict` when two did not know of each other, `missing` when "
                "the journal no longer holds it; `lost` when one end is gone"
            ),
            "doubt": optional(str, "why it must be looked at again, as in `links`"),
            "document_id": text("the report, as it was called then; empty where it is about none"),
            "quote": text("what the finding said then; likewise"),
            "clause_label": text("how the clause was cited then; likewise"),
            "clause_text": text("what it said then, with all below it; likewise"),
            "model": text("the encoder whose suggestions were seen"),
            "note": text("why it was decided so; may be empty"),
            "meeting": optional(str, "in which meeting, as JSON: `name`, `date`, `minutes`"),
            "text": text("the line itself"),
        },
        indexes=(("finding_id", "clause_id"),),
    ),
    Table(
        "earlier_readings",
        "What was read of findings that people then corrected, split or dismissed",
        ("finding_id",),
        {
            "finding_id": text("the finding; in `findings` where it was corrected"),
            "document_id": DOCUMENT,
            "fate": text("`corrected`; or set aside: `dismissed`, or `split` into parts"),
            "quote": text("the words as they were read"),
            "kind": text("the kind of finding as it was read; likewise what follows"),
            "place_code": optional(str, "the place", "places"),
            "site_id": optional(str, "the site"),
            "said_by": optional(str, "who says so"),
            "challenges": text("ids of its challenges, as a JSON list"),
            "decided_by": text("who decided otherwise"),
            "decided_at": text("when (ISO 8601)"),
            "note": text("why; may be empty"),
            "reading": text("the whole of it as JSON: `finding`, `challenges`, `links`"),
        },
        indexes=(("fate",),),
    ),
    Table(
        "marked_findings",
        "Findings that no machine read: people marked their words in the report",
        ("finding_id",),
        {
            "finding_id": text("the finding", "findings"),
            "part_of": optional(str, "the finding that was split; none where it was added"),
            "marked_by": text("who marked it"),
        },
    ),
    Table(
        "marked_words",
        "The clauses that the machine suggests for words that people marked, now or before",
        ("words",),
        {
            "words": text("the words"),
            "links": text("the suggestions as JSON, as in `links`, without `finding_id`"),
        },
    ),
    Table(
        "justified_gaps",
        "Provisions that need no evidence and findings that need no clause, as people decided",
        ("number",),
        {
            "number": Column(int, "running number, from 1"),
            "clause_id": optional(str, "the provision that nothing has to support", "clauses"),
            "finding_id": optional(str, "the finding that nothing has to answer", "findings"),
            "reason": text("`higher law` requires it, or `no clause` will answer it"),
            "law": text("the higher law; may be empty"),
            "note": text("why; may be empty"),
            "by": text("who decided"),
            "at": text("when (ISO 8601)"),
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
        "How much evidence each unit of the draft has, and how much is suggested, with all in it",
        ("clause_id",),
        {
            "clause_id": text("a provision, or a heading that holds provisions", "clauses"),
            "provisions": Column(int, "provisions in it, itself included"),
            "supported": Column(int, "those of them with evidence: a link that people accepted"),
            "only_suspect": Column(int, "without, but with a link to be looked at again"),
            "justified": Column(int, "without either, and in need of none, as people decided"),
            "only_strong": Column(int, "with none of these, but with a strong suggestion"),
            "only_weak": Column(int, "with weak suggestions only"),
            "bare": Column(int, "with nothing at all"),
            "accepted": Column(int, "links that people accepted"),
            "suspect": Column(int, "links decided on words that have changed since"),
            "strong": Column(int, "strong suggestions that await a decision"),
            "weak": Column(int, "weak suggestions that await a decision"),
            "rejected": Column(int, "links that people rejected"),
            "findings": Column(int, "different findings accepted as evidence"),
            "documents": Column(int, "different reports among them"),
            "sites": Column(int, "different sites among them"),
            "places": Column(int, "different places among them"),
        },
    ),
)
