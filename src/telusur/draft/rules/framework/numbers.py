"""Numbers and their words: `14 (empat belas)` (rule 86)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from telusur.draft.rules.cardinals import cardinal, from_cardinal
from telusur.draft.rules.manuscript import Manuscript
from telusur.draft.rules.rule import Case, Hit, found, rule

# A number of things: words follow it, in brackets or at once. Numbers of laws, provisions, years,
# days of the month, hours and sums of money are none.
_COUNT = re.compile(
    r"(?<![\w(/.,:-])(?P<digits>\d{1,3}(?:\.\d{3}){1,3}|\d{1,12})(?![\w.]*\d)(?P<percent>\s?%)?"
    r"(?:\s*\((?P<words>[a-z][a-z -]*)\)|(?=\s+[a-z])(?!\s+[x×]\s)|(?<=%)(?!\s*\())"
)
_NO_COUNT = re.compile(
    r"(?:(?<![\w-])[A-Z][\w/-]*|[Pp]asal|\b(?:No|ayat|huruf|angka|nomor|tanggal|pukul|jam|butir|bab"
    r"|lampiran|paragraf|formulir|tahun|kolom|format|model|kode|golongan|level"
    r"|versi|seri|tabel|gambar|halaman|bulan|tingkat|tipe|kelas|kategori)\.?"
    r"|,|\bdan|\bsampai\s+dengan|\batau)\s*$"
)
_MONTH = re.compile(
    r"\s+(?:Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November"
    r"|Desember)\b"
)


@rule(
    "86",
    "warning",
    "bilangan diikuti dengan kata dalam kurung: `14 (empat belas)`",
    "a number is followed by its words in brackets: `14 (empat belas)`",
    fixes=True,
)
def number_in_words(draft: Manuscript) -> Iterator[Case]:
    for clause in draft.clauses:
        for match in _COUNT.finditer(clause.text):
            before = clause.text[max(match.start() - 20, 0) : match.start()]
            if match["words"] is not None:
                yield None
                continue
            if _NO_COUNT.search(before) or _MONTH.match(clause.text, match.end()):
                continue
            number = int(match["digits"].replace(".", ""))
            percent = bool(match["percent"])
            words = cardinal(number) + (" persen" if percent else "")
            yield Hit(
                found(clause, match),
                f"tulis bilangan beserta katanya: “{match[0]} ({words})”",
                f"write the number with its words: “{match[0]} ({words})”",
                f"{match[0]} ({words})",
            )


@rule(
    "bilangan",
    "error",
    "bilangan dan kata dalam kurungnya sama",
    "a number and its words in brackets agree",
)
def number_and_words_agree(draft: Manuscript) -> Iterator[Case]:
    for clause in draft.clauses:
        for match in _COUNT.finditer(clause.text):
            said = from_cardinal(match["words"]) if match["words"] else None
            if said is None:
                continue
            number = int(match["digits"].replace(".", ""))
            if said == number:
                yield None
            else:
                yield Hit(
                    found(clause, match),
                    f"angka {match['digits']} tidak sama dengan katanya, “{match['words']}” "
                    f"({said})",
                    f"the number {match['digits']} is not what its words say, “{match['words']}” "
                    f"({said})",
                )
