"""The files of a bundle that do not depend on the evidence, or hardly."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from telusur import __version__
from telusur.publish.bundle.code import PACKAGE, packages, source_files
from telusur.publish.bundle.materials import bill_of_materials
from telusur.publish.edition import PublicKey, tree
from telusur.workspace import PublishSettings

HERE = Path(__file__).parent
_WITHOUT_TELUSUR = {
    HERE / "guard.py": "plugins",
    HERE / "start.py": "plugins",
    Path(tree.__file__): "lib",
}
"""Files that a bundle runs before it trusts any other, and where it has them."""
_FOR_PROCESSORS = "--extra-index-url https://download.pytorch.org/whl/cpu"
"""Where torch is without the gigabytes that graphics cards need."""


_LINKS = {
    "accepted": "Hanya tautan yang diterima penelaah yang dimuat.",
    "strong": "Saran mesin yang kuat ikut dimuat, ditandai di setiap halaman; saran bukan bukti.",
    "all": "Semua saran mesin ikut dimuat, ditandai di setiap halaman; saran bukan bukti.",
}


def copied() -> dict[str, Path]:
    """Return the files of a bundle that are those of the program, and where each is copied from."""
    program = {f"lib/telusur/{file.as_posix()}": PACKAGE / file for file in source_files()}
    return program | {f"{where}/{file.name}": file for file, where in _WITHOUT_TELUSUR.items()}


def write_code(folder: Path, settings: PublishSettings) -> None:
    """Write the pages' code, the two plugins that bring and guard it, and what to install."""
    for name, source in copied().items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    # Datasette knows a plugin, and where its style sheets are, by what is said of its package.
    told = folder / "lib" / f"telusur-{__version__}.dist-info"
    told.mkdir()
    _write(told / "METADATA", f"Metadata-Version: 2.1\nName: telusur\nVersion: {__version__}\n")
    _write(told / "entry_points.txt", "[datasette]\ntelusur = telusur.browse\n")
    needed = packages(semantic=settings.semantic)
    lines = [_FOR_PROCESSORS, *needed] if settings.semantic else needed
    _write(folder / "requirements.txt", "\n".join(lines) + "\n")
    _write(folder / "sbom.json", bill_of_materials("telusur-bundle", needed))


def write_settings(folder: Path, settings: PublishSettings) -> None:
    """Write what Datasette and the guard allow."""
    told = {
        "base_url": settings.base_url,
        "default_allow_sql": settings.sql,
        "allow_download": settings.download,
        "allow_csv_stream": False,
        "suggest_facets": False,
        "sql_time_limit_ms": 1000,
        "facet_time_limit_ms": 200,
        "max_returned_rows": 500,
        "default_page_size": 50,
        "max_csv_mb": 10,
        "truncate_cells_html": 400,
        "default_cache_ttl": 60,
    }
    _write(folder / "settings.json", json.dumps(told, indent=2) + "\n")
    guard = {"sql": settings.sql, "robots": settings.robots}
    _write(folder / "guard.json", json.dumps(guard, indent=2) + "\n")


def write_metadata(folder: Path, metadata: Path, title: str, settings: PublishSettings) -> None:
    """Write the workspace's metadata without what only its own browser needs.

    Raises OSError, UnicodeDecodeError or yaml.YAMLError.
    """
    told: dict[str, Any] = yaml.safe_load(metadata.read_text(encoding="utf-8")) or {}
    told["plugins"] = {"telusur": {"edition": True, "links": settings.links}}
    told["title"] = title
    if settings.licence:
        told["license"] = settings.licence
    text = json.dumps(told, ensure_ascii=False, indent=2) + "\n"
    _write(folder / "metadata.json", text)


def write_inspection(folder: Path, tables: Mapping[str, int]) -> None:
    """Tell Datasette beforehand what is in the database, and so that it never changes."""
    database = folder / "evidence.db"
    told = {
        "evidence": {
            "hash": hashlib.sha256(database.read_bytes()).hexdigest(),
            "size": database.stat().st_size,
            "file": "evidence.db",
            "tables": {name: {"count": count} for name, count in sorted(tables.items())},
        }
    }
    _write(folder / "inspect-data.json", json.dumps(told, indent=2) + "\n")


def write_service(
    folder: Path, title: str, key: PublicKey | None, settings: PublishSettings
) -> None:
    """Write how to run the bundle, by hand, as a service, in a container; and how to check it."""
    unit = (HERE / "telusur.service").read_text(encoding="utf-8")
    _write(
        folder / "telusur.service", unit.replace("{memory}", "3G" if settings.semantic else "1G")
    )
    _write(folder / "Containerfile", (HERE / "Containerfile").read_text(encoding="utf-8"))
    readme = (HERE / "README.md").read_text(encoding="utf-8")
    readme = readme.replace("{path}", settings.base_url.rstrip("/"))
    if settings.semantic:
        readme += (HERE / "SEMANTIC.md").read_text(encoding="utf-8")
    write_readme(folder, readme, title, key, settings)


def write_readme(
    folder: Path, readme: str, title: str, key: PublicKey | None, settings: PublishSettings
) -> None:
    """Write README.md: what lies in the folder, and how to check who published it."""
    readme = readme.replace("{title}", title).replace("{links}", _LINKS[settings.links])
    if key:
        signed = (HERE / "SIGNED.md").read_text(encoding="utf-8")
        readme += signed.replace("{line}", key.line).replace("{fingerprint}", key.fingerprint)
    _write(folder / "README.md", readme)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
