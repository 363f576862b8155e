"""Whole notes with marked secrets, each set written by somebody who had not read the rules:
`python -m benchmarks.notes SET|FILE [--show|--counts]`.

In a set's file notes are divided by ===; [-kind:words-] must be hidden, [+kind:words+] must stay.
All persons, numbers and events in them are invented.
"""
