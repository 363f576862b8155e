"""Writes SVG."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape


def tag(name: str, *inside: str, **attributes: object) -> Markup:
    """Return an element; `class_` and `aria_label` are written `class` and `aria-label`.

    Attributes that are None are left out. Text inside is escaped unless it is markup.
    """
    # Not by Markup.format, which takes most of the time of a page with a map.
    written = "".join(
        f' {one.rstrip("_").replace("_", "-")}="{escape(_short(value))}"'
        for one, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{name}{written}>{lines(inside)}</{name}>")  # noqa: S704 (escaped above)


def image(name: str, title: str, description: str, *inside: str, **attributes: object) -> Markup:
    """Return an `svg` that says what it shows; `name` is its own on the page."""
    return tag(
        "svg",
        tag("title", title, id=f"{name}-judul"),
        tag("desc", description, id=f"{name}-isi"),
        *inside,
        aria_labelledby=f"{name}-judul {name}-isi",
        **attributes,
    )


def percent(part: float, whole: float) -> str:
    """Write a share as a length that follows the width of the figure."""
    return f"{100 * part / whole if whole else 0:.2f}%"


def lines(parts: Iterable[str]) -> Markup:
    """Join elements."""
    return Markup("").join(map(escape, parts))


def _short(value: object) -> object:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else value
