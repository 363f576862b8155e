"""Brings the pages into a published browser. A copy of this file lies in every bundle."""

import sys
from pathlib import Path

from datasette.plugins import pm

if not pm.has_plugin("telusur"):
    sys.dont_write_bytecode = True  # the bundle stays as it was made
    sys.path.insert(0, str(Path(__file__).parent.parent / "lib"))
    pm.load_setuptools_entrypoints("datasette")
