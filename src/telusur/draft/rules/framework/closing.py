"""The closing words: promulgation, signatures and gazette (rules 160 to 173)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from telusur.draft.model import Signature
from telusur.draft.rules.manuscript import Manuscript
from telusur.draft.rules.rule import Case, Hit, found, rule, tail, whole

_ORDER = re.compile(
    r"Agar\s+setiap\s+orang\s+mengetahuinya,\s+memerintahkan\s+pengundangan\s+(?P<self>[\w-]++(?:\s++[\w-]++)*?)"
    r"\s++ini\s+dengan\s+penempatannya\s+dalam\s+(?P<gazette>(?:Lembaran|Berita)\s+(?:Negara|Daerah))"
    r"\b.*",
    re.DOTALL,
)
_GAZETTE = re.compile(
    r"(?P<name>(?:LEMBARAN|BERITA)\s+(?:NEGARA|DAERAH))\b.*\bTAHUN\s+(?:\d{4}|[.…_]+)"
    r"\s+NOMOR\s+(?:\d+|[.…_]+)\.?",
    re.DOTALL,
)
_DEGREE = re.compile(
    r"(?:\b(?:Dr|DR|Drs|Dra|Ir|Prof|PROF|Hj|dr)\.|^(?:ttd\.?\s*+)?H\.(?=\s)|(?:,\s*+|(?<!\s)\s++)?\b(?:S\.\s?[A-Z]\w{0,4}"
    r"|M\.\s?[A-Z]\w{0,4}|Ph\.?D|SH|SE|MM|MH|MSi|MAP|S\.?Sos|S\.?IP|LL\.?M)\b\.?|\bNIP\b[.\s\d]*)"
)


@rule(
    "162",
    "warning",
    "perintah pengundangan berbunyi lengkap, dengan tempat yang tepat bagi jenis peraturan",
    "the order to promulgate is complete, and names the gazette of its type of regulation",
)
def order_to_promulgate(draft: Manuscript) -> Iterator[Case]:
    ending = draft.regulation.ending
    line = ending.order
    if line is None:
        if ending.enactment is not None:
            message = "tambahkan “Agar setiap orang mengetahuinya, memerintahkan pengundangan …”"
            message_en = "add “Agar setiap orang mengetahuinya, memerintahkan pengundangan …”"
            yield Hit(whole(ending.enactment.act), message, message_en)
        return
    match, kind = _ORDER.match(line.text), draft.kind
    if match is None:
        yield Hit(
            whole(line),
            "tulis “Agar setiap orang mengetahuinya, memerintahkan pengundangan … ini dengan "
            "penempatannya dalam …”",
            "write “Agar setiap orang mengetahuinya, memerintahkan pengundangan … ini dengan "
            "penempatannya dalam …”",
        )
    elif kind and kind.gazette and " ".join(match["gazette"].split()) != kind.gazette:
        yield Hit(
            found(line, match, "gazette"),
            f"{kind.name} diundangkan dalam {kind.gazette}",
            f"a {kind.name} is promulgated in the {kind.gazette}",
        )
    else:
        yield None


@rule(
    "164d",
    "warning",
    "nama penanda tangan tanpa gelar, pangkat, dan NIP",
    "those who sign have no degree, rank or NIP",
)
def names_without_degrees(draft: Manuscript) -> Iterator[Case]:
    for signature in _signatures(draft):
        name = signature.name
        if name is None:
            continue
        match = _DEGREE.search(name.text)
        if match is None:
            yield None
        else:
            yield Hit(
                found(name, match),
                f"hapus “{match[0].strip(' ,')}” dari nama penanda tangan",
                f"drop “{match[0].strip(' ,')}” from the name",
            )


@rule(
    "166",
    "warning",
    "jabatan penanda tangan ditulis kapital dan berakhir koma",
    "the office of those who sign is in capitals and ends in a comma",
    fixes=True,
)
def office_ends_in_comma(draft: Manuscript) -> Iterator[Case]:
    for signature in _signatures(draft):
        line = signature.office
        if line is None:
            continue
        if line.text != line.text.upper():
            message = "tulis jabatan dengan huruf kapital"
            yield Hit(whole(line), message, "write the office in capitals", line.text.upper())
        elif not line.text.endswith(","):
            # Where neither comma nor `ttd.` parts them, the name was read as part of the office.
            message, message_en = "akhiri jabatan dengan koma", "end the office in a comma"
            stop = re.search(r"[.;:]?$", line.text)
            if signature.name is not None and stop:
                yield Hit(tail(line, len(stop[0])), message, message_en, ",")
            else:
                yield Hit(whole(line), message, message_en)
        else:
            yield None


@rule(
    "172",
    "warning",
    "akhir peraturan memuat `BERITA NEGARA … TAHUN … NOMOR …` atau lembarannya",
    "the end says `BERITA NEGARA … TAHUN … NOMOR …`, or the gazette of its type",
)
def gazette(draft: Manuscript) -> Iterator[Case]:
    ending, kind = draft.regulation.ending, draft.kind
    if ending.promulgation is None or kind is None or not kind.gazette:
        return
    line, name = ending.gazette, kind.gazette.upper()
    if line is None:
        message = f"tambahkan “{name} … TAHUN … NOMOR …” di akhir"
        yield Hit(whole(ending.promulgation.act), message, f"add “{name} … TAHUN … NOMOR …”")
        return
    match = _GAZETTE.match(line.text)
    if match and " ".join(match["name"].split()) == name:
        yield None
    else:
        message, message_en = (
            f"tulis “{name} … TAHUN … NOMOR …”",
            f"write “{name} … TAHUN … NOMOR …”",
        )
        yield Hit(whole(line), message, message_en)


def _signatures(draft: Manuscript) -> Iterator[Signature]:
    ending = draft.regulation.ending
    for signature in (ending.enactment, ending.promulgation):
        if signature is not None:
            yield signature
