"""A small web server in front of another one, which has its pages below a path."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
from tests.waiting import PATIENCE

BELOW = "/bukti/"


@contextlib.contextmanager
def proxy(target: httpx.URL, *, strips: bool) -> Iterator[str]:
    """Serve `target` below /bukti/, and nothing elsewhere; `strips` says whether it takes the path
    away before it asks. Like nginx left alone it does not tell under which name it was asked."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if not self.path.startswith(BELOW):
                self.send_error(404, "outside")
                return
            path = "/" + self.path.removeprefix(BELOW) if strips else self.path
            wanted = {"cookie": self.headers.get("cookie", ""), "host": target.netloc.decode()}
            answer = httpx.get(target.join(path), headers=wanted, timeout=PATIENCE)
            self.send_response(answer.status_code)
            for name, value in answer.headers.multi_items():
                if name not in ("content-length", "content-encoding", "transfer-encoding"):
                    self.send_header(name, value)
            self.send_header("content-length", str(len(answer.content)))
            self.end_headers()
            self.wfile.write(answer.content)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
