"""The page `/terbitan`: what this edition is, and what was redacted, without saying what."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from telusur.publish.model import TOKENS

_FACTS = {
    "terbitan": ("Terbitan ke-", "Edition number"),
    "pengesahan": ("Keadaan menurut pengesahan", "As it stood at the sign-off"),
    "tautan": ("Tautan", "Links"),
    "versi": ("Versi naskah", "Version of the draft"),
    "tanggal": ("Tanggal naskah", "Date of the draft"),
    "lisensi": ("Lisensi", "Licence"),
    "telusur": ("Dibuat dengan Telusur", "Made with Telusur"),
    "kunci": ("Ditandatangani dengan kunci", "Signed with the key"),
}
_DUE = ("versi", "tanggal", "lisensi")
_LINKS = {
    "accepted": ("hanya yang diterima penelaah", "only what people accepted"),
    "strong": ("yang diterima penelaah, dan saran kuat", "what people accepted, and strong "
               "suggestions"),
    "all": ("yang diterima penelaah, dan semua saran", "what people accepted, and all suggestions"),
}  # fmt: skip
_UNTOLD = ("tidak dinyatakan", "not stated")
_CONTENTS = {
    "temuan": "findings",
    "tautan": "links",
    "ketentuan": "clauses",
    "laporan": "reports",
}
_FOR_EXCEL = (
    "Untuk Excel, pakailah .xlsx: berkas .csv adalah untuk program.",
    "For Excel, take the .xlsx: the .csv files are for programs.",
)
_HIDDEN = (
    "Data pribadi disamarkan sebelum disalin ke sini, dan setiap berkas diperiksa sesudahnya. "
    "Tanda dalam kurung siku menggantikan kata-kata aslinya; panjangnya tidak berarti apa-apa.",
    "Personal data were hidden before anything was copied here, and every file was searched "
    "afterwards. A mark in square brackets stands for the words; its length means nothing.",
)


def write_about(folder: Path, told: Mapping[str, Any], downloads: Sequence[str]) -> None:
    """Write the page as a template of Datasette; all in it is text, and no template code."""
    title = _either("Tentang terbitan ini", "About this edition")
    body = "\n".join(
        [
            f"<h1>{title}</h1>",
            _facts(told),
            f"<h2>{_either('Perubahan sejak terbitan sebelumnya', 'What changed')}</h2>",
            _changes(told.get("perubahan")),
            f"<h2>{_either('Unduhan', 'Downloads')}</h2>",
            f"<ul>{''.join(map(_download, downloads))}</ul>",
            f"<p>{_either(*_FOR_EXCEL)}</p>",
            f"<h2>{_either('Penyamaran', 'Redaction')}</h2>",
            f"<p>{_either(*_HIDDEN)}</p>",
            _redacted(told["penyamaran"]),
        ]
    )
    page = (
        '{% extends "telusur/base.html" %}'
        f"{{% block title %}}{{% raw %}}{title}{{% endraw %}}{{% endblock %}}"
        '{% block styles %}<link rel="stylesheet" href="{{ to.static("found.css") }}">'
        "{% endblock %}"
        "{% block main_class %}narrow{% endblock %}"
        f"{{% block content %}}{{% raw %}}{body}{{% endraw %}}{{% endblock %}}\n"
    )
    target = folder / "templates" / "pages" / "terbitan.html"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(page, encoding="utf-8", newline="\n")


def _facts(told: Mapping[str, Any]) -> str:
    """Say what the edition is, and of what readers have a right to know, that it is not stated."""
    lines = [
        f"<dt>{_either(*label)}</dt><dd>{_fact(name, fact)}</dd>"
        for name, label in _FACTS.items()
        if (fact := told.get(name)) or name in _DUE
    ]
    return f'<dl class="data">{"".join(lines)}</dl>'


def _fact(name: str, fact: object) -> str:
    if name == "tautan":
        return _either(*_LINKS[str(fact)])
    return _text(fact) if fact else _either(*_UNTOLD)


def _redacted(told: Mapping[str, Mapping[str, Any]]) -> str:
    if not told["aturan"]:
        return f"<p>{_either('Tidak ada yang disamarkan.', 'Nothing was hidden.')}</p>"
    mark, number = _either("Tanda", "Mark"), _either("Jumlah", "Number")
    by_rule = _table(
        _either("Menurut jenisnya", "By kind"),
        (mark, number),
        ((_text(_token(rule)), str(count)) for rule, count in told["aturan"].items()),
    )
    by_report = _table(
        _either("Menurut laporannya", "By report"),
        (_either("Laporan", "Report"), mark, number),
        (
            (_report(report), _text(_token(rule)), str(count))
            for report, rules in told["laporan"].items()
            for rule, count in rules.items()
        ),
    )
    return by_rule + by_report


def _changes(told: Mapping[str, Mapping[str, int]] | None) -> str:
    if told is None:
        return f"<p>{_either('Ini terbitan pertama.', 'This is the first edition.')}</p>"
    heads = [("Isi", "Contents"), ("Baru", "New"), ("Hilang", "Gone"), ("Berubah", "Changed")]
    return _table(
        "",
        [_either(*head) for head in heads],
        (
            (
                _either(_text(name), _CONTENTS.get(name, _text(name))),
                *(str(some[kind]) for kind in ("baru", "hilang", "berubah")),
            )
            for name, some in told.items()
        ),
    )


def _table(caption: str, head: Iterable[str], some: Iterable[Sequence[str]]) -> str:
    rows = "".join(f"<tr>{''.join(map(_cell, cells))}</tr>" for cells in some)
    names = "".join(f'<th scope="col">{name}</th>' for name in head)
    above = f"<caption>{caption}</caption>" if caption else ""
    return (
        f'<table class="data">{above}<thead><tr>{names}</tr></thead><tbody>{rows}</tbody></table>'
    )


def _cell(content: str) -> str:
    return f"<td>{content}</td>"


def _report(name: str) -> str:
    return f'<a href="{_code(f"/laporan/{quote(name)}")}">{_text(name)}</a>'


def _download(name: str) -> str:
    return f'<li><a href="{_code(f"/static/unduhan/{name}")}">{name}</a></li>'


def _either(indonesian: str, english: str) -> str:
    """Say it in the reader's language."""
    code, text = "{% endraw %}", "{% raw %}"
    return (
        f'{code}{{% if t.code == "en" %}}{text}{english}'
        f"{code}{{% else %}}{text}{indonesian}{code}{{% endif %}}{text}"
    )


def _code(path: str) -> str:
    """The address of a path, below whatever prefix the browser is served at."""
    return f'{{% endraw %}}{{{{ to("{path}") }}}}{{% raw %}}'


def _text(value: object) -> str:
    return html.escape(str(value)).replace("{", "&#123;")


def _token(rule: str) -> str:
    return next((token for name, token in TOKENS.items() if name == rule), rule)
