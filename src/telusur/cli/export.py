"""telusur export"""

from __future__ import annotations

from pathlib import Path

import click

from telusur.cli.options import database_option
from telusur.cli.target import ending_of, force_option, write
from telusur.words import say

_TABLES = (
    "matriks",
    "matriks-saran",
    "ketentuan",
    "temuan",
    "tautan",
    "celah",
    "celah-dibenarkan",
    "alasan",
)
_ORDERS = ("pasal", "place", "challenge")
_ANNEXES = (".docx", ".pdf")


@click.command("export")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--table", type=click.Choice(_TABLES), help="Which table a .csv holds.  [default: tautan]"
)
@click.option(
    "--by", "order", type=click.Choice(_ORDERS), help="How an annex goes.  [default: pasal]"
)
@click.option(
    "--suggested",
    is_flag=True,
    help="Show in an annex what nobody has accepted, too, each quote marked as such.",
)
@force_option
@database_option
@click.pass_obj
def command(
    workspace: Path,
    file: Path,
    table: str | None,
    order: str | None,
    suggested: bool,
    force: bool,
    database: Path | None,
) -> None:
    """Write the evidence to FILE in the form that offices accept.

    The ending decides: .xlsx is the traceability matrix with all that stands behind it, .csv one
    table, .docx and .pdf the annex of evidence for the Naskah Urgensi (only what people accepted),
    .qdpx a project for ATLAS.ti, MAXQDA, NVivo or QualCoder. The draft itself is written by
    `telusur draft export`.
    """
    from telusur.cli.progress import waiting
    from telusur.handover import FORMATS, Wish, hand_over
    from telusur.store.connection import store_for_reading
    from telusur.workspace import STORE, find_workspace

    ending = ending_of(file, FORMATS)
    if table and ending != ".csv":
        raise click.UsageError(say("--table belongs to a .csv: a workbook has all tables."))
    if (order or suggested) and ending not in _ANNEXES:
        raise click.UsageError(say("--by and --suggested belong to an annex: .docx or .pdf."))
    wish = Wish(table or "tautan", order or "pasal", suggested)
    with store_for_reading(database or find_workspace(workspace) / STORE) as db:
        with waiting(say("writing {file}", file=file)):
            size = write(file, lambda: hand_over(db, ending, wish), force=force)
        (accepted,) = db.execute("SELECT count(*) FROM links WHERE status = 'accepted'").fetchone()
    click.echo(
        say(
            "Wrote {file}: {what}, {size:.0f} kB.",
            file=file,
            what=FORMATS[ending],
            size=size / 1000,
        )
    )
    if ending in _ANNEXES and not suggested and not accepted:
        click.echo(say("No link has been accepted yet, so no quote is in it: see --suggested."))
