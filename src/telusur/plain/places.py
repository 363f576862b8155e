"""Which file an address of the browser becomes, and how one page leads to another.

The folders are called as the addresses are, so that `/naskah/Pasal%2029` still leads to the page on
a web host. Links name `index.html`: opened from a stick, a folder is no page.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from telusur.browse.writing.language import ASKED, INDONESIAN

ASSETS, DOWNLOADS = "static/telusur", "static"
SEARCH, MAP, DATA, EDITION = ("cari",), ("peta",), "evidence", ("terbitan",)
_PLUGIN = ("-", "static-plugins", "telusur")
_FOLLOWED = frozenset(
    {"halaman", "daftar", "ada", "per", "provinsi", "saran", "warna", "pusat", "perbesar"}
)
"""What pages ask of each other: each answer is a file of its own."""
_FILE, _TABLE = "_unduh", "_tabel"
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*%~#]|^[ ._]|[ .]$')
"""What some file systems or web hosts do not take in a name, or not there."""
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_LONGEST = 120  # bytes of a name: file systems take 255, and Windows 260 for a whole path


@dataclass(frozen=True, slots=True)
class Page:
    """An address of the browser that becomes a file."""

    language: str
    parts: tuple[str, ...] = ()
    """Of its path, decoded."""
    asked: tuple[tuple[str, str], ...] = ()
    """What is asked of it, in order of the names."""

    @property
    def address(self) -> str:
        """As the browser is asked for it."""
        path = "/" + "/".join(quote(part, safe="") for part in self.parts)
        return f"{path}?{urlencode(self.asked)}" if self.asked else path

    @property
    def is_table(self) -> bool:
        return any(name == _FILE for name, _ in self.asked)

    @property
    def file(self) -> str:
        """The file below the edition's folder, where no other page has it already."""
        folder = [] if self.language == INDONESIAN else [self.language]
        return "/".join([*folder, *map(safe, self.parts), self._name()])

    def _name(self) -> str:
        if not self.asked:
            return "index.html"
        told = dict(self.asked)
        kind, table = told.pop(_FILE, "html"), told.pop(_TABLE, "")
        words = [table] * bool(table) + [f"{name}-{value}" for name, value in told.items()]
        return f"{safe('_'.join(words))}.{kind}"


def safe(name: str) -> str:
    """A name that every file system takes; what it may not hold stands as `~3A`."""
    name = _UNSAFE.sub(lambda found: "".join(f"~{one:02X}" for one in found[0].encode()), name)
    if _RESERVED.fullmatch(name):
        name = f"~{ord(name[0]):02X}{name[1:]}"
    if len(name.encode()) > _LONGEST:
        name = name.encode()[: _LONGEST - 17].decode(errors="ignore") + f"~{_short(name)}"
    return name or "~"


def _short(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:16]


def read(address: str, on: Page) -> tuple[Page | None, str]:
    """Return the page that a link on another one leads to, and what follows it (`#…`, `?…`).

    None for what only a server can answer.
    """
    return _read(address, on.language, () if address.startswith("/") else on.parts)


@lru_cache(maxsize=1 << 16)
def _read(address: str, language: str, here: tuple[str, ...]) -> tuple[Page | None, str]:
    parts = urlsplit(address)
    path = tuple(unquote(one) for one in parts.path.split("/") if one) if parts.path else here
    if path[:1] == (DATA,):  # tables, row by row: here their files
        return Page(language, EDITION), ""
    told = dict(parse_qsl(parts.query))
    language = told.pop(ASKED, language)
    if told.get("halaman") == "1":
        del told["halaman"]
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    if path == SEARCH:
        told.pop("halaman", None)  # what was found is listed by the visitor's browser
        return (None, "") if _FILE in told else (Page(language, path), _query(told))
    if _FILE in told:
        told.pop("halaman", None)
        if len(path) > 1 or not path or path == MAP or told[_FILE] != "csv" or _TABLE not in told:
            return None, ""
    elif not told.keys() <= _FOLLOWED:
        return None, ""
    return Page(language, path, tuple(sorted(told.items()))), fragment


def _query(told: dict[str, str]) -> str:
    return f"?{urlencode(told)}" if told else ""


def asset(address: str) -> str | None:
    """The file that a style sheet, script or download becomes; None for a page."""
    path = tuple(unquote(one) for one in urlsplit(address).path.split("/") if one)
    if path[:3] == _PLUGIN:
        return "/".join([ASSETS, *path[3:]])
    return "/".join(path) if path[:1] == (DOWNLOADS,) else None


@dataclass(slots=True)
class Files:
    """Which file each page has: two that some file systems take for one get names apart."""

    _by_page: dict[Page, str] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)

    def of(self, page: Page) -> str:
        if page not in self._by_page:
            file = page.file
            if file.casefold() in self._taken:
                folder, _, name = file.rpartition("/")
                apart = f"~{_short(page.address)}"
                file = f"{folder}{apart}/{name}" if not page.asked else f"{folder}/{apart}_{name}"
            self._taken.add(file.casefold())
            self._by_page[page] = file
        return self._by_page[page]


def way(file: str, other: str) -> str:
    """How a page leads to another file: relative, so that it holds wherever the folder lies."""
    return "../" * file.count("/") + _quoted(other)


@lru_cache(maxsize=1 << 16)
def _quoted(file: str) -> str:
    return quote(file, safe="/!$&'()*+,;=@-._~")
