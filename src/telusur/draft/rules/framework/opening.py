"""The opening: title, considerations and enacting words (rules 1 to 27 and 53 to 58)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from telusur.draft.model import TextLine
from telusur.draft.rules.manuscript import Manuscript
from telusur.draft.rules.rule import Case, Hit, found, rule, tail, whole, within

_GRACE = "DENGAN RAHMAT TUHAN YANG MAHA ESA"
_STOP = re.compile(r"(?<!\.)[.,;:]$")
_ABBREVIATION = re.compile(r"\((?P<words>[A-Z][A-Z-]*)\)\s*$")
_OPEN_NUMBER = re.compile(r"[.…_\s-]*")
_SUMS_UP = re.compile(
    r"^bahwa\s+berdasarkan\s+pertimbangan\s+sebagaimana\s+dimaksud\s+dalam\s+huruf\b"
)
_LETTERS = re.compile(
    r"\bhuruf\s+(?P<first>[a-z])\b(?:\s+sampai\s+dengan\s+huruf\s+(?P<last>[a-z])\b)?"
)
_END = re.compile(r"[.,:]?$")
# `PERATURAN DAERAH KABUPATEN …` is enacted as `PERATURAN DAERAH`.
_OF_A_REGION = re.compile(r"^(PERATURAN (?:DAERAH|GUBERNUR|BUPATI|WALI ?KOTA|DESA)|QANUN)\b.*")


@rule(
    "4",
    "warning",
    "judul ditulis dengan huruf kapital tanpa tanda baca di akhir",
    "the title is in capitals, with no full stop",
    fixes=True,
)
def title_in_capitals(draft: Manuscript) -> Iterator[Case]:
    preamble = draft.regulation.preamble
    for line in (preamble.type, preamble.subject):
        if line is None:
            continue
        stop = _STOP.search(line.text)
        if line.text != line.text.upper():
            message, message_en = "tulis judul dengan huruf kapital", "write the title in capitals"
            yield Hit(whole(line), message, message_en, line.text.upper())
        elif stop:
            message = "hapus tanda baca di akhir judul"
            yield Hit(found(line, stop), message, "drop the punctuation behind the title", "")
        else:
            yield None


@rule(
    "4a",
    "warning",
    "naskah diawali `RANCANGAN`, dengan nomor dan tahun terbuka",
    "a draft begins `RANCANGAN`, its number and year left open",
)
def draft_is_marked(draft: Manuscript) -> Iterator[Case]:
    preamble = draft.regulation.preamble
    if preamble.type is None or preamble.number is None:
        return
    marked = preamble.type.text.startswith("RANCANGAN")
    is_open = _OPEN_NUMBER.fullmatch(preamble.number.text) is not None
    if marked and not is_open:
        yield Hit(
            whole(preamble.number),
            "biarkan nomor naskah terbuka: “NOMOR ... TAHUN ...”",
            "leave the number of a draft open: “NOMOR ... TAHUN ...”",
        )
    elif is_open and not marked:
        yield Hit(
            whole(preamble.type),
            "awali judul naskah dengan “RANCANGAN”",
            "begin the title of a draft “RANCANGAN”",
        )
    else:
        yield None


@rule(
    "5",
    "warning",
    "judul tidak memuat singkatan atau akronim dalam kurung",
    "the title has no abbreviation in brackets",
)
def abbreviation_in_title(draft: Manuscript) -> Iterator[Case]:
    subject = draft.regulation.preamble.subject
    if subject is None:
        return
    match = _ABBREVIATION.search(subject.text)
    if match is None:
        yield None
    else:
        yield Hit(
            found(subject, match),
            f"hapus singkatan “{match['words']}” dari judul",
            f"drop the abbreviation “{match['words']}” from the title",
        )


@rule("15", "warning", f"pembukaan memuat `{_GRACE}`", f"the opening says `{_GRACE}`", fixes=True)
def grace(draft: Manuscript) -> Iterator[Case]:
    preamble = draft.regulation.preamble
    line = preamble.grace
    if line is None:
        if preamble.type is not None and draft.kind is not None and draft.kind.gazette:
            message = f"tambahkan “{_GRACE}” setelah judul"
            yield Hit(whole(preamble.type), message, f"add “{_GRACE}” behind the title")
    elif line.text != _GRACE:
        yield Hit(whole(line), f"tulis “{_GRACE}”", f"write “{_GRACE}”", _GRACE)
    else:
        yield None


@rule(
    "16",
    "warning",
    "jabatan pembentuk ditulis kapital dan berakhir koma",
    "the office that enacts is in capitals and ends in a comma",
    fixes=True,
)
def office(draft: Manuscript) -> Iterator[Case]:
    line = draft.regulation.preamble.official
    if line is None:
        return
    if line.text != line.text.upper():
        message, message_en = "tulis jabatan dengan huruf kapital", "write the office in capitals"
        yield Hit(whole(line), message, message_en, line.text.upper())
    elif not line.text.endswith(","):
        stop = re.search(r"[.;:]?$", line.text)
        message, message_en = "akhiri jabatan dengan koma", "end the office in a comma"
        yield Hit(tail(line, len(stop[0]) if stop else 0), message, message_en, ",")
    else:
        yield None


@rule(
    "17",
    "warning",
    "setiap pertimbangan berawal `bahwa`, dan berhuruf bila lebih dari satu",
    "each consideration begins `bahwa`, and has a letter where there are several",
)
def considerations(draft: Manuscript) -> Iterator[Case]:
    lines = draft.regulation.preamble.considerations
    for line in lines:
        if not line.text.startswith("bahwa"):
            message = "awali pertimbangan dengan “bahwa”"
            yield Hit(within(line, 0, min(12, len(line.text))), message, "begin with “bahwa”")
        elif len(lines) > 1 and not re.fullmatch(r"[a-z]", line.marker):
            message = "awali tiap pertimbangan dengan huruf: `a.`, `b.`, dan seterusnya"
            yield Hit(whole(line), message, "letter the considerations `a.`, `b.` and so on")
        else:
            yield None


@rule(
    "22",
    "warning",
    "setiap pertimbangan berakhir titik koma",
    "each consideration ends in a semicolon",
    fixes=True,
)
def ends_of_considerations(draft: Manuscript) -> Iterator[Case]:
    for line in draft.regulation.preamble.considerations:
        yield in_semicolon(line, "pertimbangan", "the consideration")


def in_semicolon(line: TextLine, what: str, what_en: str) -> Case:
    """Look whether a consideration or a legal basis ends in a semicolon."""
    if line.text.endswith(";"):
        return None
    stop = _END.search(line.text)
    message, message_en = f"akhiri {what} dengan titik koma", f"end {what_en} in a semicolon"
    return Hit(tail(line, len(stop[0]) if stop else 0), message, message_en, ";")


@rule(
    "23",
    "warning",
    "pertimbangan terakhir merujuk semua huruf di depannya",
    "the last consideration names all letters before it",
)
def last_consideration(draft: Manuscript) -> Iterator[Case]:
    *earlier, last = draft.regulation.preamble.considerations or (None,)
    if last is None or not earlier:
        return
    sums_up = _SUMS_UP.match(last.text)
    named = {letter for each in _LETTERS.finditer(last.text) for letter in _range(each)}
    missing = [line.marker for line in earlier if line and line.marker not in named]
    if sums_up is None:
        yield Hit(
            within(last, 0, min(40, len(last.text))),
            "mulai dengan “bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a …”",
            "begin “bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a …”",
        )
    elif missing:
        yield Hit(
            found(last, sums_up),
            f"sebutkan juga huruf {', '.join(missing)}",
            f"name huruf {', '.join(missing)} too",
        )
    else:
        yield None


def _range(match: re.Match[str]) -> list[str]:
    first, last = match["first"], match["last"] or match["first"]
    return [chr(code) for code in range(ord(first), ord(last) + 1)]


@rule("53", "warning", "`MEMUTUSKAN:` di depan `Menetapkan:`", "`MEMUTUSKAN:` before `Menetapkan:`")
def decides(draft: Manuscript) -> Iterator[Case]:
    preamble = draft.regulation.preamble
    if preamble.enacts_word is None:
        return
    if preamble.decides is None:
        message = "tambahkan “MEMUTUSKAN:” di depan “Menetapkan:”"
        yield Hit(whole(preamble.enacts_word), message, "add “MEMUTUSKAN:” before “Menetapkan:”")
    elif preamble.decides.text.replace(" ", "") != "MEMUTUSKAN:":
        yield Hit(whole(preamble.decides), "tulis “MEMUTUSKAN:”", "write “MEMUTUSKAN:”")
    else:
        yield None


@rule("57", "warning", "`Menetapkan:` setelah `MEMUTUSKAN:`", "`Menetapkan:` behind `MEMUTUSKAN:`")
def enacts(draft: Manuscript) -> Iterator[Case]:
    preamble = draft.regulation.preamble
    if preamble.decides is None:
        return
    word = preamble.enacts_word
    if word is None or preamble.enacts is None:
        message = "tambahkan “Menetapkan:” dan judul peraturan setelah “MEMUTUSKAN:”"
        message_en = "add “Menetapkan:” and the title behind “MEMUTUSKAN:”"
        yield Hit(whole(word or preamble.decides), message, message_en)
    elif not re.fullmatch(r"Menetapkan\s*:", word.text):
        yield Hit(whole(word), "tulis “Menetapkan:”", "write “Menetapkan:”")
    else:
        yield None


@rule(
    "58",
    "error",
    "judul setelah `Menetapkan:` sama dengan judul peraturan, tanpa `REPUBLIK INDONESIA`",
    "the title behind `Menetapkan:` is the regulation's, without `REPUBLIK INDONESIA`",
    fixes=True,
)
def title_again(draft: Manuscript) -> Iterator[Case]:
    preamble = draft.regulation.preamble
    line, kind, subject = preamble.enacts, preamble.type, preamble.subject
    if line is None or kind is None or subject is None:
        return
    own = kind.text.upper().removeprefix("RANCANGAN ").replace(" REPUBLIK INDONESIA", "")
    expected = f"{own} TENTANG {subject.text.upper()}"
    without_place = _OF_A_REGION.sub(r"\1", own) + expected.removeprefix(own)
    stop = re.search(r"[,;:]?$", line.text)
    if _letters(line.text) not in (_letters(expected), _letters(without_place)):
        yield Hit(
            whole(line),
            f"tulis judul yang sama dengan judul peraturan: “{expected}.”",
            f"write the regulation's own title: “{expected}.”",
        )
    elif stop and not line.text.endswith("."):
        message, message_en = "akhiri judul ini dengan titik", "end this title in a full stop"
        yield Hit(tail(line, len(stop[0])), message, message_en, ".")
    else:
        yield None


def _letters(title: str) -> str:
    return re.sub(r"[\W_]+", "", title).upper()
