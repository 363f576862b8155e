"""What a document says about itself: its work, expression and manifestation (FRBR)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from xml.etree.ElementTree import Element

from telusur.draft.model import Regulation
from telusur.export.akoma_ntoso.elements import make
from telusur.export.akoma_ntoso.iris import UNKNOWN, slug, subtype
from telusur.export.outline import printable

_MONTHS = (
    "januari", "februari", "maret", "april", "mei", "juni",
    "juli", "agustus", "september", "oktober", "november", "desember",
)  # fmt: skip
_DATE = re.compile(rf"(\d{{1,2}})\s+({'|'.join(_MONTHS)})\s+(\d{{4}})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Work:
    """The regulation as a work, and the version of it that is written."""

    kind: str
    """`bill` for a draft, `act` for what has been enacted."""
    subtype: str
    """`permen/keuangan`; empty where the type is not known."""
    year: str
    number: str
    date: date
    """Of enactment; for a draft, of this version."""
    title: str
    author: str
    """The office that makes it, as printed."""

    @property
    def iri(self) -> str:
        """Of the work."""
        parts = ("/akn/id", self.kind, self.subtype, self.year, self.number)
        return "/".join(part for part in parts if part)


def describe(regulation: Regulation, today: date) -> Work:
    """Return what the regulation's own words say; a draft without a year is of today's."""
    preamble, enactment = regulation.preamble, regulation.ending.enactment
    words = preamble.type.text if preamble.type else ""
    year = re.search(r"\d{4}", preamble.year.text) if preamble.year else None
    number = slug(preamble.number.text) if preamble.number else ""
    is_draft = words.startswith("RANCANGAN") or not number
    enacted = _date(enactment.date.text) if enactment and enactment.date else None
    if enacted is None or is_draft:
        enacted = date(int(year[0]), 1, 1) if year and not is_draft else today
    author = preamble.official.text if preamble.official else "Pembentuk peraturan"
    return Work(
        "bill" if is_draft else "act",
        subtype(re.sub(r"^RANCANGAN\s+", "", words)) or "",
        year[0] if year else str(enacted.year),
        number or UNKNOWN,
        enacted,
        printable(regulation.title) or "Peraturan",
        printable(author).rstrip(" ,"),
    )


def meta(work: Work, terms: Mapping[str, str]) -> Element:
    """Return the `meta` of the document; `terms` are the defined terms by the slug of each."""
    return make(
        "meta",
        _identification(work, "main"),
        make(
            "references",
            _concept("TLCOrganization", "penyusun", "organization/id", work.author),
            _concept("TLCObject", "telusur", "object", "Telusur"),
            *(
                _concept("TLCTerm", f"term-{name}", "term/id", words)
                for name, words in terms.items()
            ),
            source="#telusur",
        ),
    )


def meta_of_attachment(work: Work, component: str) -> Element:
    """Return the `meta` of a Lampiran; what it refers to stands in that of the document."""
    return make("meta", _identification(work, component))


def _identification(work: Work, component: str) -> Element:
    expression = f"{work.iri}/ind@{work.date.isoformat()}"
    return make(
        "identification",
        make(
            "FRBRWork",
            *_core(work, work.iri, f"{work.iri}/!{component}", "penyusunan"),
            make("FRBRcountry", value="id"),
            *([make("FRBRsubtype", value=work.subtype)] if work.subtype else []),
            make("FRBRnumber", value=work.number),
            make("FRBRname", value=work.title),
        ),
        make(
            "FRBRExpression",
            *_core(work, expression, f"{expression}/!{component}", "versi"),
            make("FRBRlanguage", language="ind"),
        ),
        make(
            "FRBRManifestation",
            *_core(work, f"{expression}.xml", f"{expression}/!{component}.xml", "penulisan"),
            make("FRBRformat", value="application/akn+xml"),
        ),
        source="#telusur",
    )


def _core(work: Work, iri: str, this: str, event: str) -> list[Element]:
    return [
        make("FRBRthis", value=this),
        make("FRBRuri", value=iri),
        make("FRBRdate", date=work.date.isoformat(), name=event),
        make("FRBRauthor", href="#penyusun"),
    ]


def _concept(tag: str, name: str, kind: str, shown: str) -> Element:
    return make(tag, eId=name, href=f"/akn/ontology/{kind}/{slug(shown)}", showAs=shown)


def _date(words: str) -> date | None:
    found = _DATE.search(words)
    if not found:
        return None
    try:
        return date(int(found[3]), _MONTHS.index(found[2].lower()) + 1, int(found[1]))
    except ValueError:
        return None
