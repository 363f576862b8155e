"""Which places a name or a code means."""

from __future__ import annotations

import sqlite3

_LEVELS = ("Provinsi", "Kabupaten", "Kota", "Kecamatan", "Distrik", "Kelurahan", "Desa")


def named(connection: sqlite3.Connection, wanted: str) -> tuple[str, ...]:
    """Return the codes of the places called `wanted`; none where no place is.

    A name without its level may mean two: *Bogor* is a kabupaten and a kota. A kecamatan, kelurahan
    or desa goes by its name where nothing larger has it.
    """
    wanted = " ".join(wanted.replace("\0", " ").split())
    names = [wanted.lower(), *(f"{level} {wanted}".lower() for level in _LEVELS)]
    for table in ("places", "smaller_places"):
        rows = connection.execute(
            f"SELECT code, lower(name) FROM {table} WHERE code = ? "  # noqa: S608
            f"OR lower(name) IN ({', '.join('?' * len(names))}) ORDER BY code",
            [wanted, *names],
        ).fetchall()
        if rows:
            exact = tuple(code for code, name in rows if wanted.lower() in (code, name))
            return exact or tuple(code for code, _ in rows)
    return ()
