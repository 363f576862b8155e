"""Which links are published: what people accepted and, only by choice, what is suggested."""

from __future__ import annotations

from telusur.publish.redaction import Redacted
from telusur.store.database import Database
from telusur.store.reading import rows
from telusur.words import say
from telusur.workspace import PublishSettings


def with_suggestions(settings: PublishSettings) -> PublishSettings:
    """The settings, with everything that is suggested published, too."""
    return settings.model_copy(update={"links": "all"})


def nothing_accepted(settings: PublishSettings, db: Database, redacted: Redacted) -> str:
    """Say why only accepted links cannot be published; nothing where they can."""
    if settings.links != "accepted":
        return ""
    sql = """SELECT DISTINCT document_id FROM links JOIN findings ON findings.id = finding_id
             WHERE status = 'accepted'"""
    accepted = {row["document_id"] for row in rows(db, sql)}
    if any((one, "text") in redacted.parts for one in accepted):
        return ""
    why = (
        say("all links that people accepted are in reports that are withheld")
        if accepted
        else say("nobody has accepted a link yet")
    )
    return say(
        "Nothing is published: {why}, and only accepted links are evidence (`links` under "
        "[publish] in telusur.toml). Accept some (`telusur review`, or `telusur serve --review`), "
        "or publish the suggestions too, marked as such on every page: --suggestions.",
        why=why,
    )
