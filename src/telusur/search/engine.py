"""Searches the findings of a store, kept in memory from question to question."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial, reduce
from operator import and_
from typing import TYPE_CHECKING, Any

from telusur import link
from telusur.link.hygiene import digest
from telusur.link.signals.words import tokens
from telusur.link.signals.words import words as said_words
from telusur.search.attributes import FINDINGS, Attributes
from telusur.search.meaning import Nearness, Understanding, nearness
from telusur.search.model import Filters, Found, Hit, Meaning
from telusur.search.question import Question, read_question
from telusur.search.wording import Wording
from telusur.store.database import at_one_moment

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

_MEANING = 1.3  # beside words
NEAR = 0.2
"""From here on a finding's meaning is near, and it is a hit also without any of the words."""
_MOST_NEAR = 50
"""At most so many hits have none of the words."""
_NEAR_WITH_WORDS = 0.1
"""A finding with only some of the words must not be farther than this."""
_ENOUGH_WORDS = 0.5
"""Where meaning is not known: the share of the words that a hit must have."""


_NOW = """
SELECT id,
  finished_at || (SELECT count(*) || COALESCE(max(decided_at), '') || COALESCE(sum(rowid), '')
    FROM earlier_readings) || (SELECT count(*) || COALESCE(sum(rowid), '') FROM marked_findings),
  encoder, (SELECT COALESCE(max(rowid), 0) FROM decisions) AS decided
FROM builds ORDER BY id DESC LIMIT 1
"""
"""The build with what people made of its findings, and how far decisions have come since: each is
written anew at the end."""


@dataclass(frozen=True, slots=True)
class _Index:
    """The findings of one build."""

    build: tuple[int, str]
    """Number and end of the build."""
    encoder: str
    """The name that its vectors are kept under."""
    ids: tuple[str, ...]
    attributes: Attributes
    wording: Wording
    meanings: Nearness | None
    usual: tuple[str, ...]
    """Short texts such as readers type, made from the findings."""
    names: frozenset[str]
    """The words that names of places consist of."""


@dataclass(frozen=True, slots=True)
class _Weighed:
    """What a question says of every finding."""

    question: Question
    has: Array
    """Which word that is looked for a finding, or what it stands under, has (words, findings)."""
    score: Array
    """0 to 1."""
    complete: Array
    """Whether a finding has all words."""
    near: Array
    fits: Array
    """Whether it is a hit, filters aside."""
    meaning: Meaning


class Engine:
    """Answers searches; may be used by several threads at once."""

    def __init__(
        self,
        models: Sequence[str] = (),
        load: Callable[[str], link.Encoder] = link.load_encoder,
    ) -> None:
        """`models`: names or folders of the models that may have embedded the findings, beside
        the one that is installed with Telusur; `load` loads one of them.
        """
        self.understanding = Understanding(models, load)
        self._lock = threading.Lock()
        self._index: _Index | None = None
        self.hasty = 0
        """How many answers went by words alone, because the model was being loaded."""
        self._decided = 0
        """How far decisions had come when the links were last read."""
        self._last: tuple[tuple[object, ...], Array, Meaning] | None = None

    def search(
        self,
        connection: sqlite3.Connection,
        words: str,
        filters: Filters = Filters(),  # noqa: B008
        *,
        first: int = 0,
        most: int = 20,
        by_meaning: bool = True,
    ) -> Found:
        """Return the hits `first` to `first + most`: those with all words first, then the others.

        Without words, all findings that fit the filters are hits, the newest report's first. No
        text is wrong as `words`.
        """
        import numpy as np

        with self._lock:
            index = self._current(connection)
            weighed = self._weigh(index, words, by_meaning)
        filtered = index.attributes.fitting(filters)
        hits = reduce(and_, filtered.values(), weighed.fits)
        numbers = _best(np.flatnonzero(hits), weighed, first + most)
        unfiltered = {
            name: reduce(and_, (one for other, one in filtered.items() if other != name),
                         weighed.fits)
            for name in {*filtered, "kind", "challenge"}
        }  # fmt: skip
        sought, total = weighed.question.sought, int(hits.sum())
        return Found(
            tuple(_hit(index, weighed, one) for one in numbers[first : first + most]),
            total,
            int(weighed.fits.sum()),
            int((hits & weighed.complete).sum()) if sought else total,
            weighed.question.words,
            weighed.question.exact,
            tuple(
                word
                for word, anywhere in zip(sought, np.any(weighed.has, axis=1), strict=True)
                if not anywhere
            ),
            weighed.question.cut,
            weighed.meaning,
            {by: index.attributes.count(unfiltered[by], by) for by in ("kind", "challenge")},
            {name: int(unfiltered[name].sum()) - total for name in filtered},
        )

    def question(self, connection: sqlite3.Connection, words: str) -> Question:
        """Return what is looked for when somebody types `words`."""
        with self._lock:
            return read_question(words, self._current(connection).names)

    def likeness(self, connection: sqlite3.Connection, finding_id: str, words: str) -> float:
        """Return how well a finding fits the words, from 0 to 1; 0 for one that is not there."""
        with self._lock:
            index = self._current(connection)
            if self._last is None or self._last[0] != self._asked(index, words):
                weighed = self._weigh(index, words)
                # The model may have begun to be loaded only now.
                self._last = self._asked(index, words), weighed.score.round(4), weighed.meaning
            elif self._last[2] is Meaning.LOADING:
                self.hasty += 1
            number = index.attributes.numbers.get(finding_id)
            return 0.0 if number is None else float(self._last[1][number])

    def _asked(self, index: _Index, words: str) -> tuple[object, ...]:
        return (index.build, words, self.understanding.loading)

    def spelt_like(self, connection: sqlite3.Connection, word: str) -> str | None:
        """Return the word in the findings that is spelt most like `word`."""
        with self._lock:
            return self._current(connection).wording.spelt_like(word)

    def prepare(self, connection: sqlite3.Connection) -> None:
        """Read the findings now, so that the first search need not."""
        with self._lock:
            self._current(connection)

    def _current(self, connection: sqlite3.Connection) -> _Index:
        with at_one_moment(connection):
            row = connection.execute(_NOW).fetchone() or (0, "", "", 0)
            if self._index is None or self._index.build != row[:2]:
                self._index = _read(connection, row[:2], row[2])
            elif self._decided != row[3]:
                self._index.attributes.read_links(connection)
            self._decided = row[3]
            return self._index

    def _weigh(self, index: _Index, words: str, by_meaning: bool = True) -> _Weighed:
        import numpy as np

        question = read_question(words, index.names)
        worded = index.wording.weigh(question)
        has = worded.said | worded.titled
        everything = np.ones(len(index.ids), bool)
        if not question.tokens:
            return _Weighed(
                question, has, ~everything * 0.0, everything, ~everything, everything,
                Meaning.NOT_ASKED,
            )  # fmt: skip
        vector, meaning = None, Meaning.ABSENT if by_meaning else Meaning.NOT_ASKED
        if by_meaning and index.meanings is not None:
            vector, meaning = self.understanding.direction(
                question.text, index.encoder, index.usual
            )
        self.hasty += meaning is Meaning.LOADING
        # `all` of no words at all would be true.
        complete = np.all(worded.said, axis=0) & np.any(worded.said, axis=0)
        if vector is None or index.meanings is None:
            nearby = np.zeros(len(index.ids), np.float32)
            some = has.any(axis=0) & (has.mean(axis=0) >= _ENOUGH_WORDS)
        else:
            nearby = index.meanings.of(vector, worded.evidence)
            some = has.any(axis=0) & (nearby >= _NEAR_WITH_WORDS)
        score = (worded.evidence + _MEANING * np.maximum(nearby, 0)) / (1 + _MEANING)
        near = np.asarray(nearby >= NEAR)
        wordless = np.flatnonzero(near & ~has.any(axis=0))
        near[wordless[np.argsort(-nearby[wordless])[_MOST_NEAR:]]] = False
        fits = (complete | near | some) & worded.phrases
        return _Weighed(question, has, score, complete, near, fits, meaning)


