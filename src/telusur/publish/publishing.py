"""Makes a bundle: redacts, copies, proves, and only then puts the folder in its place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from telusur.errors import EncoderUnavailable, InvalidWorkspace, PublishRefused
from telusur.extract.lexicon import OFFICIALS, names_of_places, read_lexicon
from telusur.publish.edition import (
    MANIFEST,
    Signer,
    differences,
    read_signer,
)
from telusur.publish.evidence import Sources, read_sources
from telusur.publish.evidence.wanted import nothing_accepted, with_suggestions
from telusur.publish.filling import fill
from telusur.publish.forms import Form, Served
from telusur.publish.placing import (
    made_in,
    making,
    put_in_place,
    refuse_other_folders,
    refuse_within,
)
from telusur.publish.proof import leaks_in
from telusur.publish.proof.traces import traces_in
from telusur.publish.redaction import Redacted, Wishes, redact
from telusur.publish.report import refuse_other_reports, told_leaks, write_report
from telusur.publish.rules.people.context import context_finder
from telusur.publish.rules.vocabulary import vocabulary
from telusur.publish.standing import Standing
from telusur.publish.telling import source_files
from telusur.store.connection import store_for_reading
from telusur.store.database import Database
from telusur.words import say
from telusur.workspace import PublishSettings, Workspace


@dataclass(frozen=True, slots=True)
class Published:
    """What was made, or would be."""

    folder: Path | None
    """The bundle; None in a dry run."""
    report: Path
    """What was redacted, for the person who publishes."""
    counts: dict[str, int]
    """How many of what is published; empty in a dry run."""
    redacted: Redacted
    refusal: str = ""
    """In a dry run: why a real one would publish nothing."""


def publish(
    workspace: Workspace,
    database: Path,
    folder: Path,
    *,
    key: Path | None = None,
    after: Path | None = None,
    dry_run: bool = False,
    standing: Standing | None = None,
    suggestions: bool = False,
    form: Form | None = None,
) -> Published:
    """Make the bundle `folder` from the store, and the report beside it.

    `key` signs it, in the place of the one that telusur.toml names. `after` is the edition before,
    where that is not the bundle that is replaced. With `standing`, `database` is the store of a
    baseline, and not today's. `suggestions` are published as if the settings said `links = "all"`.
    `form` writes it as something else than a folder for Datasette.

    Raises:
        PublishRefused: nothing is accepted, something personal was left, a setting fits nothing,
            the key is none, or `folder` is there and not as Telusur made it, or is read by builds.
            There is no new folder then; an earlier edition stays as it was.
        CannotWrite: in the place of the report lies something else.
        InvalidWorkspace, StoreUnusable: as `telusur build` raises them.
    """
    form = form or Served()
    refuse_within(folder, (workspace.corpus, workspace.draft, workspace.lexicon))
    report = folder.with_name(f"{folder.name}.publish-report.json")
    if dry_run:  # else under the lock: another process may be exchanging the folder just now
        refuse_other_folders(folder)
    refuse_other_reports(report)
    signer = _signer(workspace, key)
    if standing:
        workspace = _with(workspace, standing.settings(workspace.settings.publish))
    if suggestions:
        workspace = _with(workspace, with_suggestions(workspace.settings.publish))
    with store_for_reading(database) as db:
        elsewhere = standing.reports_since if standing else ()
        sources = read_sources(db, workspace.settings.publish, elsewhere)
        if standing:
            standing.refuse_names(sources.reviewers)
        redacted = redact_sources(workspace, sources)
        _refuse_secrets_in_draft(redacted, sources)
        checked = source_files(db, redacted)
        refusal = nothing_accepted(workspace.settings.publish, db, redacted)
        if dry_run:
            write_report(report, redacted, (), checked, "Uji coba: tidak ada yang diterbitkan")
            return Published(None, report, {}, redacted, refusal)
        if refusal:
            raise PublishRefused(refusal)
        with making(folder) as partial:
            refuse_other_folders(folder)
            before = _before(folder, after)
            counts = fill(partial, before, workspace, db, redacted, signer, standing, form)
            needles, program = _paths(workspace.root, partial, db), form.copied()
            leaks = [
                leak
                for made in made_in(partial)
                for leak in (*leaks_in(made, redacted.secrets, needles, program), *traces_in(made))
            ]
            if leaks:
                write_report(report, redacted, leaks, checked, "GAGAL: tidak ada yang diterbitkan")
                raise PublishRefused(told_leaks(leaks, report, _reports(redacted, db)))
            write_report(report, redacted, (), checked, "Diterbitkan; tidak ada yang bocor")
            put_in_place(partial, folder)
    return Published(folder, report, counts, redacted)


def redact_sources(workspace: Workspace, sources: Sources) -> Redacted:
    """Redact all reports by the workspace's own words and wishes."""
    lexicon, problems = read_lexicon(workspace.lexicon)
    if lexicon is None:
        raise InvalidWorkspace(problems)
    settings = workspace.settings.publish
    lists = [
        path.read_text(encoding="utf-8", errors="replace")
        for path in sorted(workspace.lexicon.rglob("*"))
        if path.suffix in (".yml", ".jsonl") and path.name != OFFICIALS
    ]
    words = vocabulary([*lists, *sources.draft])
    wishes = Wishes(settings.redact, settings.keep, sources.reviewers, lexicon.officials)
    places = list(names_of_places(lexicon.places))
    open_texts = [*sources.draft, *sources.institutions]
    try:
        database = workspace.database
        context = context_finder(words, database.with_name(f"{database.name}-sentences"))
    except EncoderUnavailable as error:
        done = redact(sources.reports, wishes, words, places, open_texts)
        told = say(
            "People were looked for by rules alone: names in small letters, and names that are "
            "ordinary words, are found less often then. Look through all reports. ({error})",
            error=error,
        )
        return replace(done, warnings=(*done.warnings, told))
    done = redact(sources.reports, wishes, words, places, open_texts, context)
    context.save()
    return done


