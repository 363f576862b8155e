"""What holds for every draft, however it is written."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.draft.trees import all_words, read, shape, words, written
from tests.growth import growth

from telusur.draft import read_draft
from telusur.draft.numerals import from_ordinal, from_roman, ordinal, roman, split_roman

ITEM_LEVELS = ("ayat", "huruf", "angka", "subhuruf", "subangka")
MARKERS = dict(zip(ITEM_LEVELS, ("({})", "{}.", "{}.", "{})", "{})"), strict=True))
WORDS = st.lists(
    st.sampled_from(
        ["loket", "antrean", "petugas", "wajib", "memeriksa", "berkas", "12", "KTP-el"]
    ),
    min_size=1,
    max_size=6,
).map(" ".join)


@dataclass
class Unit:
    """A clause of a made-up regulation, and the line that it was written on."""

    level: str
    words: str
    below: list[Unit] = field(default_factory=list)
    line: int = 0


def items(levels: tuple[str, ...]) -> st.SearchStrategy[list[Unit]]:
    """Lists of items of one of `levels`, with deeper ones below them."""
    if not levels:
        return st.just([])
    units = st.builds(
        Unit,
        st.just(levels[0]),
        WORDS.map(lambda w: w + ";"),
        st.deferred(lambda: items(levels[1:])),
    )
    return st.one_of(st.just([]), st.lists(units, max_size=4), items(levels[1:]))


# Definitions: angka right below the Pasal, huruf below them.
DEFINITIONS = items(("angka", "huruf"))
PASAL = st.builds(
    Unit, st.just("pasal"), WORDS.map(lambda w: w + ":"), items(ITEM_LEVELS) | DEFINITIONS
)
BAB = st.builds(Unit, st.just("bab"), WORDS.map(str.upper), st.lists(PASAL, max_size=3))
BUKU = st.builds(Unit, st.just("buku"), WORDS.map(str.upper), st.lists(BAB, max_size=2))
REGULATION = st.lists(PASAL, max_size=2).flatmap(
    lambda first: st.one_of(st.lists(BAB, max_size=3), st.lists(BUKU, max_size=2)).map(
        lambda later: [*first, *later]
    )
)


class Writer:
    """Writes units as Markdown, with or without labels, indentation and blank lines."""

    def __init__(self, *, marked: bool, indented: bool, spaced: bool) -> None:
        self.marked, self.indented, self.spaced = marked, indented, spaced
        self.lines: list[str] = []
        self.pasal = self.bab = self.buku = 0

    def write(self, units: list[Unit], depth: int = 0) -> None:
        for number, unit in enumerate(units, start=1):
            if unit.level == "buku":
                self.buku, self.bab = self.buku + 1, 0
                name = f"BUKU {ordinal(self.buku).upper()}"
                self.add(unit, f"# BUKU: {unit.words}" if self.marked else name)
                if not self.marked:
                    self.lines += [unit.words, ""]
            elif unit.level == "bab":
                self.bab += 1
                self.add(unit, f"# BAB: {unit.words}" if self.marked else f"BAB {roman(self.bab)}")
                if not self.marked:
                    self.lines += [unit.words, ""]
            elif unit.level == "pasal":
                self.pasal += 1
                label = f"#### Pasal {{#label-{self.pasal}}}"
                self.add(unit, label if self.marked else f"Pasal {self.pasal}")
                self.lines.append(unit.words)
            else:
                indent = "    " * (depth if self.indented else 0)
                is_letter = unit.level in ("huruf", "subhuruf")
                printed = chr(ord("a") + number - 1) if is_letter else str(number)
                self.add(unit, f"{indent}{MARKERS[unit.level].format(printed)} {unit.words}")
            self.write(unit.below, depth + (unit.level in ITEM_LEVELS))

    def add(self, unit: Unit, line: str) -> None:
        if self.spaced or unit.level in ("buku", "bab", "pasal"):
            self.lines.append("")
        self.lines.append(line)
        unit.line = len(self.lines)


@pytest.mark.need("N-DRAFT-1")
@given(units=REGULATION, marked=st.booleans(), indented=st.booleans(), spaced=st.booleans())
def test_a_regulation_that_is_written_is_read_back_as_the_same_tree(
    units: list[Unit], marked: bool, indented: bool, spaced: bool
) -> None:
    writer = Writer(marked=marked, indented=indented, spaced=spaced)
    writer.write(units)
    regulation = read("\n".join(writer.lines))
    by_id = {clause.id: clause for clause in regulation.clauses}
    written = list(flat(units, parent=None))
    assert len(by_id) == len(written)
    assert [
        (
            clause.level,
            clause.heading if clause.level in ("buku", "bab") else clause.text,
            clause.line,
            by_id[clause.parent_id].line if clause.parent_id else None,
        )
        for clause in regulation.clauses
    ] == [(unit.level, unit.words, unit.line, parent) for unit, parent in written]
    assert [clause.position for clause in regulation.clauses] == list(range(1, len(written) + 1))


def flat(units: list[Unit], parent: int | None) -> list[tuple[Unit, int | None]]:
    """Every unit with the line of the one above it, in reading order."""
    found: list[tuple[Unit, int | None]] = []
    for unit in units:
        found += [(unit, parent), *flat(unit.below, unit.line)]
    return found


FRAGMENTS = st.sampled_from(
    """
