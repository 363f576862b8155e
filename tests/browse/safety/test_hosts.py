"""A browser answers to its own names only, whatever points at it."""

from __future__ import annotations

import httpx
import pytest
from tests.waiting import run

from telusur.browse.safety.hosts import Names, is_local, only_by_name

LOCAL = Names("localhost", 8001)
PROXIED = Names("127.0.0.1", 8001, ["Bukti.example.go.id"])
ANY = Names("0.0.0.0", 8001)  # noqa: S104


async def app(scope: dict[str, object], receive: object, send: object) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})  # type: ignore[operator]
    await send({"type": "http.response.body", "body": b"isi"})  # type: ignore[operator]


def asked(names: Names, headers: list[tuple[str, str]], path: str = "/") -> httpx.Response:
    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(only_by_name(app, names))  # type: ignore[arg-type]
        async with httpx.AsyncClient(transport=transport, base_url="http://x") as client:
            request = client.build_request("GET", path)
            request.headers = httpx.Headers(headers)
            return await client.send(request)

    return run(ask())


@pytest.mark.parametrize(
    ("names", "host"),
    [
        *((LOCAL, host) for host in ("localhost:8001", "LOCALHOST.:8001", "127.0.0.1:8001")),
        *((LOCAL, host) for host in ("[::1]:8001",)),
        *((PROXIED, host) for host in ("bukti.example.go.id", "bukti.example.go.id:443")),
        *((ANY, host) for host in ("192.168.1.5:8001", "[fe80::1]:8001", "localhost:8001")),
        (Names("localhost", 80), "localhost"),
    ],
)
def test_its_own_names_are_answered(names: Names, host: str) -> None:
    assert asked(names, [("host", host)]).text == "isi"


@pytest.mark.parametrize(
    "host",
    [
        *("evil.example", "evil.example:8001", "localhost", "localhost:8002", "", "localhost:x"),
        *(
            "localhost.evil.example:8001",
            "evil@localhost:8001",
            "localhost:8001/",
            "192.0.2.1:8001",
        ),
        *("127.0.0.1.nip.example:8001", "[::1", "localhost:8001, evil.example", "localhost#:8001"),
    ],
)
@pytest.mark.parametrize("path", ["/", "/-/static/app.css", "/evidence/findings.json"])
def test_foreign_names_are_answered_nowhere(host: str, path: str) -> None:
    answer = asked(LOCAL, [("host", host)], path)
    assert answer.status_code == 421
    assert "isi" not in answer.text.split()


def test_no_name_or_two_are_none() -> None:
    assert asked(LOCAL, []).status_code == 421
    twice = [("host", "localhost:8001"), ("host", "evil.example")]
    assert asked(LOCAL, twice).status_code == 421


@pytest.mark.parametrize(
    ("names", "host", "origin", "status"),
    [
        (LOCAL, "localhost:8001", "http://localhost:8001", 200),
        (PROXIED, "bukti.example.go.id", "https://bukti.example.go.id", 200),
        (LOCAL, "localhost:8001", "http://localhost:9000", 403),
        (LOCAL, "localhost:8001", "https://evil.example", 403),
        (LOCAL, "localhost:8001", "null", 403),
        (LOCAL, "localhost:8001", "http://[", 403),
        (LOCAL, "localhost:8001", "file://localhost:8001", 403),
        (LOCAL, "localhost:8001", "", 403),
    ],
)
def test_pages_elsewhere_may_not_ask(names: Names, host: str, origin: str, status: int) -> None:
    assert asked(names, [("host", host), ("origin", origin)]).status_code == status


def test_every_interface_goes_by_addresses_and_its_own_name_only() -> None:
    assert "evil.example:8001" not in ANY
    assert "192.168.1.5:80" not in ANY


def test_only_this_machine_reaches_what_listens_at_a_loopback_address() -> None:
    assert all(map(is_local, ("localhost", "127.0.0.1", "127.8.8.8", "::1")))
    assert not any(map(is_local, ("0.0.0.0", "::", "192.0.2.1", "tidak.ada.invalid")))  # noqa: S104
