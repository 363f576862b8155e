"""What the store is told of a build."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from telusur import extract
from telusur.build.job import Job
from telusur.review import Entry, Worth
from telusur.store.model import Changes, Vocabulary


def changes_of(
    job: Job,
    journal: Sequence[Entry],
    worth: Worth | None,
    seconds: Mapping[str, float],
) -> Changes:
    """Return what is new since the build before; `seconds` is what each stage took."""
    plan = job.plan
    vocabulary = Vocabulary(extract.all_places(), job.lexicon.challenges)
    return Changes(
        since_build=plan.before.build_id,
        vocabulary=vocabulary if plan.afresh else None,
        gone=_gone(job),
        readings=job.done,
        regulation=job.regulation if plan.redraft else None,
        links=job.links,
        relinked=plan.relink,
        marked={words: job.marked_links.get(words, ()) for words in job.marked},
        unreadable=(*plan.unreadable, *job.unreadable),
        journal=tuple(journal),
        worth=worth.told() if worth else None,
        unsure_below=job.unsure_below,
        encoder=job.encoder,
        inputs=plan.inputs,
        seconds=seconds,
    )


def _gone(job: Job) -> tuple[str, ...]:
    """Reports that left the corpus, and those that could be read before and now cannot."""
    lost = {file.id for file in job.plan.read} & set(job.plan.before.documents) - job.read
    return tuple(sorted(lost | set(job.plan.gone)))
