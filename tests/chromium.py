"""Finds a Chromium for the tests of pages, and installs one where it can.

`python -m tests.chromium` says which one is used; `make test` runs it first. Without one the tests
of pages are skipped, and the last line of the test run says so; where CI is set they fail.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
REMEDY = "apt-get install chromium, or .venv/bin/playwright install --with-deps chromium"


def find() -> str | None:
    """Return the path of a Chromium that starts; None where there is none."""
    return next((path for path in _candidates() if _starts(path)), None)


def install() -> None:
    """Try what this machine offers: Debian's package as root, else Playwright's own download."""
    for command in _ways():
        print("No Chromium yet:", " ".join(command), flush=True)
        if _run(command) and find():
            return


def _candidates() -> Iterator[str]:
    yield from filter(None, map(shutil.which, NAMES))
    # In a thread of its own: tests may have a Playwright running in this one.
    with ThreadPoolExecutor(1) as other:
        own = other.submit(_of_playwright).result()
    if Path(own).is_file():
        yield own


def _of_playwright() -> str:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def _starts(path: str) -> bool:
    """Tell a browser from a stub that only names a package, and from one that lacks libraries."""
    try:
        told = subprocess.run([path, "--version"], capture_output=True, text=True, check=False)
    except OSError:
        return False
    return told.returncode == 0 and "Chrom" in told.stdout


def _ways() -> Iterator[list[str]]:
    if os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get"):
        package = ["apt-get", "install", "-qq", "--no-install-recommends", "chromium"]
        yield ["apt-get", "update", "-qq"]
        yield package
    yield [sys.executable, "-m", "playwright", "install", "chromium"]


def _run(command: list[str]) -> bool:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    quiet.setdefault("PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT", "30000")
    try:
        done = subprocess.run(
            command,
            env=quiet,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
    except OSError as error:
        print(f"  {error}")
        return False
    if done.returncode:
        print("  " + "\n  ".join((done.stderr or done.stdout).strip().splitlines()[-3:]))
    return done.returncode == 0


def main() -> int:
    """Find or install one; fail without one only where CI is set."""
    if not find():
        install()
    if path := find():
        print(f"Pages are tested in {path}")
        return 0
    print(f"There is no Chromium, and none could be installed. By hand: {REMEDY}")
    return 1 if os.environ.get("CI") else 0


if __name__ == "__main__":
    sys.exit(main())
