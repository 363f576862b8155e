"""How much of a file is read. A report is written by people for people; what is larger than any
of theirs is a mistake or an attack, and is named instead of being read for hours."""

from __future__ import annotations

LARGEST_FILE = 50_000_000
"""Bytes. The largest reports carry photographs; with more than this they are no mail any more."""

LARGEST_UNPACKED = 500_000_000
"""Bytes of all parts of an Office file together; photographs are hardly packed at all."""

LARGEST_RATIO = 1_000
"""How often a part may hold its packed size. XML of real documents is packed to a tenth, of very
long and dull tables to a hundredth; deflate cannot do better than 1,032."""

SMALL_PART = 1_000_000
"""Bytes; below it a ratio says nothing."""

SMALL_TEXT = 30_000
"""Bytes of Markdown or plain text that are read at once, without a process of its own: even what
is made to take long takes a second at most."""

MOST_PARTS = 10_000
"""Files in an Office file: pictures, headers, settings."""

MOST_PARAGRAPHS = 100_000
"""Paragraphs and table rows of a Word document: some 3,000 pages."""

MOST_ELEMENTS = 2_000_000
"""Elements of all parts of an Office file: twenty for each paragraph."""

MOST_PAGES = 2_000
"""Pages of a PDF."""

MOST_PICTURES = 200
"""Pages of a scan that are read; those beyond are named."""

MOST_DOTS = 50_000_000
"""Dots of one picture: a page of A3 at 400 dots an inch has 31 million."""

LONGEST_TEXT = 5_000_000
"""Characters of a report: some 2,000 pages."""

MOST_PASSAGES = 50_000
"""Sentences, items and rows of a report; each of them is judged and embedded."""

DEEPEST = 100
"""Levels of elements within elements: pages that people see have a third of it, and the parsers
that come after fall over at some 250."""

MEMORY = 1_500_000_000
"""Bytes that reading one file may take beyond what the reader takes at rest. The largest report
of the tests takes a fifth of it."""

COMPUTING = 60
"""Seconds of computing that one file may take: at most a PDF of 1,500 dense pages."""

WAITING = 600
"""Seconds after which a reader that neither computes nor answers is given up, on a busy machine,
too."""

WAITING_FOR_SCANS = 7_200
"""The same where another program reads the pages of a scan meanwhile."""


class TooLarge(Exception):
    """A file holds more than is read of one; its words say of what."""


class Locked(Exception):
    """A file is protected by a password."""
