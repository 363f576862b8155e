"""telusur review"""

from __future__ import annotations

from pathlib import Path

import click

from telusur.cli.lazy import SpokenGroup
from telusur.cli.options import WORDS, database_option
from telusur.cli.review.deciding import DECIDING
from telusur.cli.review.gold import gold
from telusur.cli.review.keeping import KEEPING
from telusur.cli.review.listing import list_
from telusur.cli.review.sheet import export, import_, queue_options
from telusur.cli.review.who import name_of


@click.group("review", cls=SpokenGroup, invoke_without_command=True)
@queue_options
@click.option(
    "--by",
    type=WORDS,
    help="Who decides.  [default: the name that git knows, else yours, asked for once]",
)
@database_option
@click.pass_context
def command(
    context: click.Context, /, by: str | None, database: Path | None, order: str, **filters: str
) -> None:
    """Decide on links between findings and clauses.

    Without a command, suggestions come one after the other, each decided by one key.

    A decision is written to the end of draft/review.jsonl, with what both ends say now, and shows
    in the store at once; scores follow with the next `telusur build`. When the words of one end
    change later, the link becomes suspect. A later decision on the same link supersedes the earlier
    one; nothing is ever taken out of the journal.
    """
    if not context.invoked_subcommand:
        from telusur.cli.review.walk import walk

        walk(context.obj, database, by, order, name_of, **filters)


for one in (*DECIDING, *KEEPING, list_, export, import_, gold):
    command.add_command(one)
