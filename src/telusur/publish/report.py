"""The report for the person who publishes: what was hidden, by which rule, where.

It holds what must not be published. It lies beside the bundle, never in it, readable to its owner
alone.
"""

from __future__ import annotations

import html
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from telusur.files import put, refuse_unless_ours
from telusur.publish.proof import Leak
from telusur.publish.redaction import Redacted
from telusur.words import say, say_of

MARK = "telusur-publish-report-1"
"""By this a report is known to be ours."""


def write_report(
    path: Path, redacted: Redacted, leaks: Sequence[Leak], sources: dict[str, str], state: str
) -> None:
    """Write `path` as JSON, and the same as a page with the ending .html."""
    told = {
        "berkas": MARK,
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


def refuse_other_reports(path: Path) -> None:
    """Raise CannotWrite where something else lies in the place of a report."""
    for one in (path, path.with_suffix(".html")):
        refuse_unless_ours(one, _is_ours)


def _is_ours(content: bytes) -> bool:
    return MARK.encode() in content[:200]


def _private(path: Path, text: str) -> None:
    put(path, text.encode("utf-8"), ours=_is_ours)


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
<html lang="id"><meta charset="utf-8">
<meta name="generator" content="{MARK}"><title>Laporan penyamaran</title>
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


def told_leaks(leaks: Sequence[Leak], report: Path, reports: dict[str, str]) -> str:
    """Say to whoever publishes what would have shown; `reports` has paths by id."""
    told = dict.fromkeys(
        f"  {leak.where}: {leak.what}"
        + (
            say(", from {report}", report=f"corpus/{reports[leak.report]}")
            if leak.report in reports
            else ""
        )
        for leak in sorted(leaks, key=lambda leak: leak.report not in reports)
    )
    some = "\n".join([*told][:10])
    if len(told) > 10:
        some += "\n  " + say("… and {count} more", count=len(told) - 10)
    nothing = say_of(
        "Nothing was published: {count} place would have shown what must be hidden.",
        "Nothing was published: {count} places would have shown what must be hidden.",
        len(leaks),
    )
    remedy = say(
        "Read {report}, and correct the reports or [publish] in telusur.toml.", report=report
    )
    return f"{nothing}\n{some}\n{remedy}"
