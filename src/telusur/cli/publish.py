"""telusur publish"""

from __future__ import annotations

import contextlib
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from telusur.cli.options import WORDS, database_option
from telusur.words import say, say_of

if TYPE_CHECKING:
    from telusur.publish import Form, Published, Standing
    from telusur.workspace import Workspace


@click.command("publish")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--dry-run", is_flag=True, help="Write only the report of what would be redacted.")
@click.option("--verify", is_flag=True, help="Check that a bundle is as it was published.")
@click.option(
    "--key",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Private Ed25519 key to sign with; with --verify the public key that must have signed.",
)
@click.option(
    "--after",
    metavar="OLD",
    type=click.Path(path_type=Path, exists=True),
    help="The edition before this one, where DIR does not hold it; with --verify the one that you "
    "have seen (its folder or manifest.json), which no older one may replace.",
)
@click.option(
    "--baseline",
    metavar="NAME",
    type=WORDS,
    help="Publish draft, decisions and evidence as they stood at this baseline. What is hidden is "
    "decided by telusur.toml as it is today.",
)
@click.option(
    "--suggestions",
    is_flag=True,
    help='For once publish what is suggested too, as `links = "all"` would; every page says so.',
)
@click.option(
    "--static",
    is_flag=True,
    help="Write plain HTML pages, for a web host that runs no program, or a USB stick.",
)
@database_option
@click.pass_obj
def command(
    workspace: Path,
    folder: Path,
    dry_run: bool,
    verify: bool,
    key: Path | None,
    after: Path | None,
    baseline: str | None,
    suggestions: bool,
    static: bool,
    database: Path | None,
) -> None:
    """Make DIR: a read-only, redacted browser that plain `datasette serve DIR` runs.

    What is personal is hidden before anything is copied, and every byte is searched for it
    afterwards; on any doubt nothing is published. A report of what was hidden, for you alone, is
    written beside DIR: read it, and correct it with `redact` and `keep` under [publish] in
    telusur.toml. Only links that people accepted are published unless you choose otherwise. With an
    Ed25519 key, as OpenSSH makes them, the bundle is signed.
    """
    folder = folder.absolute()
    if verify:
        _verify(folder, key, after)
        return
    from telusur.cli.progress import waiting
    from telusur.publish import publish
    from telusur.workspace import workspace_at

    form = _plain() if static else None
    here = workspace_at(workspace)
    store = database or here.database
    with contextlib.ExitStack() as during:
        standing = None
        if baseline:
            store, standing = during.enter_context(_as_it_stood(here, store, baseline))
        during.enter_context(
            waiting(say("looking for what must be hidden, and searching it again"))
        )
        done = publish(
            here, store, folder, key=key, after=after, dry_run=dry_run, standing=standing,
            suggestions=suggestions, form=form,
        )  # fmt: skip
    _summarise(done, served=not static)


def _plain() -> Form:
    from telusur.plain import Plain

    return Plain()


@contextlib.contextmanager
def _as_it_stood(here: Workspace, store: Path, name: str) -> Iterator[tuple[Path, Standing]]:
    from telusur.baseline import load, restored, slug
    from telusur.publish import Standing
    from telusur.store.connection import store_for_reading

    kept = load(here.draft, name)
    with (
        store_for_reading(store) as today,
        restored(here.root, slug(name), kept, today) as state,
    ):
        standing = Standing(kept.name, kept.at.date(), state.draft, state.reports_since)
        standing.refuse_names([kept.by, *(one.name for one in kept.signed)])
        yield state.database, standing


def _verify(folder: Path, key: Path | None, after: Path | None) -> None:
    from telusur.publish import (
        differences,
        edition_of,
        read_public_key,
        refuse_unless_later,
        signed_by,
    )

    expected = read_public_key(key) if key else None
    if wrong := differences(folder):
        for line in wrong:
            click.echo(line)
        raise click.ClickException(
            say_of(
                "{folder}: {count} difference from the manifest",
                "{folder}: {count} differences from the manifest",
                len(wrong),
                folder=folder,
            )
        )
    signer = signed_by(folder, expected)
    edition = edition_of(folder)
    if after:
        refuse_unless_later(edition, edition_of(after), known_key=expected is not None)
    click.echo(
        say(
            "{folder}: as it was published (manifest {digest})",
            folder=folder,
            digest=edition.digest,
        )
    )
    click.echo(f"{edition}.")
    if signer is None:
        click.echo(say("Unsigned: nothing says who published it."))
    elif expected:
        click.echo(say("Signed by {key} ({fingerprint}).", key=key, fingerprint=signer.fingerprint))
    else:
        click.echo(
            say(
                "Signed by {fingerprint}. Whose key that is, only the publisher can say: name "
                "their public key with --key.",
                fingerprint=signer.fingerprint,
            )
        )


def _summarise(done: Published, *, served: bool) -> None:
    counted = Counter(one.rule for one in done.redacted.redactions)
    told = ", ".join(f"{count} {rule}" for rule, count in sorted(counted.items()))
    click.echo(say("Redacted: {told}", told=told or say("nothing")))
    for withheld in done.redacted.withheld:
        click.echo(say("Withheld: {report}", report=withheld))
    for warning in done.redacted.warnings:
        click.echo(say("Warning: {warning}", warning=warning))
    click.echo(say("What, where and why (for you alone): {report}", report=done.report))
    if done.folder is None:
        click.echo(say("Dry run: nothing was published."))
        if done.refusal:
            click.echo(say("Without --dry-run: {refusal}", refusal=done.refusal))
        return
    counts = done.counts
    click.echo(
        say(
            "Published {reports} reports, {findings} findings, {accepted} accepted links and "
            "{suggested} suggestions in {folder}. Next: {next}",
            reports=counts["documents"],
            findings=counts["findings"],
            accepted=counts["accepted"],
            suggested=counts["strong"] + counts["weak"],
            folder=done.folder,
            next=f"{_datasette()} serve {done.folder}"
            if served
            else say(
                "open {page}, or copy the folder to a web host", page=done.folder / "index.html"
            ),
        )
    )


def _datasette() -> str:
    """The command as it may be typed: pipx and uv put only ours on the path."""
    own = Path(sys.executable).with_name("datasette")
    return "datasette" if shutil.which("datasette") or not own.exists() else str(own)
