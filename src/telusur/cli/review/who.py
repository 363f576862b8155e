"""Who decides, where nobody says."""

from __future__ import annotations

from pathlib import Path


def name_of(root: Path) -> str:
    """Return the name that git knows, or else that of the account."""
    import getpass
    import shutil
    import subprocess

    if shutil.which("git"):
        asked = ["git", "config", "user.name"]
        done = subprocess.run(asked, cwd=root, capture_output=True, text=True, check=False)
        if name := done.stdout.strip():
            return name
    return getpass.getuser()
