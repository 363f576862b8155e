"""What speaks for a link, signal by signal: the list that linking, explaining, measuring and search
go by.

A further signal is a file beside these and a line here. What each counts was weighed on judged
links; see docs/decisions/linking.md.
"""

from telusur.link.signals import answers, concepts, meaning, siblings, words
from telusur.link.signals.signal import Before, Clauses, Findings, Said, Signal, Weigh

_ALONE = (
    Signal("words", 1.0, words.prepare),
    Signal("meaning", 0.8, meaning.prepare),
    Signal("concepts", 0.4, concepts.prepare),
    Signal("answers", 1.25, answers.prepare),
)
"""What is said of a clause by itself."""
SIGNALS = (*_ALONE, Signal("siblings", 1.05, siblings.beside(_ALONE)))
"""A signal knows what those before it have said; of two that count as much the first is named
first as a reason."""


__all__ = [
    "SIGNALS",
    "Before",
    "Clauses",
    "Findings",
    "Said",
    "Signal",
    "Weigh",
]
