"""The component of judgement by cues."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from telusur.extract.attributes import Attribute
from telusur.extract.clauses.clause import Clause
from telusur.extract.clauses.component import CLAUSES
from telusur.extract.judgement.candidate import Candidate
from telusur.extract.judgement.judging import DocCues, Judge, Judgement
from telusur.extract.language.indonesian import Indonesian

CANDIDATES: Attribute[tuple[Candidate, ...]] = Attribute("candidates")
"""Every clause, in order of position."""


@Language.factory("telusur_judgement", requires=[CLAUSES.path], assigns=[CANDIDATES.path])
class Judging:
    """Weighs the cues in each clause."""

    def __init__(self, nlp: Indonesian, name: str) -> None:
        self._judge = Judge(nlp.lexicon, nlp.vocab)
        self._labels = {kind.id: kind.label.lower() for kind in nlp.lexicon.kinds}

    def __call__(self, doc: Doc) -> Doc:
        """Write each clause with its judgement."""
        clauses = CLAUSES.of(doc)
        cues = self._judge.read(doc) if clauses else None
        CANDIDATES.write(doc, tuple(self._judged(one, cues) for one in clauses) if cues else ())
        return doc

    def _judged(self, clause: Clause, cues: DocCues) -> Candidate:
        judgement = self._judge.judge(cues, *clause.tokens, clause.context)
        return Candidate(clause, judgement, self._rule(judgement, clause))

    def _rule(self, judgement: Judgement, clause: Clause) -> str:
        """Say in Indonesian what made the clause a finding."""
        if clause.context.kind is not None:
            where = {"cell": "kolom", "item": "butir di bawah judul"}.get(
                clause.unit.form, "kalimat di bawah judul"
            )
            return f"{where} “{clause.unit.heading}”"
        words = ", ".join(f"“{word}”" for word in dict.fromkeys(judgement.signals))
        label = self._labels[judgement.kind]
        return f"isyarat {words} ({label})" if words else f"isyarat lemah ({label})"
