"""Programmes, applications, buildings and sayings that are called like people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from telusur.publish.rules.patterns.standing import SERVES_IN
from telusur.publish.rules.staying.persons import is_person, of_person
from telusur.publish.rules.vocabulary import Vocabulary
from telusur.publish.text.secrets import Words
from telusur.publish.text.tokens import Tokens, words_of

_NAME = r"[A-Z][\w'-]*(?:[ ][A-Z][\w'-]*){0,3}"
_SPELLED = re.compile(rf"\b(?P<name>{_NAME})[ ]?\((?P<long>[^()\n]{{8,160}})\)")
_SHORTENED = re.compile(rf"\b(?P<long>[A-Z][^()\n.;:]{{8,160}})\([ ]?(?P<name>{_NAME})[ ]?\)")
_LEAD = (
    r"aplikasi|program|inovasi|sistem|portal|platform|gerakan|layanan|fitur|gedung|pasar|masjid|"
    r"rsud|puskesmas|posyandu|negeri|tugu|sasana|stadion|terminal|bandara|kampung|tagline|lakon"
)
_TITLE = r"tema|bertema|bertajuk|berjudul|judul|slogan|moto|motto|jargon|semboyan|lagu|lomba|acara"
_LED = re.compile(rf"\b(?i:{_LEAD})[ ](?=[A-Z])")
_QUOTED = re.compile(rf"\b(?i:{_LEAD}|{_TITLE})[ ][“\"‘'](?P<name>[^“”\"‘’'\n.,!?]{{3,60}})[”\"’']")
_APPOSED = re.compile(
    rf"[-*•][ ][*_]{{0,2}}(?P<name>{_NAME})[*_]{{0,2}}(?:[ ]\([^()\n]{{3,60}}\))?[*_]{{0,2}}"
    r"(?::|[ ](?:adalah|ialah|merupakan))[ ](?:sebuah[ ]|suatu[ ])?"
    r"(?:layanan|aplikasi|program|inovasi|sistem|gerakan|kanal|portal)[ ](?!(?:di|ter)[a-z]{3}|"
    r"(?:lambat|lama|buruk|bagus|baik|tutup|buka|sering|tidak|masih|sudah|belum|kurang|sangat|perlu|harus|ini|itu)\b)"
)
"""What is said to be a thing right behind its name: `- Pelita Hati: layanan bagi lansia`."""
_CAPITAL = re.compile(r"[ ]?([A-Z][\w'-]*)")
_SMALL = {"dan", "di", "ke", "se", "yang", "untuk", "dari", "dalam", "bagi", "ing", "dengan"}
_FEWEST_LETTERS, _FEWEST_WORDS = 4, 2


@dataclass(frozen=True, slots=True)
class Products:
    """What a report says of things that are called like people."""

    sure: Mapping[str, frozenset[tuple[int, int]]]
    """By part of the report: the places where the text itself says that it is a thing."""
    again: Mapping[Words, bool]
    """What stands for a thing elsewhere in the report too, where it is not said to be a person;
    True where nothing spells it out, so that nothing may be said there as of people either."""

    def spans(self, part: str, text: str) -> list[tuple[int, int]]:
        """Return where things stand in a part of the report."""
        return [*sorted(self.sure[part]), *_again(text, self.again)]


def products_in(parts: Mapping[str, str], vocabulary: Vocabulary) -> Products:
    """Return what the parts of a report say of programmes, buildings and the like."""
    sure: dict[str, frozenset[tuple[int, int]]] = {}
    again: dict[Words, bool] = {}
    for part, text in parts.items():
        seen = text
        spelled = list(_spelled(seen, vocabulary))
        quoted = list(_quoted(seen, vocabulary))
        sure[part] = frozenset((*spelled, *quoted))
        for start, end in (*quoted, *_led(seen, vocabulary)):
            words = words_of(seen[start:end])
            if not any(vocabulary.is_name(one) or vocabulary.may_be_name(one) for one in words):
                again.setdefault(words, True)
        for start, end in spelled:
            words = words_of(seen[start:end])
            if len(words) > 1 or not vocabulary.is_name(words[0]):
                again[words] = False
    return Products(sure, again)


def _spelled(seen: str, vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    """Yield names with what they are short for: `SIKUNIR (Sistem Komunikasi …)`."""
    for pattern in (_SPELLED, _SHORTENED):
        for found in pattern.finditer(seen):
            words = re.finditer(r"[^ ]+", found["name"])
            for start in (found.start("name") + word.start() for word in words):
                if _stands_for(seen[start : found.end("name")], found["long"], vocabulary):
                    if not of_person(seen, start, found.end("name")):
                        yield start, found.end("name")
                    break


def _stands_for(name: str, long: str, vocabulary: Vocabulary) -> bool:
    """Whether the letters of a name come one after the other in words with capitals."""
    letters = "".join(character for character in name.lower() if character.isalpha())
    words = re.findall(r"[^\W\d_]+", long)
    large = [word for word in words if word[0].isupper()]
    if (
        len(letters) < _FEWEST_LETTERS
        or len(large) < _FEWEST_WORDS
        or not all(word[0].isupper() or word in _SMALL for word in words)
        or not any(vocabulary.is_word(word) for word in large)
    ):
        return False
    spelled = iter("".join(words).lower())
    return all(letter in spelled for letter in letters)


def _quoted(seen: str, vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    """Yield titles between quotation marks: `tema “Aku Cinta Sehat”`."""
    for found in _QUOTED.finditer(seen):
        words = re.findall(r"[^\W\d_]+", found["name"])
        if words and not any(vocabulary.is_name(word) for word in words):
            yield found.span("name")
    for found in _APPOSED.finditer(seen):
        words = found["name"].split()
        if len(words) > 1 and not any(map(vocabulary.is_name, words)):
            yield found.span("name")


def _led(seen: str, vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    """Yield what stands after `aplikasi`, `gedung` and the like, up to an ordinary word."""
    for lead in _LED.finditer(seen):
        serves = SERVES_IN.search(seen, max(0, lead.start() - 40), lead.end())
        if serves and serves.end() > lead.start():
            continue  # `kader posyandu Sulastri` says who serves there
        end = lead.end()
        while (word := _CAPITAL.match(seen, end)) and not vocabulary.is_word(word[1]):
            end = word.end()
        if end > lead.end():
            yield lead.end(), end


def _again(seen: str, named: Mapping[Words, bool]) -> Iterator[tuple[int, int]]:
    """Yield where `named` stand, as far as they are no people there."""
    here = Tokens(seen)
    by_first: dict[str, list[Words]] = {}
    for words in named:
        by_first.setdefault(words[0], []).append(words)
    for at in here.among(by_first):
        for words in by_first[here.words[at]]:
            if tuple(here.words[at : at + len(words)]) != words:
                continue
            start, end = here.spans[at][0], here.spans[at + len(words) - 1][1]
            person = of_person if named[words] else is_person
            if seen[start].isupper() and not person(seen, start, end):
                yield start, end
