"""What speaks for a link, signal by signal: the list that linking, explaining, measuring and search
go by.

A further signal is a file beside these and a line here. What each counts was weighed on judged
links; see docs/decisions/linking.md.
"""

from telusur.link.signals import concepts, meaning, words
from telusur.link.signals.signal import Before, Clauses, Findings, Said, Signal, Weigh

SIGNALS = (
    Signal("words", 1.0, words.prepare),
    Signal("meaning", 1.3, meaning.prepare),
    Signal("concepts", 0.7, concepts.prepare),
)
"""A signal knows what those before it have said; of two that count as much the first is named
first as a reason."""


def weight_of(name: str) -> float:
    """Return what the signal `name` counts."""
    return next(signal.weight for signal in SIGNALS if signal.name == name)


__all__ = [
    "SIGNALS",
    "Before",
    "Clauses",
    "Findings",
    "Said",
    "Signal",
    "Weigh",
    "weight_of",
]