Pasal|Pasal 7|**Pasal 8**|BAB II|BAB III LOKET|Bagian Kesatu|Bagian Kedua Loket|Paragraf 1
# BAB: UMUM|BUKU KESATU|BUKU II LOKET|# BUKU: UMUM
#### Pasal|## Lain|(1) satu|(2)|a. dua|b.|i. tiga|1. empat|10.|a) lima|1) enam
loket|dan|ayat|dicabut;|berlaku.|meliputi:|*miring*|**|_|`kode`|[teks](https://contoh.id)
---|***|===|[a]: b|<b>|&amp;|\\|    masuk|\t(3) tab|Agar setiap orang tahu|LAMPIRAN I
Ditetapkan di Jakarta|{#|\u00a0|\u2028|\x0c|Pasa1 9|(l) satu|- 2 -|www.peraturan.go.id
Pasal I|Aturan loket diubah sebagai berikut:|1. Ketentuan Pasal 7 diubah sehingga berbunyi:
2. Pasal 8 dihapus.|BAB IIA|Pasal 7A|menurut Pasal 7 ayat (1)|(1) satu. (2) Dua.|a. x; b. y
""".strip("\n")
    .replace("\n", "|")
    .split("|")
)
TEXTS = st.lists(
    st.tuples(FRAGMENTS, st.sampled_from(["\n", "\n\n", " ", "\r\n", "\n    "])), max_size=30
).map(lambda parts: "\n" + "".join(fragment + joint for fragment, joint in parts))


@pytest.mark.need("N-DRAFT-1")
@given(
    TEXTS
    | st.text().map(lambda text: "\n" + re.sub(r"[>{\[<\u00ad\u200b-\u200d\u2060\ufeff]", "", text))
)
def test_no_word_is_lost(text: str) -> None:
    # An address behind a link's words is not read aloud; tags and `&amp;` are no words.
    visible = re.sub(r"\(https://contoh.id\)|&amp;|<b>", " ", text)
    assert not words([visible]) - all_words(read(text))


@given(TEXTS)
def test_what_is_written_is_read_back_as_the_same_tree(text: str) -> None:
    regulation = read(text)
    assert shape(read(written(text, labelled=False)), numbers=True) == shape(
        regulation, numbers=True
    )
    labelled = read(written(text, labelled=True))
    assert shape(labelled, numbers=False) == shape(regulation, numbers=False)
    own_pasal = [each for each in labelled.clauses if each.level == "pasal" and not each.quoted]
    assert not any(re.match(r"pasal-\d", each.id) for each in own_pasal)


@given(TEXTS)
def test_ids_are_unique_and_references_lie_where_they_say(text: str) -> None:
    regulation = read(text)
    by_id = {clause.id: clause for clause in regulation.clauses}
    assert len(by_id) == len(regulation.clauses)
    for clause in regulation.clauses:
        assert clause.parent_id is None or clause.parent_id in by_id
    for each in regulation.references:
        assert by_id[each.from_clause].text[each.start : each.end] == each.text
        assert (each.to_clause in by_id) == (each.state == "ok")


def made_up_law(pasal: int) -> str:
    sentence = "Petugas sebagaimana dimaksud dalam Pasal 3 ayat (1) huruf a memeriksa berkas. "
    ayat = "\n".join(f"({n}) {sentence * 2}:\na. {sentence}\n1. loket;" for n in range(1, 4))
    return "\n\n".join(f"Pasal {n}\n{ayat}" for n in range(1, pasal + 1))


def test_a_law_of_two_hundred_pages_is_read_whole(tmp_path: Path) -> None:
    text = made_up_law(280)
    assert len(text) > 207_000
    (tmp_path / "draft.md").write_text(text, encoding="utf-8")
    assert len(read_draft(tmp_path).clauses) == 280 * 10


def test_the_steps_of_reading_a_draft_grow_with_its_length() -> None:
    assert growth(lambda pasal: read(made_up_law(pasal)), 10, 80) < 1.2


@given(st.integers(1, 99))
def test_numerals_are_read_back(number: int) -> None:
    assert from_roman(roman(number)) == number
    assert from_ordinal(ordinal(number)) == number
    assert split_roman(roman(number)) == (number, "")


def test_the_letter_of_an_inserted_bab_is_no_numeral() -> None:
    assert [split_roman(numeral) for numeral in ("VA", "VIIIB", "VC", "XIV", "XC")] == [
        (5, "A"), (8, "B"), (5, "C"), (14, ""), (90, ""),
    ]  # fmt: skip


def test_numerals_as_the_drafting_rules_spell_them() -> None:
    assert [roman(n) for n in (1, 4, 9, 14, 40, 99)] == ["I", "IV", "IX", "XIV", "XL", "XCIX"]
    assert [ordinal(n) for n in (1, 2, 10, 11, 12, 20, 21)] == [
        "Kesatu",
        "Kedua",
        "Kesepuluh",
        "Kesebelas",
        "Kedua Belas",
        "Kedua Puluh",
        "Kedua Puluh Satu",
    ]
