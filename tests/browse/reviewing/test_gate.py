"""Nobody without the role writes anything: tried with what attackers have."""

from __future__ import annotations

import logging
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browse_visits import ask, words
from reviewers import FORM, ORIGIN, PEOPLE, WORDS, Person, reviewed, signed_in

from telusur.accounts import Accounts, Role, may
from telusur.errors import CannotServe
from telusur.reviewing import Proxy, open_review
from telusur.reviewing.gate.form import tidied
from telusur.reviewing.gate.sender import sender_of
from telusur.reviewing.routes import ROUTES
from telusur.reviewing.turn import own_address

if TYPE_CHECKING:
    from datasette.app import Datasette

WRITING = [route for route in ROUTES if route.post]


def address_of(pattern: str) -> str:
    """An address that a pattern fits: each named part is `x`."""
    return re.sub(r"\(\?P<\w+>[^)]*\)", "x", pattern.strip("^$"))


def scope(*headers: tuple[str, str], peer: str = "10.0.0.9") -> dict[str, object]:
    return {
        "type": "http", "scheme": "http", "client": (peer, 5),
        "headers": [(name.encode(), value.encode()) for name, value in headers],
    }  # fmt: skip


def test_without_review_there_is_no_door(browser: Datasette) -> None:
    for route in ROUTES:
        assert ask(browser, address_of(route.pattern)).status_code == 404, route
    assert "/masuk" not in ask(browser, "/").text


def test_without_accounts_it_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(CannotServe, match="telusur account add NAME --role lead"):
        open_review(tmp_path, tmp_path / "j", tmp_path / "s")


def test_people_sign_in_and_out(reviewing: Datasette) -> None:
    person = Person(reviewing)
    answer = person.sign_in("sari", to="/celah?daftar=temuan")
    assert (answer.status_code, answer.headers["location"]) == (303, "/celah?daftar=temuan")
    assert "Keluar (Sari)" in words_of_page(person)
    stolen = dict(person.cookies)
    assert person.send("/keluar").status_code == 303
    assert "Masuk" in words_of_page(person)
    person.cookies = stolen  # a session that was ended stays ended
    assert "Keluar (Sari)" not in words_of_page(person)


def words_of_page(person: Person) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", person.get("/tentang").text).split())


@pytest.mark.parametrize(
    "tried", [("Sari", "salah sekali"), ("Tiada", WORDS), ("", ""), ("Edo", "")]
)
def test_a_refusal_does_not_say_what_was_wrong(
    reviewing: Datasette, tried: tuple[str, str]
) -> None:
    answer = Person(reviewing).sign_in(*tried)
    assert answer.status_code == 401
    assert "Nama dan kata sandi ini tidak cocok." in words(answer)
    assert not any("telusur_sesi" in one for one in answer.headers.get_list("set-cookie"))


def test_guessing_is_stopped_and_says_when_to_come_back(reviewing: Datasette) -> None:
    person = Person(reviewing)
    last = [person.sign_in("Tiada", f"tebakan nomor {n}").status_code for n in range(9)]
    assert last == [401] * 8 + [429]
    answer = person.sign_in("Tiada", WORDS)
    assert int(answer.headers["retry-after"]) > 60
    assert person.sign_in("Sari").status_code == 303


def test_the_cookie_is_out_of_reach(root: Path) -> None:
    person = Person(reviewed(root, Proxy(frozenset({"127.0.0.1"}))))
    plain = person.sign_in("Sari").headers["set-cookie"]
    assert "httponly" in plain.lower()
    assert "samesite=lax" in plain.lower()
    assert "secure" not in plain.lower()
    person = Person(reviewed(root, Proxy(frozenset({"127.0.0.1"}))))
    person.headers = {**ORIGIN, "x-forwarded-proto": "https"}
    secure = person.sign_in("Sari").headers["set-cookie"]
    assert secure.startswith("__Host-telusur_sesi=")
    assert "secure" in secure.lower()


def test_a_new_session_begins_with_each_signing_in(reviewing: Datasette) -> None:
    person = signed_in(reviewing, "Sari")
    first = person.cookies["telusur_sesi"]
    person.sign_in("Sari")
    assert person.cookies["telusur_sesi"] != first
    person.cookies["telusur_sesi"] = first
    assert "Keluar (Sari)" not in words_of_page(person)


