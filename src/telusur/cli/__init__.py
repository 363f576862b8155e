"""The command line: one file a command, each a thin shell over a plain function."""

from __future__ import annotations

import errno
import gc
import os
import sys
from pathlib import Path

import click

from telusur import __version__
from telusur.cli.lazy import LazyGroup
from telusur.errors import TelusurError
from telusur.words import LANGUAGES, say, speak

COMMANDS = (
    "init",
    "build",
    "serve",
    "account",
    "trace",
    "search",
    "review",
    "baseline",
    "check",
    "draft",
    "export",
    "import",
    "publish",
    "evaluate",
    "encoder",
    "doctor",
)
"""In the order in which one needs them."""
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""Of a full disk, a quota and the largest file allowed: most come without the name of a file."""
_UNTIL_COLLECTED = 50_000
"""Objects made before Python looks for cycles among them; a few megabytes, and not 700 objects."""


@click.command(
    cls=LazyGroup,
    package="telusur.cli",
    names=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="telusur")
@click.option(
    "--bahasa",
    type=click.Choice(LANGUAGES),
    is_eager=True,
    expose_value=False,
    callback=lambda _, __, given: speak(given),
    help="Speak Indonesian or English.  [default: TELUSUR_BAHASA, else what the locale says]",
)
@click.option(
    "-w",
    "--workspace",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=Path(),
    help="The workspace, or a folder in it.  [default: here]",
)
@click.pass_context
def commands(context: click.Context, workspace: Path) -> None:
    """Trace the clauses of a draft regulation to what was seen in the field.

    A workspace is a folder with reports in corpus/, a regulation in draft/, and the rules for
    reading them in extract/. Begin with `telusur build` in one, or make one with `telusur init`.
    """
    context.obj = workspace


def main() -> None:
    """Run the command line; errors for people are printed without a traceback."""
    speak()
    # Modules and models stay: looking through them for garbage is a fifth of a short command.
    gc.set_threshold(_UNTIL_COLLECTED)
    # pydantic would look through all that is installed for plugins, of which we use none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # numpy's threads wait for each other by spinning, which takes three times what they have to do.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    for given in sys.argv[1:]:
        if not given.isprintable() and given != given.encode("utf-8", "replace").decode():
            written = given.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
            click.echo(
                say(
                    "“{written}” is not UTF-8. Write it anew, or rename the file.", written=written
                ),
                err=True,
            )
            sys.exit(2)
    try:
        commands(prog_name="telusur")
    except TelusurError as error:
        click.echo(str(error), err=True)
        sys.exit(2)
    except OSError as error:
        if error.errno in _FULL:
            where = error.filename or say("The disk")
            click.echo(
                say("{where}: no room is left to write. Make room and try again.", where=where),
                err=True,
            )
            sys.exit(2)
        if error.filename is None:  # not about a file of the user's: a mistake of ours
            raise
        click.echo(
            say(
                "{filename}: {strerror}. Check the file and its rights.",
                filename=error.filename,
                strerror=error.strerror,
            ),
            err=True,
        )
        sys.exit(2)
