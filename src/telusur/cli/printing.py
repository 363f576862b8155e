"""Lines of text on a terminal, or in a file: quicker there than with a library for tables."""

from __future__ import annotations

import shutil
import sys
import textwrap
from typing import Any

import click

_UNSEEN = dict.fromkeys((*range(9), *range(11, 32), *range(127, 160)))
"""Characters by which a text could command a terminal."""


def bold(words: str) -> str:
    """The words, so that they stand out; a file gets them plain."""
    return click.style(words, bold=True)


def line(text: str, *, err: bool = False, **style: Any) -> None:
    """Print a line, to the error output with `err`, in the `style` of click."""
    click.secho(text, err=err, **style)


def wrapped(text: str, **style: Any) -> None:
    """Print a line of the user's, on a terminal cut at spaces and each line as far in as the first.

    A line that is empty is left out.
    """
    if not text:
        return
    if not sys.stdout.isatty():
        line(text, **style)
        return
    words = text.lstrip(" \n").translate(_UNSEEN)
    before = text[: len(text) - len(words)]
    indent = " " * len(before.rsplit("\n", 1)[-1])
    width = shutil.get_terminal_size().columns
    lines = [
        textwrap.fill(
            one, width, initial_indent=indent, subsequent_indent=indent, break_long_words=False
        )
        for one in words.split("\n")
    ]
    line(before.rstrip(" ") + "\n".join(lines), **style)
