"""People who sign in to the browser of a workspace, and what they send it."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from browse_visits import ask, words
from support import ROOT

from telusur.accounts import Role
from telusur.browse.serving.serve import make_browser
from telusur.reviewing import Proxy, open_review

if TYPE_CHECKING:
    from datasette.app import Datasette
    from httpx import Response

PEOPLE = {"Rina": Role.READER, "Sari": Role.REVIEWER, "Edo": Role.EDITOR, "Lia": Role.LEAD}
WORDS = "kata sandi umpama"
HOST = "localhost"
ORIGIN = {"origin": f"http://{HOST}", "host": HOST}
BEFORE = (
    '{"at":"2024-05-30T08:00:00Z","by":"Sari","decision":"accept","finding":{"id":"f-2","document":'
    '"kunjungan","quote":"Jaringan internet putus pada jam sibuk"},"clause":{"id":"antrean.ayat-2",'
    '"label":"Pasal 7 ayat (2)","text":"Jaringan dijaga:"},"model":"m","note":"dibahas"}'
)
"""The decision that stands in the made-up store, as a line of the journal."""
# The suggestions of the made-up store, the most doubtful first.
DOUBTFUL = ["f-1~antrean.ayat-2", "f-3~formulir", "f-1~antrean.ayat-1"]
FORM = "application/x-www-form-urlencoded"


def reviewed(root: Path, proxy: Proxy | None = None) -> Datasette:
    """The browser of a workspace, served with --review."""
    room = open_review(root, root / "draft" / "review.jsonl", root / "evidence.db", proxy)
    return make_browser(ROOT / "datasette_metadata.yml", root / "evidence.db", room=room)


@dataclass
class Person:
    """Somebody with a web browser that keeps cookies, but runs no scripts."""

    browser: Datasette
    cookies: dict[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=lambda: ORIGIN)

    def get(self, path: str, **headers: str) -> Response:
        return self._keep(ask(self.browser, path, headers=self._told(headers)))

    def post(self, path: str, fields: Mapping[str, object], **headers: str) -> Response:
        body = urlencode(fields, doseq=True)
        told = {"content-type": FORM, **self._told(headers)}
        return self._keep(ask(self.browser, path, method="POST", headers=told, content=body))

    def token(self, path: str = "/masuk") -> str:
        """What the forms of a page carry."""
        found = re.search(r'name="token" value="([^"]+)"', self.get(path).text)
        assert found, path
        return found[1]

    def sign_in(self, name: str, password: str = WORDS, to: str = "/") -> Response:
        fields = {"token": self.token(), "nama": name, "sandi": password, "ke": to}
        return self.post("/masuk", fields)

    def send(self, path: str, **fields: object) -> Response:
        """Send a form of a page, with the token that the page has."""
        return self.post(path, {"token": self.token("/tentang"), **fields})

    def _told(self, headers: Mapping[str, str]) -> dict[str, str]:
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        kept = {"cookie": cookie} if cookie else {}
        more = {name.replace("_", "-"): value for name, value in headers.items()}
        return {**self.headers, **kept, **more}

    def _keep(self, answer: Response) -> Response:
        for line in answer.headers.get_list("set-cookie"):
            name, _, rest = line.partition("=")
            value = rest.partition(";")[0].strip('"')
            if value:
                self.cookies[name] = value
            else:
                self.cookies.pop(name, None)
        return answer


def signed_in(browser: Datasette, name: str) -> Person:
    person = Person(browser)
    assert person.sign_in(name).status_code == 303
    return person


def journal(root: Path) -> list[dict[str, Any]]:
    """The decisions since the one that was there before."""
    lines = (root / "draft" / "review.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines[1:]]


def status(root: Path, pair: str) -> str:
    finding, _, clause = pair.partition("~")
    with sqlite3.connect(root / "evidence.db") as db:
        sql = "SELECT status FROM links WHERE finding_id = ? AND clause_id = ?"
        return str(db.execute(sql, [finding, clause]).fetchone()[0])


def shown(page: Response) -> str:
    """The pair that a page of the queue shows; empty where it shows none."""
    found = re.search(r'name="di" value="([^"]+)"', page.text)
    return found[1] if found else ""


def press(person: Person, page: Response, word: str, **more: str) -> Response:
    """Press a button of a page of the queue, and follow to the next page."""
    form = re.search(r'<form method="post" action="([^"]+)" class="queue-form', page.text)
    assert form
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page.text))
    answer = person.post(unescape(form[1]), {**fields, "putusan": word, **more})
    assert answer.status_code == 303, words(answer)
    return person.get(answer.headers["location"])
