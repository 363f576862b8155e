"""Opens a workspace: settings and lexicon, with all mistakes at once."""

from __future__ import annotations

from pathlib import Path

from telusur import corpus, extract
from telusur.errors import InvalidWorkspace
from telusur.extract.lexicon import Lexicon
from telusur.workspace import Workspace, read_settings


def open_workspace(root: Path) -> tuple[Workspace, Lexicon]:
    """Read the settings and the lexicon of the workspace at `root`.

    Raises:
        InvalidWorkspace: with every mistake in telusur.toml and extract/, and with those in the
            front matter of reports, which alone would only cost the reports they stand in.
    """
    settings, problems = read_settings(root)
    lexicon, mistakes = extract.read_lexicon(root / "extract")
    problems += mistakes
    if settings is None or not settings.corpus.follow_links:
        problems += corpus.links_out_of(root / "draft") + corpus.links_out_of(root / "extract")
    if settings is None or lexicon is None or problems:
        reports, _ = corpus.find_reports(root / "corpus")
        for path in reports:
            relative = path.relative_to(root / "corpus").as_posix()
            problems += corpus.check_front_matter(path, relative)
        raise InvalidWorkspace(problems)
    return Workspace(root, settings), lexicon
