"""Names in small letters: words that are none of the language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from telusur.extract.gazetteer import is_small_place
from telusur.publish.model import Hidden
from telusur.publish.rules.patterns.cues import (
    NO_FIRST,
    NOT_CALLED,
    OFFICE_WORD,
    PRODUCT_BEFORE,
    THING_FIRST,
)
from telusur.publish.rules.patterns.named import SMALL_TITLED
from telusur.publish.rules.patterns.persons import GOES_ON
from telusur.publish.rules.patterns.standing import SMALL_AFTER
from telusur.publish.rules.patterns.words import Word, words_from
from telusur.publish.rules.people.belonging import PEOPLE, PRESUMED
from telusur.publish.rules.vocabulary import Vocabulary

_MOST_WORDS = 3
_FEWEST_LETTERS = 4
_SMALL = re.compile(
    r"(?<![\w@.:-])(?<![/.]/)(?<!\.[a-z]/)[a-z][a-z']{3,40}(?![\w@]|[.:-]\w|/\w*[./@?=])"
)
_BUILT = re.compile(
    r"(?:me[mn]|pe[mn]|ber|ter|di)[a-z]{4,40}|(?:ke|se|me|pe)[a-z]{3,40}(?:an|nya|kan|i)|"
    r"[a-z]{2,40}(?:nya|kan|asi|isi|itas|isme|ed|ing|tion|ity|nce|ment|ness|able)"
)
"""Words with affixes, however they are misspelled, and foreign ones: nobody is called so."""
_THING = re.compile(
    r"(?<![\w-])(?:rs[udjpia]{0,3}|rumah[ ]sakit|puskesmas|posyandu|klinik|apotek|kimia[ ]farma|ponpes|pesantren|univ|"  # noqa: E501
    r"universitas|kampus|jl|jalan|bandara|hotel|makam|masjid|musholl?a|gereja|pasar|terminal|stasiun|kec|kel|kab|desa|"
    r"kecamatan|kelurahan|distrik|banjar|sdn?|smpn?|sman?|smk|pt|cv|toko|gunung|curug|pantai|sungai|obat|susu|makan|"
    r"soto|program|form|rapat|camat|lurah|kades)\b\.?[ ](?:(?:siang|malam|rutin)[ ])?(?:(?:dr|drg|prof|kh|h|hj|st)\b\.?[ ]?){0,2}"  # noqa: E501
    r"(?P<name>[a-z']{3,20}(?:[ ](?:(?:dr|prof)\b\.?[ ])?[a-z']{3,20}){0,2})"
)
_SERVES = re.compile(
    r"(?:bidan|perawat|suster|dokter|kader|sopir|supir|satpam|operator|apoteker|mantri)[ ]"
)
_OF_THING = re.compile(r"[a-z']{3,20}")
_SOMEWHERE = re.compile(
    r"\b(?:di|ke|dari|dr|asal|ka|ning|alamat[ ]ktp)[ ](?P<two>(?P<one>[a-z]{4,20})(?:[ ][a-z]{4,20})?)\b"  # noqa: E501
)
_SPEAKABLE = re.compile(r"[^aeiou]{0,4}[aeiou]")


def small_names_in(seen: str, vocabulary: Vocabulary, covered: bytearray) -> Iterator[Hidden]:
    """Yield words in small letters that are none of the language, or are known as names; surely
    where a word for people stands before them."""
    things = _things(seen, vocabulary)
    for pattern, gap in ((SMALL_TITLED, "sapaan"), (SMALL_AFTER, "peran")):
        for found in pattern.finditer(seen):
            if things[found.start("name")]:
                continue
            name: list[Word] = []
            words = words_from(seen, found.start("name"), small=True)[:_MOST_WORDS]
            if pattern is SMALL_TITLED and _begins_like_a_word(words, vocabulary):
                name.append(words.pop(0))
            for word in words:
                called = (
                    pattern is SMALL_TITLED or (not name and _SERVES.match(found[0]))
                ) and vocabulary.may_be_name(word.written)
                first = not name and pattern is SMALL_TITLED
                fits = _may_be_name(word.written, vocabulary) or (
                    (called or (first and _may_be_called(word.written, vocabulary)))
                    and word.written not in NOT_CALLED
                )
                if not fits or covered[word.start]:
                    break
                name.append(word)
            if name:
                yield Hidden(name[0].start, name[-1].end, "nama", f"{gap} di depannya")
    for found in _SMALL.finditer(seen):
        written = found[0]
        if covered[found.start()] or things[found.start()] or not _SPEAKABLE.match(written):
            continue
        given = vocabulary.is_given(written) and not PRODUCT_BEFORE.search(
            seen, max(0, found.start() - 40), found.start()
        )
        if given or (not _BUILT.fullmatch(written) and _may_be_name(written, vocabulary)):
            yield Hidden(*found.span(), "nama", PRESUMED)


def _things(seen: str, vocabulary: Vocabulary) -> bytearray:
    """Where hospitals, streets, villages and the like are named in small letters: as far as their
    words are none of the language."""
    things = bytearray(len(seen) + 1)
    for thing in _THING.finditer(seen):
        end = thing.start("name")
        for word in _OF_THING.finditer(seen, *thing.span("name")):
            if vocabulary.is_word(word[0]) and end > thing.start("name"):
                break
            end = word.end()
        things[thing.start() : end] = b"\1" * (end - thing.start())
    for found in _SOMEWHERE.finditer(seen):
        for group in ("two", "one"):
            if found[group] and is_small_place(found[group]):
                start, end = found.span(group)
                things[start:end] = b"\1" * (end - start)
                break
    return things


def _may_be_called(written: str, vocabulary: Vocabulary) -> bool:
    """Whether an ordinary word right behind a form of address is a name: no work of somebody, and
    none of the words with which a sentence goes on."""
    return (
        len(written) > _FEWEST_LETTERS - 2
        and not GOES_ON.fullmatch(written)
        and not PEOPLE.fullmatch(written)
        and not OFFICE_WORD.fullmatch(written)
        and not _BUILT.fullmatch(written)
        and not THING_FIRST.match(written)
        and written not in vocabulary.proper
    )


def _begins_like_a_word(words: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Whether the first of two names is a word too, as in `koh dua sulimpres`."""
    return (
        len(words) > 1
        and words[0].written.islower()
        and words[0].written not in NOT_CALLED
        and vocabulary.is_word(words[0].written)
        and not _BUILT.fullmatch(words[0].written)
        and not _BUILT.fullmatch(words[1].written)
        and _may_be_name(words[1].written, vocabulary)
    )


def _may_be_name(written: str, vocabulary: Vocabulary) -> bool:
    lower = written.lower()
    if lower in NO_FIRST or len(lower) < _FEWEST_LETTERS - 1:
        return False
    return vocabulary.is_name(lower) or not (
        vocabulary.is_word(lower) or vocabulary.is_public(lower)
    )