def test_every_route_asks_for_its_role(reviewing: Datasette) -> None:
    """The table of roles, over all routes, with a form that is right in all else."""
    people = {None: Person(reviewing)} | {
        role: signed_in(reviewing, name) for name, role in PEOPLE.items()
    }
    tokens = {role: person.token("/masuk") for role, person in people.items()}
    for route in ROUTES:
        path = address_of(route.pattern)
        for role, person in people.items():
            allowed = may(role, route.action)
            if route.get:
                status = person.get(path).status_code
                refused = status == 403 or (role is None and status == 302)
                assert refused != allowed, (path, role, status)
            if route.post and path not in ("/keluar", "/masuk"):
                status = person.post(path, {"token": tokens[role]}).status_code
                assert (status != 403) == allowed, (path, role, status)


@pytest.mark.parametrize("route", WRITING, ids=lambda one: address_of(one.pattern))
def test_a_form_without_its_own_token_is_refused(
    reviewing: Datasette, route: object, request: pytest.FixtureRequest
) -> None:
    path = address_of(route.pattern)  # type: ignore[attr-defined]
    person, other = signed_in(reviewing, "Lia"), signed_in(reviewing, "Edo")
    right = person.token("/masuk")
    guest = Person(reviewing)
    for token in ("", "x", right[:-1], other.token("/masuk"), guest.token("/masuk")):
        assert person.post(path, {"token": token}).status_code == 403, token
    assert person.post(path, {}).status_code == 403
    assert person.post(path, {"token": [right, right]}).status_code == 400


@pytest.mark.parametrize(
    "foreign",
    [
        {"origin": "http://jahat.example"},
        {"origin": "null"},
        {"origin": "http://localhost:81"},
        {"origin": "http://localhost.jahat.example"},
        {"origin": "", "sec_fetch_site": "cross-site"},
        {"host": "jahat.example"},
    ],
)
def test_a_form_from_another_page_is_refused(reviewing: Datasette, foreign: dict[str, str]) -> None:
    person = signed_in(reviewing, "Lia")
    token = person.token("/masuk")
    for route in WRITING:
        answer = person.post(address_of(route.pattern), {"token": token}, **foreign)
        assert answer.status_code == 403, route
    assert "Keluar (Lia)" in words_of_page(person)


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS"])
def test_other_methods_are_refused(reviewing: Datasette, method: str) -> None:
    person = signed_in(reviewing, "Lia")
    told = {**ORIGIN, "cookie": f"telusur_sesi={person.cookies['telusur_sesi']}"}
    for route in ROUTES:
        answer = ask(reviewing, address_of(route.pattern), method=method, headers=told)
        assert answer.status_code == 405


@pytest.mark.parametrize(
    "cookie",
    [
        "telusur_sesi=",
        "telusur_sesi=x",
        "telusur_sesi=" + "A" * 43,
        "telusur_sesi=Lia",
        "telusur_sesi=\u00e9",
    ],
)
def test_made_up_sessions_are_nobodys(reviewing: Datasette, cookie: str) -> None:
    answer = ask(reviewing, "/tentang", headers={"cookie": cookie.encode()})
    assert answer.status_code == 200
    assert "/keluar" not in answer.text


def test_a_planted_second_cookie_makes_both_worthless(reviewing: Datasette) -> None:
    person = signed_in(reviewing, "Sari")
    twice = f"telusur_sesi=x; telusur_sesi={person.cookies['telusur_sesi']}"
    assert "/keluar" not in ask(reviewing, "/tentang", headers={"cookie": twice}).text


def test_a_password_changed_elsewhere_ends_the_session(reviewing: Datasette, root: Path) -> None:
    person = signed_in(reviewing, "Sari")
    Accounts(root).set_password("Sari", "kata sandi lain sekali")
    assert "Keluar (Sari)" not in words_of_page(person)


def test_the_header_of_single_sign_on_counts_from_the_named_proxy_only(root: Path) -> None:
    told = {**ORIGIN, "x-remote-user": "Lia"}
    for proxy in (
        None,
        Proxy(frozenset({"10.0.0.1"}), "x-remote-user"),
        Proxy(frozenset({"127.0.0.1"})),
    ):
        forged = Person(reviewed(root, proxy), headers=told)
        assert forged.get("/masuk").status_code == 200, proxy
        assert "/keluar" not in forged.get("/tentang").text
    person = Person(reviewed(root, Proxy(frozenset({"127.0.0.1"}), "x-remote-user")), headers=told)
    assert person.get("/masuk?ke=/celah").headers["location"] == "/celah"
    assert "Keluar (Lia)" in words_of_page(person)
    person.headers = ORIGIN  # the cookie alone, without the proxy's word
    assert "Keluar (Lia)" not in words_of_page(person)
    person.headers = {**ORIGIN, "x-remote-user": "Edo"}
    assert "Keluar (Lia)" not in words_of_page(person)


