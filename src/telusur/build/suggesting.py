"""Links for words that somebody marks while the browser is open, as the next build makes them."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from telusur import draft, link, review
from telusur.build.opening import open_workspace
from telusur.link.model import Link, Source, Target
from telusur.store.database import Database
from telusur.store.embeddings import EmbeddingCache

Suggest = Callable[[Database, Sequence[str]], Mapping[str, Sequence[Link]]]


def suggester(root: Path) -> Suggest:
    """Return what links words to the clauses that the store of the workspace at `root` has.

    The model is loaded when it is first needed. What is returned writes vectors to the store, and
    raises InvalidWorkspace where the draft or the lexicon hold mistakes.
    """
    loaded = functools.cache(link.load_encoder)

    def suggest(db: Database, words: Sequence[str]) -> Mapping[str, Sequence[Link]]:
        workspace, lexicon = open_workspace(root)
        in_store = {id_ for (id_,) in db.execute("SELECT id FROM clauses")}
        provisions = draft.provisions(draft.read_draft(workspace.draft))
        targets = [
            Target(one.clause_id, one.text, one.heading)
            for one in provisions
            if one.clause_id in in_store
        ]
        if not targets:
            return {one: [] for one in words}
        worth = review.weigh_decisions(review.read_journal(workspace.journal).entries)
        options = link.Options(
            **workspace.settings.links.model_dump(),
            calibration=worth.calibration if worth else None,
        )
        sources = [Source(one, one) for one in words]
        texts = link.texts_to_embed(sources, targets, lexicon.challenges)
        model = workspace.model
        encoder = link.identify(model)
        vectors = link.embed_all(
            texts, encoder, lambda: loaded(model), EmbeddingCache(db), lambda _: None
        )
        found: dict[str, list[Link]] = {one: [] for one in words}
        for one in link.rank(sources, targets, lexicon.challenges, vectors, options, encoder):
            found[one.finding_id].append(one)
        return found

    return suggest
