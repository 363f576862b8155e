"""telusur review, without more words: the queue of suggestions, in the terminal."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from telusur.cli.named import named
from telusur.cli.review.sheet import asked_of
from telusur.words import Later, day, say, say_of

if TYPE_CHECKING:
    from telusur.desk import Desk
    from telusur.triage import Asked, Item, Pair

KEYS = {
    "s": Later("accept (setuju)"),
    "t": Later("reject (tolak)"),
    "r": Later("unsure (ragu)"),
    "l": Later("skip (lewati)"),
    "b": Later("next (berikutnya)"),
    "k": Later("back (kembali)"),
    "u": Later("undo (urungkan)"),
    "a": Later("reason (alasan)"),
    "q": Later("quit"),
}
"""The same keys as in the browser."""
_DECIDING: dict[str, Literal["accept", "reject", "unsure"]] = {
    "s": "accept",
    "t": "reject",
    "r": "unsure",
}
_SAID = {
    "accept": Later("Accepted"),
    "reject": Later("Rejected"),
    "unsure": Later("Left open"),
}


def walk(
    start: Path,
    database: Path | None,
    by: str | None,
    order: str,
    name_of: Callable[[Path], str],
    **filters: str,
) -> None:
    """Walk through the queue of the workspace at `start`; `name_of` tells who sits there."""
    from telusur.desk import Desk
    from telusur.store.connection import store_for_reading
    from telusur.workspace import workspace_at

    here = workspace_at(start)
    path, who = database or here.database, by or name_of(here.root)
    with store_for_reading(path):  # it has to be there, and of this version
        pass
    Walk(Desk(here.journal, path), asked_of(order, who, **filters), who).run()


@dataclass
class Walk:
    """One person's way through the queue."""

    desk: Desk
    asked: Asked
    by: str
    seen: list[Pair] = field(default_factory=list)
    skipped: list[Pair] = field(default_factory=list)
    acts: list[tuple[Pair, str]] = field(default_factory=list)
    """What can be undone: a pair with its line of the journal; with none where it was skipped."""
    decided: int = 0
    note: str = ""

    def run(self) -> None:
        """Show one suggestion after the other until nothing is left, or `q` is pressed."""
        pair = self._next(None)
        while pair is not None:
            if (found := self._look(pair)) is None:
                pair = self._next(None)
                continue
            if not self.seen or self.seen[-1] != pair:
                self.seen.append(pair)
            self._show(found)
            key = _key()
            if key in ("q", "\x03", "\x04", "\x1b"):
                break
            pair = self._press(key, found)
        else:
            click.echo(say("Nothing awaits a decision any more."))
        click.echo(
            say_of(
                "{count} decided. It is in draft/review.jsonl and in the store.",
                "{count} decided. They are in draft/review.jsonl and in the store.",
                self.decided,
            )
        )

    def _press(self, key: str, found: Item) -> Pair | None:
        pair = found.pair
        if word := _DECIDING.get(key):
            self._decide(found, word)
            return self._next(pair)
        match key:
            case "l":
                self.skipped.append(pair)
                self.acts.append((pair, ""))
                return self._next(pair)
            case "b":
                return self._next(pair)
            case "k":
                place = len(self.seen) - 1 - self.seen[::-1].index(pair)
                return self.seen[place - 1] if place else pair
            case "u":
                return self._undo(pair)
            case "a":
                self.note = click.prompt(say("Reason"), default="", show_default=False)
            case _:
                click.echo("  ".join(f"[{one}] {what}" for one, what in KEYS.items()))
        return pair

    def _decide(self, found: Item, word: Literal["accept", "reject", "unsure"]) -> None:
        from telusur.desk import Verdict

        question = ""
        if word == "unsure":
            question = click.prompt(say("What is unclear"), default="Mohon dilihat lagi.")
        verdict = Verdict(found.pair, word, self.note, question)
        (entry,) = asyncio.run(self.desk.judge([verdict], self.by))
        self.note = ""
        self.acts.append((found.pair, entry.id))
        self.decided += 1
        click.echo(f"{_SAID[word]}: {found.row['label']}.")

    def _undo(self, pair: Pair) -> Pair:
        if not self.acts:
            click.echo(say("There is nothing to undo."))
            return pair
        last, entry = self.acts.pop()
        if entry:
            asyncio.run(self.desk.undo(entry, self.by))
            self.decided -= 1
        elif last in self.skipped:
            self.skipped.remove(last)
        return last

    def _next(self, pair: Pair | None) -> Pair | None:
        """What comes behind a pair; what was skipped comes when nothing else is left."""
        from telusur.store.connection import store_for_reading
        from telusur.triage import after, place_of

        asyncio.run(self.desk.catch_up())
        with store_for_reading(self.desk.database) as db:
            place = place_of(db.conn, self.asked, pair) if pair else None
            found = after(db.conn, self.asked, place, self.skipped)
            found = found or after(db.conn, self.asked, None, self.skipped)
            if found is None and self.skipped:
                self.skipped.clear()
                click.echo(say("Everything else is decided. These are the ones that you skipped."))
                found = after(db.conn, self.asked, None)
            return found

    def _look(self, pair: Pair) -> Item | None:
        from telusur.store.connection import store_for_reading
        from telusur.store.decisions import clauses_to_decide
        from telusur.triage import item, left, said_of

        with store_for_reading(self.desk.database) as db:
            self._left = left(db.conn, self.asked)
            self._said = said_of(db, pair)
            return item(db, pair, clauses_to_decide(db))

    def _show(self, found: Item) -> None:
        from rich.console import Console
        from rich.panel import Panel
        from rich.text import Text

        console, row = Console(highlight=False), found.row
        words = Text(row["context"])
        words.highlight_words([row["quote"]], style="bold reverse")
        source = " · ".join(str(one) for one in (row["place"], row["document"], row["day"]) if one)
        console.rule(
            say("{left} await a decision · Does this finding support this clause?", left=self._left)
        )
        console.print(
            Panel(words, title=say("Finding ({kind})", kind=row["kind"]), subtitle=source)
        )
        title = f"{row['label']} · {row['heading']}" if row["heading"] else row["label"]
        console.print(Panel(Text(found.clause), title=title))
        share = round(100 * row["score"])
        told = say(
            "{strength}, score {score:.2f}: about {share} in 100 are right. ",
            strength=found.strength,
            score=row["score"],
            share=share,
        )
        console.print(Text(f"{told}{row['why']}"))
        for one in self._said[:5]:
            console.print(Text(_told(one), style="dim"))
        if self.note:
            console.print(Text(say("Reason: {note}", note=self.note)))
        console.print(
            Text("  ".join(f"[{key}] {what}" for key, what in KEYS.items()), style="bold")
        )


def _key() -> str:
    try:
        return click.getchar().lower()
    except (OSError, EOFError) as error:
        raise click.UsageError(
            say("Deciding by keys needs a terminal. Use `telusur review export`, or the browser.")
        ) from error


def _told(one: dict[str, Any]) -> str:
    why = "; ".join(text for text in (one["note"], one["question"]) if text)
    told = f"{day(one['at'])} {one['by']}: {named(one['decision'])} ({named(one['state'])})"
    return f"{told}: {why}" if why else told
