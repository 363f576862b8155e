"""Who decides, where nobody says: a person, never an account, a team or a machine."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click

from telusur.words import say

_NO_PERSON = re.compile(
    r"\b(?:maintainers?|bots?|teams?|tim|admin(?:istrator)?|root|ci|builds?|dev|developers?|"
    r"pengembang|pengelola|users?|pengguna|github|gitlab|runner|unknown|nobody|tests?)\b|[@\d/]",
    re.IGNORECASE,
)


def name_of(root: Path) -> str:
    """Return the name that git knows for a person, else the one that is asked for, once.

    Raises:
        click.UsageError: neither is there, and nobody sits at a terminal.
    """
    if name := _of_git(root):
        return name
    kept = Path(click.get_app_dir("telusur")) / "name"
    if kept.is_file() and (name := kept.read_text(encoding="utf-8").strip()):
        return name
    if not sys.stdin.isatty():
        raise click.UsageError(say("Say who decides: --by “NAME”."))
    name = " ".join(click.prompt(say("Your name, as colleagues are to read it")).split())
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text(f"{name}\n", encoding="utf-8")
    click.echo(say("Kept for the next times in {file}; --by names somebody else.", file=kept))
    return name


def _of_git(root: Path) -> str:
    import shutil
    import subprocess

    if not shutil.which("git"):
        return ""
    asked = ["git", "config", "user.name"]
    done = subprocess.run(asked, cwd=root, capture_output=True, text=True, check=False)
    name = done.stdout.strip()
    return "" if _NO_PERSON.search(name) else name
