"""Every error that Telusur shows to people.

The tree, at a glance::

    TelusurError
    ├── InvalidWorkspace    mistakes in telusur.toml, extract/ or draft/, all of them at once
    ├── UnreadableFile      one report that cannot be read; the rest of the build goes on
    │   └── ReaderFailed    by a fault of Telusur's own
    ├── EncoderUnavailable  the model cannot be found, rebuilt or used
    ├── ClusterUnusable     workers cannot be reached, are not alike, or were lost
    ├── StoreUnusable       evidence.db is missing, locked, damaged or of another version
    ├── NotFound            nothing answers to the name that was asked for
    ├── CannotWrite         a file would be overwritten that is not Telusur's, or changed meanwhile
    ├── NotRecorded         a decision could not be written to the journal
    ├── PublishRefused      something would be published that must not, or cannot be made
    └── CannotServe         the port is taken, or the browser does not start

Each message says what is wrong, where, and what to do next.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from telusur.words import say


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake in a file, for the person who can mend it."""

    path: str
    """The file, relative to the workspace where it lies inside it."""
    line: int | None
    """Line, counted from 1; None where the mistake has no line (a missing file)."""
    what: str
    """What is wrong, as a sentence without a full stop."""
    remedy: str
    """What to do about it, as a sentence without a full stop."""

    def __post_init__(self) -> None:
        for name in ("what", "remedy"):  # either may be words said only now
            object.__setattr__(self, name, str(getattr(self, name)))

    def __str__(self) -> str:
        where = self.path if self.line is None else f"{self.path}:{self.line}"
        return f"{where}: {self.what}. {self.remedy}."


class TelusurError(Exception):
    """The root of all errors that are shown to people without a traceback."""


class InvalidWorkspace(TelusurError):
    """The workspace's own files hold mistakes; `problems` lists every one of them."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda p: (p.path, p.line or 0, p.what)))
        super().__init__("\n".join(str(problem) for problem in self.problems))

    def __reduce__(self) -> tuple[type[InvalidWorkspace], tuple[Sequence[Problem]]]:
        """As it is sent from one process to another."""
        return type(self), (self.problems,)


class UnreadableFile(TelusurError):
    """A report cannot be read; `problems` says where and why."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class ReaderFailed(UnreadableFile):
    """Telusur itself failed on a report, in a way that nobody had thought of."""

    @classmethod
    def of(cls, path: str, error: object) -> ReaderFailed:
        """The failure at the report at `path`: an exception, or what is known of one."""
        said = f"{type(error).__name__}: {error}" if isinstance(error, Exception) else str(error)
        what = say(
            "Telusur failed on it ({split}), which is our fault", split=" ".join(said.split())[:200]
        )
        remedy = say(
            "Report this with the file, or save the file in another format and build again"
        )
        return cls([Problem(path, None, what.encode("utf-8", "replace").decode(), remedy)])


class EncoderUnavailable(TelusurError):
    """The encoder cannot be found, rebuilt or used."""


class ClusterUnusable(TelusurError):
    """A cluster cannot be reached, its workers differ from this machine, or it was lost."""


class StoreUnusable(TelusurError):
    """The evidence store is missing, locked, damaged or of another version."""


class NotFound(TelusurError):
    """Nothing in the store answers to the name that was asked for."""


class CannotWrite(TelusurError):
    """A file was left as it is: it is not Telusur's to overwrite, or changed meanwhile."""


class NotRecorded(TelusurError):
    """A decision could not be written to the journal; the journal is as it was."""


class CannotServe(TelusurError):
    """The evidence browser cannot be started."""


class PublishRefused(TelusurError):
    """Nothing was published: it would have shown too much, or could not be made."""
