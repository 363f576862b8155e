"""Fuzzes every reader of foreign bytes for as long as one night takes.

    python -m benchmarks.fuzz --examples 20000

It runs tests/fuzz, the addresses of the browser and the tests of patterns, which the tests run
shortly, with so many examples for each reader. What fails is shown as small as it can be made;
write it down as a test of its own.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).parents[1] / "tests"
FUZZED = (
    "fuzz",
    "browse/safety/test_fuzz.py",
    "test_reading_patterns.py",
    "test_written_patterns.py",
    "publish/test_hostile_text.py",
)


def main() -> int:
    """Run the tests; the exit status is pytest's."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=int, default=20_000, help="for each reader")
    examples = parser.parse_args().examples
    return subprocess.run(
        [sys.executable, "-m", "pytest", *(TESTS / one for one in FUZZED), "-q"],
        env=os.environ | {"TELUSUR_FUZZ_EXAMPLES": str(examples)},
        check=False,
    ).returncode


if __name__ == "__main__":
    sys.exit(main())