def test_single_sign_on_makes_no_accounts(root: Path) -> None:
    told = {**ORIGIN, "x-remote-user": "Orang Lain"}
    person = Person(reviewed(root, Proxy(frozenset({"127.0.0.1"}), "x-remote-user")), headers=told)
    assert person.get("/masuk").status_code == 200
    assert "/keluar" not in person.get("/tentang").text


def test_forwarded_headers_of_others_are_not_believed() -> None:
    proxy = Proxy(frozenset({"10.0.0.1"}), "x-user")
    forged = (
        ("host", "a"), ("x-forwarded-for", "1.2.3.4"), ("x-forwarded-proto", "https"),
        ("x-forwarded-host", "b"), ("x-user", "Lia"),
    )  # fmt: skip
    other = sender_of(scope(*forged), proxy)
    assert (other.address, other.secure, other.host, other.user) == ("10.0.0.9", False, "a", "")
    named = sender_of(scope(*forged, peer="10.0.0.1"), proxy)
    assert (named.address, named.secure, named.host, named.user) == ("1.2.3.4", True, "b", "Lia")
    chained = sender_of(scope(("x-forwarded-for", "6.6.6.6, 1.2.3.4"), peer="10.0.0.1"), proxy)
    assert chained.address == "1.2.3.4"
    twice = sender_of(scope(("x-user", "Lia"), ("x-user", "Edo"), peer="10.0.0.1"), proxy)
    assert twice.user == ""


@pytest.mark.parametrize(
    "wanted",
    ["//jahat.example", "https://jahat.example", "/\\jahat.example", "jahat", "/\n/jahat", "",
     "/a\\b", "javascript:alert(1)", "/" * 5000, "http://[", "/%0d%0aset-cookie:a"],
)  # fmt: skip
def test_signing_in_leads_to_no_other_host(wanted: str) -> None:
    found = own_address(wanted, "/tinjau")
    assert found in ("/tinjau", "/%0d%0aset-cookie:a")


def test_forms_that_are_none_are_refused(reviewing: Datasette) -> None:
    person = Person(reviewing)
    token = person.token()
    cookie = "; ".join(f"{name}={value}" for name, value in person.cookies.items())
    told = {**ORIGIN, "cookie": cookie, "content-type": FORM}

    def sent(body: bytes, **more: str) -> int:
        headers = told | {name.replace("_", "-"): value for name, value in more.items()}
        return ask(reviewing, "/masuk", method="POST", headers=headers, content=body).status_code

    assert sent(b"{}", content_type="application/json") == 415
    assert sent(b"{}", content_type="multipart/form-data; boundary=x") == 415
    assert sent(b"nama=%ff%fe&token=" + token.encode()) == 400
    assert sent(b"nama=\xff") == 400
    assert sent(b"a=" + b"x" * 600_000) == 413
    assert sent(b"a=1&" * 20_000) == 400


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("  dua\r\nbaris \n\n\n\n tiga ", "dua\nbaris\n\n tiga"),
        ("a\x00b\x1b[31mc\x85d", "ab[31mcd"),
        ("satu\u202edua\u2066\u200btiga\ufeff", "satuduatiga"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("e\u0301", "\u00e9"),
    ],
)
def test_what_people_write_is_rid_of_what_deceives(written: str, kept: str) -> None:
    assert tidied(written) == kept


def test_no_password_or_secret_reaches_a_page_or_the_log(
    reviewing: Datasette, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    person = Person(reviewing)
    pages = [person.sign_in("Sari", "rahasia yang salah").text]
    person.sign_in("Sari")
    paths = (
        "/",
        "/masuk",
        "/-/metadata.json",
        "/-/settings.json",
        "/-/actor.json",
        "/evidence.json",
    )
    pages += [person.get(path).text for path in paths]
    pages.append(person.post("/masuk", {"sandi": WORDS}).text)
    for secret in (WORDS, "rahasia yang salah", "argon2", person.cookies["telusur_sesi"]):
        assert not any(secret in page for page in pages), secret
        assert secret not in caplog.text


def test_pages_of_people_who_signed_in_are_kept_in_no_cache(reviewing: Datasette) -> None:
    person = signed_in(reviewing, "Sari")
    for path in ("/", "/naskah", "/masuk", "/evidence"):
        assert "no-store" in person.get(path).headers["cache-control"]


def test_pages_of_a_browser_where_people_sign_in_are_kept_by_nobody_else(
    reviewing: Datasette,
) -> None:
    for path in ("/", "/naskah", "/evidence/findings", "/masuk"):
        answer = ask(reviewing, path)
        assert "private" in answer.headers["cache-control"]
        assert "etag" not in answer.headers


def test_roles_are_named_as_accounts_have_them() -> None:
    assert set(PEOPLE.values()) == set(Role)
