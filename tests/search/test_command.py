"""telusur search"""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from telusur.cli.search import command
from telusur.errors import NotFound


def run(store: Path, *words: str) -> str:
    """What the command prints when it need not load a model."""
    arguments = [*words, "--words-only", "--database", str(store)]
    done = CliRunner().invoke(command, arguments, obj=Path(), catch_exceptions=False)
    assert done.exit_code == 0
    return " ".join(done.output.split())


def test_hits_are_shown_with_where_and_when_they_were_said(store: Path) -> None:
    told = run(store, "pelayanan")
    assert "1 finding, 1 with all words" in told
    assert "“Layanan malam dibuka untuk pekerja” kelebihan, Kabupaten Serang" in told


def test_options_narrow_and_what_they_took_is_told(store: Path) -> None:
    assert "antre" in run(store, "antre", "--place", "umpama", "--since", "2020-01-01")
    told = run(store, "antre", "--place", "02", "--kind", "kendala")
    assert "Nothing found. Without --place: 1." in told


def test_an_unknown_place_is_an_error_for_people(store: Path) -> None:
    with pytest.raises(NotFound, match="No place is called “Atlantis”"):
        run(store, "antre", "--place", "Atlantis")