def _signer(workspace: Workspace, key: Path | None) -> Signer | None:
    named = workspace.settings.publish.key
    if key is None and named:
        key = workspace.root / Path(named).expanduser()
    return read_signer(key) if key else None


def _before(folder: Path, after: Path | None) -> Path | None:
    """The edition before: the one that was named, or else the one that is replaced."""
    if after:
        if wrong := differences(after):
            raise PublishRefused(
                say(
                    "{after}: this edition is not as it was published: {wrong}.",
                    after=after,
                    wrong=wrong[0],
                )
            )
        return after
    return folder if (folder / MANIFEST).is_file() else None


def _with(workspace: Workspace, wanted: PublishSettings) -> Workspace:
    return replace(workspace, settings=workspace.settings.model_copy(update={"publish": wanted}))


def _refuse_secrets_in_draft(redacted: Redacted, sources: Sources) -> None:
    for text in sources.draft:
        for one in redacted.secrets.found_in(text):
            words = text[one.start : one.end]
            raise PublishRefused(
                say(
                    "The draft itself says “{words}”, which is hidden in the reports ({rule}). Add "
                    "it to `keep` under [publish] in telusur.toml, or take it out of the draft.",
                    words=words,
                    rule=one.rule,
                )
            )


def _paths(root: Path, partial: Path, db: Database) -> tuple[str, ...]:
    """Names of folders and files of this machine, which no reader needs to know."""
    above = partial.resolve().parent.parent
    folders = {str(one) for one in (root.resolve(), partial.resolve(), above, Path.home())}
    read = {path for (path,) in db.execute("SELECT path FROM documents")}
    return tuple(sorted(path for path in folders | read if len(path) > len("/srv/x")))


def _reports(redacted: Redacted, db: Database) -> dict[str, str]:
    """The files of reports, by the ids under which they would be published."""
    ids = redacted.ids
    return {ids.get(id_, id_): path for id_, path in db.execute("SELECT id, path FROM documents")}
