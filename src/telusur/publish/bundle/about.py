"""The page `/terbitan`: what this edition is, and what was redacted, without saying what."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from telusur.publish.model import TOKENS

_LABELS = {
    "versi": "Versi naskah",
    "tanggal": "Tanggal naskah",
    "lisensi": "Lisensi",
    "telusur": "Dibuat dengan Telusur",
    "kunci": "Ditandatangani dengan kunci",
}


def write_about(folder: Path, told: Mapping[str, Any], downloads: Sequence[str]) -> None:
    """Write the page as a template of Datasette; all in it is text, and no template code."""
    facts = "".join(
        f"<dt>{label}</dt><dd>{_text(told[name])}</dd>"
        for name, label in _LABELS.items()
        if told.get(name)
    )
    redacted = told["penyamaran"]
    by_rule = _table(
        ("Tanda", "Jumlah"), ((_token(rule), count) for rule, count in redacted["aturan"].items())
    )
    by_report = _table(
        ("Laporan", "Tanda", "Jumlah"),
        (
            (report, _token(rule), count)
            for report, rules in redacted["laporan"].items()
            for rule, count in rules.items()
        ),
    )
    links = "".join(
        f'<li><a href="{_code(f"/static/unduhan/{name}")}">{name}</a></li>' for name in downloads
    )
    changes = _changes(told.get("perubahan"))
    body = f"""<h1>Tentang terbitan ini</h1>
<dl>{facts}</dl>
<h2>Perubahan sejak terbitan sebelumnya</h2>
{changes}
<h2>Unduhan</h2>
<ul>{links}</ul>
<h2>Penyamaran</h2>
<p>Data pribadi disamarkan sebelum disalin ke sini, dan setiap berkas diperiksa sesudahnya.
Tanda dalam kurung siku menggantikan kata-kata aslinya; panjangnya tidak berarti apa-apa.</p>
{by_rule}
{by_report}"""
    page = (
        '{% extends "telusur/base.html" %}{% block title %}Tentang terbitan ini{% endblock %}'
        '{% block content %}{% raw %}<div lang="id">'
        f"{body}</div>{{% endraw %}}{{% endblock %}}\n"
    )
    target = folder / "templates" / "pages" / "terbitan.html"
    target.parent.mkdir(parents=True)
    target.write_text(page, encoding="utf-8", newline="\n")


def _code(path: str) -> str:
    """The address of a path, below whatever prefix the browser is served at."""
    return f'{{% endraw %}}{{{{ to("{path}") }}}}{{% raw %}}'


def _text(value: object) -> str:
    return html.escape(str(value)).replace("{", "&#123;")


def _token(rule: str) -> str:
    return next((token for name, token in TOKENS.items() if name == rule), rule)


def _table(head: Sequence[str], some: Iterable[Sequence[object]]) -> str:
    rows = "".join(
        f"<tr>{''.join(f'<td>{_text(cell)}</td>' for cell in cells)}</tr>" for cells in some
    )
    if not rows:
        return "<p>Tidak ada yang disamarkan.</p>"
    names = "".join(f'<th scope="col">{name}</th>' for name in head)
    return f"<table><thead><tr>{names}</tr></thead><tbody>{rows}</tbody></table>"


def _changes(told: Mapping[str, Mapping[str, int]] | None) -> str:
    if told is None:
        return "<p>Ini terbitan pertama.</p>"
    rows = [(name, some["baru"], some["hilang"], some["berubah"]) for name, some in told.items()]
    return _table(("Isi", "Baru", "Hilang", "Berubah"), rows)
