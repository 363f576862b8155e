"""What every answer of the browser says about itself: which parts it may load, and from where."""

from __future__ import annotations

from urllib.parse import parse_qs, parse_qsl, quote, urlencode

from datasette.utils.asgi import Request

from telusur.browse.safety.refusing import App, Message, Send
from telusur.browse.writing.language import ASKED, CHOSEN, language_of
from telusur.browse.writing.prefix import with_prefix
from telusur.words import LANGUAGES, speaking

_RULES = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)

HEADERS = (
    (b"content-security-policy", _RULES.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)
YEAR = 365 * 24 * 3600


def with_headers(app: App, base: str = "/") -> App:
    """Add the headers to every answer, and the language that the address chooses as a cookie.

    `base` is the path below which the browser is served.
    """

    async def wrapped(scope: Message, receive: object, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                told = [one for one in message.get("headers", []) if one[0].lower() not in _SET]
                message = {**message, "headers": [*told, *_headers(scope, base)]}
            await send(message)

        inner = with_prefix(_without_language(_sound(scope)), base)
        with speaking(language_of(Request(inner, receive)).code):
            await app(inner, receive, send_with_headers)

    return wrapped


_SET = {name for name, _ in HEADERS}


def _headers(scope: Message, base: str) -> list[tuple[bytes, bytes]]:
    headers = [*HEADERS]
    query = parse_qs(scope.get("query_string", b"").decode("latin-1"))
    asked = query.get(ASKED, [""])[0]
    if asked in LANGUAGES:
        cookie = f"{ASKED}={asked}; Path={base}; Max-Age={YEAR}; SameSite=Lax; HttpOnly"
        headers.append((b"set-cookie", cookie.encode()))
    return headers


def _without_language(scope: Message) -> Message:
    """Take the language out of the query: Datasette would look for it in a column."""
    query = scope.get("query_string", b"").decode("latin-1")
    asked = parse_qsl(query, keep_blank_values=True, encoding="latin-1")
    if ASKED not in dict(asked):
        return scope
    kept = urlencode([one for one in asked if one[0] != ASKED], encoding="latin-1")
    return {**scope, "query_string": kept.encode("latin-1"), CHOSEN: dict(asked)[ASKED]}


def _sound(scope: Message) -> Message:
    """Mend two kinds of paths: Datasette would send the reader of `//host/` on to that host, and
    fail on bytes that should have come encoded."""
    raw = scope.get("raw_path") or scope["path"].encode()
    encoded = quote(raw, safe="%/!#$&'()*+,:;=?@[]~-._")
    if encoded == raw.decode("latin-1") and not raw.startswith(b"//"):
        return scope
    single = "/" + encoded.lstrip("/")
    return {**scope, "raw_path": single.encode(), "path": "/" + scope["path"].lstrip("/")}