def _read(connection: sqlite3.Connection, build: tuple[int, str], encoder: str) -> _Index:
    cursor = connection.execute(FINDINGS)
    columns = [one[0] for one in cursor.description]
    attributes, digests = Attributes(), bytearray()
    embedded = connection.execute(_EMBEDDED, [encoder]).fetchone()

    def said() -> Iterator[tuple[str, tuple[str, ...], str]]:
        for rows in iter(partial(cursor.fetchmany, _AT_ONCE), []):
            some = dict(zip(columns, zip(*rows, strict=True), strict=True))
            attributes.extend(some)
            digests.extend(b"".join(map(digest, some["quote"])) if embedded else b"")
            abouts = zip(*map(some.__getitem__, _ABOUT), strict=True)
            yield from zip(some["quote"], abouts, some["title"], strict=True)

    wording = Wording(said())
    attributes.read_challenges(connection)
    attributes.read_links(connection)
    ids = tuple(attributes.numbers)
    names = connection.execute("SELECT name FROM places").fetchall()
    return _Index(
        build,
        encoder,
        ids,
        attributes,
        wording,
        nearness(connection, bytes(digests), encoder),
        tuple(_usual(connection, ids[:: len(ids) // _USUAL + 1])),
        frozenset(word for (name,) in names for word in tokens(name)) - _LEVELS,
    )


def _usual(connection: sqlite3.Connection, ids: Sequence[str]) -> Iterator[str]:
    for one in ids:
        (quote,) = connection.execute("SELECT quote FROM findings WHERE id = ?", [one]).fetchone()
        yield " ".join(said_words(quote)[:2])


def _best(numbers: Array, weighed: _Weighed, most: int) -> Array:
    """Return the best of some findings in order: those with all words first; of equals the one that
    comes first. To sort all would be slow."""
    import numpy as np

    worth = weighed.score[numbers].astype(float) + 2.0 * weighed.complete[numbers]
    if (most := max(most, 1)) < len(numbers):
        above = worth >= np.partition(worth, len(worth) - most)[len(worth) - most]
        numbers, worth = numbers[above], worth[above]
    best: Array = numbers[np.argsort(-worth, kind="stable")]
    return best


_ABOUT = ("place", "smaller", "province", "site")
_EMBEDDED = "SELECT 1 FROM embeddings WHERE model = ? LIMIT 1"
_AT_ONCE = 4096
_USUAL = 64
_LEVELS = {"provinsi", "kabupaten", "kota"}


def _hit(index: _Index, weighed: _Weighed, number: int) -> Hit:
    has = weighed.has[:, number]
    return Hit(
        index.ids[number],
        float(weighed.score[number]),
        tuple(word for word, one in zip(weighed.question.sought, has, strict=True) if one),
        bool(weighed.question.sought) and bool(weighed.complete[number]),
        bool(weighed.near[number]),
    )
