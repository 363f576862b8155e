"""What a run looks like: in capitals, hidden."""

from __future__ import annotations

from collections.abc import Iterator

from telusur.corpus.office.word.markup import Element, is_on, value, w

_MOST_STYLES = 20


class Looks:
    """What styles and runs say together."""

    def __init__(self, styles: Element | None) -> None:
        found = [] if styles is None else styles.findall(w("style"))
        self._styles = {each.get(w("styleId"), ""): each for each in found}
        self._named: dict[tuple[str, str], bool | None] = {}
        path = f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}"
        self._defaults = None if styles is None else styles.find(path)

    def name_of(self, paragraph: Element) -> str:
        """Return the name of a paragraph's style in small letters, such as `heading 1`."""
        identity = value(paragraph, "pPr/pStyle") or ""
        return (value(self._styles.get(identity), "name") or identity).lower()

    def in_capitals(self, run: Element, paragraph: Element) -> bool:
        """Whether the letters of a run are shown as capitals, large or small."""
        return self._is(run, paragraph, "caps") or self._is(run, paragraph, "smallCaps")

    def is_hidden(self, run: Element, paragraph: Element) -> bool:
        """Whether a run is not printed."""
        return self._is(run, paragraph, "vanish")

    def _is(self, run: Element, paragraph: Element, switch: str) -> bool:
        own = is_on(run.find(w("rPr")), switch)
        if own is not None:
            return own
        for name in (value(run, "rPr/rStyle"), value(paragraph, "pPr/pStyle")):
            said = self._by_style(name or "", switch)
            if said is not None:
                return said
        return bool(is_on(self._defaults, switch))

    def _by_style(self, name: str, switch: str) -> bool | None:
        if (name, switch) not in self._named:
            said = (is_on(style.find(w("rPr")), switch) for style in self._lineage(name))
            self._named[name, switch] = next((one for one in said if one is not None), None)
        return self._named[name, switch]

    def _lineage(self, name: str) -> Iterator[Element]:
        for _ in range(_MOST_STYLES):
            if name not in self._styles:
                return
            yield self._styles[name]
            name = value(self._styles[name], "basedOn") or ""
