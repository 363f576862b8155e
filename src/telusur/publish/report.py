"""The report for the person who publishes: what was hidden, by which rule, where.

It holds what must not be published. It lies beside the bundle, never in it, readable to its owner
alone.
"""

from __future__ import annotations

import html
import json
import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from telusur.publish.proof import Leak
from telusur.publish.redaction import Redacted


def write_report(
    path: Path, redacted: Redacted, leaks: Sequence[Leak], sources: dict[str, str], state: str
) -> None:
    """Write `path` as JSON, and the same as a page with the ending .html."""
    told = {
        "status": state,
        "peringatan": list(redacted.warnings),
        "tidak diterbitkan": list(redacted.withheld),
        "jumlah": dict(sorted(Counter(one.rule for one in redacted.redactions).items())),
        "kebocoran": [asdict(one) for one in leaks],
        "pejabat yang tetap ditampilkan": [
            {"nama": name, "jabatan": office} for name, office in redacted.officials
        ],
        "disamarkan": [asdict(one) for one in redacted.redactions],
        "sumber": sources,
    }
    _private(path, json.dumps(told, ensure_ascii=False, indent=2) + "\n")
    _private(path.with_suffix(".html"), _page(redacted, leaks, state))


def _private(path: Path, text: str) -> None:
    path.unlink(missing_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)


def _page(redacted: Redacted, leaks: Sequence[Leak], state: str) -> str:
    counts = Counter(one.rule for one in redacted.redactions)
    rows = "\n".join(
        f"<tr><td>{html.escape(one.document_id)}<td>{html.escape(one.rule)}"
        f"<td><mark>{html.escape(one.words)}</mark><td>{html.escape(one.around)}"
        f"<td>{html.escape(one.why)}"
        for one in redacted.redactions
    )
    officials = "\n".join(
        f"<li>{html.escape(name)} ({html.escape(office)})" for name, office in redacted.officials
    )
    warnings = "\n".join(f"<li>{html.escape(one)}" for one in redacted.warnings)
    withheld = "\n".join(f"<li>{html.escape(one)}" for one in redacted.withheld)
    wrong = "\n".join(
        f"<li>{html.escape(f'{one.where}: {one.what}: {one.words}')}" for one in leaks
    )
    summary = ", ".join(f"{rule} {count}" for rule, count in sorted(counts.items())) or "tidak ada"
    return f"""<!doctype html>
<html lang="id"><meta charset="utf-8"><title>Laporan penyamaran</title>
<style>body{{font:16px/1.5 sans-serif;max-width:75rem;margin:2rem auto;padding:0 1rem}}
table{{border-collapse:collapse}}td,th{{border:1px solid #999;padding:.3rem;text-align:left;
vertical-align:top}}</style>
<h1>Laporan penyamaran</h1>
<p><strong>Rahasia: halaman ini memuat kata-kata yang disamarkan. Jangan diterbitkan.</strong></p>
<p>{html.escape(state)}</p>
<p>Disamarkan: {html.escape(summary)}.</p>
<h2>Peringatan</h2><ul>{warnings or "<li>Tidak ada."}</ul>
<h2>Laporan yang tidak diterbitkan</h2><ul>{withheld or "<li>Tidak ada."}</ul>
<h2>Yang masih bocor</h2><ul>{wrong or "<li>Tidak ada."}</ul>
<h2>Pejabat yang namanya tetap ditampilkan</h2><ul>{officials or "<li>Tidak ada."}</ul>
<h2>Yang disamarkan</h2>
<table><tr><th>Laporan<th>Aturan<th>Kata<th>Konteks<th>Alasan
{rows}
</table></html>
"""
